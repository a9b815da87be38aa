/** The table of asset classes: shipped, read, imported. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { z } from 'zod';
import * as contract from '../../src/modules/fixed-assets/asset-classes.contract.ts';
import { loadAssetClasses } from '../../src/modules/fixed-assets/load-asset-classes.ts';
import { writeXlsx } from '../../src/platform/spreadsheets/write-xlsx.ts';
import { bodyOf, codeOf, refusedBodyOf } from '../support/answers.ts';
import { buildCourt, buildPerson, type TestCourt, type TestPerson } from '../support/people.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';

type ClassAnswer = z.output<typeof contract.assetClass>;

describe('asset classes', () => {
  let test: TestApp;
  let court: TestCourt;
  let officer: TestPerson;

  beforeAll(async () => {
    test = await createTestApp();
    court = await buildCourt(test);
    officer = await buildPerson(test, { court, role: 'equipment_admin' });
  });
  afterAll(() => test.close());

  const list = async (query = '') =>
    bodyOf(
      contract.listAssetClassesEndpoint,
      await officer.agent.get(`/api/asset-classes${query}`).expect(200),
    );
  const importTable = (content: string | Buffer, options = { dryRun: false, fileName: 'table.csv' }) =>
    officer.agent
      .post(
        `/api/asset-classes/import?edition=${encodeURIComponent('GB/T 14885-2022')}${options.dryRun ? '&dryRun=true' : ''}`,
      )
      .attach('file', Buffer.from(content), options.fileName);

  it('ships with the program, marked where it is not checked, years inherited from above', async () => {
    const { items, editions } = await list();
    const byCode = new Map(items.map((each) => [each.code, each]));
    expect(byCode.get('A02010104')).toMatchObject({
      name: '服务器',
      path: '设备 / 信息化设备 / 计算机 / 服务器',
      parentCode: 'A02010100',
      usefulLifeMonths: 72,
    });
    expect(byCode.get('A02010201')).toMatchObject({ sourced: false });
    expect(byCode.get('A03000000')).toMatchObject({ usefulLifeMonths: null, parentCode: null });
    expect(editions).toEqual([
      { edition: 'GB/T 14885-2022', count: items.length, unsourcedCount: expect.any(Number) as unknown },
    ]);
  });

  it.each([
    ['?q=A0201', (each: ClassAnswer) => each.code.startsWith('A0201')],
    ['?q=%E6%89%93%E5%8D%B0%E6%9C%BA', (each: ClassAnswer) => each.name.includes('打印机')],
    ['?parentCode=root', (each: ClassAnswer) => each.parentCode === null],
    ['?parentCode=A02010000', (each: ClassAnswer) => each.parentCode === 'A02010000'],
  ])('%s finds what it says', async (query, holds) => {
    const { items, total } = await list(query);
    expect(items.length).toBeGreaterThan(1);
    expect(items.length).toBe(total);
    expect(items.every(holds)).toBe(true);
    expect((await list()).items.filter(holds).length).toBe(total);
  });

  it('tells every problem of a table and takes nothing of it', async () => {
    const table = [
      '分类代码,分类名称,折旧年限（年）',
      'A02010104,服务器,8',
      '2010104,台式计算机,6',
      'A0201,计算机,6',
      'A02010104,重复的服务器,6',
      'A02010300,,6',
      ',没有代码的类,',
      'A03010000,可移动文物,10',
      'A02010301,防火墙,六年半',
      'A02010302,网闸,101',
    ].join('\n');
    const dry = await importTable(table, { dryRun: true, fileName: 't.csv' }).expect(200);
    expect(dry.body).toMatchObject({ written: false, rowCount: 9 });
    const found = bodyOf(contract.importAssetClassesEndpoint, dry).problems.map(({ rowNumber, code }) => [
      rowNumber,
      code,
    ]);
    expect(found).toEqual([
      [3, 'CLASS_CODE_OF_2010'],
      [4, 'CLASS_CODE_INCOMPLETE'],
      [5, 'CLASS_LISTED_TWICE'],
      [6, 'CLASS_NAME_MISSING'],
      [7, 'CLASS_CODE_MISSING'],
      [8, 'CLASS_NEVER_DEPRECIATED'],
      [9, 'INTEGER_UNREADABLE'],
      [10, 'INTEGER_OUT_OF_RANGE'],
    ]);
    const real = await importTable(table).expect(422);
    expect(real.body).toMatchObject({ code: 'CLASS_TABLE_REFUSED', facts: { count: 8 } });
    expect(refusedBodyOf(real).problems).toHaveLength(8);
    expect((await list('?q=A02010104')).items).toMatchObject([{ depreciationYears: 6, imported: false }]);
  });

  it('takes a table in its order, keeps years where the cell is blank, and changes nothing the second time', async () => {
    const table = '代码,名称,折旧年限\nA02010201,路由器,\nA02010104,服务器,8\nA02010199,其他计算机,\n';
    const dry = await importTable(table, { dryRun: true, fileName: 't.csv' }).expect(200);
    expect(dry.body).toMatchObject({ written: false, addedCount: 1, changedCount: 2, problems: [] });
    expect((await list('?q=A02010199')).total).toBe(0);
    const real = await importTable(table).expect(200);
    expect(real.body).toMatchObject({ written: true, addedCount: 1, changedCount: 2, unchangedCount: 0 });
    expect((await list('?q=A0201')).items.filter((each) => each.imported)).toMatchObject([
      { code: 'A02010104', depreciationYears: 8, usefulLifeMonths: 96, sourced: true },
      { code: 'A02010199', depreciationYears: null, usefulLifeMonths: 72, sourced: true },
      { code: 'A02010201', depreciationYears: 6, sourced: true },
    ]);
    const again = await importTable(table).expect(200);
    expect(again.body).toMatchObject({ written: false, addedCount: 0, changedCount: 0, unchangedCount: 3 });
  });

  it('reads a workbook with a title above the header', async () => {
    const rows = [{ code: 'A02010106', name: '一体机' }];
    const chunks: Uint8Array[] = [];
    const book = writeXlsx(
      [
        { key: 'code', title: '代码', kind: 'text', value: (row: (typeof rows)[number]) => row.code },
        { key: 'name', title: '名称', kind: 'text', value: (row: (typeof rows)[number]) => row.name },
      ],
      rows,
      { sheetName: '分类', title: '固定资产等资产基础分类与代码' },
    );
    for await (const chunk of book) chunks.push(chunk);
    const answer = await importTable(Buffer.concat(chunks), { dryRun: false, fileName: '分类.xlsx' }).expect(
      200,
    );
    expect(answer.body).toMatchObject({ addedCount: 1 });
  });

  it('refuses a file without the columns, and another court', async () => {
    const missing = await importTable('甲,乙\n1,2\n').expect(422);
    expect(codeOf(missing)).toBe('CLASS_COLUMNS_MISSING');
    const below = await buildPerson(test, {
      court: await buildCourt(test, { parent: court }),
      role: 'equipment_admin',
    });
    const refused = await below.agent
      .post('/api/asset-classes/import?edition=x')
      .attach('file', Buffer.from('代码,名称\nA02010107,平板\n'), 't.csv')
      .expect(409);
    expect(codeOf(refused)).toBe('CLASS_TABLE_NOT_YOURS');
  });

  it('is loaded again at every start without touching what was imported', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'classes-'));
    const file = path.join(folder, 'classes.csv');
    await writeFile(
      file,
      'code,name,sourced,depreciation_years\nA02010104,别的名称,no,6\nA02010105,台式机,yes,7\nA02099999,新类,no,\n',
    );
    expect(await loadAssetClasses(test.database.ownerPool, file)).toBe(2);
    expect(await loadAssetClasses(test.database.ownerPool, file)).toBe(0);
    expect((await list('?q=A02010104')).items).toMatchObject([
      { name: '服务器', depreciationYears: 8, imported: true },
    ]);
    expect((await list('?q=A02010105')).items).toMatchObject([{ name: '台式机', depreciationYears: 7 }]);
    expect((await list('?q=A02099999')).items).toMatchObject([{ sourced: false, usefulLifeMonths: 60 }]);
    await rm(folder, { recursive: true });
  });
});

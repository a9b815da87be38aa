import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getDocumentProxy, extractText } from 'unpdf';
import { addPlaces } from '../../src/modules/storage/add-places.ts';
import type { AssetPage, TimelineEntry } from '../../src/modules/fixed-assets/asset-page.contract.ts';
import type { LedgerRow, LedgerTotals } from '../../src/modules/fixed-assets/ledger.contract.ts';
import { getFile, getJson, readPages, sendJson, travelTo, type Query } from '../support/http-json.ts';
import {
  buildCourt,
  buildDepartment,
  buildPerson,
  writeAsSystem,
  type TestCourt,
  type TestPerson,
} from '../support/people.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';

let test: TestApp;
let court: TestCourt;
let keeper: TestPerson;
let judge: TestPerson;
let bailiff: TestPerson;
let tribunal: { id: string; name: string };
let enforcement: { id: string; name: string };
let store: { id: string; path: string };
let room: { id: string; path: string };
let assets: { id: string; code: string }[];

const CARD = {
  name: '台式计算机',
  classCode: 'A02010105',
  specification: '国产',
  acquisitionMethod: 'purchase',
  acquiredOn: '2026-03-05',
  originalValueFen: 499_900,
  supplier: '河套商贸',
};

/** Ten entries on four days, one of them late, two corrected. */
beforeAll(async () => {
  test = await createTestApp();
  test.clock.set('2026-11-02T09:00:00.000+08:00');
  court = await buildCourt(test, { name: '临河区人民法院' });
  keeper = await buildPerson(test, { court, role: 'equipment_admin', name: '陈管理' });
  tribunal = await buildDepartment(test, court, '民一庭');
  enforcement = await buildDepartment(test, court, '执行局');
  judge = await buildPerson(test, { court, departmentId: tribunal.id, name: '王法官' });
  bailiff = await buildPerson(test, { court, departmentId: enforcement.id, name: '李执行' });
  [store, room] = await writeAsSystem(test, court.id, async (command) => {
    const site = await addPlaces(command, { parentId: null, kind: 'site', names: ['南院'] });
    const rooms = await addPlaces(command, {
      parentId: site.added[0]?.id ?? null,
      kind: 'building',
      names: ['库房楼', '审判楼'],
    });
    const [first, second] = rooms.added;
    if (!first || !second) throw new Error('two were added');
    return [first, second];
  });
  const move = (name: string, body: object) => sendJson(keeper, 'post', `/fixed-assets/${name}`, body);
  const made = await sendJson<{ assets: { id: string; code: string }[] }>(keeper, 'post', '/fixed-assets', {
    card: CARD,
    copies: 3,
    placeId: store.id,
    basis: '验收单 1 号',
  });
  assets = made.assets;
  const [first, second, third] = ids();
  await travelTo(test, '2026-11-03T10:00:00.000+08:00');
  await move('issue', {
    assetIds: [first, second],
    holderId: judge.id,
    placeId: room.id,
    basis: '领用单 7 号',
  });
  await travelTo(test, '2026-11-04T10:00:00.000+08:00');
  const waiting = await getJson<{ items: { id: string }[] }>(judge, '/my/receipts');
  await sendJson(judge, 'post', '/my/receipts/sign', {
    receiptIds: [waiting.items[0]?.id, waiting.items[1]?.id],
  });
  await travelTo(test, '2026-11-10T16:00:00.000+08:00');
  await move('transfer', { assetIds: [first], departmentId: enforcement.id, holderId: bailiff.id });
  await move('loan', {
    assetIds: [third],
    holderId: bailiff.id,
    dueOn: '2026-11-20',
    occurredAt: '2026-11-09T08:00:00.000+08:00',
  });
  await travelTo(test, '2026-11-12T09:00:00.000+08:00');
  await sendJson(keeper, 'post', `/fixed-assets/${second ?? ''}/entries/2/correct`, {
    reason: '单号有误',
    basis: '领用单 8 号',
  });
});
afterAll(() => test.close());

const ids = () => assets.map(({ id }) => id);
const ledger = (query: Query = {}, person = keeper) =>
  readPages<LedgerRow>(person, '/ledger/fixed-assets', query);
const kinds = (rows: readonly { kind: string }[]) => rows.map(({ kind }) => kind);

describe('the in/out ledger', () => {
  it('lists every entry, newest first or oldest first, page by page', async () => {
    const rows = await ledger({ limit: 3 });
    expect(rows).toHaveLength(10);
    expect(rows[0]).toMatchObject({
      occurredAt: '2026-11-10T16:00:00.000+08:00',
      kind: 'transfer',
      flow: 'within',
    });
    expect(rows.map(({ id }) => id).reverse()).toEqual(
      (await ledger({ direction: 'asc', limit: 4 })).map(({ id }) => id),
    );
    expect(new Set(rows.map(({ id }) => id)).size).toBe(10);
  });

  it('says where from, where to, on what paper, by whom and who signed', async () => {
    const [row] = await ledger({ kind: 'issue', assetId: ids()[0] ?? '' });
    expect(row).toMatchObject({
      asset: { id: ids()[0], name: '台式计算机', specification: '国产' },
      flow: 'out',
      quantity: '1',
      amountFen: 499_900,
      from: { status: 'in_stock', place: '南院 / 库房楼', holder: null },
      to: { status: 'in_use', department: '民一庭', holder: '王法官', place: '南院 / 审判楼' },
      basis: '领用单 7 号',
      actorName: '陈管理',
      receipt: { state: 'signed', receiver: '王法官' },
      late: false,
    });
  });

  it.each([
    [
      'a period, both days included',
      { from: '2026-11-03', to: '2026-11-04' },
      ['sign_receipt', 'sign_receipt', 'issue', 'issue', 'correct_entry'],
    ],
    ['several kinds', { kind: ['loan', 'transfer'] }, ['transfer', 'loan']],
    ['what was recorded late', { late: true }, ['loan', 'correct_entry']],
    ['corrections with what they correct', { corrections: true }, ['correct_entry', 'issue']],
    ['words of the card and a period', { q: '台式', from: '2026-11-09' }, ['transfer', 'loan']],
    ['the number of a paper', { q: '领用单 8' }, ['correct_entry']],
    ['words that nothing has', { q: '投影仪' }, []],
  ] as [string, Query, string[]][])('is filtered by %s', async (_what, query, expected) => {
    const rows = await ledger(query);
    expect(kinds(rows).sort()).toEqual([...expected].sort());
  });

  it('is filtered by department, place, person and asset, coming or going', async () => {
    expect(kinds(await ledger({ departmentId: enforcement.id }))).toEqual(['transfer', 'loan']);
    expect((await ledger({ departmentId: tribunal.id })).length).toBe(6);
    expect(kinds(await ledger({ holderId: bailiff.id }))).toEqual(['transfer', 'loan']);
    expect(kinds(await ledger({ placeId: store.id, direction: 'asc', kind: ['stock_in', 'issue'] }))).toEqual(
      ['stock_in', 'stock_in', 'stock_in', 'issue', 'issue'],
    );
    expect(kinds(await ledger({ assetId: ids()[2] ?? '' }))).toEqual(['loan', 'stock_in']);
    expect(kinds(await ledger({ q: assets[2]?.code ?? '' }))).toEqual(['loan', 'stock_in']);
  });

  it('marks a correction on both entries', async () => {
    const rows = await ledger({ corrections: true, direction: 'asc' });
    expect(
      rows
        .map(({ kind, sequence, correctsSequence, correctedBySequence }) => [
          kind,
          sequence,
          correctsSequence,
          correctedBySequence,
        ])
        .sort(),
    ).toEqual([
      ['correct_entry', 4, 2, null],
      ['issue', 2, null, 4],
    ]);
  });

  it('adds up what came in and what went out, each movement once', async () => {
    const totals = await getJson<LedgerTotals>(keeper, '/ledger/fixed-assets/totals');
    expect(totals).toMatchObject({
      in: { count: 3, quantity: '3', amountFen: 3 * 499_900 },
      out: { count: 3, quantity: '3', amountFen: 3 * 499_900 },
      within: { count: 1, quantity: '1', amountFen: 499_900 },
      balance: {
        opening: { count: 0, quantity: '0', amountFen: 0 },
        corrected: { count: 0 },
        closing: { count: 0, quantity: '0', amountFen: 0 },
      },
      entryCount: 10,
    });
  });

  it('sees in and out from the department that it is read for', async () => {
    const rows = await ledger({ departmentId: tribunal.id, kind: ['issue', 'transfer'], direction: 'asc' });
    // A correction stands in for the second issue.
    expect(rows.map(({ kind, flow }) => [kind, flow]).sort()).toEqual([
      ['issue', 'in'],
      ['issue', 'within'],
      ['transfer', 'out'],
    ]);
    const totals = await getJson<LedgerTotals>(keeper, '/ledger/fixed-assets/totals', {
      departmentId: tribunal.id,
    });
    expect(totals).toMatchObject({ in: { count: 2 }, out: { count: 1 }, within: { count: 0 } });
  });

  it('shows a head of department only what concerns the department', async () => {
    const head = await buildPerson(test, { court, role: 'department_head', departmentId: enforcement.id });
    expect(kinds(await ledger({}, head))).toEqual(['transfer', 'loan']);
    await getJson(judge, '/ledger/fixed-assets', {}, 403);
  });

  it('becomes a file with the columns of an office, corrections and late entries remarked', async () => {
    const csv = (await getFile(keeper, '/ledger/fixed-assets/export', { format: 'csv' })).toString('utf8');
    const lines = csv.replace('\ufeff', '').trimEnd().split('\r\n');
    expect(lines[0]).toBe(
      '日期,业务类型,资产编码,资产名称,规格型号,单位,数量,原值（元）,来源,去向,依据,经办人,签收/第二人,备注',
    );
    expect(lines).toHaveLength(11);
    expect(csv).toContain(
      `2026-11-02 09:00:00,入库,${assets[0]?.code ?? ''},台式计算机,国产,件,1,4999.00,河套商贸,南院 / 库房楼,验收单 1 号,陈管理,,`,
    );
    expect(csv).toMatch(/领用.*王法官,已由第 4 笔更正/);
    expect(csv).toMatch(/更正台账.*更正第 2 笔/);
    expect(csv).toMatch(/借用.*李执行（待签收）,补录/);
    const workbook = await getFile(keeper, '/ledger/fixed-assets/export', {
      format: 'xlsx',
      from: '2026-11-10',
    });
    expect(workbook.subarray(0, 2).toString()).toBe('PK');
  });

  it('becomes a paper that names the court, the period and the pages', async () => {
    const bytes = await getFile(keeper, '/ledger/fixed-assets/print', {
      from: '2026-11-01',
      to: '2026-11-30',
    });
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
    for (const part of [
      '固定资产出入库台账',
      '临河区人民法院',
      '2026-11-01 至 2026-11-30',
      '期初 0 笔 0.00 元',
      '本期入 3 笔 14,997.00 元',
      '期末 0 笔',
      '第 1 页',
      '王法官',
      '复核人',
    ])
      expect(text).toContain(part);
  });
});

describe('the page of one asset', () => {
  const pageOf = (person: TestPerson, index = 0) =>
    getJson<AssetPage>(person, `/fixed-assets/${ids()[index] ?? ''}`);

  it('has the card, the place, the waiting receipt and what comes next, for who may do it', async () => {
    const page = await pageOf(keeper);
    expect(page).toMatchObject({
      courtName: '临河区人民法院',
      card: { name: '台式计算机', supplier: '河套商贸' },
      className: '台式计算机',
      classWarning: null,
      status: 'in_use',
      holder: { name: '李执行' },
      stateSince: '2026-11-10T16:00:00.000+08:00',
      pendingReceipt: { kind: 'transfer', receiver: { name: '李执行' } },
      depreciation: { usefulLifeMonths: 72, netValueFen: 499_900 },
      book: { entryCount: 4 },
    });
    expect(page.availableActions).toEqual(
      expect.arrayContaining([
        'return',
        'relocate',
        'send_to_repair',
        'correct_card',
        'upload_file',
        'correct_entry',
      ]),
    );
    expect(page.availableActions).not.toContain('transfer');
    expect((await pageOf(bailiff)).availableActions).toEqual(['sign_receipt', 'refuse_receipt']);
    await getJson(judge, `/fixed-assets/${ids()[0] ?? ''}`, {}, 404);
  });

  it('knows a loan that is overdue, by the day', async () => {
    expect((await pageOf(keeper, 2)).isOverdue).toBe(false);
    await travelTo(test, '2026-11-21T00:00:00.000+08:00');
    expect((await pageOf(keeper, 2)).isOverdue).toBe(true);
    await travelTo(test, '2026-11-12T09:00:00.000+08:00');
  });

  it('carries the version, so that an unchanged page is not sent again', async () => {
    const path = `/api/fixed-assets/${ids()[0] ?? ''}`;
    const first = await keeper.agent.get(path);
    const etag = String(first.headers['etag']);
    expect(etag).toBe('"3"');
    expect((await keeper.agent.get(path).set('If-None-Match', etag)).status).toBe(304);
  });

  it('warns where name and class disagree, and about codes of the old edition', async () => {
    const made = await sendJson<{ assets: { id: string }[] }>(keeper, 'post', '/fixed-assets', {
      card: { ...CARD, name: '联想笔记本电脑', classCode: 'A02010105' },
    });
    const page = await getJson<AssetPage>(keeper, `/fixed-assets/${made.assets[0]?.id ?? ''}`);
    expect(page.classWarning).toMatchObject({
      code: 'CODE_OF_OLD_EDITION',
      suggestedClassCode: 'A02010108',
      suggestedClassName: '便携式计算机',
    });
  });

  it('names its parent and its parts', async () => {
    const parent = ids()[0] ?? '';
    const made = await sendJson<{ assets: { id: string; code: string }[] }>(keeper, 'post', '/fixed-assets', {
      card: { ...CARD, name: '显示器', parentAssetId: parent },
    });
    const [part] = made.assets;
    expect((await pageOf(keeper)).children).toEqual([
      { id: part?.id, code: part?.code, name: '显示器', status: 'in_stock' },
    ]);
    const partPage = await getJson<AssetPage>(keeper, `/fixed-assets/${part?.id ?? ''}`);
    expect(partPage.parent).toMatchObject({ id: parent });
  });
});

describe('the life of one asset', () => {
  it('runs newest first, with what changed, who signed and what was corrected', async () => {
    const path = `/fixed-assets/${ids()[1] ?? ''}/timeline`;
    const entries = await readPages<TimelineEntry>(keeper, path, { limit: 2 });
    expect(entries.map(({ sequence, kind }) => [sequence, kind])).toEqual([
      [4, 'correct_entry'],
      [3, 'sign_receipt'],
      [2, 'issue'],
      [1, 'stock_in'],
    ]);
    expect(entries[0]).toMatchObject({
      correctsSequence: 2,
      basis: '领用单 8 号',
      facts: { reason: '单号有误' },
    });
    expect(entries[2]).toMatchObject({
      correctedBySequence: 4,
      changed: ['status', 'department', 'holder', 'place'],
      receipt: { state: 'signed', receiver: '王法官', method: 'own_list' },
    });
    expect(entries[3]?.hashShort).toMatch(/^[0-9a-f]{12}$/);
  });

  it('keeps old and new values of a corrected card, and the due day of a loan', async () => {
    const id = ids()[2] ?? '';
    const page = await getJson<AssetPage>(keeper, `/fixed-assets/${id}`);
    const card = { ...page.card, name: '台式电脑', originalValueFen: 500_000 };
    await sendJson(keeper, 'patch', `/fixed-assets/${id}`, { card, reason: '名称有误' }, 200, {
      'If-Match': `"${page.version}"`,
    });
    const [corrected, lent] = await readPages<TimelineEntry>(keeper, `/fixed-assets/${id}/timeline`);
    expect(corrected?.cardChanges).toEqual([
      { field: 'name', from: '台式计算机', to: '台式电脑' },
      { field: 'originalValueFen', from: 499_900, to: 500_000 },
    ]);
    expect(lent).toMatchObject({ kind: 'loan', loanDueOn: '2026-11-20', late: true });
  });
});

/** Files as other systems write them, made here, all the way into the register. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { ImportRunAnswer } from '../../src/modules/imports/answers.contract.ts';
import type { IMPORT_SETTINGS } from '../../src/modules/imports/import-settings.ts';
import { assetListItem, type AssetListItem } from '../../src/modules/fixed-assets/asset-list.contract.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';
import { buildCourt, buildPerson, type TestCourt, type TestPerson } from '../support/people.ts';
import { ensureReaderWorker, ImportDriver, newAsset, templateCsv, told } from './import-driver.ts';
import { workbookBytes } from './table-files.ts';

type Settings = z.input<typeof IMPORT_SETTINGS>;

const LAPTOP = 'A02010105';
const CHAIR = 'A05010301';
const FOREIGN_DEFAULTS: Settings['defaults'] = { acquisitionMethod: 'purchase', acquiredOn: '2020-01-01' };

let test: TestApp;
let court: TestCourt;
let person: TestPerson;
let borrower: TestPerson;
let driver: ImportDriver;

beforeAll(async () => {
  await ensureReaderWorker();
  test = await createTestApp();
  court = await buildCourt(test);
  person = await buildPerson(test, { court, role: 'equipment_admin' });
  borrower = await buildPerson(test, { court });
  driver = new ImportDriver(person);
});
afterAll(() => test.close());

function csv(headers: readonly string[], rows: readonly Record<string, string>[], separator = ','): string {
  const lines = rows.map((row) => headers.map((header) => row[header] ?? ''));
  return [headers, ...lines].map((cells) => cells.join(separator)).join('\n');
}

/** The one asset that a number calls. */
async function assetCalled(number: string): Promise<AssetListItem> {
  const response = await person.agent.get('/api/fixed-assets').query({ q: number }).expect(200);
  // why: a page of the list has items.
  const { items } = response.body as { items: unknown[] };
  expect(items).toHaveLength(1);
  return assetListItem.parse(items[0]);
}

/** Matches every class name of the file with `classCode`, creates every place, sets the defaults, and checks again. */
async function decideNames(
  run: ImportRunAnswer,
  classCode: string,
  settings: Settings = {},
): Promise<ImportRunAnswer> {
  const names = await driver.names(run);
  const choices = names.flatMap(({ kind, key }): NonNullable<Settings['choices']> => {
    if (kind === 'class') return [{ action: 'match', kind, key, subjectId: classCode }];
    return kind === 'place' ? [{ action: 'create', kind, key }] : [];
  });
  return driver.step(run, 'check', { settings: { defaults: FOREIGN_DEFAULTS, choices, ...settings } });
}

async function importAll(run: ImportRunAnswer): Promise<ImportRunAnswer> {
  expect(told(await driver.problems(run, '&severity=refused'))).toEqual([]);
  const done = await driver.step(run, 'import');
  expect(done.state).toBe('done');
  expect(done.result?.sums.created.registerFen).toBe(done.result?.sums.created.fileFen);
  return done;
}

describe('a card export of the Ministry of Finance', () => {
  const HEADERS = [
    ...['序号', '资产编号', '资产名称', '资产类别代码', '曾用编号1', '取得方式', '取得日期', '使用状态'],
    ...['存放地点', '价值类型', '账面原值', '财政性资金', '非财政性资金', '入账日期', '累计折旧', '净值'],
    ...['会计凭证号', '计量单位', '数量', '品牌', '型号', '使用人', '使用部门', '备注'],
  ];
  const CARD: Record<string, string | number | Date> = {
    资产编号: 'TY2019000123',
    资产名称: '便携式计算机',
    资产类别代码: LAPTOP,
    曾用编号1: 'OLD-7701',
    取得方式: '购置',
    取得日期: new Date('2019-05-06'),
    使用状态: '在用',
    价值类型: '原值',
    账面原值: 4899.5,
    财政性资金: 4000,
    非财政性资金: '899.50',
    入账日期: '2019.5.20',
    累计折旧: '￥1,234.56',
    净值: 3664.94,
    会计凭证号: '记-45',
    计量单位: '台',
    数量: 1,
    品牌: '联想',
    型号: 'T490',
  };

  it('becomes cards with their opening balance, below a title that Excel merged', async () => {
    const bytes = await workbookBytes((workbook) => {
      const sheet = workbook.addWorksheet('通用设备');
      sheet.addRow(['资产信息卡']);
      sheet.mergeCells(1, 1, 1, HEADERS.length);
      sheet.addRow(HEADERS);
      const card = { ...CARD, 使用人: borrower.name, 使用部门: court.departmentName };
      sheet.addRow(HEADERS.map((header) => (card as typeof CARD)[header] ?? ''));
    });
    const run = await driver.upload(bytes, '卡片.xlsx');
    expect(run.head).toMatchObject({ headerRow: 2, layout: { id: 'finance-card' }, isMappingKept: false });
    await importAll(run);
    const asset = await assetCalled('TY2019000123');
    expect(asset).toMatchObject({
      name: '便携式计算机',
      classCode: LAPTOP,
      acquiredOn: '2019-05-06',
      bookedOn: '2019-05-20',
      originalValueFen: 489_950,
      accumulatedDepreciationFen: 123_456,
      voucherNumber: '记-45',
      status: 'in_use',
      holder: { id: borrower.id },
      department: { id: court.departmentId },
    });
    expect((await assetCalled('OLD-7701')).id).toBe(asset.id);
  });
});

describe('Snipe-IT', () => {
  const LIST = [
    ...['ID', 'Company', 'Asset Name', 'Asset Tag', 'Serial', 'Model', 'Model No.', 'Category', 'Status'],
    ...['Checked Out To', 'Location', 'Default Location', 'Manufacturer', 'Purchase Date', 'Purchase Cost'],
    ...['Warranty Expires', 'Notes', 'Checkouts', 'Expected Checkin Date', 'Last Audit'],
  ];
  const row = (tag: string, more: Record<string, string> = {}) => ({
    'Asset Tag': tag,
    Model: 'Ultrabook 5',
    Category: 'Laptops',
    Status: 'Ready to Deploy',
    'Purchase Date': '2023-02-01',
    'Purchase Cost': '1200.00',
    ...more,
  });

  it('list export: what is checked out until a day is on loan until that day, the rest is issued or in stock', async () => {
    const holder = { 'Checked Out To': borrower.name, Status: 'Ready to Deploy Deployed' };
    const file = csv(LIST, [
      row('SN-6001', { ...holder, 'Expected Checkin Date': '2027-01-31' }),
      row('SN-6002', holder),
      row('SN-6003', { 'Asset Name': 'Front desk' }),
    ]);
    const run = await driver.upload(file, 'snipe-list.csv');
    expect(run.head?.layout?.id).toBe('snipe-it-list');
    await importAll(await decideNames(run, LAPTOP));
    const loan = await assetCalled('SN-6001');
    expect(loan).toMatchObject({
      name: 'Ultrabook 5',
      status: 'on_loan',
      holder: { id: borrower.id },
      loanDueOn: '2027-01-31',
    });
    expect(await assetCalled('SN-6002')).toMatchObject({ status: 'in_use', loanDueOn: null });
    expect(await assetCalled('SN-6003')).toMatchObject({ name: 'Front desk', status: 'in_stock' });
    const due = await person.agent.get('/api/fixed-assets?loanDueFrom=2027-01-31&loanDueTo=2027-01-31');
    expect(due.body).toMatchObject({ items: [{ id: loan.id }] });

    const again = await driver.upload(file, 'snipe-list.csv');
    expect(again.result?.counts).toMatchObject({ unchanged: 3, refused: 0 });
    const later = await driver.upload(file.replace('2027-01-31', '2027-03-31'), 'snipe-list.csv');
    expect(told(await driver.problems(later, '&severity=refused'))).toEqual(['2 LOAN_DUE_DIFFERS']);
  });

  it('old sample: Category and Company stand twice, and are read by where they stand', async () => {
    const headers =
      'Full Name,Email,Username,Company,item Name,Category,Model name,Manufacturer,Model Number,Serial,Asset Tag,Location,Category,Notes,Purchase Date,Purchase Cost,Company,Status,Warranty,Supplier';
    const name = `${borrower.name},a@b.c,${borrower.username}`;
    const file = [
      headers,
      `${name},C1,Tablet,Tablets,Slate,Maker,S-1,SER-991,SN-6004,Hall/Desk 4,Wrong,old one,2021-06-07,350.25,C2,Deployed,24,Shop`,
    ].join('\r');
    const run = await driver.upload(file, 'assets-sample.csv');
    expect(run.head?.layout?.id).toBe('snipe-it-sample');
    const checked = await decideNames(run, LAPTOP);
    expect((await driver.names(checked)).map(({ kind, label }) => `${kind} ${label}`).sort()).toEqual([
      'class Tablets',
      'place Hall/Desk 4',
    ]);
    await importAll(checked);
    expect(await assetCalled('SN-6004')).toMatchObject({
      name: 'Tablet',
      model: 'Slate',
      serialNumber: 'SER-991',
      originalValueFen: 35_025,
      place: { path: 'Hall / Desk 4' },
      holder: { id: borrower.id },
      supplier: 'Shop',
    });
  });

  it('custom report: four addresses are passed over', async () => {
    const headers =
      'ID,Company,Asset Name,Asset Tag,Model,Category,Serial,Purchased,Cost,Location,Address,Address,City,State,Country,Zip,Default Location,Address,Address,City,State,Country,Zip,Checked Out,Type,Username,Status,Expected Checkin Date,Notes';
    const file = `${headers}\n7,,Scanner,SN-6005,Scan 3,Scanners,SER-7,2022-08-09,80,,1 St,,City,,CN,1,,2 St,,Town,,CN,2,${borrower.name},user,${borrower.username},Deployed,2027-02-28,\n`;
    const run = await driver.upload(file, 'report.csv');
    expect(run.head?.layout?.id).toBe('snipe-it-report');
    await importAll(await decideNames(run, LAPTOP));
    expect(await assetCalled('SN-6005')).toMatchObject({ status: 'on_loan', loanDueOn: '2027-02-28' });
  });
});

describe('Homebox', () => {
  it.each([
    ['today', 'HB.purchase_date', ','],
    ['older, by tabs', 'HB.purchase_time', '\t'],
  ])('%s: read by name in any order', async (title, bought, separator) => {
    const headers = [
      ...[bought, 'HB.warranty_expires', 'HB.import_ref', 'HB.url', 'HB.name', 'HB.description', 'HB.notes'],
      ...['HB.purchase_from', 'HB.serial_number', 'HB.location', 'HB.tags', 'HB.asset_id', 'HB.quantity'],
      ...['HB.purchase_price', 'HB.archived', 'HB.field.Colour'],
    ];
    const id = title === 'today' ? '000-771' : '000-772';
    const card = {
      [bought]: '2024-03-05',
      'HB.import_ref': `ref-${id}`,
      'HB.name': 'Oak shelf',
      'HB.location': 'Annex / Cellar',
      'HB.tags': 'wood; heavy',
      'HB.asset_id': id,
      'HB.quantity': '3',
      'HB.purchase_price': '99.9',
      'HB.archived': 'false',
      'HB.field.Colour': 'brown',
    };
    const run = await driver.upload(csv(headers, [card], separator), 'homebox.csv');
    expect(run.head?.layout?.id).toBe('homebox');
    const defaults = { ...FOREIGN_DEFAULTS, classCode: CHAIR };
    await importAll(await decideNames(run, CHAIR, { defaults }));
    expect(await assetCalled(id)).toMatchObject({
      name: 'Oak shelf',
      acquiredOn: '2024-03-05',
      quantity: '3',
      originalValueFen: 9_990,
      status: 'in_stock',
      place: { path: 'Annex / Cellar' },
    });
  });
});

describe('a loan in our own template', () => {
  it.each([
    [{ loanDueOn: '2027-05-01' }, ['2 LOAN_DUE_WITHOUT_HOLDER']],
    [{ status: '出借' }, ['2 LOAN_WITHOUT_HOLDER']],
    [{ status: '闲置', loanDueOn: '2027-05-01' }, ['2 LOAN_DUE_NOT_KEPT']],
    [{ loanDueOn: '2040-05-01' }, ['2 DATE_OUT_OF_RANGE']],
  ])('%j is told', async (cells, codes) => {
    const run = await driver.upload(templateCsv([newAsset(cells)]));
    expect(told(await driver.problems(run))).toEqual(codes);
  });

  it('without a due day is imported with a notice, with one it arrives', async () => {
    const lent = { holderName: borrower.name, holderUsername: borrower.username };
    const run = await driver.upload(
      templateCsv([
        newAsset({ ...lent, code: 'LD-701', status: '出借', loanDueOn: '2027年5月1日' }),
        newAsset({ ...lent, code: 'LD-702', status: '出借' }),
      ]),
    );
    expect(told(await driver.problems(run))).toEqual(['3 LOAN_WITHOUT_DUE_DAY']);
    await importAll(run);
    expect(await assetCalled('LD-701')).toMatchObject({ status: 'on_loan', loanDueOn: '2027-05-01' });
    expect(await assetCalled('LD-702')).toMatchObject({ status: 'on_loan', loanDueOn: null });
  });
});

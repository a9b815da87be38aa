import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { ASSET_FIELDS, type AssetField } from '../../src/modules/imports/asset-fields.ts';
import { FIELD_NAMES } from '../../src/modules/imports/layouts/field-names.ts';
import { LAYOUTS, recogniseLayout } from '../../src/modules/imports/layouts/recognise-layout.ts';
import { applyMapping, MAPPING, mappingOf, type MappedColumn } from '../../src/modules/imports/mapping.ts';
import { parseAssetRow } from '../../src/modules/imports/parse-asset-row.ts';
import type { RawCell } from '../../src/modules/imports/raw-table.ts';

const TODAY = '2026-11-23';

function split(headers: string): string[] {
  return headers.split(',').map((header) => header.trim());
}

/** `field ← header` of the columns that are imported. */
function filled(columns: readonly MappedColumn[]): Partial<Record<AssetField, string>> {
  return Object.fromEntries(
    columns.flatMap(({ field, header, position }) =>
      field === null ? [] : [[field, `${position} ${header}`]],
    ),
  );
}

function columnsOf(headers: readonly string[]): readonly MappedColumn[] {
  return recogniseLayout(headers).columns;
}

const SNIPE_SAMPLE = split(
  'Company,Name,Asset Tag,Category,Supplier,Manufacturer,Location,Order Number,Model,Model Notes,Model Number,Asset Notes,Purchase Date,Purchase Cost,Checkout Type,Checked Out To: Username,Checked Out To: First Name,Checked Out To: Last Name,Checked Out To: Email,Checked Out To: Location,Asset EOL Date',
);
const SNIPE_OLD_SAMPLE = split(
  'Full Name,Email,Username,Company,item Name,Category,Model name,Manufacturer,Model Number,Serial,Asset Tag,Location,Category,Notes,Purchase Date,Purchase Cost,Company,Status,Warranty,Supplier',
);
const SNIPE_BLANKS = split(
  'Full Name,Email,Username,item Name,,Category,Model name,Manufacturer,,Model Number,Serial,Asset Tag,Location,,Notes,Purchase Date,Purchase Cost,Company,Status,Warranty,Supplier',
);
const SNIPE_LIST = split(
  'ID,Company,Asset Name,Device Image,Asset Tag,Serial,Model,Model No.,Category,Status,Checked Out To,Employee Number,Location,Default Location,Manufacturer,Supplier,Purchase Date,Age,Purchase Cost,Current Value,Order Number,EOL Rate,EOL Date,Warranty,Warranty Expires,Requestable,Notes,Checkouts,Checkins,Requests,Created By,Created At,Updated at,Checkout Date,Last Checkin Date,Expected Checkin Date,Last Audit,Next Audit Date,BYOD,RAM,MAC',
);
const SNIPE_REPORT = split(
  'ID,Company,Asset Name,Asset Tag,Model,Model No.,Category,Manufacturer,Serial,Purchased,Cost,EOL,Warranty,Warranty Expires,Current Value,Diff,Fully Depreciated,Order Number,Supplier,Location,Address,Address,City,State,Country,Zip,Default Location,Address,Address,City,State,Country,Zip,Checked Out,Type,Username,Employee No.,Manager,Department,Title,Phone,User Address,User City,User State,User Country,User Zip,Status,Checkout Date,Last Checkin Date,Expected Checkin Date,Created At,Updated at,Deleted,Last Audit,Next Audit Date,Notes,URL',
);
const HOMEBOX_NEW = split(
  'HB.purchase_date,HB.warranty_expires,HB.sold_date,HB.import_ref,HB.parent_import_ref,HB.url,HB.name,HB.description,HB.notes,HB.purchase_from,HB.manufacturer,HB.model_number,HB.serial_number,HB.warranty_details,HB.sold_to,HB.sold_notes,HB.location,HB.tags,HB.asset_id,HB.quantity,HB.purchase_price,HB.sold_price,HB.archived,HB.insured,HB.lifetime_warranty,HB.field.Color,HB.field.颜色',
);
const HOMEBOX_OLD = split(
  'HB.import_ref,HB.location,HB.labels,HB.asset_id,HB.archived,HB.url,HB.name,HB.quantity,HB.description,HB.insured,HB.notes,HB.purchase_price,HB.purchase_from,HB.purchase_time,HB.manufacturer,HB.model_number,HB.serial_number,HB.lifetime_warranty,HB.warranty_expires,HB.warranty_details,HB.sold_to,HB.sold_price,HB.sold_time,HB.sold_notes',
);
const FINANCE = split(
  '资产编号,资产名称,资产类别代码,曾用编号1,曾用编号2,取得方式,取得日期,经办人,使用属性,使用状态,使用方式,存放地点,价值类型,价值,财政性资金,非财政性资金,入账日期,折旧,累计折旧,净值,会计凭证号,计量单位,录入人,库存号,数量,单价,品牌,型号规格,是否计入固定资产,是否报废,可领用,可借用,照片,备注,使用人,使用部门,是否盘盈',
);
const OFFICE_NAMES = split(
  '资产编号,资产名称,资产分类(国标),规格型号,品牌,计量单位,数量,取得方式,取得日期,投入使用日期,价值类型,账面原值（元）,财政资金,非财政资金,会计凭证号,入账日期,折旧方法,折旧年限(月),折旧状态,累计折旧,净值,使用状况,使用部门,使用人,管理部门,存放地点,采购组织形式,合同号,发票号,保修截止,附件,处置形式,处置日期',
);
const OWN_LIST = split(
  '资产编码,资产名称,分类代码,分类名称,规格,品牌,型号,序列号,账面原值（元）,累计折旧（元）,净值（元）,状态,使用部门,使用人,存放地点,现状起始',
);

describe('layouts are recognised by their headers', () => {
  it.each<[string, string[], string, number]>([
    ['own template, Chinese', ASSET_FIELDS.map((field) => FIELD_NAMES[field].zh), 'own-template', 39],
    ['own template, English', ASSET_FIELDS.map((field) => FIELD_NAMES[field].en), 'own-template', 39],
    ['own list', OWN_LIST, 'own-template', 13],
    ['finance card', FINANCE, 'finance-card', 24],
    ['finance card, other words', OFFICE_NAMES, 'finance-card', 27],
    ['Snipe-IT list', SNIPE_LIST, 'snipe-it-list', 18],
    ['Snipe-IT report', SNIPE_REPORT, 'snipe-it-report', 19],
    ['Snipe-IT sample', SNIPE_SAMPLE, 'snipe-it-sample', 13],
    ['Snipe-IT older sample', SNIPE_OLD_SAMPLE, 'snipe-it-sample', 15],
    ['Snipe-IT sample with blank headers', SNIPE_BLANKS, 'snipe-it-sample', 15],
    ['Homebox', HOMEBOX_NEW, 'homebox', 15],
    ['Homebox, older', HOMEBOX_OLD, 'homebox', 14],
  ])('%s', (_, headers, id, fields) => {
    const recognised = recogniseLayout(headers);
    expect(recognised.layout?.id).toBe(id);
    expect(recognised.confidence).toBeGreaterThan(0.9);
    expect(recognised.columns.map(({ header }) => header)).toEqual(headers);
    expect(Object.keys(filled(recognised.columns))).toHaveLength(fields);
  });

  it('reads duplicate headers by position', () => {
    expect(filled(columnsOf(SNIPE_OLD_SAMPLE))).toMatchObject({
      className: '5 Category',
      holderName: '0 Full Name',
      code: '10 Asset Tag',
      supplier: '19 Supplier',
    });
    expect(filled(columnsOf(SNIPE_REPORT))).toMatchObject({
      placePath: '19 Location',
      holderName: '33 Checked Out',
    });
  });

  it('never takes a computed depreciation of our own list for an opening balance', () => {
    expect(filled(columnsOf(OWN_LIST)).openingDepreciationFen).toBeUndefined();
    expect(filled(columnsOf(FINANCE)).openingDepreciationFen).toBe('18 累计折旧');
  });

  it('recognises a layout in any order of columns', () => {
    const layouts = [FINANCE, SNIPE_LIST, HOMEBOX_NEW, HOMEBOX_OLD, SNIPE_SAMPLE];
    fc.assert(
      fc.property(
        fc
          .constantFrom(...layouts)
          .chain((headers) =>
            fc.tuple(fc.constant(headers), fc.shuffledSubarray(headers, { minLength: headers.length })),
          ),
        ([headers, shuffled]) => {
          expect(recogniseLayout(shuffled).layout?.id).toBe(recogniseLayout(headers).layout?.id);
        },
      ),
    );
  });

  it('suggests fields for headers of an unknown layout, each field once', () => {
    const headers = ['物品名称', '规格型号', '责任人', '放置地点', '购入时间', '金额', '颜色', '名称'];
    const recognised = recogniseLayout(headers);
    expect(recognised.layout).toBeNull();
    expect(filled(recognised.columns)).toEqual({
      name: '0 物品名称',
      specification: '1 规格型号',
      holderName: '2 责任人',
      placePath: '3 放置地点',
      acquiredOn: '4 购入时间',
      originalValueFen: '5 金额',
    });
  });

  it('passes over the reason column of refused rows', () => {
    expect(recogniseLayout([...FINANCE, '原因']).confidence).toBe(recogniseLayout(FINANCE).confidence);
  });

  it('fills no field twice, whatever the headers', () => {
    const names = LAYOUTS.flatMap((layout) => layout.columns.flatMap((column) => column.names));
    const headers = fc.array(fc.oneof(fc.constantFrom(...names), fc.string()), { maxLength: 60 });
    fc.assert(
      fc.property(headers, (some) => {
        const { columns, confidence } = recogniseLayout(some);
        const fields = columns.flatMap(({ field }) => (field === null ? [] : [field]));
        expect(new Set(fields).size).toBe(fields.length);
        expect(columns).toHaveLength(some.length);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
        expect(MAPPING.safeParse(mappingOf(columns)).success || columns.length === 0).toBe(true);
      }),
    );
  });
});

describe('a mapping made by hand', () => {
  const columns: MappedColumn[] = [
    { position: 0, header: '东西', field: 'name' },
    { position: 1, header: '', field: 'notes' },
    { position: 2, header: '价钱', field: 'originalValueFen' },
    { position: 3, header: '颜色', field: null },
  ];
  const kept = MAPPING.parse(JSON.parse(JSON.stringify(mappingOf(columns))));

  it('comes back from JSON and lies over the same headers', () => {
    expect(applyMapping({ headers: ['东西', '', '价钱', '颜色'] }, kept)).toEqual({ ok: true, columns });
  });

  it('follows a unique header to another place and leaves new columns alone', () => {
    const applied = applyMapping({ headers: ['价钱（元）', '', '东西', '新列'] }, kept);
    expect(applied.ok && filled(applied.columns)).toEqual({
      name: '2 东西',
      notes: '1 ',
      originalValueFen: '0 价钱（元）',
    });
  });

  it('lists what the file lacks instead of importing half', () => {
    expect(applyMapping({ headers: ['东西', '说明', '颜色'] }, kept)).toEqual({
      ok: false,
      missing: [
        { position: 1, header: '', found: '说明' },
        { position: 2, header: '价钱', found: '颜色' },
      ],
    });
  });

  it('refuses one field from two columns, one column twice, and unknown fields', () => {
    const column = { position: 0, header: 'a', field: 'name' };
    expect(MAPPING.safeParse({ columns: [column, { ...column, position: 1 }] }).success).toBe(false);
    expect(MAPPING.safeParse({ columns: [column, { ...column, field: null }] }).success).toBe(false);
    expect(MAPPING.safeParse({ columns: [{ ...column, field: 'price' }] }).success).toBe(false);
    expect(MAPPING.safeParse({ columns: [] }).success).toBe(false);
  });
});

describe('a row of assets', () => {
  const headers = ASSET_FIELDS.map((field) => FIELD_NAMES[field].zh);
  const columns = columnsOf(headers);

  function rowOf(cells: Partial<Record<AssetField, RawCell>>) {
    return { rowNumber: 7, cells: ASSET_FIELDS.map((field) => cells[field] ?? '') };
  }

  it('becomes a draft of typed fields', () => {
    const { draft, problems } = parseAssetRow(
      rowOf({
        code: ' A150800000123445 ',
        name: '台式计算机',
        classCode: 'a02010105',
        serialNumber: { kind: 'number', text: '000123', value: 123 },
        quantity: '1.00',
        acquisitionMethod: '购置',
        acquiredOn: { kind: 'date', text: '2024-03-05', value: 45_356 },
        valueKind: '原值',
        originalValueFen: '1.2万',
        usefulLifeMonths: '72',
        warrantyUntil: '2030年1月',
        status: '在用',
        placePath: '审判楼/3层/301室',
        notes: '第一行\r\n第二行',
        photoNames: 'a.jpg;b.jpg',
      }),
      columns,
      TODAY,
    );
    expect(problems).toEqual([]);
    expect(draft).toEqual({
      code: 'A150800000123445',
      name: '台式计算机',
      classCode: 'A02010105',
      serialNumber: '000123',
      quantity: '1',
      acquisitionMethod: 'purchase',
      acquiredOn: '2024-03-05',
      valueKind: 'original',
      originalValueFen: 1_200_000,
      usefulLifeMonths: 72,
      warrantyUntil: '2030-01-01',
      status: 'in_use',
      placePath: '审判楼/3层/301室',
      notes: '第一行\n第二行',
      photoNames: ['a.jpg', 'b.jpg'],
    });
  });

  it('leaves blank cells absent, whatever the blank is made of', () => {
    expect(parseAssetRow(rowOf({ name: '　', notes: '\u00a0 ', status: '\t' }), columns, TODAY)).toEqual({
      draft: {},
      problems: [],
    });
  });

  it('lists every problem of the row with column, value and sentence, and keeps the good cells', () => {
    const { draft, problems } = parseAssetRow(
      rowOf({
        name: '椅子',
        classCode: '2010104',
        serialNumber: '1.23E+15',
        acquiredOn: '05/03/2024',
        originalValueFen: '-5',
        status: '报废',
      }),
      columns,
      TODAY,
    );
    expect(draft).toEqual({ name: '椅子' });
    expect(problems.map(({ rowNumber, column, value, code }) => [rowNumber, column, value, code])).toEqual([
      [7, '分类代码', '2010104', 'CLASS_CODE_OF_2010'],
      [7, '序列号', '1.23E+15', 'IDENTIFIER_SCIENTIFIC'],
      [7, '取得日期', '05/03/2024', 'DATE_AMBIGUOUS'],
      [7, '账面原值（元）', '-5', 'AMOUNT_NEGATIVE'],
      [7, '使用状况', '报废', 'STATUS_IS_DISPOSAL'],
    ]);
    for (const problem of problems) {
      expect(problem.zh).toContain(problem.value);
      expect(problem.en).toContain(problem.value);
      expect(headers[problem.position ?? -1]).toBe(problem.column);
    }
  });

  it.each<[string, RawCell, Record<string, unknown>]>([
    ['折旧年限', '6', { usefulLifeMonths: 72 }],
    ['折旧年限（月）', '72', { usefulLifeMonths: 72 }],
    ['使用年限(年)', { kind: 'number', text: '8', value: 8 }, { usefulLifeMonths: 96 }],
    ['账面原值（万元）', '1.5', { originalValueFen: 1_500_000 }],
    ['原值(单位：万元)', '1.5', { originalValueFen: 1_500_000 }],
    ['账面原值（元）', '1.5', { originalValueFen: 150 }],
  ])('obeys the unit in the header %s', (header, cell, expected) => {
    const withName = columnsOf(['资产编号', '资产名称', '取得日期', header]);
    const row = { rowNumber: 2, cells: ['', '', '', cell] };
    expect(parseAssetRow(row, withName, TODAY).draft).toEqual(expected);
  });

  it('names a Snipe-IT asset by its model where its own name is blank', () => {
    const snipe = columnsOf(SNIPE_LIST);
    const row = (name: string) => ({
      rowNumber: 2,
      cells: SNIPE_LIST.map((header) =>
        header === 'Asset Name' ? name : header === 'Model' ? 'Ultra 5' : '',
      ),
    });
    expect(parseAssetRow(row(''), snipe, TODAY).draft).toEqual({ name: 'Ultra 5', model: 'Ultra 5' });
    expect(parseAssetRow(row('Front desk'), snipe, TODAY).draft).toMatchObject({ name: 'Front desk' });
  });

  it('never throws and never says nothing about a cell that is not blank', () => {
    const cell: fc.Arbitrary<RawCell> = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('2024-03-05', '1.2万', '在用', '购置', 'A02010105'),
      fc.record({
        kind: fc.constantFrom('number', 'date', 'boolean', 'error'),
        text: fc.string({ minLength: 1 }),
        value: fc.double({ noNaN: true }),
      }),
    );
    fc.assert(
      fc.property(
        fc.array(cell, { minLength: ASSET_FIELDS.length, maxLength: ASSET_FIELDS.length }),
        (cells) => {
          const { draft, problems } = parseAssetRow({ rowNumber: 2, cells }, columns, TODAY);
          for (const column of columns) {
            const given = cells[column.position] ?? '';
            const isBlank = typeof given === 'string' && !/[^\s\u00a0\u3000\u200b\ufeff]/.test(given);
            const taken = column.field !== null && draft[column.field] !== undefined;
            const refused = problems.some((problem) => problem.position === column.position);
            expect([taken, refused]).toContain(!isBlank);
            expect(taken && refused).toBe(false);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});

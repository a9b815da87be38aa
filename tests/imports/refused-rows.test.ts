import * as SheetJs from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { ASSET_FIELDS } from '../../src/modules/imports/asset-fields.ts';
import { headerVocabulary, recogniseLayout } from '../../src/modules/imports/layouts/recognise-layout.ts';
import { parseAssetRow } from '../../src/modules/imports/parse-asset-row.ts';
import {
  cellText,
  type Delimiter,
  type LineEnd,
  type RawCell,
  type RawTable,
} from '../../src/modules/imports/raw-table.ts';
import { readTable } from '../../src/modules/imports/reading/read-table.ts';
import { writeRefusedRows, type RowProblem } from '../../src/modules/imports/write-refused-rows.ts';
import { writeTemplate } from '../../src/modules/imports/write-template.ts';

const TODAY = '2026-11-23';
const KNOWN = headerVocabulary();

async function bytesOf(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}

function csvTable(
  headers: string[],
  rows: RawCell[][],
  delimiter: Delimiter = ',',
  lineEnd: LineEnd = '\r\n',
): RawTable {
  return {
    format: { kind: 'csv', encoding: 'gb18030', byteOrderMark: false, delimiter, lineEnd },
    headerRow: 1,
    headers,
    rows: rows.map((cells, index) => ({ rowNumber: index + 2, cells })),
    problems: [],
  };
}

function xlsxTable(headers: string[], rows: RawCell[][], date1904 = false): RawTable {
  return { ...csvTable(headers, rows), format: { kind: 'xlsx', sheet: '资产/一', date1904 } };
}

function problem(rowNumber: number, column = '', zh = '有误。', en = 'Wrong.'): RowProblem {
  return { rowNumber, column, zh, en };
}

async function openWithExcelJs(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  const copy = new ArrayBuffer(bytes.byteLength);
  new Uint8Array(copy).set(bytes);
  await workbook.xlsx.load(copy);
  return workbook;
}

describe('refused rows as csv', () => {
  it('come back in their layout with every reason, for Excel', async () => {
    const table = csvTable(
      ['资产名称', '', '原值'],
      [['椅子', 'x', '1'], ['桌子', '', '一;二'], ['柜子']],
      ';',
      '\r',
    );
    const problems = [problem(3, '原值', '金额不对。'), problem(3, '', '整行有误。'), problem(4)];
    const bytes = await bytesOf(writeRefusedRows(table, problems, 'zh'));
    expect(bytes.toString('utf8')).toBe(
      '\ufeff资产名称;;原值;原因\r桌子;;"一;二";【原值】金额不对。整行有误。\r柜子;;;有误。\r',
    );
    const english = await bytesOf(writeRefusedRows(table, problems, 'en'));
    expect(english.toString('utf8')).toContain('Reason\r');
    expect(english.toString('utf8')).toContain('[原值] Wrong. Wrong.');
  });

  it('hold nothing that a spreadsheet program would run', async () => {
    const dangerous = ['=1+1', '+1', '-1', '@SUM(1)', '\tx', '\rx', '＝1', '=HYPERLINK("http://x")'];
    const table = csvTable(dangerous, [dangerous]);
    const bytes = await bytesOf(writeRefusedRows(table, [problem(2)], 'zh'));
    const written: string[][] = parse(bytes, { bom: true });
    expect(written).toHaveLength(2);
    for (const cell of written.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r＝]/);
    const again = readTable(bytes, 'a.csv', { headerRow: 1 });
    expect(again.rows[0]?.cells.slice(0, -1).map((cell) => parsedName(cell))).toEqual(
      dangerous.map((text) => text.replace(/^[\t\r]+/, '')),
    );
  });

  function parsedName(cell: RawCell): string | undefined {
    const columns = [{ position: 0, header: '名称', field: 'name' }] as const;
    return parseAssetRow({ rowNumber: 2, cells: [cell] }, columns, TODAY).draft.name;
  }

  it('keep cells beyond the headers behind the reason, so that the row is listed again', async () => {
    const table = csvTable(['资产编号', '资产名称', '数量'], [['T1', '椅子', '1', '多', '余']]);
    const bytes = await bytesOf(writeRefusedRows(table, [problem(2)], 'zh'));
    const again = readTable(bytes, 'a.csv', { knownHeaders: KNOWN });
    expect(again.headers).toEqual(['资产编号', '资产名称', '数量', '原因']);
    expect(again.problems).toEqual([expect.objectContaining({ code: 'ROW_TOO_LONG', value: '多' })]);
  });

  it('carry one reason column however often they come back', async () => {
    const first = csvTable(['资产编号', '资产名称', '数量'], [['T1', '椅子', '零']]);
    const once = readTable(await bytesOf(writeRefusedRows(first, [problem(2)], 'zh')), 'a.csv', {
      knownHeaders: KNOWN,
    });
    const twice = await bytesOf(writeRefusedRows(once, [problem(2, '数量', '仍不对。')], 'zh'));
    expect(twice.toString('utf8')).toBe(
      '\ufeff资产编号,资产名称,数量,原因\r\nT1,椅子,零,【数量】仍不对。\r\n',
    );
  });

  it('can be imported again unchanged, whatever they hold', async () => {
    const cell = fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^['=+@,;"\r\n\t -]{0,6}$/));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 5 }),
        fc.constantFrom<Delimiter>(',', ';', '\t'),
        fc.constantFrom<LineEnd>('\r\n', '\n', '\r'),
        async (rows, delimiter, lineEnd) => {
          const filled = rows.map((row) => ['行', ...row]);
          const table = csvTable(['资产编号', '资产名称', '备注'], filled, delimiter, lineEnd);
          const problems = filled.map((_, index) => problem(index + 2));
          const bytes = await bytesOf(writeRefusedRows(table, problems, 'zh'));
          const again = readTable(bytes, 'a.csv', { delimiter, headerRow: 1 });
          const unguarded = again.rows.map((row) =>
            row.cells.slice(0, 3).map((text) => cellText(text).replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, '')),
          );
          const expected = filled.map((row) =>
            row.map((text) => text.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, '')),
          );
          expect(unguarded).toEqual(expected);
        },
      ),
    );
  });
});

describe('refused rows as xlsx', () => {
  const cells: RawCell[] = [
    '=1+1',
    { kind: 'number', text: '12.5', value: 12.5 },
    { kind: 'number', text: '000042', value: 42 },
    { kind: 'date', text: '2024-03-05', value: 45_356 },
    { kind: 'boolean', text: 'TRUE', value: 1 },
    { kind: 'error', text: '#N/A', value: 0 },
    '',
    '两\n行 <b>&',
  ];
  const headers = ['资产名称', '原值', '资产编号', '取得日期', '是否', '错误', '', '备注'];

  it('keep numbers, days and texts as they were', async () => {
    const bytes = await bytesOf(
      writeRefusedRows(xlsxTable(headers, [['好'], cells]), [problem(3, '原值')], 'zh'),
    );
    const again = readTable(bytes, 'a.xlsx', { knownHeaders: KNOWN });
    expect(again.headers).toEqual([...headers, '原因']);
    expect(again.rows).toEqual([
      {
        rowNumber: 2,
        cells: ["'=1+1", cells[1], '000042', cells[3], cells[4], '#N/A', '', '两\n行 <b>&', '【原值】有误。'],
      },
    ]);
  });

  it('open in other programs, formulas and all inert', async () => {
    const bytes = await bytesOf(writeRefusedRows(xlsxTable(headers, [cells]), [problem(2)], 'en'));
    const sheetJs = SheetJs.read(bytes, { type: 'buffer' });
    const sheet = sheetJs.Sheets[sheetJs.SheetNames[0] ?? ''];
    expect(sheet?.['A2']).toMatchObject({ t: 's', v: "'=1+1" });
    expect(sheet?.['A2']).not.toHaveProperty('f');
    expect(sheet?.['I1']).toMatchObject({ v: 'Reason' });
    const workbook = await openWithExcelJs(bytes);
    expect(workbook.worksheets[0]?.getCell('D2').value).toEqual(new Date(Date.UTC(2024, 2, 5)));
  });

  it('bring days of the 1904 system into the ordinary one', async () => {
    const date: RawCell = { kind: 'date', text: '2024-03-05', value: 43_894, date1904: true };
    const table = xlsxTable(['资产名称', '取得日期'], [['椅子', date]], true);
    const again = readTable(await bytesOf(writeRefusedRows(table, [problem(2)], 'zh')), 'a.xlsx');
    expect(again.rows[0]?.cells[1]).toEqual({ kind: 'date', text: '2024-03-05', value: 45_356 });
  });
});

describe('the way of a file', () => {
  it('from GB18030 through refusal, correction and back', async () => {
    const text =
      '资产编号,资产名称,取得日期,账面原值（元）,序列号\r\nT1,椅子,2024.3.5,"1,200.00",SN1\r\nT2,桌子,24.3.5,-1,1.23E+15\r\n';
    const table = readTable(iconv.encode(text, 'gb18030'), '资产.csv', { knownHeaders: KNOWN });
    const { columns } = recogniseLayout(table.headers);
    const parsed = table.rows.map((row) => parseAssetRow(row, columns, TODAY));
    expect(parsed[0]?.problems).toEqual([]);
    const problems = parsed.flatMap((row) => row.problems);
    expect(problems.map((each) => each.code)).toEqual([
      'DATE_YEAR_SHORT',
      'AMOUNT_NEGATIVE',
      'IDENTIFIER_SCIENTIFIC',
    ]);
    const back = (await bytesOf(writeRefusedRows(table, problems, 'zh'))).toString('utf8');
    expect(back.split('\r\n')).toHaveLength(3);
    const corrected = back.replace('24.3.5', '2024-03-05').replace("'-1", '1').replace('1.23E+15', 'SN2');
    const again = readTable(Buffer.from(corrected), '资产.csv', { knownHeaders: KNOWN });
    const recognised = recogniseLayout(again.headers);
    expect(again.rows.map((row) => parseAssetRow(row, recognised.columns, TODAY))).toEqual([
      {
        draft: {
          code: 'T2',
          name: '桌子',
          acquiredOn: '2024-03-05',
          originalValueFen: 100,
          serialNumber: 'SN2',
        },
        problems: [],
      },
    ]);
  });
});

describe('our own template', () => {
  it.each(['zh', 'en'] as const)(
    'in %s is empty, is recognised, and its examples are right',
    async (language) => {
      const bytes = await writeTemplate(language);
      const options = { knownHeaders: KNOWN };
      const empty = readTable(bytes, 'template.xlsx', options);
      expect(empty.rows).toEqual([]);
      expect(empty.sheets).toHaveLength(3);
      const recognised = recogniseLayout(empty.headers);
      expect(recognised).toMatchObject({ layout: { id: 'own-template' }, confidence: 1 });
      expect(recognised.columns.map(({ field }) => field)).toEqual([...ASSET_FIELDS]);
      const examples = readTable(bytes, 'template.xlsx', { ...options, sheet: empty.sheets?.[2] ?? '' });
      const parsed = examples.rows.map((row) => parseAssetRow(row, recognised.columns, TODAY));
      expect(parsed.flatMap((row) => row.problems)).toEqual([]);
      expect(parsed).toHaveLength(3);
      expect(parsed[0]?.draft).toMatchObject({
        originalValueFen: 489_900,
        usefulLifeMonths: 72,
        status: 'in_use',
      });
      const said = new Set(parsed.flatMap((row) => Object.keys(row.draft)));
      for (const field of ['name', 'classCode', 'acquisitionMethod', 'acquiredOn', 'originalValueFen']) {
        expect(said).toContain(field);
      }
    },
  );

  it('keeps Excel from touching serial numbers', async () => {
    const bytes = await writeTemplate('zh');
    const workbook = await openWithExcelJs(bytes);
    const sheet = workbook.worksheets[0];
    const column = ASSET_FIELDS.indexOf('serialNumber') + 1;
    expect(sheet?.getColumn(column).numFmt).toBe('@');
    expect(sheet?.getCell(2, ASSET_FIELDS.indexOf('status') + 1).dataValidation.formulae).toEqual([
      '"在库,在用,出借,维修,闲置"',
    ]);
  });
});

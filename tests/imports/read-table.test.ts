import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import * as SheetJs from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { build } from 'esbuild';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { normaliseHeader } from '../../src/modules/imports/header-names.ts';
import { assetHeaderVocabulary } from '../../src/modules/imports/layouts/recognise-layout.ts';
import type { Delimiter, LineEnd, RawTable, TextEncodingName } from '../../src/modules/imports/raw-table.ts';
import { cellText } from '../../src/modules/imports/raw-table.ts';
import { readTableInWorker } from '../../src/modules/imports/reading/read-table-in-worker.ts';
import { readTable } from '../../src/modules/imports/reading/read-table.ts';
import type { ReadOptions } from '../../src/modules/imports/reading/read-options.ts';
import { Refusal } from '../../src/platform/errors.ts';
import { zipStream } from '../../src/platform/spreadsheets/zip-stream.ts';

const KNOWN = assetHeaderVocabulary();

function readCsvText(text: string, options: ReadOptions = {}): RawTable {
  return readTable(Buffer.from(text, 'utf8'), 'a.csv', options);
}

function texts(table: RawTable): string[][] {
  return table.rows.map((row) => row.cells.map(cellText));
}

function refusalCode(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'nothing was refused';
}

async function workbookBytes(fill: (workbook: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  fill(workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function sheetJsBytes(rows: unknown[][], bookType: SheetJs.BookType): Uint8Array {
  const workbook = SheetJs.utils.book_new();
  SheetJs.utils.book_append_sheet(workbook, SheetJs.utils.aoa_to_sheet(rows), '资产');
  return new Uint8Array(SheetJs.write(workbook, { type: 'buffer', bookType }) as Buffer);
}

async function zipBytes(entries: Record<string, string>): Promise<Buffer> {
  const list = Object.entries(entries).map(([name, content]) => ({ name, content: [content] }));
  const chunks: Uint8Array[] = [];
  for await (const chunk of zipStream(list)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** A workbook of one sheet from its bare XML. */
function bareWorkbook(sheetXml: string, prefix = ''): Promise<Buffer> {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const colon = prefix === '' ? '' : `${prefix}:`;
  const namespace = prefix === '' ? `xmlns="${main}"` : `xmlns:${prefix}="${main}"`;
  return zipBytes({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${office}/officeDocument" Target="/book/w.xml"/></Relationships>`,
    'book/w.xml': `<${colon}workbook ${namespace} xmlns:r="${office}"><${colon}sheets><${colon}sheet name="一" sheetId="1" r:id="x1"/></${colon}sheets></${colon}workbook>`,
    'book/_rels/w.xml.rels': `<Relationships xmlns="${relations}"><Relationship Id="x1" Type="${office}/worksheet" Target="deep/../s.xml"/></Relationships>`,
    'book/s.xml': `<?xml version="1.0"?><${colon}worksheet ${namespace}>${sheetXml}</${colon}worksheet>`,
  });
}

describe('csv', () => {
  const chinese = fc.stringMatching(
    /^[的一是在不了有和人这中大为上个国办公桌椅电脑打印机立案庭室台式，。（）“”]{1,12}$/,
  );
  const ascii = fc.stringMatching(/^[A-Za-z0-9 ,;"'\t\r\n.+=@-]{0,12}$/);
  const cell = fc.oneof(
    chinese,
    ascii,
    fc.tuple(chinese, ascii).map((parts) => parts.join('')),
  );

  function csvOf(rows: readonly (readonly string[])[], delimiter: Delimiter, lineEnd: LineEnd): string {
    const field = (text: string) =>
      /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    return rows.map((row) => row.map(field).join(delimiter) + lineEnd).join('');
  }

  it('comes back whole through every encoding, separator and line end', () => {
    const table = fc.integer({ min: 2, max: 6 }).chain((width) =>
      fc.record({
        headers: fc.array(chinese, { minLength: width, maxLength: width }),
        rows: fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
          minLength: 1,
          maxLength: 12,
        }),
      }),
    );
    const encodings: [TextEncodingName, boolean][] = [
      ['utf-8', false],
      ['utf-8', true],
      ['utf-16le', true],
      ['utf-16be', true],
      ['utf-16le', false],
      ['utf-16be', false],
      ['gb18030', false],
    ];
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(...encodings),
        fc.constantFrom<Delimiter>(',', ';', '\t'),
        fc.constantFrom<LineEnd>('\r\n', '\n', '\r'),
        ({ headers, rows }, [encoding, addBOM], delimiter, lineEnd) => {
          const filled = rows.map((row, index) => [`第${index}行`, ...row.slice(1)]);
          const text = csvOf([headers, ...filled], delimiter, lineEnd);
          const read = readTable(iconv.encode(text, encoding, { addBOM }), 'a.csv', { headerRow: 1 });
          expect(read.headers).toEqual(headers);
          expect(texts(read)).toEqual(filled);
          expect(read.rows.map((row) => row.rowNumber)).toEqual(filled.map((_, index) => index + 2));
          expect(read.problems).toEqual([]);
          expect(read.format).toMatchObject({ kind: 'csv', encoding, byteOrderMark: addBOM, delimiter });
        },
      ),
      { numRuns: 600 },
    );
  });

  it('comes back whole with any characters when the encoding is chosen', () => {
    const anyText = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\ufeff'));
    fc.assert(
      fc.property(
        fc.array(anyText, { minLength: 1, maxLength: 5 }),
        fc.constantFrom<TextEncodingName>('utf-8', 'utf-16le', 'utf-16be', 'gb18030'),
        (cells, encoding) => {
          const row = ['行', ...cells];
          const text = csvOf([row.map((_, index) => `列${index}`), row], ',', '\n');
          const options: ReadOptions = { headerRow: 1, encoding, delimiter: ',' };
          expect(texts(readTable(iconv.encode(text, encoding), 'a.csv', options))).toEqual([row]);
        },
      ),
    );
  });

  it.each<[string, LineEnd]>([
    ['a,b\r\n1,2\r\n', '\r\n'],
    ['a,b\n1,2', '\n'],
    ['a,b\r1,2\r', '\r'],
    ['a,b\r\n1,2\n', '\r\n'],
  ])('tells the line end of %j', (text, lineEnd) => {
    const table = readCsvText(text);
    expect(table.format).toMatchObject({ lineEnd });
    expect(texts(table)).toEqual([['1', '2']]);
  });

  it('does not take western text for Chinese, and reads it when told how', () => {
    const text = 'Name,Place\nJosé Müller,Zürich\nÅsa Öberg,Malmö\n';
    for (const encoding of ['windows-1252', 'macintosh'] as const) {
      const bytes = iconv.encode(text, encoding);
      expect(refusalCode(() => readTable(bytes, 'a.csv'))).toBe('IMPORT_ENCODING_UNKNOWN');
      expect(texts(readTable(bytes, 'a.csv', { encoding }))[0]).toEqual(['José Müller', 'Zürich']);
    }
    expect(() => readTable(iconv.encode(text, 'macintosh'), 'a.csv')).toThrow(
      expect.objectContaining({ facts: { line: 2 } }),
    );
  });

  it('keeps blank and duplicate headers by position', () => {
    const table = readCsvText('Category,,Name,Category\nA,x,椅子,B\n');
    expect(table.headers).toEqual(['Category', '', 'Name', 'Category']);
    expect(texts(table)).toEqual([['A', 'x', '椅子', 'B']]);
  });

  it('takes quotes inside a cell as they are, and doubled ones as one', () => {
    const table = readCsvText('名称,规格\n15" 显示器,"24"" 宽"\n"带,逗号"  ,"两\n行"\n');
    expect(texts(table)).toEqual([
      ['15" 显示器', '24" 宽'],
      ['带,逗号', '两\n行'],
    ]);
    expect(table.problems).toEqual([]);
  });

  it('lists a row whose quotes do not pair and loses none of the rows after it', () => {
    const table = readCsvText('名称,规格,备注\n椅子,"木,旧\n桌子,"铁",新\n柜子,"钢"板,\n沙发,皮,"新');
    expect(table.problems.map(({ rowNumber, code }) => [rowNumber, code])).toEqual([
      [2, 'QUOTE_UNBALANCED'],
      [4, 'QUOTE_UNBALANCED'],
      [5, 'QUOTE_UNBALANCED'],
    ]);
    expect(texts(table)).toEqual([
      ['椅子', '"木', '旧'],
      ['桌子', '铁', '新'],
      ['柜子', '"钢"板', ''],
      ['沙发', '皮', '"新'],
    ]);
  });

  it('lists a row with more columns than headers, but not one with surplus blanks', () => {
    const table = readCsvText('名称,规格\n椅子,木,旧,破\n桌子,铁,,\n');
    expect(table.problems).toEqual([
      expect.objectContaining({ rowNumber: 2, code: 'ROW_TOO_LONG', value: '旧', position: null }),
    ]);
    expect(texts(table)).toEqual([
      ['椅子', '木', '旧', '破'],
      ['桌子', '铁'],
    ]);
  });

  it('counts blank lines and titles as Excel does, and leaves blank rows out', () => {
    const table = readCsvText(
      '某某法院固定资产登记表,,,\n单位：某某法院,,填表日期：2024年3月,\n资产编号,资产名称,取得日期,价值（元）\n\nT1,椅子,2024-03-05,100\n,,,\n　,\u00a0,,\nT2,桌子,2024-03-05,200\n',
      { knownHeaders: KNOWN },
    );
    expect(table.headerRow).toBe(3);
    expect(table.rows.map((row) => row.rowNumber)).toEqual([5, 8]);
  });

  it('finds a header of unknown names below a title, and obeys a chosen row', () => {
    const text = '固定资产清单,,\n编码甲,名目乙,数额丙\nx1,y1,z1\n';
    expect(readCsvText(text).headers).toEqual(['编码甲', '名目乙', '数额丙']);
    expect(readCsvText(text, { headerRow: 3 }).headers).toEqual(['x1', 'y1', 'z1']);
    expect(refusalCode(() => readCsvText('1,2\n3,4\n'))).toBe('IMPORT_HEADER_NOT_FOUND');
  });

  it('obeys the sep= line of Excel', () => {
    const table = readCsvText('sep=;\r\n名称;规格\r\n椅子;1,5\r\n');
    expect(texts(table)).toEqual([['椅子', '1,5']]);
    expect(table.rows[0]?.rowNumber).toBe(3);
  });

  it.each<[ReadOptions['limits'], string]>([
    [{ rows: 2 }, 'IMPORT_TOO_MANY_ROWS'],
    [{ columns: 2 }, 'IMPORT_TOO_MANY_COLUMNS'],
    [{ cells: 5 }, 'IMPORT_TOO_MANY_CELLS'],
    [{ fileBytes: 10 }, 'IMPORT_FILE_TOO_LARGE'],
  ])('refuses beyond %j', (limits = {}, code) => {
    const text = '名称,规格,备注\n' + 'a,b,c\n'.repeat(3);
    expect(refusalCode(() => readCsvText(text, { limits }))).toBe(code);
  });

  it('lists a cell that is too long', () => {
    const table = readCsvText(`名称,规格\n椅子,${'长'.repeat(40_000)}\n`);
    expect(table.problems).toEqual([
      expect.objectContaining({ rowNumber: 2, column: '规格', code: 'CELL_TOO_LONG' }),
    ]);
  });

  it('reads something like the worst public sample: bare CR, not UTF-8, headers twice, scientific numbers', () => {
    const text = [
      'Full Name,Email,Username,Company,item Name,Category,Model name,Manufacturer,Model Number,Serial,Asset Tag,Location,Category,Notes,Purchase Date,Purchase Cost,Company,Status,Warranty,Supplier',
      'Ana Peña,ana@example.org,apena,Acme,Notebook,Laptops,Ultra 5,Lumen,4.29E+15,aa-11,T-1,Málaga,Laptops,“fine”,2016-01-05,1234.56,Acme,Ready to Deploy,24,Mercado',
      'Bo Ødegård,bo@example.org,bo,Acme,,Laptops,Ultra 6,Lumen,17,"b,22",T-2,Tromsø,Laptops,,2016-02-06,99,Acme,Undeployable,12,Butikk',
    ].join('\r');
    const bytes = iconv.encode(text, 'macintosh');
    expect(refusalCode(() => readTable(bytes, 'assets.csv'))).toBe('IMPORT_ENCODING_UNKNOWN');
    const table = readTable(bytes, 'assets.csv', { encoding: 'macintosh', knownHeaders: KNOWN });
    expect(table.format).toMatchObject({ lineEnd: '\r', delimiter: ',' });
    expect(table.headers.filter((header) => header === 'Category')).toHaveLength(2);
    expect(texts(table)[1]?.slice(0, 11)).toEqual([
      'Bo Ødegård',
      'bo@example.org',
      'bo',
      'Acme',
      '',
      'Laptops',
      'Ultra 6',
      'Lumen',
      '17',
      'b,22',
      'T-2',
    ]);
  });
});

describe('xlsx', () => {
  it('keeps what Excel typed: numbers, days, booleans, errors, texts, leading zeros', async () => {
    const bytes = await workbookBytes((workbook) => {
      const sheet = workbook.addWorksheet('资产');
      sheet.addRow(['编号', '名称', '原值', '日期', '序列号', '是否', '错误', '公式', '富文本']);
      const row = sheet.addRow([
        42,
        ' 椅子 ',
        12.340000000001,
        new Date(Date.UTC(2024, 2, 5)),
        1.23e15,
        true,
        { error: '#N/A' },
        { formula: '1+1', result: 2 },
        { richText: [{ text: '红' }, { text: '木' }] },
      ]);
      row.getCell(1).numFmt = '000000';
      row.getCell(4).numFmt = 'yyyy"年"m"月"d"日"';
      sheet.addRow(['A', 'B']).getCell(8).value = { formula: 'A1' };
    });
    const table = readTable(bytes, 'a.xlsx');
    expect(table.sheets).toEqual(['资产']);
    expect(table.format).toEqual({ kind: 'xlsx', sheet: '资产', date1904: false });
    expect(table.rows[0]).toEqual({
      rowNumber: 2,
      cells: [
        { kind: 'number', text: '000042', value: 42 },
        ' 椅子 ',
        { kind: 'number', text: '12.340000000001', value: 12.340000000001 },
        { kind: 'date', text: '2024-03-05', value: 45_356 },
        { kind: 'number', text: '1230000000000000', value: 1.23e15 },
        { kind: 'boolean', text: 'TRUE', value: 1 },
        { kind: 'error', text: '#N/A', value: 0 },
        { kind: 'number', text: '2', value: 2 },
        '红木',
      ],
    });
    expect(table.rows[1]?.cells[7]).toEqual({ kind: 'error', text: '#FORMULA', value: 0 });
  });

  it.each<[string, string]>([
    ['yyyy-mm-dd', 'date'],
    ['yyyy/m/d h:mm', 'date'],
    ['[$-804]yyyy"年"m"月"', 'date'],
    ['yyyy年m月d日', 'date'],
    ['mm-dd-yy', 'date'],
    ['0.00', 'number'],
    ['#,##0.00"元"', 'number'],
    ['[Red]#,##0.00', 'number'],
    ['¥#,##0.00', 'number'],
    ['0.00E+00', 'number'],
    ['"day "0', 'number'],
    ['General', 'number'],
  ])('takes the format %s for a %s', async (numFmt, kind) => {
    const bytes = await workbookBytes((workbook) => {
      const sheet = workbook.addWorksheet('一');
      sheet.addRow(['名称', '值']);
      sheet.addRow(['x', 45_356]).getCell(2).numFmt = numFmt;
    });
    expect(readTable(bytes, 'a.xlsx').rows[0]?.cells[1]).toMatchObject({ kind, value: 45_356 });
  });

  it('knows the system of 1904', async () => {
    const bytes = await workbookBytes((workbook) => {
      workbook.properties.date1904 = true;
      const sheet = workbook.addWorksheet('一');
      sheet.addRow(['名称', '日期']);
      sheet.addRow(['x', new Date(Date.UTC(2024, 2, 5))]).getCell(2).numFmt = 'yyyy-mm-dd';
    });
    const table = readTable(bytes, 'a.xlsx');
    expect(table.format).toMatchObject({ date1904: true });
    expect(table.rows[0]?.cells[1]).toEqual({
      kind: 'date',
      text: '2024-03-05',
      value: 43_894,
      date1904: true,
    });
  });

  it('reads what another program wrote, with shared and with inline texts', () => {
    const rows = [
      ['名称', '原值', '备注'],
      ['椅子', 12.5, '<b>&amp;'],
      ['', '', ''],
      ['桌子', null, '两\n行'],
    ];
    const table = readTable(sheetJsBytes(rows, 'xlsx'), 'a.xlsx');
    expect(table.headers).toEqual(['名称', '原值', '备注']);
    expect(texts(table)).toEqual([
      ['椅子', '12.5', '<b>&amp;'],
      ['桌子', '', '两\n行'],
    ]);
    expect(table.rows.map((row) => row.rowNumber)).toEqual([2, 4]);
  });

  it('reads prefixed XML, parts in odd places, cells without references and escaped characters', async () => {
    const cell = (text: string) => `<x:c t="inlineStr"><x:is><x:t>${text}</x:t></x:is></x:c>`;
    const bytes = await bareWorkbook(
      `<x:sheetData><x:row>${cell('名称')}${cell('规格')}</x:row><x:row r="5">${cell('A_x000D__x005F_B')}<x:c t="inlineStr"><x:is><x:r><x:t>红</x:t></x:r><x:rPh><x:t>hong</x:t></x:rPh><x:r><x:t>木</x:t></x:r></x:is></x:c></x:row></x:sheetData>`,
      'x',
    );
    const table = readTable(bytes, 'a.xlsx');
    expect(table.rows).toEqual([{ rowNumber: 5, cells: ['A\r_B', '红木'] }]);
  });

  it('finds the header below merged titles and joins a header of two rows', async () => {
    const bytes = await workbookBytes((workbook) => {
      const sheet = workbook.addWorksheet('一');
      sheet.addRow(['某某市中级人民法院固定资产明细表']);
      sheet.mergeCells('A1:F1');
      sheet.addRow(['编制单位：装备科', null, null, null, '单位：元']);
      sheet.addRow(['资产编号', '资产名称', '价值信息', null, null, '存放地点']);
      sheet.addRow([null, null, '账面原值', '累计折旧', '净值', null]);
      sheet.mergeCells('A3:A4');
      sheet.mergeCells('B3:B4');
      sheet.mergeCells('C3:E3');
      sheet.mergeCells('F3:F4');
      sheet.addRow(['T1', '椅子', 100, 20, 80, '301']);
    });
    const table = readTable(bytes, 'a.xlsx', { knownHeaders: KNOWN });
    expect(table.headerRow).toBe(4);
    expect(table.headers).toEqual(['资产编号', '资产名称', '账面原值', '累计折旧', '净值', '存放地点']);
    expect(texts(table)).toEqual([['T1', '椅子', '100', '20', '80', '301']]);
    expect(table.problems).toEqual([]);
  });

  it('lists rows below a merged cell, which would lose its value', async () => {
    const bytes = await workbookBytes((workbook) => {
      const sheet = workbook.addWorksheet('一');
      sheet.addRow(['资产名称', '使用部门', '备注']);
      for (const name of ['椅子', '桌子', '柜子', '沙发']) sheet.addRow([name, '立案庭', '']);
      sheet.mergeCells('B2:B4');
      sheet.mergeCells('C2:C5');
    });
    const table = readTable(bytes, 'a.xlsx', { knownHeaders: KNOWN });
    expect(table.problems.map(({ rowNumber, column, code }) => [rowNumber, column, code])).toEqual([
      [3, '使用部门', 'CELL_MERGED'],
      [4, '使用部门', 'CELL_MERGED'],
    ]);
  });

  it('reads the first visible sheet or the chosen one', async () => {
    const bytes = await workbookBytes((workbook) => {
      workbook.addWorksheet('藏', { state: 'hidden' }).addRow(['甲', '乙']);
      workbook.addWorksheet('一').addRow(['名称', '规格']);
      workbook.addWorksheet('二').addRow(['编号', '价值']);
    });
    expect(readTable(bytes, 'a.xlsx').headers).toEqual(['名称', '规格']);
    expect(readTable(bytes, 'a.xlsx').sheets).toEqual(['一', '二']);
    expect(readTable(bytes, 'a.xlsx', { sheet: '二' }).headers).toEqual(['编号', '价值']);
    expect(refusalCode(() => readTable(bytes, 'a.xlsx', { sheet: '三' }))).toBe('IMPORT_SHEET_NOT_FOUND');
  });

  it('refuses a cell far out without making a row of it', async () => {
    const bytes = await bareWorkbook(
      '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>名</t></is></c></row><row r="2"><c r="ZZZ2"><v>1</v></c></row></sheetData>',
    );
    expect(refusalCode(() => readTable(bytes, 'a.xlsx'))).toBe('IMPORT_TOO_MANY_COLUMNS');
    const wide = await bareWorkbook(
      '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>名</t></is></c></row><row r="2"><c r="XFD2"><v>1</v></c></row></sheetData>',
    );
    expect(refusalCode(() => readTable(wide, 'a.xlsx'))).toBe('IMPORT_TOO_MANY_COLUMNS');
  });
});

describe('files that are not what they seem', () => {
  const rows = [
    ['名称', '规格'],
    ['椅子', '木'],
  ];
  const encrypted = Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(504),
    Buffer.from('EncryptedPackage', 'utf16le'),
  ]);

  it.each<[string, string, () => Uint8Array | Promise<Uint8Array>]>([
    ['nothing', 'IMPORT_FILE_EMPTY', () => new Uint8Array()],
    ['an old xls', 'IMPORT_FILE_OLD_XLS', () => sheetJsBytes(rows, 'biff8')],
    ['an xlsb', 'IMPORT_FILE_XLSB', () => sheetJsBytes(rows, 'xlsb')],
    ['an ods', 'IMPORT_FILE_ODS', () => sheetJsBytes(rows, 'ods')],
    ['a locked workbook', 'IMPORT_FILE_ENCRYPTED', () => encrypted],
    ['a web page named xls', 'IMPORT_FILE_HTML', () => sheetJsBytes(rows, 'html')],
    [
      'a web page in UTF-16',
      'IMPORT_FILE_HTML',
      () => iconv.encode('<table><tr><td>1', 'utf-16le', { addBOM: true }),
    ],
    ['an XML spreadsheet', 'IMPORT_FILE_XML', () => sheetJsBytes(rows, 'xlml')],
    ['a PDF', 'IMPORT_FILE_NOT_A_TABLE', () => Buffer.from('%PDF-1.7\n…')],
    ['another zip', 'IMPORT_FILE_NOT_A_TABLE', () => zipBytes({ 'a.txt': 'x' })],
    ['half a workbook', 'IMPORT_FILE_DAMAGED', () => sheetJsBytes(rows, 'xlsx').subarray(0, 3000)],
    ['broken XML', 'IMPORT_FILE_DAMAGED', () => bareWorkbook('<sheetData><row><c>')],
    [
      'an entity of its own',
      'IMPORT_FILE_DAMAGED',
      () => bareWorkbook('<sheetData><row><c><v>&bomb;</v></c></row></sheetData>'),
    ],
    ['random bytes', 'IMPORT_ENCODING_UNKNOWN', () => Buffer.from([1, 0, 2, 255, 0, 254, 7, 200, 129])],
  ])('%s is refused as %s', async (_, code, make) => {
    const bytes = await make();
    expect(refusalCode(() => readTable(bytes, 'a.xls'))).toBe(code);
  });

  it('refuses a zip bomb by what its directory says, and by what it does when the directory lies', async () => {
    const honest = await bareWorkbook(`<sheetData>${' '.repeat(3_000_000)}</sheetData>`);
    const limits = { unpackedBytes: 1_000_000 };
    expect(honest.length).toBeLessThan(20_000);
    expect(refusalCode(() => readTable(honest, 'a.xlsx', { limits }))).toBe('IMPORT_FILE_UNPACKS_TOO_LARGE');
    const bomb = deflateRawSync(Buffer.alloc(50_000_000, 0x20));
    const lying = Buffer.from(await bareWorkbook('<sheetData/>'));
    const at = lying.lastIndexOf('book/s.xml') - 46;
    const sheetAt = lying.readUInt32LE(at + 42);
    const nameBytes = lying.readUInt16LE(sheetAt + 26);
    const grown = Buffer.concat([lying, lying.subarray(sheetAt, sheetAt + 30 + nameBytes), bomb]);
    const directory = lying.readUInt32LE(lying.length - 6);
    const moved = Buffer.concat([grown, lying.subarray(directory)]);
    const entryAt = grown.length + (at - directory);
    moved.writeUInt32LE(bomb.length, entryAt + 20);
    moved.writeUInt32LE(lying.length, entryAt + 42);
    moved.writeUInt32LE(grown.length, moved.length - 6);
    expect(refusalCode(() => readTable(moved, 'a.xlsx'))).toBe('IMPORT_FILE_UNPACKS_TOO_LARGE');
  });

  it('answers any bytes with a table or a refusal', () => {
    const start = fc.constantFrom('', 'PK\u0003\u0004', 'a,b\n', '\ufeff', '<html', 'sep=;\n', '"');
    fc.assert(
      fc.property(start, fc.uint8Array({ maxLength: 400 }), (prefix, bytes) => {
        const file = Buffer.concat([Buffer.from(prefix), bytes]);
        try {
          expect(readTable(file, 'x').headers.length).toBeGreaterThan(0);
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('in a worker', () => {
  let folder: string;
  let workerUrl: URL;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'read-table-'));
    const outfile = path.join(folder, 'read-table.mjs');
    await build({
      entryPoints: ['src/modules/imports/reading/read-table-worker.ts'],
      bundle: true,
      platform: 'node',
      format: 'esm',
      outfile,
      banner: {
        js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
      },
    });
    workerUrl = pathToFileURL(outfile);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('gives the same table and says how far it is', async () => {
    const text =
      '名称,原值\n' + Array.from({ length: 3000 }, (_, index) => `椅子${index},${index}\n`).join('');
    const bytes = iconv.encode(text, 'gb18030');
    const progress: number[] = [];
    const onProgress = ({ rowsRead }: { rowsRead: number }) => progress.push(rowsRead);
    const table = await readTableInWorker(bytes, 'a.csv', { workerUrl, onProgress, knownHeaders: ['名称'] });
    expect(table).toEqual(readTable(bytes, 'a.csv'));
    expect(progress.length).toBeGreaterThan(3);
    expect(progress).toEqual(progress.toSorted((one, other) => one - other));
    expect(progress.at(-1)).toBe(3000);
  });

  it('passes refusals on with their facts', async () => {
    const reading = readTableInWorker(Buffer.from('a,b\n1,2\n3,4'), 'a.csv', {
      workerUrl,
      limits: { rows: 1 },
    });
    await expect(reading).rejects.toMatchObject({ code: 'IMPORT_TOO_MANY_ROWS', facts: { limit: 1 } });
  });

  it('ends when it is aborted', async () => {
    const bytes = Buffer.from('名称,原值\n' + '椅子,1\n'.repeat(90_000));
    const controller = new AbortController();
    const reading = readTableInWorker(bytes, 'a.csv', {
      workerUrl,
      signal: controller.signal,
      onProgress: () => {
        controller.abort(new Error('no longer wanted'));
      },
    });
    await expect(reading).rejects.toThrow('no longer wanted');
  });
});

describe('headers are compared', () => {
  it.each([
    ['账面原值（元）', '账面原值', true],
    ['账面原值(元) *', '账面原值', true],
    ['资产 名称', '资产名称', true],
    ['取得日期\n（必填）', '取得日期', true],
    ['ＡＳＳＥＴ　Tag', 'asset tag', true],
    ['Checked Out To: Username', 'checked out to username', true],
    ['资产编号(旧)', '资产编号', false],
    ['曾用编号1', '曾用编号2', false],
  ])('%j and %j: %s', (one, other, same) => {
    expect(normaliseHeader(one) === normaliseHeader(other)).toBe(same);
  });
});

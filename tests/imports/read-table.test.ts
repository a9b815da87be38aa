import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from 'esbuild';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { readTableInWorker } from '../../src/modules/imports/reading/read-table-in-worker.ts';
import { readTable } from '../../src/modules/imports/reading/read-table.ts';
import { Refusal } from '../../src/platform/errors.ts';
import {
  bareWorkbook,
  KNOWN,
  refusalCode,
  sheetJsBytes,
  texts,
  workbookBytes,
  zipBytes,
} from './table-files.ts';

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
      'a text that is not there',
      'IMPORT_FILE_DAMAGED',
      () => bareWorkbook('<sheetData><row><c t="s"><v>7</v></c></row></sheetData>'),
    ],
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

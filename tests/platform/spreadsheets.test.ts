import { describe, expect, it } from 'vitest';
import XLSX from '@e965/xlsx';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { fenToDecimal, formatFen } from '../../src/platform/spreadsheets/money.ts';
import type { TableColumn } from '../../src/platform/spreadsheets/table-column.ts';
import { writeCsv } from '../../src/platform/spreadsheets/write-csv.ts';
import { writeXlsx } from '../../src/platform/spreadsheets/write-xlsx.ts';

type Card = {
  code: string;
  name: string | null;
  valueFen: number | null;
  acquiredOn: string | null;
  recordedAt: Date | null;
  amount: string | null;
  useYears: number | null;
};

const CARD_COLUMNS: readonly TableColumn<Card>[] = [
  { key: 'code', title: '资产编码', kind: 'text', value: (card) => card.code },
  { key: 'name', title: '资产名称', kind: 'text', value: (card) => card.name },
  { key: 'value', title: '原值', kind: 'money-fen', value: (card) => card.valueFen },
  { key: 'acquired', title: '取得日期', kind: 'date', value: (card) => card.acquiredOn },
  { key: 'recorded', title: '记账时间', kind: 'instant', value: (card) => card.recordedAt },
  { key: 'amount', title: '数量', kind: 'quantity', value: (card) => card.amount },
  { key: 'years', title: '使用年限', kind: 'integer', value: (card) => card.useYears },
];

const COMPUTER: Card = {
  code: '0001508000001234',
  name: '台式计算机',
  valueFen: 123_456,
  acquiredOn: '2024-03-05',
  recordedAt: new Date('2026-11-23T01:30:05.000Z'),
  amount: '1.5',
  useYears: 6,
};
const EMPTY: Card = {
  ...COMPUTER,
  name: null,
  valueFen: null,
  acquiredOn: null,
  recordedAt: null,
  amount: null,
  useYears: null,
};

const TEXT_COLUMN: readonly TableColumn<string>[] = [
  { key: 't', title: '名称', kind: 'text', value: (text) => text },
];

async function bytesOf(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function csvRecords<Row>(
  columns: readonly TableColumn<Row>[],
  rows: Iterable<Row>,
): Promise<string[][]> {
  const bytes = await bytesOf(writeCsv(columns, rows));
  return parse(bytes, { bom: true, record_delimiter: '\r\n', relax_column_count: false });
}

async function workbookOf<Row>(
  columns: readonly TableColumn<Row>[],
  rows: Iterable<Row>,
  options: Parameters<typeof writeXlsx>[2] = { sheetName: '台账' },
): Promise<XLSX.WorkBook> {
  return XLSX.read(await bytesOf(writeXlsx(columns, rows, options)), { cellNF: true, cellStyles: true });
}

function sheetOf(book: XLSX.WorkBook, name = '台账'): XLSX.WorkSheet {
  const sheet = book.Sheets[name];
  if (!sheet) throw new Error(`no sheet ${name} among ${book.SheetNames.join()}`);
  return sheet;
}

function cellOf(sheet: XLSX.WorkSheet, address: string): XLSX.CellObject | undefined {
  return sheet[address] as XLSX.CellObject | undefined;
}

/** Counts what is read of it and whether it was closed; fails after `failAfter` rows. */
function watchedRows(failAfter = Number.POSITIVE_INFINITY) {
  const seen = { read: 0, closed: false };
  async function* rows(): AsyncGenerator<string, void, undefined> {
    try {
      for (;;) {
        if (seen.read >= failAfter) throw new Error('the database went away');
        seen.read += 1;
        yield `第 ${seen.read} 行 ${'固定资产'.repeat(40)}`;
      }
    } finally {
      seen.closed = true;
    }
  }
  return { seen, rows: rows() };
}

describe('money as text', () => {
  it.each([
    [0, '0.00', '0.00'],
    [5, '0.05', '0.05'],
    [-5, '-0.05', '-0.05'],
    [99_999, '999.99', '999.99'],
    [100_000, '1000.00', '1,000.00'],
    [123_456_789, '1234567.89', '1,234,567.89'],
    [-123_456_789, '-1234567.89', '-1,234,567.89'],
    [Number.MAX_SAFE_INTEGER, '90071992547409.91', '90,071,992,547,409.91'],
  ])('%d fen is %s, for people %s', (fen, decimal, formatted) => {
    expect(fenToDecimal(fen)).toBe(decimal);
    expect(formatFen(fen)).toBe(formatted);
  });

  it.each([0.5, Number.NaN, Number.MAX_SAFE_INTEGER + 1, Number.POSITIVE_INFINITY])('refuses %d', (fen) => {
    expect(() => fenToDecimal(fen)).toThrow(RangeError);
    expect(() => formatFen(fen)).toThrow(RangeError);
  });
});

describe('csv', () => {
  it('begins with the byte order mark, ends every line with CRLF and writes each kind in its form', async () => {
    const bytes = await bytesOf(writeCsv(CARD_COLUMNS, [COMPUTER, EMPTY]));
    expect(bytes.toString('utf8')).toBe(
      '\ufeff资产编码,资产名称,原值,取得日期,记账时间,数量,使用年限\r\n' +
        '0001508000001234,台式计算机,1234.56,2024-03-05,2026-11-23 09:30:05,1.5,6\r\n' +
        '0001508000001234,,,,,,\r\n',
    );
  });

  it('writes the header alone where there are no rows', async () => {
    expect(await csvRecords(CARD_COLUMNS, [])).toEqual([CARD_COLUMNS.map(({ title }) => title)]);
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+86 478 1234', "'+86 478 1234"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', "'\r=1"],
    ['\n=1', "'\n=1"],
    ['＝1＋1', "'＝1＋1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠A1', "'＠A1"],
    ["=cmd|'/c calc'!A1", "'=cmd|'/c calc'!A1"],
    ['=HYPERLINK("http://x","点此")', '\'=HYPERLINK("http://x","点此")'],
    ['a;=1+1', 'a;=1+1'],
    ['二号=库房', '二号=库房'],
    ["'=1", "'=1"],
  ])('makes the text %j harmless as %j', async (text, harmless) => {
    expect(await csvRecords(TEXT_COLUMN, [text, 'end'])).toEqual([['名称'], [harmless], ['end']]);
  });

  it('quotes whatever another list separator would split', async () => {
    const bytes = await bytesOf(writeCsv(TEXT_COLUMN, ['a;=1+1', 'b\t=1', ' c ', 'd"e', 'f\ng', 'h']));
    expect(bytes.toString('utf8')).toBe(
      '\ufeff名称\r\n"a;=1+1"\r\n"b\t=1"\r\n" c "\r\n"d""e"\r\n"f\ng"\r\nh\r\n',
    );
  });

  it('makes a column title harmless too', async () => {
    const columns: readonly TableColumn<string>[] = [
      { key: 't', title: '=A1', kind: 'text', value: (text) => text },
    ];
    expect(await csvRecords(columns, [])).toEqual([["'=A1"]]);
  });

  it('keeps negative numbers numbers, and trusts no column that only claims to be numeric', async () => {
    const columns: readonly TableColumn<string>[] = [
      { key: 'm', title: '金额', kind: 'money-fen', value: () => -5 },
      { key: 'i', title: '差额', kind: 'integer', value: () => -3 },
      { key: 'q', title: '数量', kind: 'quantity', value: (text) => text },
      { key: 'd', title: '日期', kind: 'date', value: (text) => text },
    ];
    expect(await csvRecords(columns, ['-1.5', '-1+1', '2026-02-30'])).toEqual([
      ['金额', '差额', '数量', '日期'],
      ['-0.05', '-3', '-1.5', "'-1.5"],
      ['-0.05', '-3', "'-1+1", "'-1+1"],
      ['-0.05', '-3', '2026-02-30', '2026-02-30'],
    ]);
  });

  it('brings any text back, with the apostrophe where a formula would begin', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyText(), { minLength: 1, maxLength: 8 }), async (texts) => {
        const records = await csvRecords(TEXT_COLUMN, [...texts, 'end']);
        const expected = texts.map((text) => (/^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text));
        expect(records.slice(1, -1)).toEqual(expected.map((text) => [text]));
      }),
      { numRuns: 300 },
    );
  });
});

describe('xlsx', () => {
  it('writes each kind as the type a spreadsheet reckons with', async () => {
    const sheet = sheetOf(await workbookOf(CARD_COLUMNS, [COMPUTER, EMPTY]));
    expect(cellOf(sheet, 'A1')).toMatchObject({ t: 's', v: '资产编码' });
    expect(cellOf(sheet, 'A2')).toMatchObject({ t: 's', v: '0001508000001234', z: '@' });
    expect(cellOf(sheet, 'C2')).toMatchObject({ t: 'n', v: 1234.56, z: '#,##0.00', w: '1,234.56' });
    expect(cellOf(sheet, 'D2')).toMatchObject({ t: 'n', v: 45_356, w: '2024-03-05' });
    expect(cellOf(sheet, 'E2')).toMatchObject({ t: 'n', w: '2026-11-23 09:30:05' });
    expect(cellOf(sheet, 'F2')).toMatchObject({ t: 'n', v: 1.5 });
    expect(cellOf(sheet, 'G2')).toMatchObject({ t: 'n', v: 6 });
    expect(['B3', 'C3', 'D3', 'E3', 'F3', 'G3'].map((address) => cellOf(sheet, address)?.v)).toEqual(
      Array.from({ length: 6 }, () => undefined),
    );
    expect(sheet['!autofilter']).toEqual({ ref: 'A1:G3' });
  });

  it.each([
    ['1900-02-28', 's', '1900-02-28'],
    ['1900-03-01', 'n', 61],
    ['2000-02-29', 'n', 36_585],
    ['2026-02-30', 's', '2026-02-30'],
    ['不详', 's', '不详'],
  ])('writes the day %s as type %s', async (day, type, value) => {
    const columns: readonly TableColumn<string>[] = [
      { key: 'd', title: '日期', kind: 'date', value: (text) => text },
    ];
    expect(cellOf(sheetOf(await workbookOf(columns, [day])), 'A2')).toMatchObject({ t: type, v: value });
  });

  it.each([
    ['12.5', 'n', 12.5],
    ['-0.0001', 'n', -0.0001],
    ['999999999999.999', 'n', 999_999_999_999.999],
    ['999999999999.9999', 's', '999999999999.9999'],
    ['1+1', 's', '1+1'],
  ])('writes the quantity %s as type %s, so that no digit is lost', async (quantity, type, value) => {
    const columns: readonly TableColumn<string>[] = [
      { key: 'q', title: '数量', kind: 'quantity', value: (text) => text },
    ];
    expect(cellOf(sheetOf(await workbookOf(columns, [quantity])), 'A2')).toMatchObject({ t: type, v: value });
  });

  it('puts title and notes above a frozen, filtered header', async () => {
    const options = {
      sheetName: '台账',
      title: '出入库台账',
      notes: ['期间：2026 年 11 月', '=not a formula'],
    };
    const sheet = sheetOf(await workbookOf(CARD_COLUMNS, [COMPUTER], options));
    expect(['A1', 'A2', 'A3', 'A4', 'A5'].map((address) => cellOf(sheet, address)?.v)).toEqual([
      '出入库台账',
      '期间：2026 年 11 月',
      '=not a formula',
      '资产编码',
      '0001508000001234',
    ]);
    expect(sheet['!autofilter']).toEqual({ ref: 'A4:G5' });
    expect(sheet['!merges']).toEqual([{ s: { r: 0, c: 0 }, e: { r: 0, c: 6 } }]);
  });

  it('measures columns so that Chinese fits, and takes a width that is given', async () => {
    const columns: readonly TableColumn<string>[] = [
      { key: 'a', title: '名称', kind: 'text', value: (text) => text },
      { key: 'b', title: '名称', kind: 'text', width: 30, value: (text) => text },
    ];
    const sheet = sheetOf(await workbookOf(columns, ['内蒙古自治区巴彦淖尔市']));
    expect(sheet['!cols']?.map((column) => column.width)).toEqual([24, 30]);
  });

  it('goes on in further sheets when one is full', async () => {
    const book = await workbookOf(TEXT_COLUMN, ['一', '二', '三', '四', '五'], {
      sheetName: '台账',
      sheetRowLimit: 3,
    });
    expect(book.SheetNames).toEqual(['台账', '台账 (2)', '台账 (3)']);
    const texts = book.SheetNames.map((name) => XLSX.utils.sheet_to_json(sheetOf(book, name), { header: 1 }));
    expect(texts).toEqual([
      [['名称'], ['一'], ['二']],
      [['名称'], ['三'], ['四']],
      [['名称'], ['五']],
    ]);
  });

  it('makes no further sheet for rows that just fit, and one sheet for none', async () => {
    expect(
      (await workbookOf(TEXT_COLUMN, ['一', '二'], { sheetName: 'a', sheetRowLimit: 3 })).SheetNames,
    ).toEqual(['a']);
    const empty = await workbookOf(CARD_COLUMNS, []);
    expect(XLSX.utils.sheet_to_json(sheetOf(empty), { header: 1 })).toEqual([
      CARD_COLUMNS.map(({ title }) => title),
    ]);
  });

  it.each([
    ['出入库:台账/2026*[1]?\\', '出入库 台账 2026  1'],
    ["'引号'", '引号'],
    ['', 'Sheet'],
    ['History', 'Sheet'],
    ['资'.repeat(40), '资'.repeat(31)],
    ['a<b>&"c"', 'a<b>&"c"'],
  ])('makes a sheet name that programs accept of %j', async (wanted, name) => {
    expect((await workbookOf(TEXT_COLUMN, ['x'], { sheetName: wanted })).SheetNames).toEqual([name]);
  });

  it.each(['=1+1', '+1', '-1', '@A1', "'=1", '＝1', '{=1}', '=HYPERLINK("http://x")'])(
    'stores %j as text, never as a formula',
    async (text) => {
      const cell = cellOf(sheetOf(await workbookOf(TEXT_COLUMN, [text])), 'A2');
      expect(cell).toMatchObject({ t: 's', v: text });
      expect(cell?.f).toBeUndefined();
    },
  );

  it.each([
    ['control characters', 'a\u0000b\u0001c\u001fd\u007f'],
    ['tab and line feed', '\ta\nb\t'],
    ['spaces at both ends', '  a  '],
    ['what XML forbids', 'a\ufffeb\uffffc'],
    ['markup', '<b>&amp;"\'</b><![CDATA[x]]>'],
    ['text that looks like an escape', '_x000D_ _x005F_ _x0041_x0042_ _X000D_'],
    ['characters beyond the BMP', '𠮷野家😀'],
  ])('brings back %s', async (_, text) => {
    expect(cellOf(sheetOf(await workbookOf(TEXT_COLUMN, [text])), 'A2')?.v).toBe(text);
  });

  it('writes every kind of line break as the one of a cell', async () => {
    expect(cellOf(sheetOf(await workbookOf(TEXT_COLUMN, ['a\r\nb\rc\n\rd'])), 'A2')?.v).toBe('a\nb\nc\n\nd');
  });

  it('brings any well-formed text back, line breaks as LF', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyText(), { minLength: 1, maxLength: 20 }), async (texts) => {
        const sheet = sheetOf(await workbookOf(TEXT_COLUMN, texts));
        expect(texts.map((_, index) => cellOf(sheet, `A${index + 2}`)?.v ?? '')).toEqual(
          texts.map((text) => text.replace(/\r\n?/g, '\n')),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('brings any fen back exactly', async () => {
    const columns: readonly TableColumn<number>[] = [
      { key: 'm', title: '原值', kind: 'money-fen', value: (fen) => fen },
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }), {
          minLength: 1,
          maxLength: 20,
        }),
        async (amounts) => {
          const sheet = sheetOf(await workbookOf(columns, amounts));
          const read = amounts.map((_, index) => cellOf(sheet, `A${index + 2}`));
          expect(read.map((cell) => [cell?.t, Math.round(Number(cell?.v) * 100)])).toEqual(
            amounts.map((fen) => ['n', fen === 0 ? 0 : fen]),
          );
        },
      ),
      { numRuns: 50 },
    );
  });

  it('says how much of a text does not fit a cell, and cuts no character in two', async () => {
    const text = `${'资'.repeat(32_706)}${'😀'.repeat(100)}`;
    const read = String(cellOf(sheetOf(await workbookOf(TEXT_COLUMN, [text])), 'A2')?.v);
    expect(read.length).toBeLessThanOrEqual(32_767);
    expect(read.isWellFormed()).toBe(true);
    const kept = read.slice(0, read.indexOf('〔'));
    expect(text.startsWith(kept)).toBe(true);
    expect(read.slice(kept.length)).toContain(`余 ${text.length - kept.length} 字未列`);
  });

  it('is the same file for the same rows', async () => {
    const write = () => bytesOf(writeXlsx(CARD_COLUMNS, [COMPUTER, EMPTY], { sheetName: '台账' }));
    expect((await write()).equals(await write())).toBe(true);
  });
});

/** Waits until a count no longer moves; a count that never stops fails the test by its time limit. */
async function standsStill(count: () => number): Promise<void> {
  for (let before = -1; before !== count();) {
    before = count();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe.each([
  ['csv', (rows: AsyncIterable<string>) => writeCsv(TEXT_COLUMN, rows)],
  ['xlsx', (rows: AsyncIterable<string>) => writeXlsx(TEXT_COLUMN, rows, { sheetName: '台账' })],
])('%s as a stream', (_, write) => {
  it('reads no more rows than the bytes taken need, and closes the source when the reader leaves', async () => {
    const { seen, rows } = watchedRows();
    const stream = write(rows);
    for (let taken = 0; taken < 20; taken += 1) expect((await stream.next()).done).toBe(false);
    // why: a source without end would be read for ever by a writer that does not wait for its reader.
    await standsStill(() => seen.read);
    await stream.return();
    expect(seen.closed).toBe(true);
  });

  it.each([0, 1, 150, 5_000])(
    'ends with the error of a source that fails after %d rows',
    async (failAfter) => {
      const { seen, rows } = watchedRows(failAfter);
      const chunks: Uint8Array[] = [];
      const reading = (async () => {
        for await (const chunk of write(rows)) chunks.push(chunk);
      })();
      await expect(reading).rejects.toThrow('the database went away');
      expect(seen.closed).toBe(true);
      expect(Buffer.concat(chunks).includes(Buffer.from('504b0506', 'hex'))).toBe(false);
    },
  );

  it('ends with the error of a value that no column can hold', async () => {
    const columns: readonly TableColumn<string>[] = [
      { key: 'm', title: '原值', kind: 'money-fen', value: () => 0.5 },
    ];
    await expect(bytesOf(writeCsv(columns, ['x']))).rejects.toThrow(RangeError);
    await expect(bytesOf(writeXlsx(columns, ['x'], { sheetName: '台账' }))).rejects.toThrow(RangeError);
  });
});

function anyText(): fc.Arbitrary<string> {
  return fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'binary' }).map((text) => text.toWellFormed()),
    fc.string({
      unit: fc.constantFrom('=', '-', '"', ',', '\r', '\n', '\t', "'", '_x000D_', '_', 'x', '＝', '法', ' '),
    }),
  );
}

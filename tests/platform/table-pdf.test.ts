import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { getDocumentProxy } from 'unpdf';
import { loadFontFace } from '../../src/platform/pdf/font-face.ts';
import { visibleText } from '../../src/platform/pdf/visible-text.ts';
import { layoutGrid, PADDING_X } from '../../src/platform/pdf/table-layout.ts';
import { wrapEvenly, wrapText } from '../../src/platform/pdf/wrap-text.ts';
import {
  type TablePdf,
  type TablePdfOutcome,
  writeTablePdf,
} from '../../src/platform/pdf/write-table-pdf.ts';
import type { TableColumn } from '../../src/platform/spreadsheets/table-column.ts';

type Entry = { name: string; inFen: number | null; outFen: number | null };

const ENTRY_COLUMNS: readonly TableColumn<Entry>[] = [
  { key: 'day', title: '业务日期', kind: 'date', value: () => '2026-11-23' },
  { key: 'name', title: '资产名称', kind: 'text', value: (entry) => entry.name },
  { key: 'in', title: '入库金额', kind: 'money-fen', value: (entry) => entry.inFen },
  { key: 'out', title: '出库金额', kind: 'money-fen', value: (entry) => entry.outFen },
  { key: 'at', title: '记账时间', kind: 'instant', value: () => new Date('2026-11-23T01:30:00Z') },
];

/** `right` is where the text ends, in points from the left edge. */
type Piece = { text: string; x: number; y: number; right: number };
type Page = { pieces: Piece[]; text: string };

function ledger(rows: TablePdf<Entry>['rows'], more: Partial<TablePdf<Entry>> = {}): TablePdf<Entry> {
  return {
    title: '固定资产出入库台账',
    organisation: '巴彦淖尔市中级人民法院',
    subtitles: ['2026 年 11 月', '部门：全部'],
    columns: ENTRY_COLUMNS,
    rows,
    printedBy: '乌云其其格',
    printedAt: new Date('2026-11-23T01:30:00Z'),
    ...more,
  };
}

function entries(count: number): Entry[] {
  return Array.from({ length: count }, (_, index) => ({
    name: `台式计算机 ${index + 1} 号`,
    inFen: index % 3 === 0 ? 100_001 + index : null,
    outFen: index % 3 === 0 ? null : -(index + 7),
  }));
}

async function printed<Row>(table: TablePdf<Row>): Promise<{ bytes: Buffer; outcome: TablePdfOutcome }> {
  const stream = writeTablePdf(table);
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return { bytes: Buffer.concat(chunks), outcome: stream.outcome() };
}

async function pagesOf(bytes: Buffer): Promise<Page[]> {
  const document = await getDocumentProxy(new Uint8Array(bytes));
  const pages: Page[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const content = await (await document.getPage(number)).getTextContent({ disableNormalization: true });
    const pieces = content.items.flatMap((item) => {
      if (!('str' in item) || item.str === '') return [];
      const x = Number(item.transform[4]);
      return [{ text: item.str, x, y: Number(item.transform[5]), right: x + item.width }];
    });
    pages.push({ pieces, text: pieces.map(({ text }) => text).join('') });
  }
  return pages;
}

async function printedPages<Row>(table: TablePdf<Row>): Promise<Page[]> {
  return pagesOf((await printed(table)).bytes);
}

/** The amounts that stand on the line that begins with a label. */
function sumsBeside(page: Page, label: RegExp): string[] {
  const found = page.pieces.find(({ text }) => label.test(text));
  return page.pieces
    .filter(
      ({ y, text }) => found !== undefined && Math.abs(y - found.y) < 3 && /^-?[\d,]+\.\d\d$/.test(text),
    )
    .sort((one, other) => one.x - other.x)
    .map(({ text }) => text);
}

function fenOf(text: string): number {
  return Number(text.replace(/[,.]/g, ''));
}

const rowNames = (page: Page) =>
  page.pieces.filter(({ text }) => /^台式计算机 \d+ 号$/.test(text)).map(({ text }) => text);

describe('a table paper', () => {
  it('shows title, organisation, period, header and page number on every page', async () => {
    const pages = await printedPages(ledger(entries(100)));
    expect(pages.length).toBeGreaterThan(3);
    pages.forEach(({ text }, index) => {
      expect(text).toContain('固定资产出入库台账');
      expect(text).toContain('单位：巴彦淖尔市中级人民法院');
      expect(text).toContain('2026 年 11 月');
      expect(text).toContain('金额单位：元');
      for (const title of ['序号', '业务日期', '资产名称', '入库金额', '出库金额', '记账时间'])
        expect(text).toContain(title);
      expect(text).toMatch(new RegExp(`第 ${index + 1} 页 /\\s?共 ${pages.length} 页`));
      expect(text).toContain('打印人：乌云其其格');
      expect(text).toContain('打印时间：2026-11-23 09:30');
      expect(text.includes('部门：全部')).toBe(index === 0);
    });
  });

  it('prints every row once, in order, and says how many', async () => {
    const { bytes, outcome } = await printed(ledger(entries(250)));
    const pages = await pagesOf(bytes);
    expect(pages.flatMap(rowNames)).toEqual(entries(250).map(({ name }) => name));
    expect(outcome).toEqual({ pageCount: pages.length, rowCount: 250, missingCharacters: [] });
  });

  it('sums each page and the whole, to the fen', async () => {
    const rows = entries(100);
    const pages = await printedPages(ledger(rows));
    let printedSoFar = 0;
    for (const page of pages) {
      const shown = rows.slice(printedSoFar, printedSoFar + rowNames(page).length);
      printedSoFar += shown.length;
      expect(page.text).toContain(`本页小计（${shown.length} 条）`);
      expect(sumsBeside(page, /^本页小计/).map(fenOf)).toEqual([
        shown.reduce((sum, { inFen }) => sum + (inFen ?? 0), 0),
        shown.reduce((sum, { outFen }) => sum + (outFen ?? 0), 0),
      ]);
    }
    const last = pages.at(-1);
    expect(pages.filter(({ text }) => text.includes('合计（100 条）'))).toEqual([last]);
    expect(last && sumsBeside(last, /^合计/)).toEqual(['34,017.17', '-37.29']);
  });

  it('sums only the columns that are named, and none where none is', async () => {
    const [page] = await printedPages(ledger(entries(3), { totals: ['in'] }));
    expect(page && sumsBeside(page, /^合计/)).toEqual(['1,000.01']);
    const [plain] = await printedPages(ledger(entries(3), { totals: [] }));
    expect(plain?.text).not.toMatch(/小计|合计/);
  });

  it('sets money with thousands to the right edge of its column', async () => {
    const rows = [1, 123_456, 123_456_789, -5].map((inFen) => ({ name: '档案柜', inFen, outFen: null }));
    const [page] = await printedPages(ledger(rows, { totals: [] }));
    const amounts = page?.pieces.filter(({ text }) => /^-?[\d,]+\.\d\d$/.test(text)) ?? [];
    expect(amounts.map(({ text }) => text)).toEqual(['0.01', '1,234.56', '1,234,567.89', '-0.05']);
    for (const { right } of amounts) expect(right).toBeCloseTo(amounts[0]?.right ?? 0, 1);
  });

  it('keeps an amount inside its column when it is far wider than the sampled ones', async () => {
    const rows = [...entries(400), { name: '办公楼', inFen: 9_007_199_254_740_000, outFen: null }];
    const last = (await printedPages(ledger(rows))).at(-1);
    const header = last?.pieces.find(({ text }) => text === '出库金额');
    const amount = last?.pieces.find(({ text }) => text === '90,071,992,547,400.00');
    expect(amount?.right).toBeLessThan(header?.x ?? 0);
    expect(last && sumsBeside(last, /^合计/)[0]).toBe('90,071,992,681,668.67');
  });

  it('puts a line for each who signs on the last page only', async () => {
    const signatures = ['制表人', '复核人', '单位负责人'];
    const pages = await printedPages(ledger(entries(60), { signatures }));
    expect(pages.map(({ text }) => /制表人： ?复核人： ?单位负责人：/.test(text))).toEqual(
      pages.map((_, index) => index === pages.length - 1),
    );
  });

  it('never leaves the total and the signatures alone on a page', async () => {
    for (let count = 14; count <= 26; count += 1) {
      const pages = await printedPages(ledger(entries(count), { signatures: ['制表人'] }));
      expect(pages.map(({ text }) => /台式计算机/.test(text))).toEqual(pages.map(() => true));
      expect(pages.flatMap(rowNames)).toHaveLength(count);
    }
  });

  it('says that there are no records where there are none', async () => {
    const { bytes, outcome } = await printed(ledger([], { signatures: ['制表人'] }));
    const pages = await pagesOf(bytes);
    expect(outcome).toEqual({ pageCount: 1, rowCount: 0, missingCharacters: [] });
    expect(pages[0]?.text).toContain('无记录');
    expect(pages[0]?.text).toMatch(/第 1 页 \/\s?共 1 页/);
    expect(pages[0] && sumsBeside(pages[0], /^合计/)).toEqual(['0.00', '0.00']);
  });

  it('continues a row that is higher than a page, and counts and sums it once', async () => {
    const name = Array.from({ length: 2_000 }, (_, index) => '民事审判第一庭'.charAt(index % 7)).join('');
    const columns = ENTRY_COLUMNS.map((column) => (column.key === 'name' ? { ...column, width: 8 } : column));
    const { bytes, outcome } = await printed(ledger([{ name, inFen: 500, outFen: null }], { columns }));
    const pages = await pagesOf(bytes);
    expect(pages.length).toBeGreaterThan(5);
    const body = pages.flatMap(({ pieces }) =>
      pieces.filter(({ text }) => /^[民事审判第一庭]{2,30}$/.test(text)),
    );
    expect(body.map(({ text }) => text).join('')).toBe(name);
    expect(outcome.rowCount).toBe(1);
    const last = pages.at(-1);
    expect(last && sumsBeside(last, /^合计/)).toEqual(['5.00', '0.00']);
    expect(last && sumsBeside(last, /^本页小计/)).toEqual(['0.00', '0.00']);
  });

  it('shows a character that the typeface lacks by its code point, on the row, in a note and in the outcome', async () => {
    const rows = [{ name: '𠮷野牌保险柜\u200b', inFen: null, outFen: null }];
    const { bytes, outcome } = await printed(ledger(rows, { printedBy: '\u1820某' }));
    const [page] = await pagesOf(bytes);
    expect(page?.text).toContain('〔U+20BB7〕野牌保险柜〔U+200B〕');
    expect(page?.text).toContain('打印人：〔U+1820〕某');
    expect(page?.text).toContain('注：字库未收 3 个字符，以码位标示：〔U+1820〕〔U+20BB7〕〔U+200B〕。');
    expect(outcome.missingCharacters).toEqual(['\u1820', '𠮷', '\u200b']);
  });

  it('gives back the very character where two look the same', async () => {
    // The radical ⽅ and the ideograph 方 share one glyph.
    const [page] = await printedPages(ledger([{ name: '⽅方⼈人', inFen: null, outFen: null }]));
    expect(page?.pieces.map(({ text }) => text)).toContain('⽅方⼈人');
  });

  it('speaks English where asked', async () => {
    const [page] = await printedPages(ledger(entries(1), { language: 'en', signatures: ['Prepared by'] }));
    for (const words of ['Total (1 rows)', 'Printed by: ', 'Amounts in CNY', 'Prepared by:']) {
      expect(page?.text).toContain(words);
    }
    expect(page?.text).toMatch(/Page 1\s*of 1/);
    expect(page?.text).not.toMatch(/合计|第 1 页/);
  });

  it('is the same file for the same table and clock, and names the clock as its date', async () => {
    const one = await printed(ledger(entries(40)));
    const other = await printed(ledger(entries(40)));
    expect(one.bytes.equals(other.bytes)).toBe(true);
    const later = await printed(ledger(entries(40), { printedAt: new Date('2026-11-24T01:30:00Z') }));
    expect(later.bytes.equals(one.bytes)).toBe(false);
    const { info } = await (await getDocumentProxy(new Uint8Array(one.bytes))).getMetadata();
    expect(info).toMatchObject({ CreationDate: 'D:20261123013000Z', Title: '固定资产出入库台账' });
  });

  it('brings any text of a cell back', async () => {
    const face = loadFontFace('regular');
    const known = face.font.characterSet.filter(
      (point) => point > 0x20 && point !== 0xad && !/\p{M}|\p{Z}|\p{C}/u.test(String.fromCodePoint(point)),
    );
    const character = fc.constantFrom(...known).map((point) => String.fromCodePoint(point));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: character, minLength: 1, maxLength: 30 }), { maxLength: 5 }),
        async (names) => {
          const columns = ENTRY_COLUMNS.filter(({ key }) => key === 'name');
          const [page] = await printedPages(
            ledger(
              names.map((name) => ({ name, inFen: null, outFen: null })),
              { columns, rowNumbers: false },
            ),
          );
          const letters = (text: string) => Array.from(text.replace(/\s/g, '')).sort().join('');
          const around = await printedPages(
            ledger([{ name: '柜', inFen: null, outFen: null }], { columns, rowNumbers: false }),
          );
          const frame = letters(around[0]?.text ?? '');
          expect(letters(`${page?.text ?? ''}${names.length === 0 ? '柜' : '无记录柜'}`)).toBe(
            letters(`${frame}${names.join('')}无记录`),
          );
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('a table paper as a stream', () => {
  function watchedEntries(failAfter: number) {
    const seen = { read: 0, closed: false };
    async function* rows(): AsyncGenerator<Entry, void, undefined> {
      try {
        for (;;) {
          if (seen.read >= failAfter) throw new Error('the database went away');
          seen.read += 1;
          yield { name: '台式计算机', inFen: 1, outFen: null };
        }
      } finally {
        seen.closed = true;
      }
    }
    return { seen, rows: rows() };
  }

  it.each([0, 10, 1_000])('ends with the error of a source that fails after %d rows', async (failAfter) => {
    const { seen, rows } = watchedEntries(failAfter);
    const stream = writeTablePdf(ledger(rows));
    const chunks: Uint8Array[] = [];
    const reading = (async () => {
      for await (const chunk of stream) chunks.push(chunk);
    })();
    await expect(reading).rejects.toThrow('the database went away');
    expect(seen.closed).toBe(true);
    expect(Buffer.concat(chunks).includes('%%EOF')).toBe(false);
    expect(() => stream.outcome()).toThrow('when the bytes have been read');
  });

  it('reads no more rows than the pages taken need, and closes the source when the reader leaves', async () => {
    const { seen, rows } = watchedEntries(Number.POSITIVE_INFINITY);
    const reader = writeTablePdf(ledger(rows))[Symbol.asyncIterator]();
    for (let taken = 0; taken < 30; taken += 1) expect((await reader.next()).done).toBe(false);
    expect(seen.read).toBeLessThan(2_000);
    await reader.return?.();
    expect(seen.closed).toBe(true);
  });
});

describe('breaking text into lines', () => {
  const face = loadFontFace('regular');

  it.each([
    ['between Chinese characters', '民事审判第一庭', 3, ['民事审', '判第一', '庭']],
    ['not before a closing mark', '审判庭、执行局', 3, ['审判', '庭、执', '行局']],
    ['not behind an opening mark', '甲乙（丙丁）', 3, ['甲乙', '（丙', '丁）']],
    ['at spaces, which vanish', 'LaserJet Pro', 4.5, ['LaserJet', 'Pro']],
    ['behind a joint of a long word', 'AB-123456', 3.5, ['AB-', '123456']],
    ['not inside a code that fits on the next line', '封条 F2026-001129', 8, ['封条', 'F2026-001129']],
    [
      'not before a stroke nor between a number and its unit',
      '二号 / 2 架 / 12 层',
      4.2,
      ['二号 /', '2 架 /', '12 层'],
    ],
    ['inside a word that is wider than the line', 'ABCDEFGH', 2, ['ABC', 'DEF', 'GH']],
    ['at line feeds, empty lines kept', '甲\n\n乙', 3, ['甲', '', '乙']],
    ['one character a line where nothing else fits', '甲乙', 0.1, ['甲', '乙']],
  ])('%s', (_, text, em, lines) => {
    expect(wrapText(face, text, 10, em * 10)).toEqual(lines);
  });

  it('leaves no last character of a title alone', () => {
    expect(wrapEvenly(face, '应归还时间', 10, 45)).toEqual(['应归还', '时间']);
    expect(wrapEvenly(face, '名称', 10, 45)).toEqual(['名称']);
  });

  it('sets a rare text of a crowded table no letter below the other', () => {
    const columns = Array.from({ length: 14 }, (_, index) => ({
      ...({ title: '栏目', align: 'left', wraps: true, width: null, isSummed: false } as const),
      text: (row: number) => (index > 0 || row === 7 ? '巴彦淖尔市恒通仓储服务中心' : ''),
      amountFen: () => 0n,
    }));
    const rows = Array.from({ length: 60 }, (_, row) => row);
    const { fontSize, widths } = layoutGrid(face, face, columns, rows, 770);
    expect((widths[0] ?? 0) - PADDING_X * 2).toBeGreaterThanOrEqual(5 * fontSize - 0.01);
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(770);
  });

  it('loses nothing but spaces, and no line is wider than it may be', () => {
    const unit = fc.constantFrom('法', '院', '、', '（', '）', 'A', 'b', '1', '-', ' ', '。', '“', '”', 'W');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 60 }), fc.integer({ min: 10, max: 120 }), (text, width) => {
        const lines = wrapText(face, text, 10, width);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        for (const line of lines)
          expect(face.widthOf(line, 10)).toBeLessThanOrEqual(Math.max(width, 10) + 0.001);
      }),
    );
  });

  it('makes every text drawable', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const missing = new Set<number>();
        const visible = visibleText(face, text, missing);
        for (const character of visible) {
          expect(character === '\n' || face.advance(character.codePointAt(0) ?? 0) !== null).toBe(true);
        }
      }),
    );
  });
});

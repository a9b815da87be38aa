import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { parseAmountFen } from '../../src/modules/imports/cells/parse-amount.ts';
import { dayRange, parseDate } from '../../src/modules/imports/cells/parse-date.ts';
import {
  parseInteger,
  parseLifeMonths,
  parseQuantity,
} from '../../src/modules/imports/cells/parse-number.ts';
import {
  parseClassCode,
  parseIdentifier,
  parseLine,
  parseNames,
  parseParagraph,
} from '../../src/modules/imports/cells/parse-text.ts';
import {
  ACQUISITION_METHODS,
  IMPORTED_STATUSES,
  parseChoice,
  VALUE_KINDS,
} from '../../src/modules/imports/choices.ts';
import { CELL_REASONS, describeProblem, type Verdict } from '../../src/modules/imports/problems.ts';
import type { RawCell } from '../../src/modules/imports/raw-table.ts';

const TODAY = '2026-11-23';
const RANGE = dayRange(TODAY);

function number(value: number, text = String(value)): RawCell {
  return { kind: 'number', text, value };
}
function number1904(value: number): RawCell {
  return { kind: 'number', text: String(value), value, date1904: true };
}
function date(value: number, text: string): RawCell {
  return { kind: 'date', text, value };
}
const NOT_AVAILABLE: RawCell = { kind: 'error', text: '#N/A', value: 0 };
const UNCALCULATED: RawCell = { kind: 'error', text: '#FORMULA', value: 0 };
const YES: RawCell = { kind: 'boolean', text: 'TRUE', value: 1 };

/** The value, or the reason of the refusal. */
function outcome<T>(verdict: Verdict<T>): T | string {
  return verdict.ok ? verdict.value : verdict.reason;
}

describe('dates', () => {
  it.each<[RawCell, string]>([
    ['2024-03-05', '2024-03-05'],
    ['2024-3-5', '2024-03-05'],
    ['2024/3/5', '2024-03-05'],
    ['2024.3.5', '2024-03-05'],
    ['2024.03.05', '2024-03-05'],
    ['2024年3月5日', '2024-03-05'],
    ['2024年03月05号', '2024-03-05'],
    ['2024 年 3 月 5 日', '2024-03-05'],
    ['2024-03-05 00:00:00', '2024-03-05'],
    ['2024/3/5 8:30', '2024-03-05'],
    ['2024-03-05T08:30:00.000', '2024-03-05'],
    ['20240305', '2024-03-05'],
    ['２０２４年３月５日', '2024-03-05'],
    ['２０２４－０３－０５', '2024-03-05'],
    ['\u3000 2024-03-05\u00a0', '2024-03-05'],
    ['2024年3月', '2024-03-01'],
    ['2024年3月份', '2024-03-01'],
    ['2024-03', '2024-03-01'],
    ['2024/3', '2024-03-01'],
    ['2024.3', '2024-03-01'],
    ['2024.10', '2024-10-01'],
    ['45356', '2024-03-05'],
    [number(45_356), '2024-03-05'],
    [number(45_356.75), '2024-03-05'],
    [number1904(43_894), '2024-03-05'],
    [number(20_240_305), '2024-03-05'],
    [number(2024.3), '2024-03-01'],
    [date(45_356, '2024-03-05'), '2024-03-05'],
    ['2024-02-29', '2024-02-29'],
    ['1949-01-01', '1949-01-01'],
    ['2027-11-23', '2027-11-23'],
    ['05/03/2024', 'DATE_AMBIGUOUS'],
    ['5-3-2024', 'DATE_AMBIGUOUS'],
    ['13.03.2024', 'DATE_AMBIGUOUS'],
    ['05/03/2024 10:00', 'DATE_AMBIGUOUS'],
    ['24.3.5', 'DATE_YEAR_SHORT'],
    ['24年3月5日', 'DATE_YEAR_SHORT'],
    ['2024', 'DATE_YEAR_ONLY'],
    ['2024年', 'DATE_YEAR_ONLY'],
    [number(2024), 'DATE_YEAR_ONLY'],
    [number(2024.1), 'DATE_MONTH_AMBIGUOUS'],
    ['2024.1', 'DATE_MONTH_AMBIGUOUS'],
    ['2023-02-29', 'DATE_IMPOSSIBLE'],
    ['2024-13-01', 'DATE_IMPOSSIBLE'],
    ['20241301', 'DATE_IMPOSSIBLE'],
    ['2024-00-10', 'DATE_IMPOSSIBLE'],
    ['1948-12-31', 'DATE_OUT_OF_RANGE'],
    ['2027-11-24', 'DATE_OUT_OF_RANGE'],
    [number(100), 'DATE_OUT_OF_RANGE'],
    ['202403', 'DATE_UNREADABLE'],
    ['2024-03-05T08:30:00Z', 'DATE_UNREADABLE'],
    ['不详', 'DATE_UNREADABLE'],
    ['Mar 5, 2024', 'DATE_UNREADABLE'],
    [date(0.5, '0.5'), 'DATE_UNREADABLE'],
    [number(-5), 'DATE_UNREADABLE'],
    [YES, 'DATE_UNREADABLE'],
    [NOT_AVAILABLE, 'CELL_HAS_EXCEL_ERROR'],
    ['#REF!', 'CELL_HAS_EXCEL_ERROR'],
    [UNCALCULATED, 'FORMULA_NOT_CALCULATED'],
  ])('%j is %s', (cell, expected) => {
    expect(outcome(parseDate(cell, RANGE))).toBe(expected);
  });

  it('allows a warranty to end years ahead', () => {
    expect(outcome(parseDate('2031-01-01', dayRange(TODAY, 50)))).toBe('2031-01-01');
  });

  it('reads every day of the range back from its serial, in both systems', () => {
    const days = fc.integer({ min: 17_899, max: 46_700 });
    fc.assert(
      fc.property(days, (serial) => {
        const day = outcome(parseDate(number(serial), RANGE));
        expect(day).toMatch(/^\d{4}-\d{2}-\d{2}$/);
        expect(outcome(parseDate(number1904(serial - 1462), RANGE))).toBe(day);
        expect(outcome(parseDate(day.replaceAll('-', ''), RANGE))).toBe(day);
        expect(Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569).toBe(serial);
      }),
    );
  });
});

describe('money in fen', () => {
  it.each<[RawCell, number | string]>([
    ['12345.67', 1_234_567],
    ['0', 0],
    ['-0.00', 0],
    ['12.3', 1230],
    ['12.', 1200],
    ['.5', 50],
    ['12.340', 1234],
    ['¥12,345.67', 1_234_567],
    ['￥12,345.67', 1_234_567],
    ['￥ 1，234，567.8', 123_456_780],
    ['RMB 1,234.50', 123_450],
    ['人民币1234.5元', 123_450],
    ['1234元', 123_400],
    ['1234元整', 123_400],
    ['１２３４．５６', 123_456],
    ['1.2万', 1_200_000],
    ['1.2万元', 1_200_000],
    ['1.234567万', 1_234_567],
    ['３万元', 3_000_000],
    ['1.5亿', 15_000_000_000],
    ['2百万元', 200_000_000],
    ['5千元', 500_000],
    ['12.340000000001', 1234],
    ['12.339999999999', 1234],
    [number(12.34), 1234],
    [number(12.340000000001), 1234],
    [number(0.1 + 0.2), 30],
    [number(1234567.89), 123_456_789],
    [number(0), 0],
    [number(-0), 0],
    ['12.345', 'AMOUNT_TOO_PRECISE'],
    ['1.23456789万', 'AMOUNT_TOO_PRECISE'],
    [number(12.345), 'AMOUNT_TOO_PRECISE'],
    [number(1.005), 'AMOUNT_TOO_PRECISE'],
    ['-5', 'AMOUNT_NEGATIVE'],
    ['−5', 'AMOUNT_NEGATIVE'],
    ['(1,234.00)', 'AMOUNT_NEGATIVE'],
    ['（5元）', 'AMOUNT_NEGATIVE'],
    [number(-0.01), 'AMOUNT_NEGATIVE'],
    ['1,23', 'AMOUNT_SEPARATORS_WRONG'],
    ['1,2345', 'AMOUNT_SEPARATORS_WRONG'],
    ['1.234,56', 'AMOUNT_SEPARATORS_WRONG'],
    ['1,00,000', 'AMOUNT_SEPARATORS_WRONG'],
    ['90071992547409.92', 'AMOUNT_TOO_LARGE'],
    ['99999999亿', 'AMOUNT_TOO_LARGE'],
    [number(1e15), 'AMOUNT_TOO_LARGE'],
    ['壹万元整', 'AMOUNT_UNREADABLE'],
    ['元', 'AMOUNT_UNREADABLE'],
    ['—', 'AMOUNT_UNREADABLE'],
    ['1.23E+05', 'AMOUNT_UNREADABLE'],
    ['约500', 'AMOUNT_UNREADABLE'],
    ['USD 5', 'AMOUNT_UNREADABLE'],
    [date(45_356, '2024-03-05'), 'AMOUNT_UNREADABLE'],
    [NOT_AVAILABLE, 'CELL_HAS_EXCEL_ERROR'],
  ])('%j is %s', (cell, expected) => {
    expect(outcome(parseAmountFen(cell))).toBe(expected);
  });

  it('counts a bare number in ten thousands where the header says so, and obeys a unit in the cell', () => {
    expect(outcome(parseAmountFen('1.2', { inTenThousands: true }))).toBe(1_200_000);
    expect(outcome(parseAmountFen(number(1.23456789), { inTenThousands: true }))).toBe('AMOUNT_TOO_PRECISE');
    expect(outcome(parseAmountFen('500元', { inTenThousands: true }))).toBe(50_000);
  });

  it('reads every amount back, plain, grouped, with unit, full-width and as a number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), (fen) => {
        const plain = `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
        const grouped = plain.replace(/\B(?=(\d{3})+\.)/g, ',');
        const wide = grouped.replace(/[\d,.]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
        for (const text of [plain, grouped, `¥${grouped}`, `${plain}元`, wide]) {
          expect(outcome(parseAmountFen(text))).toBe(fen);
        }
        expect(outcome(parseAmountFen(number(Number(plain))))).toBe(fen);
      }),
    );
  });
});

describe('numbers', () => {
  it.each<[RawCell, number | string]>([
    ['6', 6],
    ['６', 6],
    ['1,000', 1000],
    ['6.0', 6],
    [number(6), 6],
    [number(6.5), 'INTEGER_UNREADABLE'],
    ['6个', 'INTEGER_UNREADABLE'],
    ['1,00', 'INTEGER_UNREADABLE'],
    ['-1', 'INTEGER_OUT_OF_RANGE'],
    ['2000', 'INTEGER_OUT_OF_RANGE'],
  ])('the integer %j is %s', (cell, expected) => {
    expect(outcome(parseInteger(cell, { min: 0, max: 1000 }))).toBe(expected);
  });

  it.each<[RawCell, string]>([
    ['1', '1'],
    ['1.00', '1'],
    ['002.50', '2.5'],
    ['1,234.5', '1234.5'],
    ['２', '2'],
    [number(2.5), '2.5'],
    [number(0.1 + 0.2), '0.3'],
    ['0', 'QUANTITY_NOT_POSITIVE'],
    ['0.0000', 'QUANTITY_NOT_POSITIVE'],
    ['-3', 'QUANTITY_NOT_POSITIVE'],
    ['1.23456', 'QUANTITY_TOO_PRECISE'],
    ['1234567890123', 'QUANTITY_TOO_PRECISE'],
    ['2台', 'QUANTITY_UNREADABLE'],
    ['一', 'QUANTITY_UNREADABLE'],
    [YES, 'QUANTITY_UNREADABLE'],
  ])('the quantity %j is %s', (cell, expected) => {
    expect(outcome(parseQuantity(cell))).toBe(expected);
  });

  it.each<[RawCell, boolean, number | string]>([
    ['6年', true, 72],
    ['72个月', false, 72],
    ['72月', false, 72],
    ['6年6个月', false, 78],
    ['6 years', true, 72],
    ['6', false, 72],
    ['72', true, 72],
    [number(6), false, 72],
    [number(5.5), false, 66],
    ['5.55', false, 'LIFE_UNREADABLE'],
    ['0', true, 'LIFE_OUT_OF_RANGE'],
    ['120', false, 'LIFE_OUT_OF_RANGE'],
    ['长期', false, 'LIFE_UNREADABLE'],
    [YES, true, 'LIFE_UNREADABLE'],
  ])('the useful life %j (bare is months: %s) is %s', (cell, bareIsMonths, expected) => {
    expect(outcome(parseLifeMonths(cell, { bareIsMonths }))).toBe(expected);
  });
});

describe('texts and identifiers', () => {
  const limit = { maxLength: 20 };
  it.each<[RawCell, string]>([
    ['SN-0001', 'SN-0001'],
    [' SN0001\u3000', 'SN0001'],
    ['1E10', '1E10'],
    ['3-5', '3-5'],
    [number(123, '000123'), '000123'],
    [number(999_999_999_999_999), '999999999999999'],
    ["'-0012", '-0012'],
    ["'=A", '=A'],
    ["'A", "'A"],
    ['1.23E+15', 'IDENTIFIER_SCIENTIFIC'],
    ['5e+12', 'IDENTIFIER_SCIENTIFIC'],
    ['1.23456789E15', 'IDENTIFIER_SCIENTIFIC'],
    ['１.23Ｅ+15', 'IDENTIFIER_SCIENTIFIC'],
    [number(1e15), 'IDENTIFIER_DIGITS_LOST'],
    [number(1.23e21), 'IDENTIFIER_DIGITS_LOST'],
    [date(45_356, '2024-03-05'), 'IDENTIFIER_BECAME_DATE'],
    [NOT_AVAILABLE, 'CELL_HAS_EXCEL_ERROR'],
    ['A'.repeat(21), 'TEXT_TOO_LONG'],
    ['A\nB', 'TEXT_HAS_LINE_BREAKS'],
    ['A\u0000B', 'TEXT_HAS_CONTROL_CHARACTERS'],
    ['A\ud800B', 'TEXT_DAMAGED'],
    ['A\ufffdB', 'TEXT_DAMAGED'],
  ])('the identifier %j is %s', (cell, expected) => {
    expect(outcome(parseIdentifier(cell, limit))).toBe(expected);
  });

  it('keeps a line as typed and drops only line breaks that nobody sees', () => {
    expect(outcome(parseLine(' 联想\u3000台式机 \n', { maxLength: 50 }))).toBe(' 联想\u3000台式机 ');
    expect(outcome(parseLine(number(2024), limit))).toBe('2024');
  });

  it('keeps paragraphs with their lines and splits names', () => {
    expect(outcome(parseParagraph('一\r\n二\r三', limit))).toBe('一\n二\n三');
    expect(outcome(parseNames('a.jpg； b.jpg，c.jpg、\n', limit))).toEqual(['a.jpg', 'b.jpg', 'c.jpg']);
  });

  it.each([
    ['A02010105', 'A02010105'],
    [' a02010105 ', 'A02010105'],
    ['Ａ０２０１０１０５', 'A02010105'],
    ['2010104', 'CLASS_CODE_OF_2010'],
    ['A020101', 'CLASS_CODE_INCOMPLETE'],
    ['A020101051', 'CLASS_CODE_UNREADABLE'],
    ['B02010105', 'CLASS_CODE_UNREADABLE'],
    ['台式机', 'CLASS_CODE_UNREADABLE'],
  ])('the class code %j is %s', (cell, expected) => {
    expect(outcome(parseClassCode(cell))).toBe(expected);
  });
});

describe('closed choices', () => {
  const method = (cell: string) => parseChoice(cell, ACQUISITION_METHODS);
  const valueKind = (cell: string) => parseChoice(cell, VALUE_KINDS);
  const status = (cell: string) => parseChoice(cell, IMPORTED_STATUSES);
  it.each([
    [method, '购置', 'purchase'],
    [method, '无偿调拨', 'transfer_in'],
    [method, '接受捐赠', 'donation'],
    [method, '置换', 'exchange'],
    [method, '自行建造', 'self_built'],
    [method, '盘盈', 'surplus'],
    [method, '其它', 'other'],
    [method, 'Transfer In', 'transfer_in'],
    [method, '捡的', 'ACQUISITION_METHOD_UNKNOWN'],
    [valueKind, '原值', 'original'],
    [valueKind, '暂估值', 'provisional'],
    [valueKind, '名义金额', 'nominal'],
    [valueKind, '评估价值', 'appraised'],
    [valueKind, '其他', 'VALUE_KIND_UNKNOWN'],
    [status, '在库', 'in_stock'],
    [status, ' 在 用 ', 'in_use'],
    [status, '借出', 'on_loan'],
    [status, '维修中', 'in_repair'],
    [status, '闲置', 'idle'],
    [status, 'Ready to Deploy', 'in_stock'],
    [status, '报废', 'STATUS_IS_DISPOSAL'],
    [status, '待处置', 'STATUS_IS_DISPOSAL'],
    [status, 'Lost/Stolen', 'STATUS_IS_DISPOSAL'],
    [status, '未知', 'STATUS_UNKNOWN'],
  ])('%p: %s is %s', (parse, cell, expected) => {
    expect(outcome<string>(parse(cell))).toBe(expected);
  });
});

describe('every parser', () => {
  const anyCell: fc.Arbitrary<RawCell> = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.stringMatching(/^[-+¥￥()（）0-9０-９.,，年月日万亿元/\sE:T]{0,24}$/),
    fc.record({
      kind: fc.constantFrom('number', 'date', 'boolean', 'error'),
      text: fc.string(),
      value: fc.double({ noNaN: true }),
    }),
  );

  it('answers any cell with a value or a listed reason, and never throws', () => {
    const limit = { maxLength: 50 };
    const parsers: ((cell: RawCell) => Verdict<unknown>)[] = [
      (cell) => parseDate(cell, RANGE),
      (cell) => parseAmountFen(cell),
      (cell) => parseInteger(cell, { min: 0, max: 10 }),
      (cell) => parseQuantity(cell),
      (cell) => parseLifeMonths(cell, { bareIsMonths: true }),
      (cell) => parseIdentifier(cell, limit),
      (cell) => parseLine(cell, limit),
      (cell) => parseParagraph(cell, limit),
      (cell) => parseNames(cell, limit),
      parseClassCode,
      (cell) => parseChoice(cell, IMPORTED_STATUSES),
    ];
    fc.assert(
      fc.property(anyCell, (cell) => {
        for (const parse of parsers) {
          const verdict = parse(cell);
          if (!verdict.ok) expect(CELL_REASONS).toContain(verdict.reason);
        }
        const fen = parseAmountFen(cell);
        if (fen.ok) expect(Number.isSafeInteger(fen.value) && fen.value >= 0).toBe(true);
        const day = parseDate(cell, RANGE);
        if (day.ok) expect(day.value >= RANGE.earliest && day.value <= RANGE.latest).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('fills its sentences in both languages', () => {
    const facts = {
      count: 3,
      headers: 2,
      limit: 5,
      range: 'A1:A2',
      year: 2024,
      date: 'd',
      earliest: 'e',
      latest: 'l',
    };
    for (const reason of CELL_REASONS) {
      const place = { rowNumber: 7, position: 2, column: '原值', value: '坏\u0000值' };
      const problem = describeProblem(place, reason, { ...facts, min: 1, max: 2 });
      expect(problem.zh).not.toMatch(/[{}]|\p{Cc}/u);
      expect(problem.en).not.toMatch(/[{}]|\p{Cc}/u);
      expect(problem.zh).not.toMatch(/[!！]/);
    }
    const { zh, en } = describeProblem(
      { rowNumber: 7, position: 2, column: '序列号', value: '1.23E+15' },
      'IDENTIFIER_SCIENTIFIC',
    );
    expect(zh).toContain('“1.23E+15”');
    expect(en).toContain('“1.23E+15”');
  });
});

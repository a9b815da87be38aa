/** Case numbers by the grammar: what is valid in every writing, what is not and why. */
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  CASE_NUMBER_PROBLEMS,
  type CaseNumberProblemCode,
} from '../../src/modules/cases/case-number-problems.ts';
import { readCaseNumberParts } from '../../src/modules/cases/case-number-parts.ts';
import {
  CASE_NUMBER_TYPES,
  NEVER_IN_BASIC_COURTS,
  RANDOM_NUMBER_TYPE,
} from '../../src/modules/cases/case-number-types.ts';
import { formatCaseNumber, readCaseNumber, type CaseNumber } from '../../src/modules/cases/case-number.ts';
import { courtCodeOfDivision, isOfCourtFamily } from '../../src/modules/cases/court-code.ts';

const GROUNDS = { currentYear: 2026 };

/** As typed, and as it is kept. */
const VALID: readonly (readonly [string, string])[] = [
  ['（2025）内08刑初12号', '（2025）内08刑初12号'],
  ['（2025）内0802刑初7号', '（2025）内0802刑初7号'],
  ['（2026）内08刑终103号', '（2026）内08刑终103号'],
  ['（2025）内刑终3号', '（2025）内刑终3号'],
  ['（2024）最高法刑核12345678号', '（2024）最高法刑核12345678号'],
  ['（2019）最高法知民终2号', '（2019）最高法知民终2号'],
  ['（2025）内0802执恢15号', '（2025）内0802执恢15号'],
  ['（2025）内08执保9号', '（2025）内08执保9号'],
  ['（2025）内7101执3号', '（2025）内7101执3号'],
  ['(2025)内08刑初12号', '（2025）内08刑初12号'],
  ['〔2025〕内08刑初12号', '（2025）内08刑初12号'],
  ['[2025]内08刑初12号', '（2025）内08刑初12号'],
  ['【2025】内08刑初12号', '（2025）内08刑初12号'],
  ['［2025］内08刑初12号', '（2025）内08刑初12号'],
  ['{2025}内08刑初12号', '（2025）内08刑初12号'],
  ['﹝2025﹞内08刑初12号', '（2025）内08刑初12号'],
  ['（2025)内08刑初12号', '（2025）内08刑初12号'],
  ['（２０２５）内０８刑初１２号', '（2025）内08刑初12号'],
  [' （2025） 内 08 刑初 12 号 ', '（2025）内08刑初12号'],
  ['（2025）\u3000内08\u3000刑初12号', '（2025）内08刑初12号'],
  ['\ufeff（2025）内08\u200b刑初12\u200d号', '（2025）内08刑初12号'],
  ['（2025）内08\u00a0刑初\t12号\n', '（2025）内08刑初12号'],
  ['（2025）内0802执123号之一', '（2025）内0802执123号'],
  ['(2025)内0802执123号之十二', '（2025）内0802执123号'],
  ['（2016）内0802刑初1号', '（2016）内0802刑初1号'],
  ['（2026）内0821刑初299号', '（2026）内0821刑初299号'],
  ['（2023）内0822民初1024号', '（2023）内0822民初1024号'],
  ['（2023）内0823行初5号', '（2023）内0823行初5号'],
  ['（2022）内0824执1号', '（2022）内0824执1号'],
  ['（2022）内0825执异2号', '（2022）内0825执异2号'],
  ['（2022）内0826执保88号', '（2022）内0826执保88号'],
  ['（2021）内08刑更321号', '（2021）内08刑更321号'],
  ['（2021）内08刑没1号', '（2021）内08刑没1号'],
  ['（2021）内08刑再2号', '（2021）内08刑再2号'],
  ['（2021）内08刑抗4号', '（2021）内08刑抗4号'],
  ['（2021）内刑核20210001号', '（2021）内刑核20210001号'],
  ['（2020）内08委赔3号', '（2020）内08委赔3号'],
  ['（2020）内0802司救刑1号', '（2020）内0802司救刑1号'],
  ['（2020）内0802财保17号', '（2020）内0802财保17号'],
  ['（2020）内08破申2号', '（2020）内08破申2号'],
  ['（2020）内08强清1号', '（2020）内08强清1号'],
  ['（2020）内0802诉前调4001号', '（2020）内0802诉前调4001号'],
  ['（2020）内0802民诉前调12号', '（2020）内0802民诉前调12号'],
  ['（2019）内22刑终31号', '（2019）内22刑终31号'],
  ['（2019）内25民终310号', '（2019）内25民终310号'],
  ['（2019）内29行赔终1号', '（2019）内29行赔终1号'],
  ['（2018）粤07刑初12号', '（2018）粤07刑初12号'],
  ['（2018）粤0703刑初9号', '（2018）粤0703刑初9号'],
  ['（2018）京0105民初70001号', '（2018）京0105民初70001号'],
  ['（2018）沪03知民初6号', '（2018）沪03知民初6号'],
  ['（2018）兵08刑初2号', '（2018）兵08刑初2号'],
  ['（2018）军刑初1号', '（2018）军刑初1号'],
  ['（2017）最高法民申99号', '（2017）最高法民申99号'],
  ['（2017）请港送1号'.replace('）', '）内08'), '（2017）内08请港送1号'],
  ['（2015）丹巴刑初字第3号', '（2015）丹巴刑初字第3号'],
  ['(2014)安法刑初字第374号', '（2014）安法刑初字第374号'],
  ['（2014）临刑初字第12-1号', '（2014）临刑初字第12-1号'],
  ['〔１９９８〕巴刑终字第７号', '（1998）巴刑终字第7号'],
  ['（2013）临执字第521号', '（2013）临执字第521号'],
  ['（2013）临执字第521号之一', '（2013）临执字第521号'],
];

const INVALID: readonly (readonly [string, CaseNumberProblemCode])[] = [
  ['', 'CASE_NUMBER_MISSING'],
  ['　 \u200b', 'CASE_NUMBER_MISSING'],
  ['（2025）内08刑初12、13号', 'SEVERAL_CASE_NUMBERS'],
  ['（2025）内08刑初12-15号', 'SEVERAL_CASE_NUMBERS'],
  ['（2025）内08刑初12至15号', 'SEVERAL_CASE_NUMBERS'],
  ['（2025）内08刑初12号，（2025）内08刑初13号', 'SEVERAL_CASE_NUMBERS'],
  ['2025内08刑初12号', 'YEAR_NOT_IN_BRACKETS'],
  ['内08刑初12号', 'YEAR_NOT_IN_BRACKETS'],
  ['（25）内08刑初12号', 'YEAR_NOT_FOUR_DIGITS'],
  ['（二〇二五）内08刑初12号', 'YEAR_NOT_FOUR_DIGITS'],
  ['（2125）内08刑初12号', 'YEAR_NOT_FOUR_DIGITS'],
  ['（）内08刑初12号', 'YEAR_NOT_FOUR_DIGITS'],
  ['（2025）内08刑初12', 'NUMBER_SIGN_MISSING'],
  ['（2025）刑初12号', 'COURT_MISSING'],
  ['（2014）刑初字第12号', 'COURT_MISSING'],
  ['（2025）内蒙08刑初12号', 'COURT_NOT_MENG'],
  ['（2025）蒙08刑初12号', 'COURT_NOT_MENG'],
  ['（2025）内蒙古刑终12号', 'COURT_NOT_MENG'],
  ['（2025）巴08刑初12号', 'COURT_UNKNOWN'],
  ['（2025）内8刑初12号', 'COURT_DIGITS_WRONG'],
  ['（2025）内080刑初12号', 'COURT_DIGITS_WRONG'],
  ['（2025）内080201刑初12号', 'COURT_DIGITS_WRONG'],
  ['（2025）内08刑初字第12号', 'LEGACY_WORDS_IN_NEW_FORM'],
  ['（2016）丹巴刑初字第3号', 'LEGACY_WORDS_IN_NEW_FORM'],
  ['（2015）内08刑初字第12号', 'LEGACY_COURT_HAS_DIGITS'],
  ['（2025）内0812号', 'TYPE_MISSING'],
  ['（2025）内08刑测12号', 'TYPE_UNKNOWN'],
  ['（2014）临测字第12号', 'TYPE_UNKNOWN'],
  ['（2025）内08刑初号', 'SEQUENCE_MISSING'],
  ['（2025）内08刑初十二号', 'SEQUENCE_NOT_A_NUMBER'],
  ['（2025）内08刑初0号', 'SEQUENCE_ZERO'],
  ['（2025）内08刑初012号', 'SEQUENCE_LEADING_ZERO'],
  ['（2025）内08刑初123456789号', 'SEQUENCE_TOO_LONG'],
  ['（2015）内08刑初12号', 'NEW_FORM_BEFORE_2016'],
  ['（2027）内08刑初12号', 'YEAR_IN_FUTURE'],
  ['（2025）内0802刑终9号', 'TYPE_NOT_OF_BASIC_COURT'],
  ['（2025）内0802刑更9号', 'TYPE_NOT_OF_BASIC_COURT'],
  ['（2025）内08刑核12号', 'REVIEW_NUMBER_NOT_EIGHT_DIGITS'],
];

describe('situation 55: a case number', () => {
  it('the table holds 98 numbers, 60 of them valid', () => {
    expect([VALID.length, INVALID.length]).toEqual([60, 38]);
    const named = new Set(INVALID.map(([, code]) => code));
    expect([...named].toSorted()).toEqual(Object.keys(CASE_NUMBER_PROBLEMS).toSorted());
  });

  it.each(VALID)('%s is read as %s', (typed, canonical) => {
    const read = readCaseNumber(typed, GROUNDS);
    expect(read).toMatchObject({ ok: true, canonical });
  });

  it.each(INVALID)('%s is refused: %s', (typed, code) => {
    const read = readCaseNumber(typed, GROUNDS);
    const problem = read.ok ? null : read.problem;
    expect(problem?.code).toBe(code);
    expect(`${problem?.zh}${problem?.en}`).not.toMatch(/\{\w+\}/);
  });

  it('keeps the suffix of a document apart from the number of the case', () => {
    const read = readCaseNumber('(2025)内0802执123号之一', GROUNDS);
    expect(read).toMatchObject({ ok: true, number: { documentSuffix: '之一', sequence: 123 } });
    expect(read.ok && formatCaseNumber(read.number)).toBe('（2025）内0802执123号之一');
  });

  it('takes a type that the court added, and no other', () => {
    const typed = '（2025）内08刑试12号';
    expect(readCaseNumber(typed, GROUNDS)).toMatchObject({ problem: { code: 'TYPE_UNKNOWN' } });
    expect(readCaseNumber(typed, { ...GROUNDS, moreTypes: ['刑试'] })).toMatchObject({ ok: true });
  });

  it('prefers the longest type: 执恢 is not 执 with a strange number', () => {
    expect(readCaseNumber('（2025）内0802执恢15号', GROUNDS)).toMatchObject({
      number: { typeCode: '执恢', sequence: 15 },
    });
  });
});

const court = fc.oneof(
  fc.constant('最高法'),
  fc
    .tuple(
      fc.constantFrom(...'京津冀晋内辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔云藏陕甘青宁新军兵'),
      fc.constantFrom(0, 2, 4),
      fc.integer({ min: 1, max: 9999 }),
    )
    .map(
      ([name, digits, number]) => name + (digits === 0 ? '' : String(number).padStart(4, '0').slice(-digits)),
    ),
);
const suffix = fc.option(fc.constantFrom('之一', '之二', '之十', '之二十一'), { nil: null });
const currentForm: fc.Arbitrary<CaseNumber> = fc
  .record({
    form: fc.constant('current' as const),
    year: fc.integer({ min: 2016, max: 2026 }),
    courtCode: court,
    specialChar: fc.constantFrom('', '知'),
    typeCode: fc.constantFrom(...CASE_NUMBER_TYPES),
    sequence: fc.integer({ min: 1, max: 99_999_999 }),
    subNumber: fc.constant(null),
    documentSuffix: suffix,
  })
  .filter(({ courtCode, typeCode }) => courtCode.length !== 5 || !NEVER_IN_BASIC_COURTS.has(typeCode))
  .map((number) =>
    number.typeCode === RANDOM_NUMBER_TYPE
      ? { ...number, sequence: 10_000_000 + (number.sequence % 89_999_999) }
      : number,
  );
const legacyForm: fc.Arbitrary<CaseNumber> = fc.record({
  form: fc.constant('legacy' as const),
  year: fc.integer({ min: 1980, max: 2015 }),
  courtCode: fc.constantFrom('丹巴', '安法', '临', '巴中法', '杭锦后旗'),
  specialChar: fc.constant(''),
  typeCode: fc.constantFrom('刑初', '刑终', '民初', '行初', '执', '执恢', '赔'),
  sequence: fc.integer({ min: 1, max: 99_999_999 }),
  subNumber: fc.option(fc.integer({ min: 1, max: 99 }), { nil: null }),
  documentSuffix: suffix,
});

/** How people write the same number: brackets, spaces, widths. */
const writing = fc.record({
  brackets: fc.constantFrom('()', '（）', '〔〕', '[]', '【】', '［］', '﹝﹞', '{}', '（)', '[）'),
  isWide: fc.boolean(),
  gaps: fc.array(fc.constantFrom('', '', ' ', '\u3000', '\u200b', '\u00a0', '\ufeff', '\t'), {
    minLength: 5,
    maxLength: 5,
  }),
});

function write(text: string, how: { brackets: string; isWide: boolean; gaps: readonly string[] }): string {
  const widened = how.isWide
    ? text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
    : text;
  const spaced = [...widened]
    .map((character, at) => character + (how.gaps[at % how.gaps.length] ?? ''))
    .join('');
  return spaced.replace('（', how.brackets.charAt(0)).replace('）', how.brackets.charAt(1));
}

describe('every writing of a number is the same number', () => {
  it.each([
    ['of today', currentForm],
    ['of before 2016', legacyForm],
  ])('%s', (_, numbers) => {
    fc.assert(
      fc.property(numbers, writing, (number, how) => {
        const read = readCaseNumber(write(formatCaseNumber(number), how), GROUNDS);
        expect(read).toEqual({
          ok: true,
          number,
          canonical: formatCaseNumber({ ...number, documentSuffix: null }),
        });
      }),
      { numRuns: 500 },
    );
  });

  it('any text at all is read or refused with a named reason', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'（()〔2025026内08最高法刑初字第12-3号之一、 x') }),
        (text) => {
          const read = readCaseNumber(text, GROUNDS);
          return read.ok || read.problem.code in CASE_NUMBER_PROBLEMS;
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('a piece of a number', () => {
  const types = new Set(CASE_NUMBER_TYPES);
  it.each([
    ['刑初12', { year: null, courtCode: null, typeCode: '刑初', sequence: 12 }],
    ['2025执', { year: 2025, courtCode: null, typeCode: '执', sequence: null }],
    ['(2025) 内0802 刑初', { year: 2025, courtCode: '内0802', typeCode: '刑初', sequence: null }],
    ['内0802刑初7号', { year: null, courtCode: '内0802', typeCode: '刑初', sequence: 7 }],
    ['最高法知民终2', { year: null, courtCode: '最高法', typeCode: '民终', sequence: 2 }],
    ['（2025）', { year: 2025, courtCode: null, typeCode: null, sequence: null }],
  ])('%s', (text, parts) => {
    expect(readCaseNumberParts(text, types)).toEqual(parts);
  });

  it.each(['盗窃', '王某', '诈骗罪', '12', ''])('%s is a word', (text) => {
    expect(readCaseNumberParts(text, types)).toBeNull();
  });
});

describe('the characters of a court', () => {
  it.each([
    ['150000', '内'],
    ['150800', '内08'],
    ['150802', '内0802'],
    ['440703', '粤0703'],
    ['990000', null],
  ])('%s is %s', (division, code) => {
    expect(courtCodeOfDivision(division)).toBe(code);
  });

  it.each([
    ['内0802', true],
    ['内', true],
    ['最高法', true],
    ['内22', false],
    ['粤07', false],
  ])('%s beside 内08: %s', (code, isFamily) => {
    expect(isOfCourtFamily(code, '内08')).toBe(isFamily);
  });
});

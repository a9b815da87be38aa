/**
 * The grammar of case numbers: 收案年度 + 法院代字 + 专门审判代字 + 类型代字 + 案件编号 + 号 (法〔2015〕137号, 法〔2018〕335号), and the form
 * before 2016, 字第…号. Pure; runs in the browser, so that a slip is named while it is typed.
 */
import type { Facts } from '../../platform/errors.ts';
import {
  caseNumberProblem as problem,
  type CaseNumberProblem,
  type CaseNumberProblemCode,
} from './case-number-problems.ts';
import { normaliseCaseNumberText, splitDocumentSuffix } from './case-number-text.ts';
import {
  CASE_NUMBER_TYPES,
  NEVER_IN_BASIC_COURTS,
  RANDOM_NUMBER_DIGITS,
  RANDOM_NUMBER_TYPE,
} from './case-number-types.ts';

export interface CaseNumber {
  /** `legacy`: the form before 2016. */
  readonly form: 'current' | 'legacy';
  readonly year: number;
  /** 内0802, 最高法; in the old form 丹巴. */
  readonly courtCode: string;
  /** 知 or nothing. */
  readonly specialChar: string;
  readonly typeCode: string;
  readonly sequence: number;
  /** 字第12-1号: of the old form only. */
  readonly subNumber: number | null;
  /** 之一: a document of the case. */
  readonly documentSuffix: string | null;
}

export interface CaseNumberGrounds {
  /** In Asia/Shanghai; later years are refused. */
  readonly currentYear: number;
  /** Types that the court added to those that ship. */
  readonly moreTypes?: readonly string[];
}

export type ReadCaseNumber =
  | { readonly ok: true; readonly number: CaseNumber; readonly canonical: string }
  | { readonly ok: false; readonly problem: CaseNumberProblem };

/** The year with which the present form began. */
export const CURRENT_FORM_SINCE = 2016;
const SEQUENCE_DIGITS_MAX = 8;
const COURT = /^(最高法|[京津冀晋内辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔云藏陕甘青宁新军兵])(\d*)/u;
const SEVERAL = /号.*号|\d[、,，;；/和与至到~～]\d|\d-\d+号/u;
const CHINESE_NUMERALS = /^(.*?)([一二三四五六七八九十百千〇零]+)$/u;
/** One character and four digits. */
const BASIC_COURT_LENGTH = 5;
const LEGACY = /^([\u4e00-\u9fa5]{1,8}?)((?:刑|民|行|执|赔)[\u4e00-\u9fa5]{0,3})字第(\d+)(?:-([1-9]\d*))?$/u;

class Wrong extends Error {
  constructor(readonly problem: CaseNumberProblem) {
    super(problem.code);
  }
}

function wrong(code: CaseNumberProblemCode, facts?: Facts): Wrong {
  return new Wrong(problem(code, facts));
}

function readSequence(digits: string): number {
  if (digits === '') throw wrong('SEQUENCE_MISSING');
  if (/^0+$/.test(digits)) throw wrong('SEQUENCE_ZERO');
  if (digits.startsWith('0'))
    throw wrong('SEQUENCE_LEADING_ZERO', { sequence: digits, right: digits.replace(/^0+/, '') });
  if (digits.length > SEQUENCE_DIGITS_MAX) throw wrong('SEQUENCE_TOO_LONG', { sequence: digits });
  return Number(digits);
}

function readCourt(body: string): string {
  const meng = /^(内蒙古?|蒙)\d*/u.exec(body)?.[0];
  if (meng !== undefined) throw wrong('COURT_NOT_MENG', { court: meng });
  const match = COURT.exec(body);
  if (!match) {
    const text = /^[^\d]*\d*/u.exec(body)?.[0] ?? body;
    throw CASE_NUMBER_TYPES.includes(text.replace(/\d/g, ''))
      ? wrong('COURT_MISSING')
      : wrong('COURT_UNKNOWN', { court: text.replace(/\d+$/, '') || text });
  }
  const [court, name = '', digits = ''] = match;
  const isRightLength = name === '最高法' ? digits === '' : [0, 2, 4].includes(digits.length);
  if (!isRightLength) throw wrong('COURT_DIGITS_WRONG', { court });
  return court;
}

function readType(letters: string, types: ReadonlySet<string>): Pick<CaseNumber, 'specialChar' | 'typeCode'> {
  if (letters === '') throw wrong('TYPE_MISSING');
  if (types.has(letters)) return { specialChar: '', typeCode: letters };
  if (letters.startsWith('知') && types.has(letters.slice(1)))
    return { specialChar: '知', typeCode: letters.slice(1) };
  throw wrong('TYPE_UNKNOWN', { type: letters });
}

function readCurrentForm(year: number, body: string, grounds: CaseNumberGrounds): CaseNumber {
  const courtCode = readCourt(body);
  const [, letters = '', digits = ''] = /^([^\d]*)(.*)$/u.exec(body.slice(courtCode.length)) ?? [];
  const types = new Set([...CASE_NUMBER_TYPES, ...(grounds.moreTypes ?? [])]);
  const [, before = '', numerals = ''] = CHINESE_NUMERALS.exec(letters) ?? [];
  if (types.has(before)) throw wrong('SEQUENCE_NOT_A_NUMBER', { sequence: numerals + digits });
  const type = readType(letters, types);
  if (!/^\d*$/.test(digits)) throw wrong('SEQUENCE_NOT_A_NUMBER', { sequence: digits });
  const sequence = readSequence(digits);
  if (year < CURRENT_FORM_SINCE) throw wrong('NEW_FORM_BEFORE_2016');
  if (year > grounds.currentYear) throw wrong('YEAR_IN_FUTURE', { year });
  if (courtCode.length === BASIC_COURT_LENGTH && NEVER_IN_BASIC_COURTS.has(type.typeCode))
    throw wrong('TYPE_NOT_OF_BASIC_COURT', { court: courtCode, type: type.typeCode });
  if (type.typeCode === RANDOM_NUMBER_TYPE && digits.length !== RANDOM_NUMBER_DIGITS)
    throw wrong('REVIEW_NUMBER_NOT_EIGHT_DIGITS', { count: digits.length });
  return { form: 'current', year, courtCode, ...type, sequence, subNumber: null, documentSuffix: null };
}

function readLegacyForm(year: number, body: string, grounds: CaseNumberGrounds): CaseNumber {
  if (year > grounds.currentYear) throw wrong('YEAR_IN_FUTURE', { year });
  if (year >= CURRENT_FORM_SINCE) throw wrong('LEGACY_WORDS_IN_NEW_FORM');
  const [before = '', after = ''] = body.split('字第');
  if (/\d/.test(before))
    throw wrong('LEGACY_COURT_HAS_DIGITS', { court: /^\D*\d+/u.exec(before)?.[0] ?? before });
  const match = LEGACY.exec(body);
  if (!match) {
    const [, digits = '', sub] = /^(\d*)(-.*)?$/u.exec(after) ?? [undefined, undefined, after];
    if (digits === '' && sub === undefined) throw wrong('SEQUENCE_MISSING');
    if (sub !== undefined || digits === '') throw wrong('SEQUENCE_NOT_A_NUMBER', { sequence: after });
    if (/^(刑|民|行|执|赔)/u.test(before)) throw wrong('COURT_MISSING');
    throw wrong('TYPE_UNKNOWN', { type: before });
  }
  const [, courtCode = '', typeCode = '', digits = '', sub] = match;
  return {
    form: 'legacy',
    year,
    courtCode,
    specialChar: '',
    typeCode,
    sequence: readSequence(digits),
    subNumber: sub === undefined ? null : Number(sub),
    documentSuffix: null,
  };
}

function readYear(text: string): { readonly year: number; readonly rest: string } {
  const [, year, rest = ''] = /^（([^（）]*)）(.*)$/u.exec(text) ?? [];
  if (year === undefined) throw wrong('YEAR_NOT_IN_BRACKETS');
  if (!/^(?:19|20)\d{2}$/.test(year)) throw wrong('YEAR_NOT_FOUR_DIGITS', { year });
  return { year: Number(year), rest };
}

function readWhole(text: string, grounds: CaseNumberGrounds): CaseNumber {
  if (text === '') throw wrong('CASE_NUMBER_MISSING');
  const isLegacy = text.includes('字第');
  if (SEVERAL.test(text) && !(isLegacy && /字第\d+-[1-9]\d*号$/u.test(text)))
    throw wrong('SEVERAL_CASE_NUMBERS');
  const { year, rest } = readYear(text);
  if (!rest.endsWith('号')) throw wrong('NUMBER_SIGN_MISSING');
  const body = rest.slice(0, -1);
  return isLegacy ? readLegacyForm(year, body, grounds) : readCurrentForm(year, body, grounds);
}

/**
 * Reads a case number in any bracket form, with any spaces and full-width digits. `canonical` is the case’s own number
 * with （）, without the suffix of a document. What is wrong is named, with what to do.
 */
export function readCaseNumber(typed: string, grounds: CaseNumberGrounds): ReadCaseNumber {
  const { text, suffix } = splitDocumentSuffix(normaliseCaseNumberText(typed));
  try {
    const number = { ...readWhole(text, grounds), documentSuffix: suffix };
    return { ok: true, number, canonical: formatCaseNumber({ ...number, documentSuffix: null }) };
  } catch (error) {
    if (error instanceof Wrong) return { ok: false, problem: error.problem };
    throw error;
  }
}

/** As it is printed, with （） and the suffix of its document. */
export function formatCaseNumber(number: CaseNumber): string {
  const { year, courtCode, specialChar, typeCode, sequence, subNumber, documentSuffix } = number;
  const head = `（${year}）${courtCode}${specialChar}${typeCode}`;
  const tail =
    number.form === 'legacy'
      ? `字第${sequence}${subNumber === null ? '' : `-${subNumber}`}号`
      : `${sequence}号`;
  return head + tail + (documentSuffix ?? '');
}

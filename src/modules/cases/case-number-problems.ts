/** What can be wrong with a case number, in the order in which it is looked for, each with what to do. */
import { fillSentence, type Facts, type Sentence } from '../../platform/errors.ts';

export const CASE_NUMBER_PROBLEMS = {
  CASE_NUMBER_MISSING: {
    zh: '没有填写案号，请填写完整案号，如（2025）内08刑初12号。',
    en: 'No case number was given. Give it whole, such as （2025）内08刑初12号.',
  },
  SEVERAL_CASE_NUMBERS: {
    zh: '这里写了不止一个案号，请逐个填写，每次一个。',
    en: 'This is more than one case number. Enter them one at a time.',
  },
  YEAR_NOT_IN_BRACKETS: {
    zh: '案号须以括号内的收案年度开头，如（2025），请补上。',
    en: 'A case number begins with the year in brackets, such as （2025）. Add it.',
  },
  YEAR_NOT_FOUR_DIGITS: {
    zh: '收案年度“{year}”应为四位数字，如 2025，请补全。',
    en: 'The year “{year}” must have four digits, such as 2025. Complete it.',
  },
  NUMBER_SIGN_MISSING: {
    zh: '案号末尾缺少“号”，请核对是否漏写。',
    en: 'The case number must end in 号. Check whether something was left out.',
  },
  COURT_MISSING: {
    zh: '缺少法院代字，如“内08”，请在年度之后补上。',
    en: 'The court’s characters are missing, such as 内08. Add them after the year.',
  },
  COURT_NOT_MENG: {
    zh: '内蒙古法院的代字是“内”，不是“{court}”，请改为如“内08”。',
    en: 'Courts of Inner Mongolia are written 内, not {court}. Write 内08, for example.',
  },
  COURT_UNKNOWN: {
    zh: '“{court}”不是法院代字，请按“内08”“最高法”这样填写。',
    en: '“{court}” names no court. Write it as in 内08 or 最高法.',
  },
  COURT_DIGITS_WRONG: {
    zh: '法院代字“{court}”的数字位数不对：高院没有数字，中院两位，基层法院四位。请核对。',
    en: 'The court “{court}” has a wrong number of digits: none for a high court, two for an intermediate one, four for a basic one.',
  },
  LEGACY_WORDS_IN_NEW_FORM: {
    zh: '2016 年起的案号不写“字第”，请去掉，如（2025）内08刑初12号。',
    en: 'Since 2016 a case number has no 字第. Leave it out, as in （2025）内08刑初12号.',
  },
  LEGACY_COURT_HAS_DIGITS: {
    zh: '2016 年以前的案号用汉字简称法院，没有数字，请核对年度与法院“{court}”。',
    en: 'Before 2016 courts were written without digits. Check the year and the court “{court}”.',
  },
  TYPE_MISSING: {
    zh: '缺少类型代字，如“刑初”“执”，请在法院代字之后补上。',
    en: 'The type is missing, such as 刑初 or 执. Add it after the court.',
  },
  TYPE_UNKNOWN: {
    zh: '类型代字“{type}”不在名录中，请核对；确有此类型时，先在“类型代字”中增补。',
    en: 'The type “{type}” is not listed. Check it; if it exists, add it under “Types of case numbers” first.',
  },
  SEQUENCE_MISSING: {
    zh: '缺少案件编号，请在“号”之前填写数字。',
    en: 'The number of the case is missing. Write it before 号.',
  },
  SEQUENCE_NOT_A_NUMBER: {
    zh: '案件编号“{sequence}”应为阿拉伯数字，请更正。',
    en: 'The number “{sequence}” must be written in digits.',
  },
  SEQUENCE_ZERO: {
    zh: '案件编号不能是 0，请核对。',
    en: 'The number of a case cannot be 0. Check it.',
  },
  SEQUENCE_LEADING_ZERO: {
    zh: '案件编号“{sequence}”前面不写 0，请写作“{right}”。',
    en: 'The number “{sequence}” is written without leading zeros: “{right}”.',
  },
  SEQUENCE_TOO_LONG: {
    zh: '案件编号“{sequence}”超过 8 位，请核对是否多写了数字。',
    en: 'The number “{sequence}” has more than 8 digits. Check whether one is too many.',
  },
  NEW_FORM_BEFORE_2016: {
    zh: '2016 年以前的案号应为旧式写法，如（2015）丹巴刑初字第3号，请核对年度或改为旧式。',
    en: 'Numbers before 2016 have the old form, such as （2015）丹巴刑初字第3号. Check the year, or write the old form.',
  },
  YEAR_IN_FUTURE: {
    zh: '收案年度 {year} 还没有到，请核对。',
    en: 'The year {year} has not come yet. Check it.',
  },
  TYPE_NOT_OF_BASIC_COURT: {
    zh: '基层法院（{court}）不办理“{type}”案件，请核对法院代字或类型代字。',
    en: 'A basic court ({court}) has no cases of the type {type}. Check the court or the type.',
  },
  REVIEW_NUMBER_NOT_EIGHT_DIGITS: {
    zh: '“刑核”案件的编号是 8 位数字，现为 {count} 位，请核对。',
    en: 'The number of a 刑核 case has 8 digits; this one has {count}. Check it.',
  },
} as const satisfies Record<string, Sentence>;

export type CaseNumberProblemCode = keyof typeof CASE_NUMBER_PROBLEMS;

export interface CaseNumberProblem extends Sentence {
  readonly code: CaseNumberProblemCode;
}

export function caseNumberProblem(code: CaseNumberProblemCode, facts: Facts = {}): CaseNumberProblem {
  return { code, ...fillSentence(CASE_NUMBER_PROBLEMS[code], facts) };
}

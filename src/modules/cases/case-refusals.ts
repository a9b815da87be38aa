/** Why a case, a number or a party is not written as asked, and what the person does next. Runs in the browser too. */
import { defineRefusals, Refusal, type Facts, type Problem } from '../../platform/errors.ts';

/** In order of precedence: an earlier reason hides a later one. */
export const CASE_REFUSALS = defineRefusals({
  CASE_NOT_FOUND: {
    status: 404,
    zh: '没有找到该案件，可能不由您承办，也不在您的查看范围内。',
    en: 'No such case. It may be another handler’s, or lie outside what you may read.',
  },
  CASE_NOT_YOURS: {
    status: 403,
    zh: '该案件不由您承办，请由承办人、书记员或保管员办理。',
    en: 'This is not your case. Its handler, its clerk or the custodian can do this.',
  },
  CLOCK_STARTS_IN_FUTURE: {
    status: 422,
    zh: '起算日晚于今天，请更正。',
    en: 'The clock would begin in the future. Correct the day.',
  },
  CASE_NAMES_HIDDEN: {
    status: 403,
    zh: '本案的姓名或案由对您不全部显示，请由承办人或有相应权限的人更正。',
    en: 'Names or the cause of this case are masked for you. Its handler, or somebody who is cleared, can correct it.',
  },
  CASE_NUMBER_INVALID: {
    status: 422,
    zh: '案号“{number}”有误：{problem}',
    en: 'The case number “{number}” is wrong: {problemEnglish}',
  },
  CASE_NUMBER_LISTED_TWICE: {
    status: 422,
    zh: '案号 {number} 填了两次，请删去一个。',
    en: 'The number {number} is given twice. Remove one.',
  },
  CASE_NUMBER_TAKEN: {
    status: 409,
    zh: '案号 {number} 已属于另一案件：{other}。请核对案号；两案确有关联的，请用“并案、分案”关联。',
    en: 'The number {number} belongs to another case: {other}. Check it; if both belong together, link the cases.',
  },
  CASE_HANDLER_UNKNOWN: {
    status: 422,
    zh: '所选承办人或书记员的账号已停用，或不在本院任职，请重新选择。',
    en: 'The handler or clerk has no open account in this court. Choose another person.',
  },
  CASE_DEPARTMENT_UNKNOWN: {
    status: 422,
    zh: '请选择承办部门；所选部门已撤销，或承办人没有所属部门。',
    en: 'Choose the department: the one chosen is closed, or the handler has none.',
  },
  CASE_DATES_WRONG: {
    status: 422,
    zh: '生效日、结案日不能早于收案日，收案日不能晚于今天，请核对日期。',
    en: 'Effect and closing cannot come before acceptance, nor acceptance after today. Check the dates.',
  },
  CASE_NUMBER_NOT_OF_CASE: {
    status: 404,
    zh: '该案件没有这个案号，请刷新后重试。',
    en: 'The case has no such number. Reload and try again.',
  },
  CASE_NUMBER_WRONG_ALREADY: {
    status: 409,
    zh: '该案号已标记为原错号，无需再次办理。',
    en: 'The number is marked as wrong already.',
  },
  CASE_NUMBER_SAME: {
    status: 422,
    zh: '正确的案号与原案号相同，请核对。',
    en: 'The right number is the same as the wrong one. Check it.',
  },
  HANDLER_UNCHANGED: {
    status: 409,
    zh: '该人已是承办人，请另选一人。',
    en: 'This person is the handler already. Choose another.',
  },
  REASSIGNED_IN_FUTURE: {
    status: 422,
    zh: '变更日期不能晚于今天，请到当日再办理。',
    en: 'The change cannot lie in the future. Record it on that day.',
  },
  REASSIGNED_BEFORE_LAST: {
    status: 422,
    zh: '变更日期早于现承办人接手的日期 {fromOn}，请核对。',
    en: 'The day lies before {fromOn}, when the present handler took over. Check it.',
  },
  CASE_LINKED_TO_ITSELF: {
    status: 422,
    zh: '不能与本案自身关联，请填写另一案件的案号。',
    en: 'A case cannot be linked to itself. Give the number of the other case.',
  },
  OTHER_CASE_NOT_FOUND: {
    status: 422,
    zh: '没有找到案号为 {number} 的案件，请核对，或先登记该案件。',
    en: 'No case has the number {number}. Check it, or register that case first.',
  },
  CASES_LINKED_ALREADY: {
    status: 409,
    zh: '两案已经关联，无需再次办理。',
    en: 'The two cases are linked already.',
  },
  CASE_LINK_NOT_FOUND: {
    status: 404,
    zh: '两案没有关联，或关联已经解除，请刷新后重试。',
    en: 'The cases are not linked, or no longer. Reload and try again.',
  },
  CASE_NUMBER_TYPE_EXISTS: {
    status: 409,
    zh: '类型代字“{type}”已在名录中，无需增补。',
    en: 'The type “{type}” is listed already.',
  },
  PARTY_NOT_FOUND: {
    status: 404,
    zh: '没有找到该当事人，请刷新后重试。',
    en: 'No such party. Reload and try again.',
  },
  PARTY_LEFT: {
    status: 409,
    zh: '该当事人已移出本案，不能再更正。',
    en: 'The party has left the case and cannot be corrected any more.',
  },
  PARTY_HAS_NO_NUMBER: {
    status: 409,
    zh: '该当事人没有登记证件号码，请先更正补录。',
    en: 'No document number is recorded for this party. Add it by a correction first.',
  },
  DOCUMENT_KIND_MISSING: {
    status: 422,
    zh: '填写了证件号码，请同时选择证件类型。',
    en: 'A document number was given. Choose the kind of document as well.',
  },
  DOCUMENT_NUMBER_INVALID: {
    status: 422,
    zh: '证件号码的位数或校验码不正确，请对照证件核对。',
    en: 'The number has a wrong length or check digit. Compare it with the document.',
  },
});

export type CaseRefusalReason = keyof typeof CASE_REFUSALS;

/** To be thrown. */
export function refuseCase(
  reason: CaseRefusalReason,
  facts: Facts = {},
  problems: readonly Problem[] = [],
): Refusal {
  return new Refusal(reason, CASE_REFUSALS[reason], facts, problems);
}

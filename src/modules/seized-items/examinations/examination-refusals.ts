/** Why an examination is not recorded as it was entered: one closed list in order of precedence. */
import { defineRefusals, Refusal, type Facts } from '../../../platform/errors.ts';

export const EXAMINATION_REFUSALS = defineRefusals({
  EXAMINATION_NOT_FOUND: {
    status: 404,
    zh: '没有找到该鉴定评估记录，请刷新后重试。',
    en: 'No such examination. Reload and try again.',
  },
  OPINION_RECORDED: {
    status: 409,
    zh: '该次鉴定评估的意见已登记，不能改写；重新鉴定的请另行委托。',
    en: 'The opinion is recorded and is not rewritten. Commission a new examination instead.',
  },
  MANDATE_IN_FUTURE: {
    status: 409,
    zh: '送检日期晚于今天，请更正。',
    en: 'It cannot have been sent on a day to come. Correct the day.',
  },
  SAMPLE_EXCEEDS_ITEM: {
    status: 409,
    zh: '取样量 {sample} 超过结存 {onHand}，请核对。',
    en: 'The sample of {sample} exceeds the {onHand} on hand. Check it.',
  },
  OPINION_IN_FUTURE: {
    status: 409,
    zh: '意见书日期晚于今天，请更正。',
    en: 'The opinion cannot be dated on a day to come. Correct the day.',
  },
  OPINION_BEFORE_MANDATE: {
    status: 409,
    zh: '意见书日期早于送检日期，请核对。',
    en: 'The opinion is dated before the thing was sent. Check the days.',
  },
  NO_SAMPLE_WAS_TAKEN: {
    status: 409,
    zh: '送检时没有取样，不能填写退回量、消耗量。',
    en: 'No sample was taken, so none was returned or used up. Leave these empty.',
  },
  SAMPLE_UNACCOUNTED: {
    status: 409,
    zh: '送检时取了样，请填写退回量和消耗量（没有的填 0）。',
    en: 'A sample was taken. State what was returned and what was used up, 0 for none.',
  },
  SAMPLE_DIFFERS: {
    status: 409,
    zh: '退回量与消耗量合计 {sum}，与取样量 {sample} 不符，请与鉴定机构核对。',
    en: 'Returned and used up add up to {sum} and not to the sample of {sample}. Ask the institution.',
  },
  VALUE_MISSING: {
    status: 409,
    zh: '评估须填写评估额与基准日。',
    en: 'A valuation states a value and its base date.',
  },
  BASE_DATE_AFTER_OPINION: {
    status: 409,
    zh: '评估基准日晚于意见书日期，请核对。',
    en: 'The base date lies after the opinion. Check the days.',
  },
  VALIDITY_TOO_LONG: {
    status: 409,
    zh: '评估有效期自基准日起不超过一年，最晚 {latest}（{basis}）。',
    en: 'A valuation holds for a year from its base date at most, until {latest} ({basis}).',
  },
  MONEY_STAYS_MONEY: {
    status: 409,
    zh: '款项与物品不能互改类别；鉴定为假币的，请办理“另列”。',
    en: 'Money does not become a thing by its category. List counterfeit notes separately.',
  },
  FOUND_PROHIBITED: {
    status: 409,
    zh: '经鉴定为{category}的，请报告异常并按规定移交。{advice}',
    en: 'Found to be of a class that is not kept here. Report an incident and hand it over. {adviceEn}',
  },
  GRADE_BELOW_CATEGORY: {
    status: 409,
    zh: '{category}的等级不能低于该类最低等级，请一并更正类别。',
    en: 'The grade lies below the lowest of this category. Correct the category too.',
  },
  DOWNGRADE_NEEDS_TWO: {
    status: 409,
    zh: '降低等级或估价须两人办理，请由复核人确认。',
    en: 'Two people record a lower grade or value. Have the second person confirm.',
  },
});
export type ExaminationRefusalReason = keyof typeof EXAMINATION_REFUSALS;

/** A refusal of an examination by its reason. */
export function refuseExamination(reason: ExaminationRefusalReason, facts: Facts = {}): Refusal {
  return new Refusal(reason, EXAMINATION_REFUSALS[reason], facts);
}

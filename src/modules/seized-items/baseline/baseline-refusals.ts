/** Why a first count that differs is not recorded or not settled. In order of precedence. */
import { defineRefusals, Refusal, type Facts } from '../../../platform/errors.ts';

export const BASELINE_REFUSALS = defineRefusals({
  COUNT_WHERE_KEPT: {
    status: 409,
    zh: '该物品现为“{state}”，待其在库或由委托方保管时再清点登记。',
    en: 'The item is “{state}”. Count it when it is in store or with its keeper.',
  },
  NOTHING_IS_AN_INCIDENT: {
    status: 409,
    zh: '实物一件也没有的，不能作为基准；请报告异常，由领导作出调查结论。',
    en: 'Nothing at all cannot become a baseline. Report an incident; a leader concludes on it.',
  },
  COUNT_AS_BOOKED: {
    status: 409,
    zh: '实点与台账一致，请直接办理存量核对。',
    en: 'The count is as the register says. Record it as the first count.',
  },
  COUNT_PHOTO_MISSING: {
    status: 409,
    zh: '请先拍摄今天清点现场的照片，作为差异的凭证。',
    en: 'Take a photo of the count today first; it speaks for the difference.',
  },
  COUNT_DIFFERENCE_NOT_FOUND: {
    status: 404,
    zh: '没有找到该清点差异，或者已经办结、已重新清点，请刷新后重试。',
    en: 'No such open difference: it was settled or counted again. Reload and try again.',
  },
  CONCLUDER_HAS_COUNTED: {
    status: 403,
    zh: '{name} 的清点差异由您参加清点，不能由您作出结论，请由其他领导办理。',
    en: 'You counted {name} yourself when it differed from the register, so another leader concludes on it.',
  },
  BASELINE_BOOK_MOVED: {
    status: 409,
    zh: '{name} 的账面数量在清点之后有变动（清点时 {booked}，现为 {onHand}），请重新清点。',
    en: 'The book of {name} has moved since the count ({booked} then, {onHand} now). Count it again.',
  },
});
export type BaselineRefusalReason = keyof typeof BASELINE_REFUSALS;

/** To be thrown. */
export function refuseBaseline(reason: BaselineRefusalReason, facts: Facts = {}): Refusal {
  return new Refusal(reason, BASELINE_REFUSALS[reason], facts);
}

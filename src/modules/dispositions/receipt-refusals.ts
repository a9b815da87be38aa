/** Why the receipt of a hand-over is refused. Runs in the browser too. */
import { defineRefusals, Refusal, type Facts, type Problem } from '../../platform/errors.ts';

/** In order of precedence: an earlier reason hides a later one. */
export const RECEIPT_REFUSALS = defineRefusals({
  RECEIPT_OF_SEVERAL_LISTS: {
    status: 409,
    zh: '一份回执只对应一份移交清单，请按移交清单分别登记。',
    en: 'One receipt belongs to one list of a hand-over. Record them list by list.',
  },
  RECEIPT_BEFORE_HAND_OVER: {
    status: 409,
    zh: '移交于 {day} 发出，回执日期不能更早，请更正。',
    en: 'The hand-over left on {day}; its receipt cannot be earlier. Correct the day.',
  },
  RECEIPT_REFUSED: {
    status: 409,
    zh: '{count} 件不能登记回执，全部未写入。请更正或移出后重新提交。',
    en: '{count} item(s) take no receipt and nothing was written. Correct or leave them out and send again.',
  },
});

/** To be thrown. */
export function refuseReceipt(
  reason: keyof typeof RECEIPT_REFUSALS,
  facts: Facts = {},
  problems: readonly Problem[] = [],
): Refusal {
  return new Refusal(reason, RECEIPT_REFUSALS[reason], facts, problems);
}

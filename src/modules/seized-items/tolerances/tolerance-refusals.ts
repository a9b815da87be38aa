/** Why a court's tolerance is not kept. Runs in the browser too. */
import { defineRefusals, Refusal, type Facts } from '../../../platform/errors.ts';

/** In order of precedence: an earlier reason hides a later one. */
export const TOLERANCE_REFUSALS = defineRefusals({
  NO_NATURAL_LOSS_THERE: {
    status: 409,
    zh: '该类物品没有自然损耗，不能规定允许损耗；短少的请报告异常。',
    en: 'Such things lose nothing by nature, so no loss is allowed. Report an incident where something is short.',
  },
  TOLERANCE_BACKDATED: {
    status: 409,
    zh: '施行日期不得早于今天，过去的短少不能事后放宽，请改为今天或以后。',
    en: 'It takes effect today at the earliest: no shortage of the past is made good afterwards.',
  },
  TOLERANCE_TOO_LOOSE: {
    status: 409,
    zh: '该类物品的允许范围最多 {most}（{basis}），本院只能规定得更严。',
    en: 'The most for this category is {most} ({basis}). A court only makes it stricter.',
  },
  TOLERANCE_BEYOND_BOUND: {
    status: 409,
    zh: '该类物品最多可规定 {bound}：{boundReason}。请改为不超过该上限；确实短少更多的，请报告异常。',
    en: 'A court may allow {bound} of this category at most: {boundReason}. Lower it; where more is missing, report an incident.',
  },
});

export type ToleranceRefusalReason = keyof typeof TOLERANCE_REFUSALS;

/** To be thrown. */
export function refuseTolerance(reason: ToleranceRefusalReason, facts: Facts = {}): Refusal {
  return new Refusal(reason, TOLERANCE_REFUSALS[reason], facts);
}

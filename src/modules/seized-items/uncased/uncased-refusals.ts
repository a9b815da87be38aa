/** Why something is not done with a thing that belongs to no case. */
import { defineRefusals, Refusal, type Facts } from '../../../platform/errors.ts';

export const UNCASED_REFUSALS = defineRefusals({
  UNCASED_NOT_FOUND: {
    status: 404,
    zh: '没有找到该登记，请刷新后重试。',
    en: 'No such record. Reload and try again.',
  },
  UNCASED_SETTLED: {
    status: 409,
    zh: '该物品已办结，不能再办理。',
    en: 'This is settled already.',
  },
  UNCASED_PHOTO_MISSING: {
    status: 409,
    zh: '请先拍照再登记：至少一张，由登记人本人拍摄。',
    en: 'Take a photo first, yourself; at least one.',
  },
  OWNER_MISSING: {
    status: 409,
    zh: '随身财物须填写权利人。',
    en: 'Say to whom the belongings belong.',
  },
  BELONGINGS_ARE_RETURNED: {
    status: 409,
    zh: '随身财物不入案件台账，只能退还权利人。',
    en: 'Belongings are not entered into the ledger of a case. They are given back.',
  },
  FOUND_THING_UNFIT: {
    status: 409,
    zh: '认定的物品已{state}，与找到的实物不符，请核对。',
    en: 'The item that it is said to be has ended ({state}). Check which one it is.',
  },
});
export type UncasedRefusalReason = keyof typeof UNCASED_REFUSALS;

/** A refusal about a thing without a case, by its reason. */
export function refuseUncased(reason: UncasedRefusalReason, facts: Facts = {}): Refusal {
  return new Refusal(reason, UNCASED_REFUSALS[reason], facts);
}

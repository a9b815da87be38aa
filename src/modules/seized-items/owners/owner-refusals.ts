/** Why owners of an item are not recorded as asked, and what the person does next. Runs in the browser too. */
import { defineRefusals, Refusal, type Facts } from '../../../platform/errors.ts';

/** In order of precedence. */
export const OWNER_REFUSALS = defineRefusals({
  OWNER_ITEMS_OF_CASES: {
    status: 409,
    zh: '所选物品不属于同一案件，请按案件分别登记权属。',
    en: 'The items belong to different cases. Record their owners case by case.',
  },
  OWNER_NOT_YOURS: {
    status: 403,
    zh: '本案不由您承办，权属由承办人或其部门负责人登记。',
    en: 'The case is not yours. Its handler or the head of department records the owners.',
  },
  OWNER_PARTY_UNKNOWN: {
    status: 409,
    zh: '所选权利人不是本案现有当事人，请先在案件中增加当事人。',
    en: 'An owner is no party of the case now. Add the party to the case first.',
  },
  OWNER_LISTED_TWICE: {
    status: 409,
    zh: '同一权利人填写了两次，请合并为一行。',
    en: 'One owner is listed twice. Make it one line.',
  },
  OWNER_SHARE_INVALID: {
    status: 409,
    zh: '份额不能大于 1，请按“分子/分母”填写，如 1/3。',
    en: 'A share is more than the whole. Write it as a fraction such as 1/3.',
  },
  OWNERS_OF_UNKNOWN: {
    status: 409,
    zh: '权属不明的不列权利人；已查明部分权利人的，请改选其权属并按份额填写。',
    en: 'An item whose owner is unknown has none. Where some are known, choose whose it is and state their shares.',
  },
  CLAIMANTS_MISSING: {
    status: 409,
    zh: '权属争议须列出两名以上主张人及其主张的份额。',
    en: 'A dispute needs at least two claimants with what each of them claims.',
  },
  SHARES_EXCEED_WHOLE: {
    status: 409,
    zh: '各权利人份额之和超过 1，请核对；各方主张冲突的，请登记为权属争议。',
    en: 'The shares add up to more than the whole. Check them; where claims conflict, record a dispute.',
  },
});

export type OwnerRefusalReason = keyof typeof OWNER_REFUSALS;

/** A refusal on owners by its reason. */
export function refuseOwners(reason: OwnerRefusalReason, facts: Facts = {}): Refusal {
  return new Refusal(reason, OWNER_REFUSALS[reason], facts, []);
}

/** Why something cannot be asked for to be done with seized items. Runs in the browser too. */
import { defineRefusals, Refusal, type Facts, type Problem } from '../../platform/errors.ts';

/** In order of precedence: an earlier reason hides a later one. */
export const ITEM_REQUEST_REFUSALS = defineRefusals({
  REQUEST_NOT_YOURS_TO_ASK: {
    status: 403,
    zh: '您的职责不能申请{kind}，请由{roles}申请。',
    en: 'Your duty does not include asking for this: {kindEnglish}. It belongs to: {roles}.',
  },
  REQUEST_ITEM_UNKNOWN: {
    status: 404,
    zh: '没有找到该涉案财物，或该案不由您承办，请核对编码后重选。',
    en: 'No such seized item, or its case is not yours. Check the code and choose again.',
  },
  REQUEST_BY_CUSTODIAN: {
    status: 403,
    zh: '您是该物品所在库房的保管人，不能自己申请，请由承办人申请。',
    en: 'The item is in your care, so you cannot ask for it. The case handler does.',
  },
  REQUEST_STATE_WRONG: {
    status: 409,
    zh: '该物品现为“{state}”，不能申请{kind}。',
    en: 'The item is “{state}”; this cannot be asked for: {kindEnglish}.',
  },
  REQUEST_QUANTITY_WRONG: {
    status: 409,
    zh: '申请的数量须大于零且不超过结存的 {onHand}，请更正。',
    en: 'Ask for more than nothing and at most the {onHand} that are there.',
  },
  REQUEST_OPEN_ALREADY: {
    status: 409,
    zh: '{applicant}已就该物品提交申请 {number}，请等其办结或撤回后再申请。',
    en: '{applicant} has asked for the same in request {number}. Wait until it is carried out or withdrawn.',
  },
  UNSEALING_NOT_APPROVED: {
    status: 409,
    zh: '启封须先经批准。请承办人或装备科在物品页面申请启封，批准后再办理。',
    en: 'Unsealing needs an approval. The case handler or the equipment office asks for it on the page of the item.',
  },
  REQUEST_REFUSED: {
    status: 409,
    zh: '{count} 件不能申请，全部未提交。请更正或移出后重新提交。',
    en: '{count} item(s) are refused and nothing was handed in. Correct or remove them and send again.',
  },
});

export type ItemRequestRefusalReason = keyof typeof ITEM_REQUEST_REFUSALS;

/** To be thrown. */
export function refuseItemRequest(
  reason: ItemRequestRefusalReason,
  facts: Facts = {},
  problems: readonly Problem[] = [],
): Refusal {
  return new Refusal(reason, ITEM_REQUEST_REFUSALS[reason], facts, problems);
}

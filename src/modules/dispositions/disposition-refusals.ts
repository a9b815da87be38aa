/** Why something on the way from judgment to the end is refused. Runs in the browser too. */
import { CLAIM_REFUSALS } from './claim-refusals.ts';
import { DESTRUCTION_REFUSALS } from './destruction-refusals.ts';
import { NOTICE_REFUSALS } from './notice-refusals.ts';
import { RETURN_REFUSALS } from './return-refusals.ts';
import { defineRefusals, Refusal, type Facts, type Problem } from '../../platform/errors.ts';

/** In order of precedence: an earlier reason hides a later one. */
export const DISPOSITION_REFUSALS = defineRefusals({
  ITEMS_OF_SEVERAL_CASES: {
    status: 409,
    zh: '所选物品不属于同一案件，请分案办理。',
    en: 'The items belong to several cases. Do this case by case.',
  },
  LINE_NOT_FOUND: {
    status: 404,
    zh: '没有找到该裁判处理项，请刷新后重试。',
    en: 'There is no such line of a judgment. Reload and try again.',
  },
  LINE_ALREADY_DECIDED: {
    status: 409,
    zh: '该处理项已确认、退回或被更正，请刷新查看。',
    en: 'The line was confirmed, returned or replaced already. Reload to see it.',
  },
  LINE_NUMBER_TAKEN: {
    status: 409,
    zh: '{document} 第 {number} 项已登记；更正请用“更正”。',
    en: 'Line {number} of {document} is entered already. Correct it instead.',
  },
  LINE_CARRIED_OUT: {
    status: 409,
    zh: '该处理项已执行 {quantity}：更正须针对同一物品、同一处理方式和同一权利人，数量不得少于已执行的部分。已执行部分确有错误的，请登记执行回转或赔偿。',
    en: '{quantity} of the line is carried out: a correction concerns the same item, order and right holder, and orders no less than that. For what was carried out wrongly, record a claim.',
  },
  LINE_ITEM_UNNEEDED: {
    status: 409,
    zh: '第 {number} 项“{order}”不针对在库物品，请去掉物品；对该物品的处理请另列一项。',
    en: 'Line {number} ({orderEnglish}) concerns nothing that is kept. Leave the item out, and enter what is ordered of it as another line.',
  },
  LINE_CONCERNS_A_THING: {
    status: 409,
    zh: '该处理项针对在管物品，须按返还、上缴、销毁等方式执行。',
    en: 'The line concerns a thing that is kept. Carry it out by a disposition.',
  },
  LINE_ITEM_UNKNOWN: {
    status: 409,
    zh: '第 {number} 项所选物品不属于本案，请重选。',
    en: 'The item of line {number} does not belong to this case. Choose another.',
  },
  LINE_UNIT_DIFFERS: {
    status: 409,
    zh: '第 {number} 项的单位是“{unit}”，台账按“{itemUnit}”计，请按台账单位登记，或不关联物品、报请补正。',
    en: 'Line {number} counts in {unit}, the ledger in {itemUnit}. Enter it in the unit of the ledger, or without an item and ask for a correction.',
  },
  BENEFICIARY_MISSING: {
    status: 409,
    zh: '第 {number} 项“{order}”须写明返还给谁或交给哪个机关。',
    en: 'Line {number} ({orderEnglish}) must say who gets the thing.',
  },
  BENEFICIARY_UNKNOWN: {
    status: 409,
    zh: '第 {number} 项所选当事人不在本案，请重选。',
    en: 'The party of line {number} is none of this case. Choose another.',
  },
  CONFIRMED_BY_ENTERER: {
    status: 403,
    zh: '登记人不能自己确认，请由执行局其他人员确认。',
    en: 'Whoever entered a line does not confirm it. Somebody else of the enforcement bureau does.',
  },
  CONFIRMED_BY_CUSTODIAN: {
    status: 403,
    zh: '保管人不能确认裁判处理项，请由执行局其他人员确认。',
    en: 'Whoever keeps the things does not confirm what becomes of them. Somebody else does.',
  },
  HOLD_NOT_FOUND: {
    status: 404,
    zh: '没有找到该冻结处置记录，请刷新后重试。',
    en: 'There is no such hold. Reload and try again.',
  },
  HOLD_RELEASED: {
    status: 409,
    zh: '该冻结处置已解除。',
    en: 'The hold was released already.',
  },
  HOLD_OF_OTHER_CASE: {
    status: 403,
    zh: '该物品为另案需用，须由该案承办人在其案件“物品”页解除。',
    en: 'Another case needs the thing. Its own judge lets it go, on the items of that case.',
  },
  HOLD_BY_ITS_OWN_CASE: {
    status: 409,
    zh: '所填案号就是该物品所在案件，请填写另案案号。',
    en: 'This is the case of the thing itself. Give the number of the other case.',
  },
  HOLD_TWICE: {
    status: 409,
    zh: '{holder}已对该物品登记冻结处置，请先解除原记录。',
    en: '{holder} holds the item already. Release that hold first.',
  },
  GROUND_NOT_FOUND: {
    status: 404,
    zh: '没有找到该处置依据，请刷新后重试。',
    en: 'There is no such ground. Reload and try again.',
  },
  GROUND_RUNNING: {
    status: 409,
    zh: '该物品已有未了结的先行处置或无关认定，请先办结。',
    en: 'The item has such a ground already. Finish that one first.',
  },
  CONSENT_MISSING: {
    status: 409,
    zh: '条件不足：先行处置须经权利人申请或者同意，并经院长批准（刑诉法解释第439条）。可报请合议庭研究。',
    en: 'The conditions are not met: early disposal needs the right holder’s application or consent and the president’s approval (article 439). Refer it to the collegiate panel.',
  },
  GROUND_NOT_ESCALATABLE: {
    status: 409,
    zh: '该依据已进入审批或已了结，不能再报合议庭。',
    en: 'The ground is being decided or is over; it is not referred any more.',
  },
  NOTHING_ORDERED: {
    status: 409,
    zh: '判决未处理该物品，也没有其他处置依据；请报承办人另行处理（刑诉法解释第446条）。',
    en: 'No judgment says what becomes of the item, and there is no other ground. Refer it to the case handler (article 446).',
  },
  LINE_NOT_EFFECTIVE: {
    status: 409,
    zh: '裁判处理项尚未确认或尚未生效，请待执行局确认。',
    en: 'The line is not confirmed or not effective yet. Wait for the enforcement bureau.',
  },
  QUANTITY_DIFFERS: {
    status: 409,
    zh: '裁判数量与库存不符，不得处置；请报承办人补正（刑诉法解释第444条、法释〔2014〕13号第15条）。',
    en: 'The judgment and the stock differ in quantity, so nothing is disposed of. Ask the case handler for a correction.',
  },
  WAY_NOT_ORDERED: {
    status: 409,
    zh: '裁判处理项不允许这样处置，请核对处理方式。',
    en: 'The judgment does not order this. Check the disposition.',
  },
  MORE_THAN_ORDERED: {
    status: 409,
    zh: '数量超过该处理项尚未执行的部分，请核对。',
    en: 'The quantity exceeds what is left of the line. Check it.',
  },
  PAID_AMOUNT_DIFFERS: {
    status: 409,
    zh: '缴款书金额 {amount} 与该款项应缴的 {due} 不符，请逐项核对缴款书。只缴一部分的，请先按该部分报批。',
    en: 'The slip says {amount}, and {due} leave of this money. Check each line of the slip. To pay a part only, have the part approved first.',
  },
  REQUEST_NEEDED: {
    status: 409,
    zh: '请先提交处置审批，批准后办理。',
    en: 'Ask for approval first and come back when it is granted.',
  },
  ...RETURN_REFUSALS,
  ...DESTRUCTION_REFUSALS,
  ...NOTICE_REFUSALS,
  CONTACT_IN_FUTURE: {
    status: 409,
    zh: '联系时间晚于当前时间，请更正。',
    en: 'The time lies in the future. Correct it.',
  },
  AUCTION_NOT_FOUND: {
    status: 404,
    zh: '没有找到该次拍卖，请刷新后重试。',
    en: 'There is no such auction. Reload and try again.',
  },
  AUCTION_RESULT_KNOWN: {
    status: 409,
    zh: '该次拍卖已登记结果。',
    en: 'The result of the auction is recorded already.',
  },
  AUCTION_RUNNING: {
    status: 409,
    zh: '上一次拍卖还没有结果，请先登记结果。',
    en: 'The auction before has no result yet. Record it first.',
  },
  AUCTION_OVER: {
    status: 409,
    zh: '该物品已拍卖成交。',
    en: 'The item was sold already.',
  },
  AUCTION_NOT_HELD: {
    status: 409,
    zh: '拍卖日 {heldOn} 未到，不能登记结果。',
    en: 'The auction is held on {heldOn}; it has no result before.',
  },
  VALUATION_DIFFERS: {
    status: 409,
    zh: '该物品已有登记的评估意见 {number}：{value} 元，基准日 {baseOn}，有效期至 {validUntil}。请按该意见填写；意见有误的，先登记新的评估意见。',
    en: 'The valuation on record is {number}: CNY {value}, base date {baseOn}, valid until {validUntil}. Enter that one, or record a new valuation first.',
  },
  VALUATION_EXPIRED: {
    status: 409,
    zh: '评估结果有效期至 {validUntil}，拍卖日 {heldOn} 不在有效期内，请重新评估。',
    en: 'The valuation is valid until {validUntil}, not on {heldOn}. Have the thing valued again.',
  },
  AUCTION_FAILED_TWICE: {
    status: 409,
    zh: '已两次流拍，不再拍卖；请通知财政部门接收或依法作无保留价处理（法释〔2014〕13号第12条）。',
    en: 'It failed twice. Finance takes it over, or it is sold without reserve (article 12).',
  },
  NOTICE_TOO_SHORT: {
    status: 409,
    zh: '拍卖公告须提前 {days} 日，最早可于 {earliest} 拍卖（法释〔2016〕18号）。',
    en: 'The notice runs {days} days; the earliest day is {earliest}.',
  },
  REPEAT_TOO_LATE: {
    status: 409,
    zh: '再次拍卖须在流拍后 30 日内公告，已过 {latest}。请重新评估，以流拍之后为基准日，按首次拍卖重新公告。',
    en: 'The second auction had to be announced by {latest}. Have the thing valued again, with a base date after the failure, and announce it as a first auction.',
  },
  RESERVE_TOO_LOW: {
    status: 409,
    zh: '起拍价过低，不得低于 {least} 元。',
    en: 'The reserve is too low. The least is {least} yuan.',
  },
  NOT_SOLD: {
    status: 409,
    zh: '没有成交的拍卖，不能办理成交出库。',
    en: 'There is no auction that sold the item.',
  },
  NOT_FAILED_TWICE: {
    status: 409,
    zh: '须经两次流拍，财政部门方可接收。',
    en: 'Finance takes over only after two failed auctions.',
  },
  DISPOSITION_NOT_FOUND: {
    status: 404,
    zh: '没有找到该处置记录，请刷新后重试。',
    en: 'There is no such disposition. Reload and try again.',
  },
  REVERSED_ALREADY: {
    status: 409,
    zh: '该处置已冲正，请刷新查看。',
    en: 'The disposition was taken back already. Reload to see it.',
  },
  REVERSAL_IMPOSSIBLE: {
    status: 409,
    zh: '已变价入账、留有残余物或已移交其他机关的处置不能冲正，请登记执行回转或赔偿。',
    en: 'What was sold, left a residue or went to another organ is not taken back. Record a claim instead.',
  },
  NOT_ENDED_OTHERWISE: {
    status: 409,
    zh: '只有以检验耗尽、灭失终结的物品在此冲正；请刷新查看，或按处置冲正。',
    en: 'Only what ended as consumed or lost is taken back here. Reload to see it, or take the disposition back.',
  },
  REVERSAL_NOT_LAST: {
    status: 409,
    zh: '只能冲正使该物品了结的最后一次处置，请核对处置记录。',
    en: 'Only the disposition that ended the item is taken back. Check the records.',
  },
  RECEIPT_KNOWN: {
    status: 409,
    zh: '回执已登记，请移出。',
    en: 'The receipt is recorded already. Leave the item out.',
  },
  ...CLAIM_REFUSALS,
  DISPOSITION_REFUSED: {
    status: 409,
    zh: '{count} 件不能办理，全部未写入。请更正或移出后重新提交。',
    en: '{count} item(s) are refused and nothing was written. Correct or remove them and send again.',
  },
});

export type DispositionRefusalReason = keyof typeof DISPOSITION_REFUSALS;

/** To be thrown. */
export function refuseDisposition(
  reason: DispositionRefusalReason,
  facts: Facts = {},
  problems: readonly Problem[] = [],
): Refusal {
  return new Refusal(reason, DISPOSITION_REFUSALS[reason], facts, problems);
}

/** Why money is not deposited or reconciled as asked, and what the person does next. Runs in the browser too. */
import { defineRefusals, Refusal, type Facts, type Problem } from '../../../platform/errors.ts';

/** In order of precedence. */
export const MONEY_REFUSALS = defineRefusals({
  DEPOSIT_NOT_MONEY: {
    status: 409,
    zh: '“{name}”不是款项，不能存入银行。',
    en: '“{name}” is no money and cannot be deposited.',
  },
  DEPOSIT_CURRENCIES_DIFFER: {
    status: 409,
    zh: '一张存款凭证只能是一种币种，请分开办理。',
    en: 'One slip holds one currency. Deposit each currency by itself.',
  },
  DEPOSIT_KEPT_AS_EVIDENCE: {
    status: 409,
    zh: '“{name}”是特定现金（标记钞等原物证据），未经承办人书面决定不得存入银行。请由承办人先登记“准予存款”。',
    en: '“{name}” is kept for its very notes. The judge must order in writing that it may be deposited.',
  },
  DEPOSIT_NEEDS_BOTH: {
    status: 409,
    zh: '存款须由涉案财物保管员和财务人员两人办理，请由另一方确认。',
    en: 'A custodian and a finance officer deposit money together. Have the other one confirm.',
  },
  DEPOSIT_NOT_CUSTODIAN: {
    status: 409,
    zh: '专人专管：两人中须有该款项所在库房的现任保管员或代管人。',
    en: 'One of the two must be the custodian or deputy of the room in which the money lies.',
  },
  DEPOSIT_ALIAS_IS_NUMBER: {
    status: 409,
    zh: '请填账户简称，如“涉案款专户（尾号1234）”，不要填写完整账号。',
    en: 'Write what the account is called, such as “case account (…1234)”, not its whole number.',
  },
  DEPOSIT_SLIP_TAKEN: {
    status: 409,
    zh: '{bank}的凭证号 {slip} 已经登记过，请核对。',
    en: 'The slip {slip} of {bank} is recorded already. Check it.',
  },
  DEPOSIT_SLIP_MISSING: {
    status: 409,
    zh: '请先上传银行存款凭证的照片或扫描件。',
    en: 'Upload a photo or scan of the slip first.',
  },
  DEPOSIT_IN_FUTURE: {
    status: 409,
    zh: '存款日期晚于今天，请更正。',
    en: 'The day of the deposit lies in the future. Correct it.',
  },
  DEPOSIT_NOT_FOUND: {
    status: 404,
    zh: '没有找到该笔存款，可能不在您的管理范围内。',
    en: 'No such deposit. It may lie outside what you manage.',
  },
  RATE_IS_ZERO: {
    status: 409,
    zh: '汇率须大于零，请更正。',
    en: 'A rate is more than nothing. Correct it.',
  },
  RATE_IN_FUTURE: {
    status: 409,
    zh: '汇率日期晚于今天，请更正。',
    en: 'The day of the rate lies in the future. Correct it.',
  },
  RATE_FAR_OFF: {
    status: 409,
    zh: '与 {day} 登记的汇率（{last}）相差过大：{next}。请核对每百单位与方向，确认无误后勾选“已核对”再提交。',
    en: 'It lies far from the rate of {day} ({last}): {next}. Check units and direction; if it is right, tick “checked” and send again.',
  },
  RATE_MISSING: {
    status: 409,
    zh: '没有 {day} 或此前 {days} 天内的 {currency} 汇率，请财务人员先登记当日汇率。',
    en: 'There is no {currency} rate of {day} or the {days} days before. Finance enters one first.',
  },
  RATE_TOO_OLD: {
    status: 409,
    zh: '审批层级按金额确定，而{currency}最近登记的汇率是 {quotedOn} 的，已超过 {days} 日，不能再用。请财务人员先在“案款 → 外币汇率”登记近日汇率，再提交。',
    en: 'The amount decides who approves, and the newest rate of {currency} is of {quotedOn}, more than {days} days old. Finance enters a current one under “Money → Rates”; then send it again.',
  },
  RATE_UNKNOWN: {
    status: 409,
    zh: '审批层级按金额确定，而{currency}还没有登记汇率。请财务人员先在“案款 → 外币汇率”登记近日汇率，再提交。',
    en: 'The amount decides who approves, and there is no rate of {currency}. Finance enters a current one under “Money → Rates”; then send it again.',
  },
  CONVERSION_OF_YUAN: {
    status: 409,
    zh: '人民币存款没有结汇，请去掉结汇信息。',
    en: 'Yuan are not converted. Leave the conversion out.',
  },
  CONVERSION_NOT_AS_RATE: {
    status: 409,
    zh: '入账金额与银行牌价（{quote}）不符，请按凭证核对牌价与金额。',
    en: 'The credited amount does not fit the rate of the bank ({quote}). Check both against the slip.',
  },
  CONVERSION_RATE_FAR_OFF: {
    status: 409,
    zh: '银行牌价（{bank}）与 {day} 登记的汇率（{middle}）相差过大，请按凭证核对牌价；登记的汇率有误的，请财务人员先重新登记。',
    en: 'The rate of the bank ({bank}) lies far from the rate of {day} ({middle}). Check it against the slip; if the rate of that day is wrong, finance enters it anew first.',
  },
  CONVERSION_ACCOUNTS_DIFFER: {
    status: 409,
    zh: '一张结汇凭证只能是同一账户、同一币种的款项，请分开办理。',
    en: 'One slip changes money of one account and one currency. Convert each by itself.',
  },
  CONVERSION_NOT_THERE: {
    status: 409,
    zh: '“{name}”已不在该账户中以原币存放（已结汇、已支取或正在出库、调查），请刷新后重选。',
    en: '“{name}” does not lie at the bank in its own currency there any more. Reload and choose again.',
  },
  CONVERSION_IN_FUTURE: {
    status: 409,
    zh: '结汇日期晚于今天，请更正。',
    en: 'The day of the conversion lies in the future. Correct it.',
  },
  CONVERSION_BEFORE_DEPOSIT: {
    status: 409,
    zh: '结汇日期早于存款日期 {day}，请按凭证更正。',
    en: 'It was deposited on {day}, so it cannot have been changed before. Correct the day by the slip.',
  },
  CONVERSION_NOT_FOUND: {
    status: 404,
    zh: '没有找到该笔结汇，可能不在您的管理范围内。',
    en: 'No such conversion. It may lie outside what you manage.',
  },
  MONEY_ORDER_NOT_YOURS: {
    status: 403,
    zh: '本案不由您承办，款项保管方式由承办人或其部门负责人决定。',
    en: 'The case is not yours. Its handler or the head of department decides how money is kept.',
  },
  MONTH_NOT_OVER: {
    status: 409,
    zh: '{month} 尚未结束，请在次月对账。',
    en: '{month} is not over yet. Reconcile it in the month after.',
  },
  MONTH_BEFORE_OPEN: {
    status: 409,
    zh: '{month} 尚未结账，请按月份先后办理。',
    en: '{month} is not closed yet. Close the months in their order.',
  },
  MONTH_CLOSED: {
    status: 409,
    zh: '{month} 已经结账，不能再改；以后登记的该月业务在下一个未结月份列为补录。',
    en: '{month} is closed and stays as it is. What is recorded later appears in the next open month.',
  },
  MONTH_NOT_ENTERED: {
    status: 409,
    zh: '财务人员尚未填写银行对账单和账面余额，请先填写。',
    en: 'Finance has not entered the bank statement and its book yet. Enter them first.',
  },
  MONTH_NOTHING_THERE: {
    status: 404,
    zh: '该月及以前没有该币种的款项。',
    en: 'There is no money of this currency in or before that month.',
  },
  MONTH_DIFFERENCES_UNEXPLAINED: {
    status: 409,
    zh: '还有 {count} 处差异没有说明原因，请逐项说明后再确认。',
    en: '{count} difference(s) are not explained. Explain each of them.',
  },
  MONTH_BOOKS_BROKEN: {
    status: 409,
    zh: '台账自身不平（按业务计算与按结存计算不一致），请先运行台账校验，查清后再结账。',
    en: 'The books themselves do not agree. Verify the ledger before you close the month.',
  },
  RECONCILIATION_NEEDS_BOTH: {
    status: 409,
    zh: '结账和处理差异须由财务人员和涉案财物保管员两人确认，请由另一方确认。',
    en: 'A finance officer and a custodian close a month, and settle what differed in it, together. Have the other one confirm.',
  },
  DIFFERENCE_NOT_FOUND: {
    status: 404,
    zh: '没有找到该差异，可能已经处理。',
    en: 'No such difference. It may be settled already.',
  },
});

export type MoneyRefusalReason = keyof typeof MONEY_REFUSALS;

/** A refusal on money by its reason. */
export function refuseMoney(
  reason: MoneyRefusalReason,
  facts: Facts = {},
  problems: readonly Problem[] = [],
): Refusal {
  return new Refusal(reason, MONEY_REFUSALS[reason], facts, problems);
}

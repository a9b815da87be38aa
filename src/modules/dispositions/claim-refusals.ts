/** Why a claim after a reversal is not written as asked. Runs in the browser too. */
import { defineRefusals } from '../../platform/errors.ts';

/** In order of precedence. */
export const CLAIM_REFUSALS = defineRefusals({
  CLAIM_NOT_FOUND: {
    status: 404,
    zh: '没有找到该回转、赔偿记录，请刷新后重试。',
    en: 'There is no such claim. Reload and try again.',
  },
  CLAIM_OF_REVERSED: {
    status: 409,
    zh: '该处置已经冲正，物品仍在本院账上，没有应退应赔的款项。请按现在的处置办理。',
    en: 'The disposition was taken back and the thing is in the books again, so nothing is owed for it. Dispose of it as it stands now.',
  },
  REVERSAL_HAS_CLAIM: {
    status: 409,
    zh: '该处置已登记执行回转、赔偿并有追回或待办，冲正会使同一款物入账两次。请在该项请求下继续办理。',
    en: 'A claim on the disposition is open or money came back on it; taking it back would count the same thing twice. Go on with the claim.',
  },
  CLAIM_CLOSED: { status: 409, zh: '该记录已了结。', en: 'The claim is closed already.' },
  CLAIM_NOT_RECOVERABLE: {
    status: 409,
    zh: '国家赔偿由财政支付，不经本案款项；支付后凭支付凭证办结。',
    en: 'State compensation is paid out of the budget and is no money of the case. Close the claim on the paper of its payment.',
  },
  RECOVERY_BEFORE_DISPOSITION: {
    status: 409,
    zh: '追回日期早于处置日期 {day}，请按凭证更正。',
    en: 'The thing was disposed of on {day}, so nothing came back before. Correct the day by the slip.',
  },
  RECOVERY_SLIP_TAKEN: {
    status: 409,
    zh: '该行凭证号 {slip} 已登记过（存款、结汇或追回），请核对。一张凭证确属几项请求的，在凭证号后加“-1”“-2”分别登记。',
    en: 'The slip {slip} of that bank is recorded already, for a deposit, a conversion or a recovery. Check it. Where one slip pays several claims, record its parts as “-1”, “-2”.',
  },
  RECOVERY_WORTH_NOTHING: {
    status: 409,
    zh: '按到账日汇率折合不足一分，请核对币种与金额。',
    en: 'By the rate of the day it is worth less than one fen. Check currency and amount.',
  },
  RECOVERY_EXCEEDS_CLAIM: {
    status: 409,
    zh: '超过尚未追回的 {open}。孳息等另有依据的，请另行登记一项回转、赔偿后再登记追回。',
    en: 'It exceeds the {open} still open. Record interest and the like as a claim of its own first.',
  },
  RECOVERY_NEEDS_FINANCE: {
    status: 409,
    zh: '追回款项须由执行人员和财务人员两人登记，请由另一方确认。',
    en: 'An enforcement officer and a finance officer record what came back together. Have the other one confirm.',
  },
  CLAIM_NOT_RECOVERED: {
    status: 409,
    zh: '尚有 {open} 未追回，不能办结。追回后登记；确实不能追回或不予支持的，请申请未足额终结。',
    en: '{open} did not come back, so the claim is not settled. Record what comes back, or ask for it to end otherwise.',
  },
  CLAIM_IS_RECOVERED: {
    status: 409,
    zh: '该项已全部追回，请直接办结。',
    en: 'All of it came back. Close it as settled.',
  },
  CLAIM_END_NEEDS_APPROVAL: {
    status: 409,
    zh: '未足额终结须经院领导批准，请先申请，批准后凭该审批办理。',
    en: 'Leaders approve it where a claim ends though not all of it came back. Ask for that first.',
  },
});

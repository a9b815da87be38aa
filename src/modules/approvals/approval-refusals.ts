/** Why a request is not handed in, decided or carried out. Runs in the browser too. */
import { defineRefusals, Refusal, type Facts, type Problem } from '../../platform/errors.ts';

/** In order of precedence: an earlier reason hides a later one. */
export const APPROVAL_REFUSALS = defineRefusals({
  APPROVAL_NOT_FOUND: {
    status: 404,
    zh: '没有找到该审批，可能与您无关。',
    en: 'No such request. It may not concern you.',
  },
  APPROVAL_KIND_UNKNOWN: {
    status: 404,
    zh: '没有这一类审批事项，请刷新后重试。',
    en: 'There is no such kind of request. Reload and try again.',
  },
  APPROVAL_NOT_PENDING: {
    status: 409,
    zh: '该申请已不在审批中，请刷新查看结果。',
    en: 'The request waits for no decision any more. Reload to see what became of it.',
  },
  APPROVAL_NOT_OPEN_TO_THIS: {
    status: 409,
    zh: '该申请目前为“{state}”，不能这样办理。请刷新查看。',
    en: 'The request is “{stateEnglish}”, and this cannot be done with it. Reload to see it.',
  },
  APPROVAL_EXPIRED: {
    status: 409,
    zh: '该申请已过有效期，请重新提交申请。',
    en: 'The request has expired. Hand in a new one.',
  },
  APPROVER_IS_APPLICANT: {
    status: 403,
    zh: '不能审批本人的申请，请由其他审批人办理。',
    en: 'Nobody decides on their own request. Another approver must.',
  },
  APPROVER_KEPT_APART: {
    status: 403,
    zh: '您是相关物品的保管人，或已登记对本案回避，不能参与审批，请由其他审批人办理。',
    en: 'The things are in your care, or you have recused yourself from the case, so you cannot decide. Another approver must.',
  },
  APPROVER_HAS_COUNTED: {
    status: 403,
    zh: '该申请所依据的清点由您参加，不能由您审批，请由其他审批人办理，或者由他人重新清点。',
    en: 'You took part in the count that the request rests on, so you cannot decide. Another approver must, or others count again.',
  },
  APPROVER_HAS_DECIDED: {
    status: 409,
    zh: '您已对该申请作出过决定，同一人不能占两个审批环节。',
    en: 'You have decided on this request already; one person decides once.',
  },
  APPROVER_NOT_SEATED: {
    status: 403,
    zh: '当前环节不由您审批。',
    en: 'The open step is not yours to decide.',
  },
  APPLICANT_ONLY: {
    status: 403,
    zh: '只有申请人本人可以这样办理。',
    en: 'Only the applicant can do this.',
  },
  OPINION_MISSING: {
    status: 409,
    zh: '请写明理由，申请人需要知道原因。',
    en: 'Give the reason: the applicant needs to know it.',
  },
  POLICY_WITHOUT_RULE: {
    status: 409,
    zh: '审批规则中没有适用于该申请的一条，请联系院领导补充规则。',
    en: 'No rule of the approval policy applies to the request. Ask the leadership to add one.',
  },
  APPROVAL_NOT_NEEDED: {
    status: 409,
    zh: '按本院的审批规则，此事项无需审批，可以直接办理。',
    en: 'By the court’s rules this needs no approval. It can be done right away.',
  },
  POLICY_STEPS_MISSING: {
    status: 409,
    zh: '{kind}不能免于审批，请为每条规则至少设一个审批环节。',
    en: 'This cannot go without an approval: {kindEnglish}. Give every rule one step at least.',
  },
  POLICY_PERSON_UNKNOWN: {
    status: 409,
    zh: '规则指定的人员不存在或已停用，请重新选择。',
    en: 'A person named by the rules does not exist or has left. Choose another.',
  },
  LINE_SUBJECT_TWICE: {
    status: 409,
    zh: '同一物品在申请中出现了两次，请合并为一行。',
    en: 'A thing is listed twice. Put it on one line.',
  },
  LINES_NOT_OF_REQUEST: {
    status: 409,
    zh: '只能减少数量或删去原有的物品，不能加入新的物品；需要时请另行申请。',
    en: 'Quantities can be lowered and lines left out; new things need a request of their own.',
  },
  APPROVAL_OF_OTHER_KIND: {
    status: 409,
    zh: '该审批不适用于这项办理，请选择对应的审批。',
    en: 'The approval is for something else. Choose the one for this.',
  },
  APPROVAL_NOT_GRANTED: {
    status: 409,
    zh: '该申请尚未批准，不能执行。',
    en: 'The request is not approved, so it cannot be carried out.',
  },
  APPROVAL_USED: {
    status: 409,
    zh: '该审批已执行过，一次审批只能执行一次，请重新申请。',
    en: 'The approval was carried out already; it holds once. Hand in a new request.',
  },
  APPROVAL_LINE_MISSING: {
    status: 409,
    zh: '“{what}”不在批准的范围内，请去掉或另行申请。',
    en: '“{what}” is not part of the approval. Leave it out, or hand in a request for it.',
  },
  APPROVAL_UNIT_CHANGED: {
    status: 409,
    zh: '“{what}”批准时为 {approved}，现为 {asked}（如已结汇），原审批不再适用，请按现在的款物重新申请。',
    en: '“{what}” was {approved} when it was approved and is {asked} now, as after a conversion. The approval holds no more; hand in a new request.',
  },
  APPROVAL_QUANTITY_EXCEEDED: {
    status: 409,
    zh: '“{what}”超出批准的数量：批准 {approved}，本次 {asked}。',
    en: '“{what}” exceeds what was approved: {approved} approved, {asked} asked for.',
  },
  EXECUTOR_HAS_DECIDED: {
    status: 403,
    zh: '{name}参与过该事项的审批，不能再执行，请由其他人员办理。',
    en: '{name} has decided on this request and cannot carry it out. Somebody else must.',
  },
  DELEGATION_NOT_FOUND: {
    status: 404,
    zh: '没有找到该委托。',
    en: 'No such delegation.',
  },
  DELEGATE_UNFIT: {
    status: 409,
    zh: '受托人不存在、已停用或不办理业务，请另选。',
    en: 'The delegate does not exist, has left or does no business. Choose somebody else.',
  },
  DELEGATION_BACKWARDS: {
    status: 409,
    zh: '委托的截止日期早于开始日期或今天，请改正。',
    en: 'The delegation ends before it begins or before today. Correct the dates.',
  },
});

export type ApprovalRefusalReason = keyof typeof APPROVAL_REFUSALS;

/** To be thrown. */
export function refuseApproval(
  reason: ApprovalRefusalReason,
  facts: Facts = {},
  problems: readonly Problem[] = [],
): Refusal {
  return new Refusal(reason, APPROVAL_REFUSALS[reason], facts, problems);
}

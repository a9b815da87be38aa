/** What a line of a judgment can order about property (刑诉法解释 444, 445, 449), as data. Pure; runs in the browser too. */
import type { DeadlineRuleId } from '../deadlines/deadline-rules.ts';
import type { ItemRequestKind } from '../seized-items/item-request-kinds.ts';
import type { ItemTransition } from '../seized-items/item-transitions.ts';

/** How a thing leaves for good. */
export const DISPOSITION_WAYS = {
  return: { zh: '返还', en: 'Return', transition: 'return_to_owner' },
  treasury: { zh: '上缴国库', en: 'Pay into the treasury', transition: 'pay_into_treasury' },
  forfeit: { zh: '公告期满上缴', en: 'Forfeit what nobody claimed', transition: 'forfeit_unclaimed' },
  sale: { zh: '拍卖变卖', en: 'Sale', transition: 'sell' },
  finance_takes_over: { zh: '流拍交财政', en: 'Finance takes over', transition: 'pay_into_treasury' },
  destruction: { zh: '销毁', en: 'Destruction', transition: 'destroy' },
  hand_over: { zh: '移交', en: 'Hand-over', transition: 'dispatch' },
  send_back: { zh: '退回移送机关', en: 'Send back', transition: 'send_back' },
} as const satisfies Record<string, { zh: string; en: string; transition: ItemTransition }>;
export type DispositionWay = keyof typeof DISPOSITION_WAYS;

const REQUEST_OF: Record<DispositionWay, ItemRequestKind> = {
  return: 'return',
  treasury: 'treasury',
  forfeit: 'treasury',
  sale: 'sell',
  finance_takes_over: 'treasury',
  destruction: 'destroy',
  hand_over: 'hand_over',
  send_back: 'send_back',
};
/** What is asked for so that a thing may leave in this way. */
export const requestKindOfWay = (way: DispositionWay): ItemRequestKind => REQUEST_OF[way];

/** What a thing becomes that is sold or destroyed. */
export const DERIVED_NAMES = {
  proceeds: '变价款',
  residue: '残余物',
  recovered: '追回款',
  transfer: '转账',
} as const;

interface JudgmentOrder {
  readonly zh: string;
  readonly en: string;
  /** The ways in which it may be carried out, likeliest first. None: it concerns nothing that the court keeps. */
  readonly ways: readonly DispositionWay[];
  /** Who gets the thing must be named. */
  readonly needs: 'party' | 'organ' | null;
  /** What runs for the thing from the day on which the order takes effect. */
  readonly clock?: DeadlineRuleId;
}

export const JUDGMENT_ORDERS = {
  return_victim: {
    zh: '返还被害人',
    en: 'Return to the victim',
    ways: ['return', 'forfeit'],
    needs: 'party',
  },
  return_defendant: {
    zh: '返还被告人',
    en: 'Return to the defendant',
    ways: ['return', 'forfeit'],
    needs: 'party',
  },
  return_outsider: {
    zh: '返还案外人',
    en: 'Return to an outsider',
    ways: ['return', 'forfeit'],
    needs: 'party',
  },
  deliver_applicant: {
    zh: '交付申请执行人',
    en: 'Deliver to the applicant of the execution',
    ways: ['return'],
    needs: 'party',
    clock: 'D09',
  },
  lift_return: {
    zh: '解除查封、扣押发还',
    en: 'Give back after the seizure was lifted',
    ways: ['return', 'forfeit'],
    needs: 'party',
    clock: 'D10',
  },
  confiscate: {
    zh: '没收上缴国库',
    en: 'Confiscate',
    ways: ['treasury', 'sale', 'finance_takes_over'],
    needs: null,
  },
  destroy: { zh: '没收销毁', en: 'Destroy', ways: ['destruction'], needs: null },
  hand_over: { zh: '移交有关机关', en: 'Hand over to an organ', ways: ['hand_over'], needs: 'organ' },
  send_back: {
    zh: '退回扣押机关',
    en: 'Send back to the seizing organ',
    ways: ['send_back'],
    needs: 'organ',
  },
  keep_in_file: { zh: '随案存卷', en: 'Keep in the file', ways: ['hand_over'], needs: null },
  continue_recovery: { zh: '继续追缴', en: 'Continue the recovery', ways: [], needs: null },
} as const satisfies Record<string, JudgmentOrder>;
export type JudgmentOrderId = keyof typeof JUDGMENT_ORDERS;
// why: the keys of a literal object are its orders.
export const JUDGMENT_ORDER_IDS = Object.keys(JUDGMENT_ORDERS) as [JudgmentOrderId, ...JudgmentOrderId[]];

export function orderOf(id: JudgmentOrderId): JudgmentOrder {
  return JUDGMENT_ORDERS[id];
}

/** The entries by which the order is carried out: a hand-over is with its receipt. */
export function movementsOf(id: JudgmentOrderId): ItemTransition[] {
  const movements = orderOf(id).ways.map((way): ItemTransition => {
    const { transition } = DISPOSITION_WAYS[way];
    return transition === 'dispatch' ? 'confirm_handover' : transition;
  });
  return [...new Set(movements)];
}

/** Whether the order is about a thing that the court keeps. */
export function concernsAThing(id: JudgmentOrderId): boolean {
  return orderOf(id).ways.length > 0;
}

export const HOLD_KINDS = {
  waiting_seizure: { zh: '轮候查封', en: 'Waiting seizure' },
  supervision: { zh: '监察机关要求', en: 'Asked for by the supervision commission' },
  other_case: { zh: '另案需要', en: 'Needed in another case' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, { zh: string; en: string }>;
export type HoldKind = keyof typeof HOLD_KINDS;

/** 先行处置 at the trial stage: the four cases of 刑诉法解释 439. */
export const EARLY_CAUSES = {
  perishable: { zh: '不宜长期保存', en: 'Cannot be kept long' },
  depreciating: { zh: '易贬值', en: 'Loses its value' },
  volatile: { zh: '市场价格波动大', en: 'Its price swings' },
  expiring: { zh: '票据即将到期', en: 'A note falls due' },
} as const satisfies Record<string, { zh: string; en: string }>;
export type EarlyCause = keyof typeof EARLY_CAUSES;

export const CONSENTS = {
  applied: { zh: '权利人申请', en: 'The right holder applied' },
  consented: { zh: '权利人同意', en: 'The right holder consented' },
  refused: { zh: '权利人不同意', en: 'The right holder refused' },
  unreachable: { zh: '无法联系权利人', en: 'The right holder cannot be reached' },
} as const satisfies Record<string, { zh: string; en: string }>;
export type Consent = keyof typeof CONSENTS;

/** 刑诉法解释 439: only on the right holder’s application or consent. There is no way around it. */
export function hasConsent(consent: Consent | null): boolean {
  return consent === 'applied' || consent === 'consented';
}

export const CONTACT_MEANS = {
  phone: { zh: '电话', en: 'Telephone' },
  letter: { zh: '邮寄', en: 'Letter' },
  visit: { zh: '上门', en: 'Visit' },
  message: { zh: '短信、网络', en: 'Message' },
  announcement: { zh: '公告', en: 'Announcement' },
} as const;
export const CONTACT_OUTCOMES = {
  reached: { zh: '已联系上', en: 'Reached' },
  not_reached: { zh: '未联系上', en: 'Not reached' },
  refused: { zh: '拒绝领取', en: 'Refused to collect' },
  will_come: { zh: '约定来领', en: 'Will come' },
} as const;

/** 刑诉法解释 531, 445: what a reversal after disposition leaves to be paid, and what whoever proves a right later gets. */
export const CLAIM_KINDS = {
  give_back: { zh: '执行回转', en: 'Give back what was executed' },
  price: { zh: '返还价款', en: 'Return the price' },
  compensation: { zh: '国家赔偿', en: 'State compensation' },
  refund: { zh: '退库返还', en: 'Refund from the treasury' },
} as const;
export type ClaimKind = keyof typeof CLAIM_KINDS;

/** Why somebody else than the right holder may collect (situation 45). */
export const TAKER_RELATIONS = {
  self: { zh: '权利人本人', en: 'The right holder' },
  delegate: { zh: '书面委托的代理人', en: 'A delegate in writing' },
  heir: { zh: '继承人', en: 'An heir' },
  guardian: { zh: '监护人', en: 'A guardian' },
  successor: { zh: '单位的权利义务承受人', en: 'The successor of an organisation' },
} as const;
export type TakerRelation = keyof typeof TAKER_RELATIONS;

/** To whom a judgment is sent that answers with a receipt. */
export const NOTICE_KINDS = {
  seizing_organ: { zh: '扣押机关（1 个月内送回执行回单）', en: 'Seizing organ: receipt within a month' },
  payer: { zh: '金融机构（15 日内送回上缴凭证）', en: 'Bank: proof of payment within fifteen days' },
} as const satisfies Record<string, { zh: string; en: string }>;
export type NoticeKind = keyof typeof NOTICE_KINDS;

/** The states of a request and what leads from one to the next, as data. Pure; runs in the browser too. */

export const REQUEST_STATES = {
  pending: { zh: '审批中', en: 'Waiting for decisions', isOver: false },
  returned: { zh: '退回修改', en: 'Returned for changes', isOver: false },
  approved: { zh: '已批准', en: 'Approved', isOver: false },
  used: { zh: '已执行', en: 'Carried out', isOver: true },
  rejected: { zh: '未批准', en: 'Rejected', isOver: true },
  withdrawn: { zh: '已撤回', en: 'Withdrawn', isOver: true },
  expired: { zh: '已过期', en: 'Expired', isOver: true },
} as const satisfies Record<string, { zh: string; en: string; isOver: boolean }>;

export type RequestState = keyof typeof REQUEST_STATES;
// why: the keys of a literal object are its states, and there is at least one.
export const REQUEST_STATE_KEYS = Object.keys(REQUEST_STATES) as [RequestState, ...RequestState[]];

/** What a person or time does with a request. */
export const REQUEST_ACTIONS = {
  approve: { zh: '同意', en: 'Approve', from: ['pending'] },
  reject: { zh: '不同意', en: 'Reject', from: ['pending'] },
  return: { zh: '退回修改', en: 'Return for changes', from: ['pending'] },
  resubmit: { zh: '修改后重新提交', en: 'Hand in again', from: ['returned'] },
  withdraw: { zh: '撤回', en: 'Withdraw', from: ['pending', 'returned', 'approved'] },
  use: { zh: '执行', en: 'Carry out', from: ['approved'] },
  expire: { zh: '到期失效', en: 'Expire', from: ['pending', 'returned', 'approved'] },
} as const satisfies Record<string, { zh: string; en: string; from: readonly RequestState[] }>;

export type RequestAction = keyof typeof REQUEST_ACTIONS;
/** Those by which a seat is filled. */
export const SEAT_VERDICTS = ['approve', 'reject', 'return'] as const;
export type SeatVerdict = (typeof SEAT_VERDICTS)[number];

export function isOpenTo(state: RequestState, action: RequestAction): boolean {
  const from: readonly RequestState[] = REQUEST_ACTIONS[action].from;
  return from.includes(state);
}

/**
 * States of a seized item, as data: where the thing physically is. What is asked for or approved stands on the request,
 * and marks such as overdue or a legal hold are no states. Pure; runs in the browser too.
 */

/** Which side of the conservation proof holds what is on hand in a state. */
export type Whereabouts =
  | 'nowhere'
  | 'in_store'
  | 'out'
  | 'in_transit'
  | 'with_keeper'
  | 'under_investigation';

interface StateKind {
  /** The number by which papers call it. */
  readonly number: string;
  readonly zh: string;
  readonly en: string;
  readonly isEnd: boolean;
  readonly whereabouts: Whereabouts;
}

const open = (number: string, zh: string, en: string, whereabouts: Whereabouts): StateKind => ({
  number,
  zh,
  en,
  isEnd: false,
  whereabouts,
});
const end = (number: string, zh: string, en: string): StateKind => ({
  number,
  zh,
  en,
  isEnd: true,
  whereabouts: 'nowhere',
});

export const ITEM_STATES = {
  preregistered: open('S0', '预登记', 'Preregistered', 'nowhere'),
  awaiting_check: open('S1', '待查验', 'Awaiting check', 'nowhere'),
  discrepancy: open('S2', '差异待补正', 'Discrepancy', 'in_store'),
  in_store: open('S3', '在库', 'In store', 'in_store'),
  awaiting_release: open('S4', '待出库', 'Awaiting release', 'in_store'),
  on_loan: open('S5', '借出', 'On loan', 'out'),
  in_transit: open('S6', '移送在途', 'In transit', 'in_transit'),
  kept_elsewhere: open('S7', '委托/原地保管', 'Kept elsewhere', 'with_keeper'),
  awaiting_disposition: open('S8', '待处置', 'Awaiting disposition', 'in_store'),
  public_notice: open('S9', '认领公告中', 'Public notice', 'in_store'),
  under_investigation: open('S10', '异常调查', 'Under investigation', 'under_investigation'),
  returned: end('E1', '已返还', 'Returned'),
  to_treasury: end('E2', '已上缴或变卖', 'Paid in or sold'),
  destroyed: end('E3', '已销毁', 'Destroyed'),
  handed_over: end('E4', '已移交', 'Handed over'),
  sent_back: end('E5', '已退回移送机关', 'Sent back'),
  consumed: end('E6', '检验耗尽', 'Consumed in testing'),
  split_up: end('E7', '已拆分', 'Split up'),
  lost: end('E8', '已灭失', 'Lost'),
  entered_by_mistake: end('E9', '登记作废', 'Entered by mistake'),
  reclassified: end('—', '已改列', 'Listed otherwise'),
  reattributed: end('—', '已更正归属', 'Moved to the right case'),
  merged_back: end('—', '已并回', 'Merged back'),
  refused_at_receipt: end('—', '拒收', 'Refused at receipt'),
} as const satisfies Record<string, StateKind>;

export type ItemState = keyof typeof ITEM_STATES;
// why: the keys of a literal object are its states.
export const ITEM_STATE_IDS = Object.keys(ITEM_STATES) as [ItemState, ...ItemState[]];

export function isItemState(value: string | null): value is ItemState {
  return value !== null && Object.hasOwn(ITEM_STATES, value);
}

export function isEnded(state: ItemState): boolean {
  return ITEM_STATES[state].isEnd;
}

/** Where what is on hand counts: a thing kept elsewhere stays with its keeper while it waits for its disposition. */
export function whereaboutsOf(state: ItemState, keeper: string | null): Whereabouts {
  const { whereabouts } = ITEM_STATES[state];
  return whereabouts === 'in_store' && keeper !== null ? 'with_keeper' : whereabouts;
}

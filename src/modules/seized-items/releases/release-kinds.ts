/** Why an item leaves its room for a while, and how far that has come, as data. Pure; runs in the browser too. */

/** 使用 is none: who keeps or borrows does not use (刑诉法第141条). */
export const RELEASE_PURPOSES = {
  court_session: { zh: '开庭', en: 'A court session', kind: 'loan' },
  interrogation: { zh: '讯问', en: 'An interrogation', kind: 'loan' },
  identification: { zh: '辨认', en: 'An identification', kind: 'loan' },
  appraisal: { zh: '鉴定', en: 'An appraisal', kind: 'examination' },
  test: { zh: '检验', en: 'A test', kind: 'examination' },
  inspection: { zh: '检查', en: 'An inspection', kind: 'examination' },
} as const;
export type ReleasePurpose = keyof typeof RELEASE_PURPOSES;

export const RELEASE_KINDS = {
  loan: { zh: '借出', en: 'Loan' },
  examination: { zh: '送检', en: 'Examination' },
  transfer_up: { zh: '移送二审', en: 'To the second instance' },
  outside_keeping: { zh: '委托保管', en: 'Outside keeping' },
} as const;
export type ReleaseKind = keyof typeof RELEASE_KINDS;

export function isReleaseKind(kind: string): kind is ReleaseKind {
  return Object.hasOwn(RELEASE_KINDS, kind);
}

export const RELEASE_STATES = {
  prepared: { zh: '待领取', en: 'Ready to be collected' },
  out: { zh: '借出', en: 'Out' },
  in_transit: { zh: '在途', en: 'In transit' },
  with_keeper: { zh: '外部保管', en: 'With a keeper' },
  closed: { zh: '已办结', en: 'Closed' },
} as const;
export type ReleaseState = keyof typeof RELEASE_STATES;

export const LINE_STATES = {
  prepared: { zh: '待领取', en: 'Ready', isOpen: true },
  out: { zh: '借出', en: 'Out', isOpen: true },
  in_transit: { zh: '在途', en: 'In transit', isOpen: true },
  with_keeper: { zh: '外部保管', en: 'With a keeper', isOpen: true },
  back: { zh: '已归还', en: 'Back', isOpen: false },
  cancelled: { zh: '未领取', en: 'Not collected', isOpen: false },
  handed_over: { zh: '已移交', en: 'Handed over', isOpen: false },
  consumed: { zh: '检验耗尽', en: 'Consumed', isOpen: false },
  ended: { zh: '已终结', en: 'Ended while out', isOpen: false },
} as const;
export type LineState = keyof typeof LINE_STATES;

export function isLineState(state: string): state is LineState {
  return Object.hasOwn(LINE_STATES, state);
}

export function isOpenLine(state: LineState): boolean {
  return LINE_STATES[state].isOpen;
}

/** The tabs of the custodian's list, in the order of work. */
export const RELEASE_VIEWS = [
  'prepared',
  'overdue',
  'today',
  'out',
  'in_transit',
  'with_keeper',
  'closed',
] as const;
export type ReleaseView = (typeof RELEASE_VIEWS)[number];

/** Days after the dispatch by which a receipt is expected; then it is asked after, and reported when there is none. */
export const RECEIPT_DAYS = 10;
/** Days between two inspections of what an outside keeper has. */
export const INSPECTION_DAYS = 30;

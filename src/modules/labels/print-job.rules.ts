/** The states of a print job and of its labels, and what may be done in each. Pure. */

export const PRINT_JOB_STATES = {
  ready: { zh: '待打印', en: 'Ready' },
  queued: { zh: '排队中', en: 'Queued' },
  sending: { zh: '正在发送', en: 'Sending' },
  sent: { zh: '已发送，待确认', en: 'Sent, to be confirmed' },
  interrupted: { zh: '已中断', en: 'Interrupted' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
  confirmed: { zh: '已确认', en: 'Confirmed' },
} as const satisfies Record<string, { zh: string; en: string }>;
export type PrintJobState = keyof typeof PRINT_JOB_STATES;

/** A printer confirms nothing: only a person makes a label `printed`. */
export const JOB_LABEL_STATES = {
  waiting: { zh: '待打印', en: 'Waiting' },
  sent: { zh: '已发送', en: 'Sent' },
  in_doubt: { zh: '待核对', en: 'In doubt' },
  printed: { zh: '已打印', en: 'Printed' },
  failed: { zh: '无法绘制', en: 'Cannot be drawn' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
} as const satisfies Record<string, { zh: string; en: string }>;
export type JobLabelState = keyof typeof JOB_LABEL_STATES;

export const PRINT_PURPOSES = {
  first: { zh: '首次打印', en: 'First print' },
  reprint: { zh: '重印', en: 'Reprint' },
  replacement: { zh: '换发', en: 'Replacement' },
  batch: { zh: '空白标签', en: 'Blank labels' },
} as const satisfies Record<string, { zh: string; en: string }>;
export type PrintPurpose = keyof typeof PRINT_PURPOSES;

export const PRINT_OUTPUTS = ['pdf', 'zpl', 'tspl'] as const;
export type PrintOutput = (typeof PRINT_OUTPUTS)[number];

/** What two-dimensional codes of a job hold: as its template says, the code with the version, or a link. */
export const CODE_FORMS = ['template', 'code', 'link'] as const;
export type CodeForm = (typeof CODE_FORMS)[number];

export const COPIES_MAX = 9;
/** How many labels one job holds. */
export const JOB_LABELS_MAX = 20_000;

export const PRINT_JOB_ACTIONS = [
  'send',
  'download',
  'confirm',
  'confirmUpTo',
  'resume',
  'cancel',
  'reprint',
] as const;
export type PrintJobAction = (typeof PRINT_JOB_ACTIONS)[number];

export type LabelCounts = Readonly<Record<JobLabelState, number>>;

export interface PrintJobGrounds {
  readonly state: PrintJobState;
  /** Sent over the network; otherwise a file for whoever prints it. */
  readonly isSent: boolean;
  readonly counts: LabelCounts;
  /** No two labels of one version may be out: what is known to be printed is handed out no more. */
  readonly isOneOnly?: boolean;
}

/** Work goes on in the background. */
export function isAtWork(state: PrintJobState): boolean {
  return state === 'queued' || state === 'sending';
}

/** What may be done next, likeliest first. */
export function listPrintJobActions({ state, isSent, counts, isOneOnly }: PrintJobGrounds): PrintJobAction[] {
  const handedOver = counts.sent + counts.in_doubt;
  const isFile = !isSent;
  const actions: PrintJobAction[] = [];
  if (isAtWork(state)) return ['cancel'];
  const hasUnclear = handedOver > 0 || (isFile && state === 'ready');
  if (isSent && state === 'ready') actions.push('send');
  if (isFile && state === 'ready') actions.push('download');
  if (hasUnclear) actions.push('confirm', 'confirmUpTo');
  if (state === 'interrupted' && counts.waiting > 0 && handedOver === 0) actions.push('resume');
  if (state === 'ready' || (state === 'interrupted' && counts.waiting > 0)) actions.push('cancel');
  if (isFile && state !== 'ready' && state !== 'cancelled' && isOneOnly !== true) actions.push('download');
  if (handedOver + counts.printed > 0) actions.push('reprint');
  return actions;
}

/** Where a job stands once a person has said which labels came out. */
export function stateAfterConfirming(
  { state, isSent }: Pick<PrintJobGrounds, 'state' | 'isSent'>,
  counts: LabelCounts,
): PrintJobState {
  if (state === 'cancelled') return 'cancelled';
  if (counts.waiting > 0) return isSent ? 'interrupted' : 'ready';
  return 'confirmed';
}

/** Whether enough is said about why it is printed again: in words for a reprint, and where the reason is another one. */
export function decideReason(
  purpose: PrintPurpose,
  reason: string | null,
  replacementReason: string | null,
): boolean {
  if (purpose === 'reprint') return reason !== null;
  if (purpose !== 'replacement') return true;
  return replacementReason !== null && (replacementReason !== 'other' || reason !== null);
}

/** The states of one import, what may be done in each, and what a row can come to. Pure. */

export const IMPORT_STATES = {
  reading: { zh: '正在读取', en: 'Reading' },
  ready: { zh: '待对应列', en: 'Columns to be mapped' },
  checking: { zh: '正在检查', en: 'Checking' },
  checked: { zh: '已检查，待导入', en: 'Checked' },
  importing: { zh: '正在导入', en: 'Importing' },
  done: { zh: '已导入', en: 'Imported' },
  refused: { zh: '文件无法读取', en: 'File not readable' },
  failed: { zh: '出错中止', en: 'Failed' },
  interrupted: { zh: '已中断', en: 'Interrupted' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
} as const satisfies Record<string, { zh: string; en: string }>;

export type ImportState = keyof typeof IMPORT_STATES;

/** Work goes on in the background. */
export const BUSY_STATES: readonly ImportState[] = ['reading', 'checking', 'importing'];

export function isBusy(state: ImportState): boolean {
  return BUSY_STATES.includes(state);
}

export const IMPORT_ACTIONS = ['read', 'check', 'import', 'cancel', 'downloadRefused'] as const;
export type ImportAction = (typeof IMPORT_ACTIONS)[number];

export interface ImportGrounds {
  readonly state: ImportState;
  /** The file was read at least once. */
  readonly isRead: boolean;
  /** Which column fills which field is known. */
  readonly isMapped: boolean;
  readonly isFileKept: boolean;
  /** Of the last check or import. */
  readonly refusedRowCount: number;
}

/** What may be done next. Nothing but an import that is done is final while the file is kept. */
export function listImportActions(grounds: ImportGrounds): ImportAction[] {
  const { state } = grounds;
  if (isBusy(state)) return ['cancel'];
  if (!grounds.isFileKept) return [];
  const actions: ImportAction[] = [];
  if (state !== 'done') {
    actions.push('read');
    if (grounds.isRead) actions.push('check');
    if (state === 'checked' && grounds.isMapped) actions.push('import');
    if (state !== 'cancelled') actions.push('cancel');
  }
  if (grounds.refusedRowCount > 0) actions.push('downloadRefused');
  return actions;
}

/** How many rows came to what. */
export interface RowCounts {
  readonly read: number;
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
}

/** Refused rows stop everything unless the good ones alone are wanted. */
export function decideWriting(
  counts: RowCounts,
  goodRowsOnly: boolean,
): { readonly allowed: true } | { readonly allowed: false; readonly reason: 'IMPORT_ROWS_REFUSED' } {
  return counts.refused === 0 || goodRowsOnly
    ? { allowed: true }
    : { allowed: false, reason: 'IMPORT_ROWS_REFUSED' };
}

export const REFERENCE_KINDS = {
  department: { zh: '部门', en: 'Department' },
  person: { zh: '人员', en: 'Person' },
  place: { zh: '位置', en: 'Place' },
  class: { zh: '分类', en: 'Class' },
} as const satisfies Record<string, { zh: string; en: string }>;
export type ReferenceKind = keyof typeof REFERENCE_KINDS;

/** `found`: not by its exact name, worth a look. `matched`, `created`: the person chose so. */
export const REFERENCE_STATES = ['unknown', 'ambiguous', 'found', 'matched', 'created'] as const;
export type ReferenceState = (typeof REFERENCE_STATES)[number];

/** Which version the next label of a code carries, or why none is made. Pure. */
import { FIRST_LABEL_VERSION, nextLabelVersion } from '../item-codes/label-version.ts';
import type { PrintPurpose } from './print-job.rules.ts';

/** How the label of a code stands. */
export interface LabelGrounds {
  readonly isVoid: boolean;
  /** It stands for a thing; otherwise it is a blank label. */
  readonly isBound: boolean;
  /** Of the newest label; null: none was ever made. */
  readonly labelVersion: string | null;
  /** The newest label waits in a job that is not over. */
  readonly waitsInJob: boolean;
  /** The newest label was known to be there: on its thing, or lost. */
  readonly isLabelled?: boolean;
  /** A label of the newest version came out of a printer, or may have; of a blank one, of its first. */
  readonly mayBeOut?: boolean;
  /** No two labels of one version may be out. */
  readonly isOneOnly?: boolean;
  /** Another label of it is made only after two people have identified it, and nobody has since the last one was. */
  readonly isUnidentified?: boolean;
  /** The version that is printed again because it came out of an earlier job; null: whichever is the newest. */
  readonly reprinted: string | null;
}

/** In order of precedence. */
export const LABEL_REFUSALS = {
  LABEL_CODE_VOID: {
    zh: '编码已作废，不再打印标签。',
    en: 'The code is void; no label of it is printed any more.',
  },
  LABEL_ALREADY_BOUND: {
    zh: '空白标签已绑定，请在该物品上重印或换发。',
    en: 'The blank label is bound. Reprint or replace it from its thing.',
  },
  LABEL_WAITS_IN_JOB: {
    zh: '标签已在另一打印任务中等待打印，请先完成或取消该任务。',
    en: 'The label waits in another print job. Finish or cancel that job first.',
  },
  LABEL_ALREADY_MADE: {
    zh: '已打印过标签，如需再打请选择重印（同一版本）或换发（下一版本）。',
    en: 'A label was made before. Choose reprint (same version) or replacement (next version).',
  },
  LABEL_MADE_ONCE_ONLY: {
    zh: '标签已打印或可能已打出；涉案财物同一版本的标签只打一张，请选择换发（下一版本，原标签作废）。',
    en: 'A label came out, or may have. Of a seized item one label of each version is printed: choose replacement (the next version; the one before is void).',
  },
  LABEL_BLANK_ONCE_ONLY: {
    zh: '该空白标签已打印或可能已打出；涉案财物同一编码的空白标签只打一张。未打好的请作废该编码，另发新编码。',
    en: 'The blank label came out, or may have. For seized items each blank code is printed once: void a code whose label was spoilt, and issue new ones.',
  },
  LABEL_NEVER_MADE: {
    zh: '尚未打印过标签，请选择首次打印。',
    en: 'No label was made before. Choose first print.',
  },
  LABEL_REPLACED_SINCE: {
    zh: '该标签已换发新版本，不能再重印旧版本。',
    en: 'The label gave way to a newer version, so the old one is not printed again.',
  },
  LABEL_THING_UNIDENTIFIED: {
    zh: '补打、换发标签前须两人核对实物身份，请先在该物品上办理“核对身份换标”。',
    en: 'Two people identify the thing before its label is printed again or replaced. Do “Identify, then a new label” on its page first.',
  },
  LABEL_VERSIONS_USED_UP: {
    zh: '标签版本已用到 Z，不能再换发。请重印，或改绑一个新的空白标签。',
    en: 'The versions of this label are used up (Z). Reprint it, or bind a new blank label.',
  },
} as const;
export type LabelRefusal = keyof typeof LABEL_REFUSALS;

export type LabelVerdict =
  | { readonly allowed: true; readonly version: string }
  | { readonly allowed: false; readonly reason: LabelRefusal };

const refused = (reason: LabelRefusal): LabelVerdict => ({ allowed: false, reason });

function decideNextVersion({ labelVersion, isUnidentified }: LabelGrounds): LabelVerdict {
  if (isUnidentified === true) return refused('LABEL_THING_UNIDENTIFIED');
  const version = nextLabelVersion(labelVersion);
  return version === undefined ? refused('LABEL_VERSIONS_USED_UP') : { allowed: true, version };
}

/**
 * Where no two labels of one version may be out, what may be out is printed again as the next version. Identified first
 * is only what is known to have been there: of a label that never came to its thing nothing is to be told apart.
 */
function decideReprint(grounds: LabelGrounds, labelVersion: string): LabelVerdict {
  const isNewest = grounds.reprinted === null || grounds.reprinted === labelVersion;
  if (!isNewest) return refused('LABEL_REPLACED_SINCE');
  const isUnidentified = grounds.isLabelled === true && grounds.isUnidentified === true;
  if (grounds.isOneOnly === true && grounds.mayBeOut === true)
    return decideNextVersion({ ...grounds, isUnidentified });
  return isUnidentified ? refused('LABEL_THING_UNIDENTIFIED') : { allowed: true, version: labelVersion };
}

/**
 * First print: version 1. Reprint: the same version again (a jam, a blank; the label was never used), unless no two of it
 * may be out. Replacement: the next version, the one before gives way. Blank labels: version 1, again when a batch is
 * printed a second time, unless no two of it may be out.
 */
export function decideLabel(purpose: PrintPurpose, grounds: LabelGrounds): LabelVerdict {
  const { labelVersion } = grounds;
  const isOneOnly = grounds.isOneOnly === true;
  if (grounds.isVoid) return refused('LABEL_CODE_VOID');
  if (purpose === 'batch' && grounds.isBound) return refused('LABEL_ALREADY_BOUND');
  if (grounds.waitsInJob) return refused('LABEL_WAITS_IN_JOB');
  if (purpose === 'batch' && isOneOnly && grounds.mayBeOut === true) return refused('LABEL_BLANK_ONCE_ONLY');
  if (purpose === 'batch') return { allowed: true, version: labelVersion ?? FIRST_LABEL_VERSION };
  if (purpose === 'first')
    return labelVersion === null
      ? { allowed: true, version: FIRST_LABEL_VERSION }
      : refused(isOneOnly ? 'LABEL_MADE_ONCE_ONLY' : 'LABEL_ALREADY_MADE');
  if (labelVersion === null) return refused('LABEL_NEVER_MADE');
  return purpose === 'reprint' ? decideReprint(grounds, labelVersion) : decideNextVersion(grounds);
}

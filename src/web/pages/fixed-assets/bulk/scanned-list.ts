/** The list of a standing flow: things scanned one after another, the last first. Pure. */
import type { AssetCandidate } from '../../../../modules/fixed-assets/asset-page.contract.ts';
import { ASSET_MOVES, type AssetStatus } from '../../../../modules/fixed-assets/rules.ts';
import type { ScanResult } from '../../../scan/scan-feedback.ts';
import type { MoveSubject, OfferedMove } from '../moves/move-forms.ts';

export interface LastScan {
  readonly result: ScanResult;
  /** What was scanned or typed. */
  readonly text: string;
  readonly subject: MoveSubject | null;
}

export interface ScannedList {
  readonly lines: readonly MoveSubject[];
  readonly last: LastScan | null;
}

export const EMPTY_LIST: ScannedList = { lines: [], last: null };

export type ScanAction =
  | {
      readonly kind: 'found';
      readonly text: string;
      readonly candidate: AssetCandidate;
      readonly move: OfferedMove;
    }
  | { readonly kind: 'not-found'; readonly text: string }
  | { readonly kind: 'remove'; readonly id: string }
  | { readonly kind: 'clear' };

export function subjectOf(candidate: AssetCandidate): MoveSubject {
  const { id, code, name, status, department, holder, place } = candidate;
  return { id, code, name, status, department, holder, place };
}

/** Whether the move may begin in this status; the server gives the whole verdict before anything is written. */
export function fits(status: AssetStatus, move: OfferedMove): boolean {
  const from: readonly AssetStatus[] = ASSET_MOVES[move].from;
  return from.includes(status);
}

/** The result of a scan before it is entered: a thing twice counts once, a thing that does not fit is left out. */
export function judgeScan(list: ScannedList, candidate: AssetCandidate, move: OfferedMove): ScanResult {
  if (list.lines.some(({ id }) => id === candidate.id)) return 'duplicate';
  return fits(candidate.status, move) ? 'right' : 'wrong';
}

export function changeList(list: ScannedList, action: ScanAction): ScannedList {
  switch (action.kind) {
    case 'found': {
      const { candidate, text, move } = action;
      const result = judgeScan(list, candidate, move);
      const subject = subjectOf(candidate);
      return {
        lines: result === 'right' ? [subject, ...list.lines] : list.lines,
        last: { result, text, subject },
      };
    }
    case 'not-found':
      return { ...list, last: { result: 'unknown', text: action.text, subject: null } };
    case 'remove':
      return { lines: list.lines.filter(({ id }) => id !== action.id), last: null };
    case 'clear':
      return EMPTY_LIST;
  }
}

/** What of a ledger entry can be corrected, and when. Pure. */
import type { Position } from '../ledger/entry.ts';
import type { AssetRefusalReason } from './asset-refusals.ts';
import { ASSET_MOVES, type AssetEntryKind } from './rules.ts';

interface Correctable {
  readonly kind: AssetEntryKind;
  readonly to: Position;
  readonly basis: string | null;
  readonly note: string | null;
  readonly correctedBy: number | null;
  readonly laterMoveExists: boolean;
}

export type CorrectionVerdict =
  | { readonly allowed: true; readonly moves: boolean }
  | { readonly allowed: false; readonly reason: AssetRefusalReason; readonly facts?: Record<string, number> };

function samePosition(a: Position, b: Position): boolean {
  return a.departmentId === b.departmentId && a.holderId === b.holderId && a.placeId === b.placeId;
}

/** A correction itself can be corrected again; a receipt or a card correction cannot be corrected this way. */
export function decideCorrection(
  entry: Correctable,
  corrected: { readonly to: Position; readonly basis: string | null; readonly note: string | null },
): CorrectionVerdict {
  if (!(entry.kind in ASSET_MOVES) && entry.kind !== 'correct_entry') {
    return { allowed: false, reason: 'ENTRY_NOT_CORRECTABLE' };
  }
  if (entry.correctedBy !== null) {
    return { allowed: false, reason: 'ENTRY_CORRECTED_ALREADY', facts: { by: entry.correctedBy } };
  }
  const moves = !samePosition(entry.to, corrected.to);
  if (moves && entry.laterMoveExists) return { allowed: false, reason: 'LATER_MOVE_EXISTS' };
  if (entry.to.status === 'on_loan' && corrected.to.holderId === null) {
    return { allowed: false, reason: 'RECEIVER_MISSING' };
  }
  if (entry.to.status === 'in_stock' && corrected.to.holderId !== null) {
    return { allowed: false, reason: 'STOCK_HAS_NO_HOLDER' };
  }
  if (!moves && entry.basis === corrected.basis && entry.note === corrected.note) {
    return { allowed: false, reason: 'CORRECTION_CHANGES_NOTHING' };
  }
  return { allowed: true, moves };
}

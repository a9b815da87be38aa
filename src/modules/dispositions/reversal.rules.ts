/** Whether a disposition can be taken back by a contrary entry (T27): reasons in order of precedence. Pure. */
import type { ItemState } from '../seized-items/item-states.ts';
import type { DispositionWay } from './judgment-orders.ts';

export interface ReversibleDisposition {
  readonly id: string;
  readonly kind: DispositionWay;
  readonly proceedsItemId: string | null;
  readonly residueItemId: string | null;
}

export type ReversalReason =
  | 'REVERSED_ALREADY'
  | 'REVERSAL_IMPOSSIBLE'
  | 'REVERSAL_HAS_CLAIM'
  | 'REVERSAL_NOT_LAST';

/** Ends that no disposition brought about: their entry is taken back itself. */
const OTHER_ENDS: readonly ItemState[] = ['consumed', 'lost'];
const ENDS_OF_DISPOSITIONS: readonly ItemState[] = [
  'returned',
  'to_treasury',
  'destroyed',
  'handed_over',
  'sent_back',
];

/** Whether it was used up or lost, with or without dispositions of parts of it before. */
export function endedOtherwise(state: ItemState): boolean {
  return OTHER_ENDS.includes(state);
}

/** What has become money, left something behind or was receipted by another organ is put right by a claim. */
function hasConsequences({ kind, proceedsItemId, residueItemId }: ReversibleDisposition): boolean {
  return kind === 'sale' || kind === 'hand_over' || proceedsItemId !== null || residueItemId !== null;
}

/** The newest that was not taken back; undefined: there is none. `dispositions`: the oldest first. */
export function lastStanding<D extends { readonly id: string }>(
  dispositions: readonly D[],
  reversedIds: ReadonlySet<string>,
): D | undefined {
  return dispositions.findLast(({ id }) => !reversedIds.has(id));
}

/**
 * What stands against taking one disposition of an item back; null: nothing. Only the one that ended the item is, since
 * an earlier part is not what the item ended by. `dispositions`: all of the item, the oldest first; `claimedIds`: those on
 * which a claim stands or money came back.
 */
export function objectToReversal(
  state: ItemState,
  dispositions: readonly ReversibleDisposition[],
  reversedIds: ReadonlySet<string>,
  dispositionId: string,
  claimedIds: ReadonlySet<string>,
): ReversalReason | null {
  if (reversedIds.has(dispositionId)) return 'REVERSED_ALREADY';
  const asked = dispositions.find(({ id }) => id === dispositionId);
  if (asked && hasConsequences(asked)) return 'REVERSAL_IMPOSSIBLE';
  if (claimedIds.has(dispositionId)) return 'REVERSAL_HAS_CLAIM';
  return lastStanding(dispositions, reversedIds)?.id === dispositionId && ENDS_OF_DISPOSITIONS.includes(state)
    ? null
    : 'REVERSAL_NOT_LAST';
}

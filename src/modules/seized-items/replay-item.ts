/** Where an item must stand, from the entries of its case's book alone. Pure. */
import type { ItemEntry } from './item-entry.ts';
import { stepStanding, unborn, type ItemStanding } from './item-standing.ts';
import { isItemTransition } from './item-transitions.ts';

export interface ReplayedItem extends ItemStanding {
  readonly code: string;
  readonly number: number;
  readonly stateSinceMs: number;
  readonly lastSequence: number;
}

function instantOf(text: string | null): number | null {
  return text === null ? null : Date.parse(text);
}

/** Replays an item's entries by sequence; undefined without any. */
export function replayItem(entries: readonly ItemEntry[]): ReplayedItem | undefined {
  let standing: ItemStanding | undefined;
  let stateSinceMs = 0;
  for (const entry of entries) {
    const before = standing ?? unborn(entry.unit);
    const { details, placeId, holderId, kind } = entry;
    const change = {
      placeId,
      holderId,
      keeper: details.keeper,
      sealNumber: details.seal,
      dueAtMs: instantOf(details.dueAt),
      containerId: details.container,
      unit: entry.unit,
    };
    const after = isItemTransition(kind) ? stepStanding(before, kind, entry.quantity, change) : before;
    if (standing === undefined || after.state !== before.state) stateSinceMs = entry.occurredAtMs;
    standing = after;
  }
  const last = entries.at(-1);
  if (!standing || !last) return undefined;
  const { code, number } = last.details;
  return { ...standing, code, number, stateSinceMs, lastSequence: last.sequence };
}

/** Entries that say something of items without moving them: the book of the case states it, state and quantity stay. */
import { sayShanghaiMinute } from '../../platform/days.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { appendEntries } from '../ledger/append-entries.ts';
import type { ItemRecord } from './item-entry.ts';
import { happeningOf, type Occasion } from './item-happening.ts';
import { updateRecordedItems, type StatedColumns } from './item-record.sql.ts';
import { refuseItem } from './item-refusals.ts';
import type { LockedItem } from './item.sql.ts';

export interface RecordedFact {
  readonly kind: ItemRecord;
  /** What the entry says besides, of each item. */
  readonly details: (item: LockedItem) => Readonly<Record<string, unknown>>;
  /** Columns of the items that the entry states. */
  readonly columns?: StatedColumns;
}

function requireTime(items: readonly LockedItem[], occurredAt: Date, now: Date): void {
  if (occurredAt > now) throw refuseItem('OCCURRED_IN_FUTURE');
  const last = Math.max(0, ...items.map(({ lastOccurredAtMs }) => lastOccurredAtMs));
  if (occurredAt.getTime() >= last) return;
  throw refuseItem('OCCURRED_BEFORE_LAST_ENTRY', { lastAt: sayShanghaiMinute(last) });
}

/**
 * One entry an item, all of one kind; the items are locked with their books. Answers the sequence of the entry by item.
 * Refusals: OCCURRED_IN_FUTURE, OCCURRED_BEFORE_LAST_ENTRY.
 */
export async function recordFacts(
  command: CommandContext,
  items: readonly LockedItem[],
  fact: RecordedFact,
  occasion: Occasion,
): Promise<Map<string, number>> {
  requireTime(items, occasion.occurredAt, command.now);
  const happenings = items.map((item) => {
    const { standing, position, book, id, code, number, name } = item;
    const step = {
      ...{ book, item: { id, code, number, name }, transition: 'relocate' as const },
      ...{ quantity: standing.onHand, before: { standing, position }, after: standing },
      names: { place: position.place, holder: position.holder },
      details: fact.details(item),
    };
    return { ...happeningOf(step, occasion), kind: fact.kind };
  });
  const entries = await appendEntries(command, happenings);
  const sequences = items.map(({ id }, index) => ({ id, sequence: entries[index]?.sequence ?? 0 }));
  const at = { now: command.now, occurredAt: occasion.occurredAt };
  await updateRecordedItems(command.trx, command.actor.courtId, at, sequences, fact.columns ?? {});
  return new Map(sequences.map(({ id, sequence }) => [id, sequence]));
}

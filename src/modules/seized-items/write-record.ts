import type { CommandContext } from '../../platform/run-command.ts';
import { appendEntries } from '../ledger/append-entries.ts';
import type { ItemRecord } from './item-entry.ts';
import { happeningOf, type Occasion } from './item-happening.ts';
import { updateItemProjections, type LockedItem } from './item.sql.ts';

/**
 * Writes an entry about a locked item that is no transition: state, place and quantity stay as they are, the details say
 * what else changed, before and after. Answers its sequence in the case's book.
 */
export async function writeRecord(
  command: Pick<CommandContext, 'trx' | 'now' | 'actor'>,
  {
    item,
    record,
    details,
    occasion,
  }: {
    readonly item: LockedItem;
    readonly record: ItemRecord;
    readonly details: Readonly<Record<string, unknown>>;
    readonly occasion: Occasion;
  },
): Promise<number> {
  const { standing, position, book, id, code, number, name } = item;
  const { place, holder } = position;
  const told = happeningOf(
    {
      book,
      item: { id, code, number, name },
      transition: 'relocate',
      quantity: standing.onHand,
      before: { standing, position },
      after: standing,
      names: { place, holder },
      details,
    },
    occasion,
  );
  const [entry] = await appendEntries(command, [{ ...told, kind: record }]);
  const lastSequence = entry?.sequence ?? 0;
  const projection = {
    id,
    standing,
    holder,
    stateSince: null,
    lastSequence,
    lastOccurredAt: occasion.occurredAt,
  };
  await updateItemProjections(command.trx, item.courtId, command.now, [projection]);
  return lastSequence;
}

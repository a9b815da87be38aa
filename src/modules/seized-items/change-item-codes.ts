import type { CommandContext } from '../../platform/run-command.ts';
import type { CodeChange } from '../item-codes/code-subjects.ts';
import { appendEntries } from '../ledger/append-entries.ts';
import { happeningOf } from './item-happening.ts';
import { updateItemCodes } from './item-label.sql.ts';
import { lockItems } from './item.sql.ts';

/** Items take the codes of labels that were printed first: an entry of the case's book says so. */
export async function changeItemCodes(
  command: CommandContext,
  changes: readonly CodeChange[],
): Promise<void> {
  const { trx, actor, now } = command;
  const byId = new Map(changes.map((change) => [change.id, change]));
  const items = await lockItems(trx, actor.courtId, [...byId.keys()]);
  const occasion = { occurredAt: now, secondPerson: null, counterparty: null, basis: null, note: null };
  const entries = await appendEntries(
    command,
    items.map((item) => {
      const { to, from, reason } = byId.get(item.id) ?? { to: item.code, from: null, reason: null };
      const { standing, position, book, id, number, name } = item;
      const step = {
        book,
        item: { id, code: to, number, name },
        before: { standing, position },
        after: standing,
      };
      const { place, holder } = position;
      const details = { formerCode: from, reason };
      const quantity = standing.onHand;
      const told = happeningOf(
        { ...step, transition: 'relocate', quantity, names: { place, holder }, details },
        occasion,
      );
      return { ...told, kind: 'change_code' };
    }),
  );
  const sequences = new Map(items.map((item, index) => [item.id, entries[index]?.sequence ?? 0]));
  await updateItemCodes(
    trx,
    actor.courtId,
    now,
    changes.map(({ id, to }) => ({ id, to, sequence: sequences.get(id) ?? 0 })),
  );
}

/** Writes decided steps of items: entries into the books of their cases, then the projection. Sample courts use it too. */
import type { CommandContext } from '../../platform/run-command.ts';
import { appendEntries } from '../ledger/append-entries.ts';
import type { ChainedEntry } from '../ledger/entry.ts';
import { happeningOf, type Occasion } from './item-happening.ts';
import { updateItemProjections, type LockedItem } from './item.sql.ts';
import { stepStanding, type ItemStanding, type StandingChange } from './item-standing.ts';
import type { ItemTransition } from './item-transitions.ts';

export interface DecidedStep {
  readonly item: LockedItem;
  readonly transition: ItemTransition;
  readonly quantity: string;
  readonly change: StandingChange;
  /** Names of the place and the holder that change; undefined: as they were. */
  readonly names: { readonly place?: string | null; readonly holder?: string | null };
  readonly details?: Readonly<Record<string, unknown>>;
  readonly correctsSequence?: number | null;
}

export interface WrittenStep {
  readonly item: LockedItem;
  readonly after: ItemStanding;
  readonly entry: ChainedEntry;
}

function namesAfter(
  { item, names }: DecidedStep,
  after: ItemStanding,
): { place: string | null; holder: string | null } {
  const { place, holder } = item.position;
  const hasHolder = after.holderId !== null || names.holder != null || item.standing.holderId === null;
  return {
    place: after.placeId === null ? null : (names.place ?? place),
    holder: names.holder === undefined ? (hasHolder ? holder : null) : names.holder,
  };
}

/** The items are locked, one step an item, and each step was allowed. */
export async function writeSteps(
  command: Pick<CommandContext, 'trx' | 'now' | 'actor'>,
  courtId: number,
  steps: readonly DecidedStep[],
  occasion: Occasion,
): Promise<WrittenStep[]> {
  const prepared = steps.map((step) => {
    const { item, transition, quantity } = step;
    const after = stepStanding(item.standing, transition, quantity, step.change);
    const names = namesAfter(step, after);
    const { standing, position, book } = item;
    const happening = happeningOf({ ...step, book, before: { standing, position }, after, names }, occasion);
    return { item, after, names, happening };
  });
  const entries = await appendEntries(
    command,
    prepared.map(({ happening }) => happening),
  );
  const written = prepared.flatMap(({ item, after, names }, index) => {
    const entry = entries[index];
    return entry ? [{ item, after, names, entry }] : [];
  });
  await updateItemProjections(
    command.trx,
    courtId,
    command.now,
    written.map(({ item, after, names, entry }) => ({
      id: item.id,
      standing: after,
      holder: names.holder,
      stateSince: after.state === item.standing.state ? null : occasion.occurredAt,
      lastSequence: entry.sequence,
      lastOccurredAt: occasion.occurredAt,
    })),
  );
  return written;
}

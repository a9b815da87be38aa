/** What was said anew about rooms and single places, by whom and when. */
import { sql } from 'kysely';
import type { TenantTransaction } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import type { CommandContext } from '../../platform/run-command.ts';

export interface PlaceConditions {
  readonly environment: readonly string[];
  /** Of a room; empty: every category that the court keeps at all. */
  readonly categories: readonly string[];
}

const isSame = (some: readonly string[], others: readonly string[]) =>
  some.length === others.length && some.every((each) => others.includes(each));

async function insertChange(
  trx: TenantTransaction,
  { actor, now }: Pick<CommandContext, 'actor' | 'now'>,
  placeId: string,
  [before, after]: readonly [PlaceConditions, PlaceConditions],
): Promise<void> {
  await sql`insert into place_condition_changes (court_id, id, place_id, environment_before, environment_after,
      categories_before, categories_after, changed_at, changed_by, changed_by_name)
    values (${actor.courtId}, ${newId(now.getTime())}, ${placeId}, ${before.environment}::text[],
      ${after.environment}::text[], ${before.categories}::text[], ${after.categories}::text[], ${now},
      ${actor.personId}, ${actor.personName})`.execute(trx);
}

/** Appends the change; nothing when both say the same. */
export async function appendConditionChange(
  { trx, actor, now }: CommandContext,
  placeId: string,
  before: PlaceConditions,
  after: PlaceConditions,
): Promise<void> {
  if (isSame(before.environment, after.environment) && isSame(before.categories, after.categories)) return;
  await insertChange(trx, { actor, now }, placeId, [before, after]);
}

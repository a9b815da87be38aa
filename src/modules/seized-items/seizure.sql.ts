/** Days on which seizures lapse and goods expire. */
import { sql } from 'kysely';
import type { TenantReader } from '../../platform/database.ts';
import { ITEM_STATE_IDS, ITEM_STATES } from './item-states.ts';

const OPEN_STATES = ITEM_STATE_IDS.filter((state) => !ITEM_STATES[state].isEnd);

/** The first day from today on, on which the seizure of an open item of the case lapses; null: there is none. */
export async function findSeizureEnd(
  reader: TenantReader,
  courtId: number,
  caseId: string,
  today: string,
): Promise<string | null> {
  const { rows } = await sql<{ end: string | null }>`select min(seizure_expires_on) as end from seized_items
    where court_id = ${courtId} and case_id = ${caseId} and seizure_expires_on >= ${today}::date
      and state = any(${OPEN_STATES}::text[])`.execute(reader);
  return rows[0]?.end ?? null;
}

/** The day on which each of the items expires; items without one are absent. */
export async function listExpiries(
  reader: TenantReader,
  courtId: number,
  itemIds: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; on: string }>`select id, expires_on as on from seized_items
    where court_id = ${courtId} and id = any(${itemIds}::uuid[]) and expires_on is not null`.execute(reader);
  return new Map(rows.map(({ id, on }) => [id, on]));
}

/** Days on which seizures lapse and goods expire. */
import { sql } from 'kysely';
import type { TenantReader } from '../../platform/database.ts';
import type { ItemCategoryId } from './item-categories.ts';
import { ITEM_STATE_IDS, ITEM_STATES, type ItemState } from './item-states.ts';

const OPEN_STATES = ITEM_STATE_IDS.filter((state) => !ITEM_STATES[state].isEnd);

/** Titles stand for the real estate that is seized. */
const IMMOVABLES = ['title_deeds'] as const satisfies readonly ItemCategoryId[];

/**
 * The first day from today on, on which the seizure of an open item of the case lapses: of a movable, or of real estate.
 * null: there is none.
 */
export async function findSeizureEnd(
  reader: TenantReader,
  { courtId, caseId, isImmovable }: { courtId: number; caseId: string; isImmovable: boolean },
  today: string,
): Promise<string | null> {
  const { rows } = await sql<{ end: string | null }>`select min(seizure_expires_on) as end from seized_items
    where court_id = ${courtId} and case_id = ${caseId} and seizure_expires_on >= ${today}::date
      and state = any(${OPEN_STATES}::text[])
      and (category = any(${[...IMMOVABLES]}::text[])) = ${isImmovable}`.execute(reader);
  return rows[0]?.end ?? null;
}

/** Whether the case is one of execution, in which things are seized to be sold. */
export async function isExecutionCase(
  reader: TenantReader,
  courtId: number,
  caseId: string,
): Promise<boolean> {
  const { rows } = await sql<{ stage: string }>`select stage from cases
    where court_id = ${courtId} and id = ${caseId}`.execute(reader);
  return rows[0]?.stage === 'execution';
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

/** The day on which a public prosecution was accepted; null: the case is none, or comes from no procuratorate. */
export async function findProsecutionDay(
  reader: TenantReader,
  courtId: number,
  caseId: string,
): Promise<string | null> {
  const { rows } = await sql<{ acceptedOn: string }>`select accepted_on as "acceptedOn" from cases
    where court_id = ${courtId} and id = ${caseId} and stage = 'first_instance' and procuratorate is not null
      and closed_on is null`.execute(reader);
  return rows[0]?.acceptedOn ?? null;
}

/** Whether the case has an item in the state. */
export async function hasItemInState(
  reader: TenantReader,
  courtId: number,
  { caseId, state }: { readonly caseId: string; readonly state: ItemState },
): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`select exists (select from seized_items
    where court_id = ${courtId} and case_id = ${caseId} and state = ${state}) as found`.execute(reader);
  return rows[0]?.found === true;
}

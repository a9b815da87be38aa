/** What an import of an older register needs to know of the court. */
import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../../platform/database.ts';
import { rowSetJson } from '../../../platform/row-set-json.ts';

export interface KnownPlace {
  readonly id: string;
  /** Names from the root, separated by ` / `. */
  readonly path: string;
}

export async function listPlaces(reader: TenantReader, courtId: number): Promise<KnownPlace[]> {
  const { rows } = await sql<KnownPlace>`select id, path from places
    where court_id = ${courtId} and closed_on is null order by sort_key`.execute(reader);
  return rows;
}

/** People by their name; of a name that several bear, each of them. */
export async function listPeopleByName(
  reader: TenantReader,
  courtId: number,
  names: readonly string[],
  today: string,
): Promise<{ readonly id: string; readonly name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select distinct person.id, person.full_name as name from people person
    join memberships membership on membership.court_id = ${courtId} and membership.person_id = person.id
      and membership.valid_from <= ${today}::date
      and (membership.valid_until is null or membership.valid_until > ${today}::date)
    where person.closed_at is null and person.full_name = any(${names}::text[])`.execute(reader);
  return rows;
}

export interface ItemTotal {
  readonly count: number;
  readonly valueFen: number;
}

/** Items of the court and what they are estimated at. */
export async function totalItems(reader: TenantReader, courtId: number): Promise<ItemTotal> {
  const { rows } = await sql<ItemTotal>`select count(*)::integer as count,
      coalesce(sum(estimated_value_fen), 0)::bigint as "valueFen"
    from seized_items where court_id = ${courtId}`.execute(reader);
  return rows[0] ?? { count: 0, valueFen: 0 };
}

/** Seals of which only the number is known: when and by whom it was put on stands in no book of ours. */
export async function insertOldSeals(
  trx: TenantTransaction,
  courtId: number,
  seals: readonly {
    readonly id: string;
    readonly itemId: string;
    readonly number: string;
    readonly sealedAt: Date;
  }[],
): Promise<void> {
  const rows = seals.map(({ id, itemId, number, sealedAt }) => ({
    ...{ id, item_id: itemId, number, sealed_at: sealedAt },
  }));
  await sql`insert into item_seals (court_id, id, item_id, number, sealed_at, sealed_by_name)
    select ${courtId}::integer, id, item_id, number, sealed_at, '不详（存量）'
    from json_to_recordset(${rowSetJson(rows)}::json) as seal(id uuid, item_id uuid, number text,
      sealed_at timestamptz)`.execute(trx);
}

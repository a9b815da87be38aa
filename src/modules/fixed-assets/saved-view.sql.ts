/** Rows of saved views. */
import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../platform/database.ts';

export interface SavedViewRow {
  readonly id: string;
  readonly list: 'fixed-assets' | 'ledger';
  readonly name: string;
  readonly query: string;
  readonly columns: string[];
  readonly shared: boolean;
  readonly isMine: boolean;
  readonly ownerName: string;
  readonly createdAt: Date;
}

interface Owner {
  readonly courtId: number;
  readonly personId: string;
}

/** One's own and those shared in the court; one's own first, by name. */
export async function listSavedViewRows(
  reader: TenantReader,
  owner: Owner,
  list: string,
): Promise<SavedViewRow[]> {
  const { rows } = await sql<SavedViewRow>`
    select view.id, view.list, view.name, view.query, view.columns, view.shared,
      view.person_id = ${owner.personId}::uuid as "isMine", coalesce(person.full_name, '') as "ownerName",
      view.created_at as "createdAt"
    from saved_views view left join people person on person.id = view.person_id
    where view.court_id = ${owner.courtId} and view.list = ${list}
      and (view.person_id = ${owner.personId}::uuid or view.shared)
    order by "isMine" desc, view.name, view.id`.execute(reader);
  return rows;
}

export interface NewSavedView {
  readonly id: string;
  readonly list: string;
  readonly name: string;
  readonly query: string;
  readonly columns: readonly string[];
  readonly shared: boolean;
}

/** Inserts, or replaces the person's view of the same name; answers the id that the view keeps. */
export async function upsertSavedView(
  trx: TenantTransaction,
  owner: Owner,
  now: Date,
  view: NewSavedView,
): Promise<{ id: string; createdAt: Date }> {
  const { rows } = await sql<{ id: string; createdAt: Date }>`
    insert into saved_views (court_id, id, person_id, list, name, query, columns, shared, created_at)
    values (${owner.courtId}, ${view.id}::uuid, ${owner.personId}::uuid, ${view.list}, ${view.name}, ${view.query},
      ${view.columns}::text[], ${view.shared}, ${now})
    on conflict (court_id, list, person_id, name)
      do update set query = excluded.query, columns = excluded.columns, shared = excluded.shared
    returning id, created_at as "createdAt"`.execute(trx);
  const row = rows[0];
  if (!row) throw new Error('an upsert answers its row');
  return row;
}

/** Deletes a view of the person; undefined when there is none of that id. */
export async function deleteSavedView(
  trx: TenantTransaction,
  owner: Owner,
  viewId: string,
): Promise<{ name: string } | undefined> {
  const { rows } = await sql<{ name: string }>`
    delete from saved_views where court_id = ${owner.courtId} and id = ${viewId}::uuid
      and person_id = ${owner.personId}::uuid returning name`.execute(trx);
  return rows[0];
}

/** What lies below a department or a place, so that a filter means it with everything in it. */
import { sql } from 'kysely';
import type { TenantReader } from '../../platform/database.ts';

/** The departments themselves and all below them, closed ones included: the past is filtered by them too. */
export async function listDepartmentsBelow(
  reader: TenantReader,
  courtId: number,
  departmentIds: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive below as (
      select id from departments where court_id = ${courtId} and id = any(${departmentIds}::uuid[])
      union
      select child.id from departments child
      join below on child.court_id = ${courtId} and child.parent_id = below.id
    )
    select id from below`.execute(reader);
  return rows.map((row) => row.id);
}

/** The places themselves and everything in them, closed ones included. */
export async function listPlacesBelow(
  reader: TenantReader,
  courtId: number,
  placeIds: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from places where court_id = ${courtId} and ancestor_ids && ${placeIds}::uuid[]`.execute(
    reader,
  );
  return rows.map((row) => row.id);
}

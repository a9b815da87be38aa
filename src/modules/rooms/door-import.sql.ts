/** Rows of the imports of door events: of which time they speak. */
import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';

export interface NewDoorImport {
  readonly roomIds: readonly string[];
  readonly from: Date;
  readonly before: Date;
  readonly fileName: string;
  readonly importedAt: Date;
  readonly importedByName: string;
}

/** One row a room. */
export async function insertDoorImport(
  trx: TenantTransaction,
  courtId: number,
  { roomIds, from, before, fileName, importedAt, importedByName }: NewDoorImport,
): Promise<void> {
  const ids = roomIds.map(() => newId(importedAt.getTime()));
  await sql`insert into door_imports (court_id, id, room_id, covered_from, covered_before, file_name, imported_at,
      imported_by_name)
    select ${courtId}::integer, id, room_id, ${from}::timestamptz, ${before}::timestamptz, ${fileName}::text,
      ${importedAt}::timestamptz, ${importedByName}::text
    from unnest(${ids}::uuid[], ${roomIds}::uuid[]) as covered(id, room_id)`.execute(trx);
}

/** Those that speak of any part of the time. */
export async function listDoorImportSpans(
  reader: TenantReader,
  room: { readonly courtId: number; readonly roomId: string },
  span: { readonly from: Date; readonly before: Date },
): Promise<{ from: Date; before: Date }[]> {
  const { rows } = await sql<{ from: Date; before: Date }>`select distinct covered_from as "from",
      covered_before as before
    from door_imports where court_id = ${room.courtId} and room_id = ${room.roomId}
      and covered_before > ${span.from}::timestamptz and covered_from < ${span.before}::timestamptz`.execute(
    reader,
  );
  return rows;
}

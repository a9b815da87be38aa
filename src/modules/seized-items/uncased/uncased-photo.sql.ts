/** Photos of things of no case. */
import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../../platform/database.ts';

export const UNCASED_SUBJECT = 'uncased_thing';

export interface ThingPhoto {
  readonly thingId: string;
  readonly id: string;
  readonly sha256: string;
  readonly uploadedAt: Date;
}

/** Of these things, the oldest first. */
export async function listThingPhotos(
  reader: TenantReader,
  courtId: number,
  thingIds: readonly string[],
): Promise<ThingPhoto[]> {
  const { rows } =
    await sql<ThingPhoto>`select subject_id as "thingId", id, sha256, uploaded_at as "uploadedAt"
    from stored_files where court_id = ${courtId} and subject_kind = ${UNCASED_SUBJECT}
      and subject_id = any(${thingIds}::uuid[]) and purpose = 'photo' and removed_at is null
    order by uploaded_at, id`.execute(reader);
  return rows;
}

/**
 * Whether the person took photos under this id before the thing was recorded; held to the commit, so that no sweep takes
 * them from under whoever records it.
 */
export async function lockDraftPhotos(
  trx: TenantTransaction,
  courtId: number,
  { id, personId }: { readonly id: string; readonly personId: string },
): Promise<boolean> {
  const { rows } = await sql`select from stored_files file where file.court_id = ${courtId}
      and file.subject_kind = ${UNCASED_SUBJECT} and file.subject_id = ${id} and file.uploaded_by = ${personId}
      and file.purpose = 'photo' and file.removed_at is null
      and not exists (select from uncased_things thing where thing.court_id = ${courtId} and thing.id = ${id})
    for key share of file`.execute(trx);
  return rows.length > 0;
}

/** Things that turned out to be this item; `isHidden`: their pictures are not shown to everybody. */
export async function listThingsOfItem(
  reader: TenantReader,
  courtId: number,
  itemId: string,
): Promise<{ readonly id: string; readonly isHidden: boolean }[]> {
  const { rows } = await sql<{ id: string; isHidden: boolean }>`select id, is_hidden as "isHidden"
    from uncased_things where court_id = ${courtId} and item_id = ${itemId}`.execute(reader);
  return rows;
}

/** What decides about many items at once and stands on no line of a judgment. */
import { sql } from 'kysely';
import type { TenantReader } from '../../platform/database.ts';

export interface DisposalFactRow {
  readonly itemId: string;
  /** Who holds it now, by name. */
  readonly holders: readonly string[];
  /** The day on which the notice that runs for it ends; null: none runs. */
  readonly noticeDueOn: string | null;
  readonly hasPhoto: boolean;
}

/** `photosSince`: from which moment on a photo counts. */
export async function listDisposalFacts(
  reader: TenantReader,
  courtId: number,
  of: { readonly itemIds: readonly string[]; readonly photosSince: Date },
): Promise<Map<string, DisposalFactRow>> {
  const { rows } = await sql<DisposalFactRow>`
    select item.id as "itemId",
      array(select hold.holder from item_holds hold where hold.court_id = item.court_id
        and hold.item_id = item.id and hold.released_on is null order by hold.placed_on, hold.id) as holders,
      (select min(notice.due_on) from public_notices notice where notice.court_id = item.court_id
        and notice.item_id = item.id and notice.ended_on is null) as "noticeDueOn",
      exists (select from stored_files photo where photo.court_id = item.court_id
        and photo.subject_kind = 'seized_item' and photo.subject_id = item.id and photo.purpose = 'photo'
        and photo.removed_at is null and photo.uploaded_at >= ${of.photosSince}) as "hasPhoto"
    from seized_items item
    where item.court_id = ${courtId} and item.id = any(${of.itemIds}::uuid[])`.execute(reader);
  return new Map(rows.map((row) => [row.itemId, row]));
}

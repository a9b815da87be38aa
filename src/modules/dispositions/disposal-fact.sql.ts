/** What decides about many items at once and stands on no line of a judgment. */
import { sql } from 'kysely';
import type { TenantReader } from '../../platform/database.ts';
import { NOTICE_DUE_ON } from './notice.sql.ts';

export interface DisposalFactRow {
  readonly itemId: string;
  /** Who holds it now, by name. */
  readonly holders: readonly string[];
  /** The day on which the notice that runs for it ends; null: none runs. */
  readonly noticeDueOn: string | null;
  readonly hasPhoto: boolean;
  /** What was handed over and has no receipt yet. */
  readonly handOver: {
    readonly id: string;
    readonly counterparty: string | null;
    readonly document: string | null;
    readonly executedAt: Date;
  } | null;
}

type KeptRow = Omit<DisposalFactRow, 'handOver'> & {
  readonly handOverId: string | null;
  readonly counterparty: string | null;
  readonly document: string | null;
  readonly executedAt: Date | null;
};

/** `photosSince`: from which moment on a photo counts. */
export async function listDisposalFacts(
  reader: TenantReader,
  courtId: number,
  of: { readonly itemIds: readonly string[]; readonly photosSince: Date },
): Promise<Map<string, DisposalFactRow>> {
  const { rows } = await sql<KeptRow>`
    select item.id as "itemId",
      array(select hold.holder from item_holds hold where hold.court_id = item.court_id
        and hold.item_id = item.id and hold.released_on is null order by hold.placed_on, hold.id) as holders,
      (select min(${NOTICE_DUE_ON}) from public_notices notice where notice.court_id = item.court_id
        and notice.item_id = item.id and notice.ended_on is null) as "noticeDueOn",
      exists (select from stored_files photo where photo.court_id = item.court_id
        and photo.subject_kind = 'seized_item' and photo.subject_id = item.id and photo.purpose = 'photo'
        and photo.removed_at is null and photo.uploaded_at >= ${of.photosSince}) as "hasPhoto",
      sent.id as "handOverId", sent.counterparty, sent.document, sent.executed_at as "executedAt"
    from seized_items item
    left join lateral (
      select done.id, done.counterparty, done.document, done.executed_at from dispositions done
      where done.court_id = item.court_id and done.item_id = item.id and done.kind = 'hand_over'
        and done.receipt_on is null and item.state = 'in_transit'
      order by done.executed_at desc limit 1) sent on true
    where item.court_id = ${courtId} and item.id = any(${of.itemIds}::uuid[])`.execute(reader);
  return new Map(
    rows.map(({ handOverId: id, counterparty, document, executedAt, ...row }) => {
      const handOver = id === null || executedAt === null ? null : { id, counterparty, document, executedAt };
      return [row.itemId, { ...row, handOver }];
    }),
  );
}

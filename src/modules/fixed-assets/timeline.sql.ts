/** The life of one asset: its book with corrections and receipts. */
import { sql } from 'kysely';
import type { TenantReader } from '../../platform/database.ts';
import { entryColumns, type EntryRow } from './entry-row.sql.ts';

export interface TimelineRow extends EntryRow {
  readonly hash: Buffer;
  readonly details: Readonly<Record<string, unknown>>;
  readonly receiptSettledAt: Date | null;
  readonly receiptMethod: 'pin' | 'drawn' | 'own_list' | null;
}

/** Entries below a sequence, newest first. */
export async function listTimelineRows(
  reader: TenantReader,
  courtId: number,
  bookId: string,
  page: { readonly beforeSequence: number | null; readonly rowCount: number },
): Promise<TimelineRow[]> {
  const { rows } = await sql<TimelineRow>`
    select ${entryColumns()}, entry.hash, entry.details, receipt.settled_at as "receiptSettledAt",
      receipt.method as "receiptMethod"
    from ledger_entries entry
    left join asset_receipts receipt on receipt.court_id = entry.court_id and receipt.book_id = entry.book_id
      and receipt.entry_sequence = entry.sequence
    left join people receiver on receiver.id = receipt.receiver_id
    where entry.court_id = ${courtId} and entry.book_id = ${bookId}
      and entry.sequence < ${page.beforeSequence ?? 2_147_483_647}
    order by entry.sequence desc limit ${page.rowCount}`.execute(reader);
  return rows;
}

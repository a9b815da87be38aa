/** Dispositions that were taken back, and the entries of the case's book that they took back. */
import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../platform/database.ts';
import { normaliseQuantity } from '../ledger/entry.ts';
import { DISPOSING } from './disposed.sql.ts';

export interface ReversalRow {
  readonly dispositionId: string;
  readonly document: string;
  readonly reason: string;
  readonly approvalNumber: string;
  readonly entrySequence: number;
  readonly correctsSequence: number;
  readonly reversedAt: Date;
  readonly reversedByName: string;
  readonly secondPersonName: string;
}

/** Of one item, the oldest first. */
export async function listReversals(
  reader: TenantReader,
  courtId: number,
  itemId: string,
): Promise<ReversalRow[]> {
  const { rows } = await sql<ReversalRow>`
    select disposition_id as "dispositionId", document, reason, approval_number as "approvalNumber",
      entry_sequence as "entrySequence", corrects_sequence as "correctsSequence", reversed_at as "reversedAt",
      reversed_by_name as "reversedByName", second_person_name as "secondPersonName"
    from disposition_reversals where court_id = ${courtId} and item_id = ${itemId}
    order by reversed_at, id`.execute(reader);
  return rows;
}

export interface EndingEntry {
  readonly sequence: number;
  readonly quantity: string;
  readonly recordedAt: Date;
}

/** Entries by which an item ends without a disposition. */
export const ENDING_OTHERWISE = ['consume', 'confirm_loss'] as const;

/** The last entry of these kinds in the case's book: the one by which the item ended. */
export async function findEndingEntry(
  reader: TenantReader,
  courtId: number,
  itemId: string,
  kinds: readonly string[] = DISPOSING,
): Promise<EndingEntry | undefined> {
  const { rows } = await sql<EndingEntry>`
    select entry.sequence, entry.quantity, entry.recorded_at as "recordedAt"
    from seized_items item
    join readable_ledger_entries entry on entry.court_id = item.court_id and entry.book_id = item.book_id
      and entry.book_kind = 'case' and entry.details ->> 'itemId' = item.id::text
      and entry.kind = any(${[...kinds]}::text[])
    where item.court_id = ${courtId} and item.id = ${itemId}
    order by entry.sequence desc limit 1`.execute(reader);
  const [found] = rows;
  return found && { ...found, quantity: normaliseQuantity(found.quantity) };
}

export async function insertReversal(
  trx: TenantTransaction,
  courtId: number,
  row: ReversalRow & {
    readonly id: string;
    readonly caseId: string;
    readonly itemId: string;
    readonly requestId: string;
    readonly reversedById: string;
  },
): Promise<void> {
  await sql`
    insert into disposition_reversals (court_id, id, case_id, item_id, disposition_id, document, reason, request_id,
      approval_number, entry_sequence, corrects_sequence, reversed_at, reversed_by, reversed_by_name,
      second_person_name)
    values (${courtId}, ${row.id}, ${row.caseId}, ${row.itemId}, ${row.dispositionId}, ${row.document}, ${row.reason},
      ${row.requestId}, ${row.approvalNumber}, ${row.entrySequence}, ${row.correctsSequence}, ${row.reversedAt},
      ${row.reversedById}, ${row.reversedByName}, ${row.secondPersonName})`.execute(trx);
}

/** Copies that were printed of papers, and scans of those that were signed. */
import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../platform/database.ts';

interface Address {
  readonly courtId: number;
  readonly id: string;
}

export interface PrintRow {
  readonly id: string;
  readonly copyNumber: number;
  readonly printedAt: Date;
  readonly printedBy: string;
  readonly printedByName: string;
  readonly reason: string;
}

/** By their numbers. */
export async function listPrints(reader: TenantReader, { courtId, id }: Address): Promise<PrintRow[]> {
  const { rows } = await sql<PrintRow>`
    select id, copy_number as "copyNumber", printed_at as "printedAt", printed_by as "printedBy",
      printed_by_name as "printedByName", reason
    from paper_prints where court_id = ${courtId} and paper_id = ${id} order by copy_number`.execute(reader);
  return rows;
}

/** The paper's row is held: the number is that of no other copy. Answers it. */
export async function insertPrint(
  trx: TenantTransaction,
  { courtId, id }: Address,
  print: Omit<PrintRow, 'copyNumber'>,
): Promise<number> {
  const { rows } = await sql<{ copyNumber: number }>`
    insert into paper_prints (court_id, paper_id, copy_number, id, printed_at, printed_by, printed_by_name, reason)
    select ${courtId}::integer, ${id}::uuid, coalesce(max(copy_number), 0) + 1, ${print.id}::uuid,
      ${print.printedAt}::timestamptz, ${print.printedBy}::uuid, ${print.printedByName}, ${print.reason}
    from paper_prints where court_id = ${courtId} and paper_id = ${id}
    returning copy_number as "copyNumber"`.execute(trx);
  return rows[0]?.copyNumber ?? 1;
}

export interface ScanRow {
  readonly id: string;
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly uploadedAt: Date;
}

export async function listScans(reader: TenantReader, { courtId, id }: Address): Promise<ScanRow[]> {
  const { rows } = await sql<ScanRow>`
    select id, file_name as "fileName", size_bytes as "sizeBytes", sha256, uploaded_at as "uploadedAt"
    from stored_files where court_id = ${courtId} and subject_kind = 'paper' and subject_id = ${id}
      and removed_at is null order by uploaded_at, id`.execute(reader);
  return rows;
}

/** Receipts: what was handed to a person and is signed now, later, or refused. */
import { sql } from 'kysely';
import { PREPARED, sendAhead, type TenantReader, type TenantTransaction } from '../../platform/database.ts';

export type ReceiptKind = 'issue' | 'loan' | 'transfer';

export interface NewReceipt {
  readonly id: string;
  readonly assetId: string;
  readonly bookId: string;
  readonly entrySequence: number;
  readonly kind: ReceiptKind;
  readonly receiverId: string;
  readonly state: 'pending' | 'signed';
  readonly method: 'pin' | 'drawn' | 'own_list' | null;
  readonly signatureSha256: string | null;
  readonly createdAt: Date;
  readonly settledAt: Date | null;
}

export async function insertReceipts(
  trx: TenantTransaction,
  courtId: number,
  receipts: readonly NewReceipt[],
): Promise<void> {
  const statement = sql`${PREPARED}
    insert into asset_receipts (court_id, id, asset_id, book_id, entry_sequence, kind, receiver_id, state, created_at,
      settled_at, method, signature_sha256)
    select ${courtId}::integer, id, "assetId", "bookId", "entrySequence", kind, "receiverId", state, "createdAt",
      "settledAt", method, "signatureSha256"
    from jsonb_to_recordset(${JSON.stringify(receipts)}::jsonb) as receipt(id uuid, "assetId" uuid, "bookId" uuid,
      "entrySequence" integer, kind text, "receiverId" uuid, state text, method text, "signatureSha256" text,
      "createdAt" timestamptz, "settledAt" timestamptz)`;
  await sendAhead(trx, statement);
}

/** A receipt that nobody can sign any more, because the asset went on. */
export async function updateReceiptsVoid(
  trx: TenantTransaction,
  courtId: number,
  now: Date,
  assetIds: readonly string[],
): Promise<void> {
  await trx
    .updateTable('asset_receipts')
    .set({ state: 'void', settled_at: now })
    .where('court_id', '=', courtId)
    .where('asset_id', 'in', [...assetIds])
    .where('state', '=', 'pending')
    .execute();
}

export async function updateReceiptsSettled(
  trx: TenantTransaction,
  courtId: number,
  receiptIds: readonly string[],
  settled: { state: 'signed' | 'refused'; at: Date; method: 'own_list' | null; note: string | null },
): Promise<void> {
  await trx
    .updateTable('asset_receipts')
    .set({ state: settled.state, settled_at: settled.at, method: settled.method, note: settled.note })
    .where('court_id', '=', courtId)
    .where('id', 'in', [...receiptIds])
    .execute();
}

export interface PendingReceipt {
  readonly id: string;
  readonly assetId: string;
  readonly receiverId: string;
  readonly entrySequence: number;
  readonly kind: ReceiptKind;
}

/** Pending receipts among the ids. The asset is locked by the caller before it writes, so a receipt settles once. */
export async function listPendingReceiptsByIds(
  reader: TenantReader,
  courtId: number,
  receiptIds: readonly string[],
): Promise<PendingReceipt[]> {
  const { rows } = await sql<PendingReceipt>`
    select id, asset_id as "assetId", receiver_id as "receiverId", entry_sequence as "entrySequence", kind
    from asset_receipts
    where court_id = ${courtId} and id = any(${receiptIds}::uuid[]) and state = 'pending'
    order by asset_id`.execute(reader);
  return rows;
}

export interface PendingReceiptRow {
  readonly id: string;
  readonly kind: ReceiptKind;
  readonly assetId: string;
  readonly code: string;
  readonly name: string;
  readonly specification: string | null;
  readonly handedOutAt: Date;
  readonly handedOutBy: string;
  readonly loanDueOn: string | null;
}

/** Everything that waits for one person's signature, oldest first. */
export async function listPendingReceiptsOf(
  reader: TenantReader,
  courtId: number,
  receiverId: string,
): Promise<PendingReceiptRow[]> {
  const { rows } = await sql<PendingReceiptRow>`
    select receipt.id, receipt.kind, asset.id as "assetId", asset.code, asset.name, asset.specification,
      entry.occurred_at as "handedOutAt", entry.actor_name as "handedOutBy", asset.loan_due_on as "loanDueOn"
    from asset_receipts receipt
    join assets asset on asset.court_id = receipt.court_id and asset.id = receipt.asset_id
    join ledger_entries entry on entry.court_id = receipt.court_id and entry.book_id = receipt.book_id
      and entry.sequence = receipt.entry_sequence
    where receipt.court_id = ${courtId} and receipt.receiver_id = ${receiverId} and receipt.state = 'pending'
    order by receipt.created_at, receipt.id
    limit 1000`.execute(reader);
  return rows;
}

/** The checksum of what was drawn for the hand-over by this entry of the asset's book; undefined when nothing was. */
export async function findSignatureOfReceipt(
  reader: TenantReader,
  courtId: number,
  assetId: string,
  entrySequence: number,
): Promise<string | undefined> {
  const { rows } = await sql<{ sha256: string }>`
    select signature_sha256 as sha256 from asset_receipts
    where court_id = ${courtId} and asset_id = ${assetId} and entry_sequence = ${entrySequence}
      and signature_sha256 is not null`.execute(reader);
  return rows[0]?.sha256;
}

export interface DrawnReceipt {
  readonly assetId: string;
  readonly sha256: string;
  readonly signedAt: Date;
}

/** What a person drew for each of these assets when it was handed to them last, oldest first. */
export async function listDrawnReceipts(
  reader: TenantReader,
  courtId: number,
  of: { readonly receiverId: string; readonly assetIds: readonly string[] },
): Promise<DrawnReceipt[]> {
  const { rows } = await sql<DrawnReceipt>`
    select * from (
      select distinct on (asset_id) asset_id as "assetId", signature_sha256 as sha256, settled_at as "signedAt"
      from asset_receipts
      where court_id = ${courtId} and asset_id = any(${of.assetIds}::uuid[]) and receiver_id = ${of.receiverId}
        and state = 'signed'
      order by asset_id, created_at desc) latest
    where sha256 is not null order by "signedAt", "assetId"`.execute(reader);
  return rows;
}

/** How items left for good. */
import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../platform/database.ts';
import { normaliseQuantity } from '../ledger/entry.ts';
import type { DispositionWay } from './judgment-orders.ts';

/** What is written of a disposition; what its way does not ask for is null. */
export interface DispositionFacts {
  readonly place: string | null;
  readonly method: string | null;
  readonly counterparty: string | null;
  readonly relation: string | null;
  readonly proof: string | null;
  readonly document: string | null;
  readonly video: string | null;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
  readonly amountFen: number | null;
  readonly paymentSlip: string | null;
  readonly auctionId: string | null;
  readonly signatureSha256: string | null;
  readonly officerSignatureSha256: string | null;
  readonly note: string | null;
}

export interface DispositionRow extends DispositionFacts {
  readonly id: string;
  readonly caseId: string;
  readonly itemId: string;
  readonly kind: DispositionWay;
  readonly quantity: string;
  readonly unit: string;
  readonly lineId: string | null;
  readonly groundId: string | null;
  readonly requestId: string | null;
  readonly approvalNumber: string | null;
  readonly executedAt: Date;
  readonly executorId: string;
  readonly executorName: string;
  readonly secondPersonId: string | null;
  readonly secondPersonName: string | null;
  readonly supervisorId: string | null;
  readonly supervisorName: string | null;
  readonly proceedsItemId: string | null;
  readonly residueItemId: string | null;
}

export interface SealedTakerNumber {
  readonly kind: string;
  readonly keyId: string;
  readonly sealed: Buffer;
  readonly hash: Buffer;
  readonly masked: string;
}

export interface KeptDisposition extends DispositionRow {
  readonly numberKind: string | null;
  readonly numberMasked: string | null;
  readonly receiptDocument: string | null;
  readonly receiptOn: string | null;
}

const SELECT = sql.raw(`select id, case_id as "caseId", item_id as "itemId", kind, quantity, unit,
  line_id as "lineId", ground_id as "groundId", request_id as "requestId", approval_number as "approvalNumber",
  executed_at as "executedAt", executor_id as "executorId", executor_name as "executorName",
  second_person_id as "secondPersonId", second_person_name as "secondPersonName", supervisor_id as "supervisorId",
  supervisor_name as "supervisorName", place, method, counterparty, relation, proof, document, video,
  started_at as "startedAt", ended_at as "endedAt", amount_fen as "amountFen", payment_slip as "paymentSlip",
  auction_id as "auctionId", signature_sha256 as "signatureSha256",
  officer_signature_sha256 as "officerSignatureSha256", note, proceeds_item_id as "proceedsItemId",
  residue_item_id as "residueItemId", number_kind as "numberKind", number_masked as "numberMasked",
  receipt_document as "receiptDocument", receipt_on as "receiptOn" from dispositions`);

const shownRow = (row: KeptDisposition): KeptDisposition => ({
  ...row,
  quantity: normaliseQuantity(row.quantity),
});

/** Of one item, the oldest first. */
export async function listDispositions(
  reader: TenantReader,
  courtId: number,
  itemId: string,
): Promise<KeptDisposition[]> {
  const { rows } = await sql<KeptDisposition>`${SELECT}
    where court_id = ${courtId} and item_id = ${itemId} order by executed_at, id`.execute(reader);
  return rows.map(shownRow);
}

/** In no order. */
export async function listDispositionsById(
  reader: TenantReader,
  courtId: number,
  ids: readonly string[],
): Promise<KeptDisposition[]> {
  const { rows } = await sql<KeptDisposition>`${SELECT}
    where court_id = ${courtId} and id = any(${ids}::uuid[])`.execute(reader);
  return rows.map(shownRow);
}

export async function lockDisposition(
  trx: TenantTransaction,
  courtId: number,
  dispositionId: string,
): Promise<KeptDisposition | undefined> {
  const { rows } = await sql<KeptDisposition>`${SELECT}
    where court_id = ${courtId} and id = ${dispositionId} for update`.execute(trx);
  return rows[0] && shownRow(rows[0]);
}

export async function insertDispositions(
  trx: TenantTransaction,
  courtId: number,
  dispositions: readonly (DispositionRow & { readonly number: SealedTakerNumber | null })[],
): Promise<void> {
  const hex = (bytes: Buffer | undefined) => (bytes === undefined ? null : `\\x${bytes.toString('hex')}`);
  const rows = dispositions.map(({ number, ...row }) => ({
    ...row,
    numberKind: number?.kind ?? null,
    keyId: number?.keyId ?? null,
    sealed: hex(number?.sealed),
    hash: hex(number?.hash),
    masked: number?.masked ?? null,
  }));
  await sql`
    insert into dispositions (court_id, id, case_id, item_id, kind, quantity, unit, line_id, ground_id, request_id,
      approval_number, executed_at, executor_id, executor_name, second_person_id, second_person_name, supervisor_id,
      supervisor_name, place, method, counterparty, relation, proof, document, video, started_at, ended_at, amount_fen,
      payment_slip, auction_id, signature_sha256, officer_signature_sha256, note, proceeds_item_id, residue_item_id,
      number_kind, number_key_id, number_sealed, number_hash, number_masked)
    select ${courtId}, id, "caseId", "itemId", kind, quantity, unit, "lineId", "groundId", "requestId",
      "approvalNumber", "executedAt", "executorId", "executorName", "secondPersonId", "secondPersonName",
      "supervisorId", "supervisorName", place, method, counterparty, relation, proof, document, video, "startedAt",
      "endedAt", "amountFen", "paymentSlip", "auctionId", "signatureSha256", "officerSignatureSha256", note,
      "proceedsItemId", "residueItemId", "numberKind", "keyId", sealed, hash, masked
    from json_to_recordset(${JSON.stringify(rows)}::json) as new(id uuid, "caseId" uuid, "itemId" uuid, kind text,
      quantity numeric, unit text, "lineId" uuid, "groundId" uuid, "requestId" uuid, "approvalNumber" text,
      "executedAt" timestamptz, "executorId" uuid, "executorName" text, "secondPersonId" uuid,
      "secondPersonName" text, "supervisorId" uuid, "supervisorName" text, place text, method text,
      counterparty text, relation text, proof text, document text, video text, "startedAt" timestamptz,
      "endedAt" timestamptz, "amountFen" bigint, "paymentSlip" text, "auctionId" uuid, "signatureSha256" text,
      "officerSignatureSha256" text, note text, "proceedsItemId" uuid, "residueItemId" uuid, "numberKind" text,
      "keyId" text, sealed bytea, hash bytea, masked text)`.execute(trx);
}

export async function updateReceipts(
  trx: TenantTransaction,
  courtId: number,
  dispositionIds: readonly string[],
  receipt: { readonly document: string; readonly on: string; readonly byName: string },
): Promise<void> {
  await sql`update dispositions set receipt_document = ${receipt.document}, receipt_on = ${receipt.on},
      receipt_by_name = ${receipt.byName}
    where court_id = ${courtId} and id = any(${dispositionIds}::uuid[])`.execute(trx);
}

/** The money that a sale became. */
export async function updateProceedsItem(
  trx: TenantTransaction,
  courtId: number,
  dispositionId: string,
  itemId: string | null,
): Promise<void> {
  await sql`update dispositions set proceeds_item_id = ${itemId}
    where court_id = ${courtId} and id = ${dispositionId}`.execute(trx);
}

/** What was left of a destroyed thing. */
export async function updateResidueItem(
  trx: TenantTransaction,
  courtId: number,
  dispositionId: string,
  itemId: string,
): Promise<void> {
  await sql`update dispositions set residue_item_id = ${itemId}
    where court_id = ${courtId} and id = ${dispositionId}`.execute(trx);
}

export interface TakerNumberRow {
  readonly keyId: string;
  readonly sealed: Buffer;
  readonly masked: string;
  readonly caseId: string;
  readonly itemId: string;
}

export async function findTakerNumber(
  reader: TenantReader,
  courtId: number,
  dispositionId: string,
): Promise<TakerNumberRow | undefined> {
  const { rows } = await sql<TakerNumberRow>`
    select number_key_id as "keyId", number_sealed as sealed, number_masked as masked, case_id as "caseId",
      item_id as "itemId"
    from dispositions where court_id = ${courtId} and id = ${dispositionId} and number_key_id is not null`.execute(
    reader,
  );
  return rows[0];
}

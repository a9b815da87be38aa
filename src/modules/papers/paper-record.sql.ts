/** What was recorded of releases and dispositions beside the entries of the book, for their papers. */
import { sql } from 'kysely';
import type { TenantReader } from '../../platform/database.ts';
import { NOTICE_DUE_ON } from '../dispositions/notice-grounds.ts';

/** Facts of an entry under the names by which papers look for them; null: not recorded. */
export type RecordedFacts = Readonly<Record<string, string | number | null>>;

interface FactsRow {
  readonly itemId: string;
  readonly facts: RecordedFacts;
}

interface Events {
  readonly courtId: number;
  readonly itemIds: readonly string[];
  readonly occurredAt: Date;
}

const IN_SHANGHAI = sql.raw(`'YYYY-MM-DD HH24:MI'`);

/** By item: how it left for good at that moment. */
export async function listDispositionFacts(
  reader: TenantReader,
  { courtId, itemIds, occurredAt }: Events,
): Promise<FactsRow[]> {
  const { rows } = await sql<FactsRow>`
    select d.item_id as "itemId", jsonb_build_object(
      'way', d.kind, 'counterpartyName', d.counterparty, 'relation', d.relation, 'proof', d.proof,
      'documentKind', d.number_kind, 'documentNumber', d.number_masked, 'attachment', d.document,
      'takerSignatureSha256', d.signature_sha256, 'officerSignatureSha256', d.officer_signature_sha256,
      'approvalNumber', d.approval_number, 'supervisor', d.supervisor_name, 'place', d.place, 'method', d.method,
      'video', d.video, 'residue', residue.name,
      'startedAt', to_char(d.started_at at time zone 'Asia/Shanghai', ${IN_SHANGHAI}),
      'endedAt', to_char(d.ended_at at time zone 'Asia/Shanghai', ${IN_SHANGHAI}),
      'amountFen', d.amount_fen, 'paymentSlip', d.payment_slip,
      'paidOn', to_char(d.executed_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD'),
      'valuationNumber', auction.valuation_number, 'valueFen', auction.valuation_value_fen,
      'judgment', line.document) as facts
    from dispositions d
    left join auction_rounds auction on auction.court_id = d.court_id and auction.id = d.auction_id
    left join judgment_lines line on line.court_id = d.court_id and line.id = d.line_id
    left join seized_items residue on residue.court_id = d.court_id and residue.id = d.residue_item_id
    where d.court_id = ${courtId} and d.item_id = any(${itemIds}::uuid[]) and d.executed_at = ${occurredAt}`.execute(
    reader,
  );
  return rows;
}

/** By item: by which release it was out at that moment, or left or came back at it. */
export async function listReleaseFacts(
  reader: TenantReader,
  { courtId, itemIds, occurredAt }: Events,
): Promise<FactsRow[]> {
  const { rows } = await sql<FactsRow>`
    select distinct on (line.item_id) line.item_id as "itemId", jsonb_build_object(
      'releaseKind', release.kind, 'purpose', release.purpose, 'receiver', release.receiver,
      'takerName', release.taker_name, 'takerUnit', release.taker_unit, 'takerDocument', release.taker_document,
      'takerSignatureSha256', release.taker_signature_sha256, 'approvalNumber', release.request_number,
      'contractNumber', release.contract_number, 'receiptNumber', release.receipt_number) as facts
    from item_release_lines line
    join item_releases release on release.court_id = line.court_id and release.id = line.release_id
    where line.court_id = ${courtId} and line.item_id = any(${itemIds}::uuid[])
      and release.left_at <= ${occurredAt} and (line.back_at is null or line.back_at >= ${occurredAt})
    order by line.item_id, release.left_at desc`.execute(reader);
  return rows;
}

/** By item: the notice that was published, with the day on which its year ends; while it runs, that of its clock. */
export async function listNoticeFacts(
  reader: TenantReader,
  { courtId, itemIds, documents }: Omit<Events, 'occurredAt'> & { readonly documents: readonly string[] },
): Promise<FactsRow[]> {
  const { rows } = await sql<FactsRow>`
    select item_id as "itemId", jsonb_build_object('medium', medium, 'document', document,
      'publishedOn', published_on, 'expiresOn', ${NOTICE_DUE_ON}) as facts
    from public_notices notice where court_id = ${courtId} and item_id = any(${itemIds}::uuid[])
      and document = any(${documents}::text[])`.execute(reader);
  return rows;
}

export interface GroundSource {
  readonly itemId: string;
  readonly cause: string | null;
  readonly consent: string | null;
  readonly rightHolder: string | null;
  readonly consentDocument: string | null;
  readonly document: string;
  readonly reason: string;
}

/** Why things may be disposed of early, and whether the right holder wants it, by the request that asked for it. */
export async function listGroundsOfRequest(
  reader: TenantReader,
  courtId: number,
  requestId: string,
): Promise<GroundSource[]> {
  const { rows } = await sql<GroundSource>`
    select item_id as "itemId", cause, consent, right_holder as "rightHolder",
      consent_document as "consentDocument", document, reason
    from disposition_grounds where court_id = ${courtId} and request_id = ${requestId} order by entered_at, id`.execute(
    reader,
  );
  return rows;
}

/** Grounds for a disposition that is no judgment’s: early disposal and findings that an item is unrelated. */
import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../platform/database.ts';
import type { Ground } from './decide-disposition.rules.ts';
import type { Consent, EarlyCause } from './judgment-orders.ts';

export interface GroundRow extends Ground {
  readonly caseId: string;
  readonly itemId: string;
  readonly cause: EarlyCause | null;
  readonly consent: Consent | null;
  readonly rightHolder: string | null;
  readonly consentDocument: string | null;
  readonly document: string;
  readonly reason: string;
  readonly foundOn: string;
  readonly requestId: string | null;
  readonly approvalNumber: string | null;
  readonly enteredAt: Date;
  readonly enteredByName: string;
  readonly escalatedAt: Date | null;
  readonly escalationDocument: string | null;
  /** Of what is given back to the victim before judgment: the paper of its appraisal or valuation. */
  readonly valuationDocument: string | null;
}

const SELECT = sql.raw(`select id, case_id as "caseId", item_id as "itemId", kind, state, cause, consent,
  right_holder as "rightHolder", consent_document as "consentDocument", document, reason, found_on as "foundOn",
  request_id as "requestId", approval_number as "approvalNumber", entered_at as "enteredAt",
  entered_by_name as "enteredByName", escalated_at as "escalatedAt", escalation_document as "escalationDocument",
  valuation_document as "valuationDocument"
  from disposition_grounds`);

export async function listGrounds(
  reader: TenantReader,
  courtId: number,
  itemIds: readonly string[],
): Promise<GroundRow[]> {
  const { rows } = await sql<GroundRow>`${SELECT}
    where court_id = ${courtId} and item_id = any(${itemIds}::uuid[]) order by entered_at, id`.execute(
    reader,
  );
  return rows;
}

export async function lockGround(
  trx: TenantTransaction,
  courtId: number,
  groundId: string,
): Promise<GroundRow | undefined> {
  const { rows } = await sql<GroundRow>`${SELECT}
    where court_id = ${courtId} and id = ${groundId} for update`.execute(trx);
  return rows[0];
}

export async function insertGround(
  trx: TenantTransaction,
  courtId: number,
  by: { readonly personId: string; readonly personName: string; readonly now: Date },
  ground: Omit<
    GroundRow,
    'enteredAt' | 'enteredByName' | 'escalatedAt' | 'escalationDocument' | 'approvalNumber'
  >,
): Promise<void> {
  const { id, caseId, itemId, kind, state, cause, consent, rightHolder, consentDocument } = ground;
  const { document, reason, foundOn, requestId, valuationDocument } = ground;
  await sql`insert into disposition_grounds (court_id, id, case_id, item_id, kind, state, cause, consent,
      right_holder, consent_document, document, reason, found_on, request_id, valuation_document, entered_at, entered_by,
      entered_by_name)
    values (${courtId}, ${id}, ${caseId}, ${itemId}, ${kind}, ${state}, ${cause}, ${consent}, ${rightHolder},
      ${consentDocument}, ${document}, ${reason}, ${foundOn}, ${requestId}, ${valuationDocument}, ${by.now}, ${by.personId},
      ${by.personName})`.execute(trx);
}

export async function updateGroundState(
  trx: TenantTransaction,
  courtId: number,
  groundId: string,
  to: { readonly state: Ground['state']; readonly requestId?: string; readonly approvalNumber?: string },
): Promise<void> {
  await sql`update disposition_grounds set state = ${to.state},
      request_id = coalesce(${to.requestId ?? null}::uuid, request_id),
      approval_number = coalesce(${to.approvalNumber ?? null}, approval_number)
    where court_id = ${courtId} and id = ${groundId}`.execute(trx);
}

export async function updateGroundEscalated(
  trx: TenantTransaction,
  courtId: number,
  groundId: string,
  by: { readonly personName: string; readonly now: Date; readonly document: string },
): Promise<void> {
  await sql`update disposition_grounds set state = 'escalated', escalated_at = ${by.now},
      escalated_by_name = ${by.personName}, escalation_document = ${by.document}
    where court_id = ${courtId} and id = ${groundId}`.execute(trx);
}

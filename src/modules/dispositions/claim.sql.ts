/** What is claimed after a reversal, and the money that came back on it. */
import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../platform/database.ts';
import type { ClaimEnd } from './claim.rules.ts';
import type { ClaimKind } from './judgment-orders.ts';

export interface ClaimRow {
  readonly id: string;
  readonly caseId: string;
  readonly itemId: string;
  readonly dispositionId: string;
  readonly document: string;
  readonly claimant: string;
  readonly kind: ClaimKind;
  readonly amountFen: number;
  /** What came back so far. */
  readonly recoveredFen: number;
  readonly reason: string;
  readonly state: 'open' | ClaimEnd;
  readonly openedAt: Date;
  readonly openedByName: string;
  readonly closedAt: Date | null;
  readonly closedByName: string | null;
  readonly closingDocument: string | null;
  readonly closingReason: string | null;
  /** The number of the approval on which it ended though not all of it came back. */
  readonly closingApproval: string | null;
}

const RECOVERED = `coalesce((select sum(back.recovered_fen) from claim_recoveries back
  where back.court_id = claim.court_id and back.claim_id = claim.id), 0)::bigint`;

const CLAIM = sql.raw(`select claim.id, claim.case_id as "caseId", claim.item_id as "itemId",
  claim.disposition_id as "dispositionId", claim.document, claim.claimant, claim.kind, claim.amount_fen as "amountFen",
  ${RECOVERED} as "recoveredFen", claim.reason, claim.state, claim.opened_at as "openedAt",
  claim.opened_by_name as "openedByName", claim.closed_at as "closedAt", claim.closed_by_name as "closedByName",
  claim.closing_document as "closingDocument", claim.closing_reason as "closingReason",
  claim.closing_approval as "closingApproval" from disposition_claims claim`);

export async function listClaims(reader: TenantReader, courtId: number, itemId: string): Promise<ClaimRow[]> {
  const { rows } = await sql<ClaimRow>`${CLAIM}
    where claim.court_id = ${courtId} and claim.item_id = ${itemId} order by claim.opened_at, claim.id`.execute(
    reader,
  );
  return rows;
}

/** Of a case, the oldest first. */
export async function listOpenClaimRows(
  reader: TenantReader,
  courtId: number,
  caseId: string,
): Promise<ClaimRow[]> {
  const { rows } = await sql<ClaimRow>`${CLAIM}
    where claim.court_id = ${courtId} and claim.case_id = ${caseId} and claim.state = 'open'
    order by claim.opened_at, claim.id`.execute(reader);
  return rows;
}

export async function findClaim(
  reader: TenantReader,
  courtId: number,
  claimId: string,
): Promise<ClaimRow | undefined> {
  const { rows } = await sql<ClaimRow>`${CLAIM}
    where claim.court_id = ${courtId} and claim.id = ${claimId}`.execute(reader);
  return rows[0];
}

/** Two people never write to one claim at once. What came back is read after the lock. */
export async function lockClaim(
  trx: TenantTransaction,
  courtId: number,
  claimId: string,
): Promise<ClaimRow | undefined> {
  await sql`select from disposition_claims where court_id = ${courtId} and id = ${claimId} for update`.execute(
    trx,
  );
  return findClaim(trx, courtId, claimId);
}

export type NewClaim = Pick<
  ClaimRow,
  'id' | 'caseId' | 'itemId' | 'dispositionId' | 'document' | 'claimant' | 'kind' | 'amountFen' | 'reason'
> &
  Pick<ClaimRow, 'state' | 'openedAt' | 'openedByName'>;

export async function insertClaim(trx: TenantTransaction, courtId: number, claim: NewClaim): Promise<void> {
  const { id, caseId, itemId, dispositionId, document, claimant, kind, amountFen, reason, state } = claim;
  await sql`insert into disposition_claims (court_id, id, case_id, item_id, disposition_id, document, claimant, kind,
      amount_fen, reason, state, opened_at, opened_by_name)
    values (${courtId}, ${id}, ${caseId}, ${itemId}, ${dispositionId}, ${document}, ${claimant}, ${kind},
      ${amountFen}, ${reason}, ${state}, ${claim.openedAt}, ${claim.openedByName})`.execute(trx);
}

export async function updateClaimClosed(
  trx: TenantTransaction,
  courtId: number,
  claimId: string,
  end: {
    readonly state: ClaimEnd;
    readonly document: string;
    readonly reason: string | null;
    readonly approvalNumber: string | null;
    readonly at: Date;
    readonly byName: string;
  },
): Promise<void> {
  await sql`update disposition_claims set state = ${end.state}, closing_document = ${end.document},
      closing_reason = ${end.reason}, closing_approval = ${end.approvalNumber}, closed_at = ${end.at},
      closed_by_name = ${end.byName}
    where court_id = ${courtId} and id = ${claimId}`.execute(trx);
}

export interface RecoveryRow {
  readonly id: string;
  readonly claimId: string;
  /** The money as an item of the case. */
  readonly itemId: string;
  readonly currency: string;
  readonly amountMinor: number;
  /** What of the claim it settles. */
  readonly recoveredFen: number;
  readonly payer: string;
  readonly document: string;
  readonly paymentSlip: string;
  readonly bank: string;
  readonly recoveredOn: string;
  readonly recordedByName: string;
  readonly secondPersonName: string;
}

/** Of these claims, the oldest first. */
export async function listRecoveries(
  reader: TenantReader,
  courtId: number,
  claimIds: readonly string[],
): Promise<RecoveryRow[]> {
  const { rows } = await sql<RecoveryRow>`
    select id, claim_id as "claimId", item_id as "itemId", currency, amount_minor as "amountMinor",
      recovered_fen as "recoveredFen", payer, document, payment_slip as "paymentSlip", bank,
      recovered_on as "recoveredOn", recorded_by_name as "recordedByName", second_person_name as "secondPersonName"
    from claim_recoveries where court_id = ${courtId} and claim_id = any(${claimIds}::uuid[])
    order by recovered_on, id`.execute(reader);
  return rows;
}

export async function insertRecovery(
  trx: TenantTransaction,
  courtId: number,
  now: Date,
  row: Omit<RecoveryRow, 'recordedByName' | 'secondPersonName'> & {
    readonly caseId: string;
    readonly rateId: string | null;
    readonly recordedBy: { readonly id: string; readonly name: string };
    readonly secondPerson: { readonly id: string; readonly name: string };
  },
): Promise<void> {
  const { recordedBy, secondPerson } = row;
  await sql`
    insert into claim_recoveries (court_id, id, claim_id, case_id, item_id, entry_sequence, currency, amount_minor,
      recovered_fen, rate_id, payer, document, payment_slip, bank, recovered_on, recorded_at, recorded_by,
      recorded_by_name, second_person_id, second_person_name)
    select ${courtId}::integer, ${row.id}::uuid, ${row.claimId}::uuid, ${row.caseId}::uuid, item.id,
      item.last_sequence, ${row.currency}, ${row.amountMinor}::bigint, ${row.recoveredFen}::bigint,
      ${row.rateId}::uuid, ${row.payer}, ${row.document}, ${row.paymentSlip}, ${row.bank}, ${row.recoveredOn}::date,
      ${now}::timestamptz, ${recordedBy.id}::uuid, ${recordedBy.name}, ${secondPerson.id}::uuid, ${secondPerson.name}
    from seized_items item where item.court_id = ${courtId} and item.id = ${row.itemId}`.execute(trx);
}

/** Rows of parties. Numbers of documents arrive sealed and leave sealed. */
import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../platform/database.ts';
import type { DocumentKind } from './document-number.ts';
import type { PartyKind, PartyRole } from './rules.ts';

export interface PartyRow {
  readonly id: string;
  readonly caseId: string;
  readonly role: PartyRole;
  readonly kind: PartyKind;
  readonly name: string;
  readonly documentKind: DocumentKind | null;
  readonly numberMasked: string | null;
  readonly contact: string | null;
  readonly note: string | null;
  readonly leftOn: string | null;
  readonly leftReason: string | null;
}

const COLUMNS =
  sql.raw(`p.id, p.case_id as "caseId", p.role, p.kind, p.name, p.document_kind as "documentKind",
  p.number_masked as "numberMasked", p.contact, p.note, p.left_on as "leftOn", p.left_reason as "leftReason"`);

/** Of some cases of a court, in the order in which they were added. */
export async function listParties(
  reader: TenantReader,
  courtId: number,
  caseIds: readonly string[],
): Promise<PartyRow[]> {
  const { rows } = await sql<PartyRow>`select ${COLUMNS} from case_parties p
    where p.court_id = ${courtId} and p.case_id = any(${caseIds}::uuid[]) order by p.added_at, p.id`.execute(
    reader,
  );
  return rows;
}

export interface SealedNumber {
  readonly keyId: string;
  readonly sealed: Buffer;
  readonly hash: Buffer;
  readonly masked: string;
}

export interface NewParty {
  readonly id: string;
  readonly caseId: string;
  readonly role: PartyRole;
  readonly kind: PartyKind;
  readonly name: string;
  readonly documentKind: DocumentKind | null;
  readonly number: SealedNumber | null;
  readonly contact: string | null;
  readonly note: string | null;
}

export async function insertParties(
  trx: TenantTransaction,
  courtId: number,
  by: { readonly personId: string; readonly now: Date },
  parties: readonly NewParty[],
): Promise<void> {
  const rows = parties.map(({ number, ...party }) => ({
    ...party,
    keyId: number?.keyId ?? null,
    sealed: number === null ? null : `\\x${number.sealed.toString('hex')}`,
    hash: number === null ? null : `\\x${number.hash.toString('hex')}`,
    masked: number?.masked ?? null,
  }));
  await sql`
    insert into case_parties (court_id, id, case_id, role, kind, name, document_kind, number_key_id, number_sealed,
      number_hash, number_masked, contact, note, added_by, added_at)
    select ${courtId}, id, "caseId", role, kind, name, "documentKind", "keyId", sealed, hash, masked, contact, note,
      ${by.personId}, ${by.now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as new(id uuid, "caseId" uuid, role text, kind text,
      name text, "documentKind" text, "keyId" text, sealed bytea, hash bytea, masked text, contact text, note text)`.execute(
    trx,
  );
}

export type PartyCorrection = Omit<NewParty, 'id' | 'caseId' | 'number'>;

/** `number`: undefined leaves it as it is, null takes it away. */
export async function updateParty(
  trx: TenantTransaction,
  courtId: number,
  partyId: string,
  after: PartyCorrection & { readonly number: SealedNumber | null | undefined },
): Promise<void> {
  const { number } = after;
  const sealed =
    number === undefined
      ? sql``
      : sql`, number_key_id = ${number?.keyId ?? null}, number_sealed = ${number?.sealed ?? null},
          number_hash = ${number?.hash ?? null}, number_masked = ${number?.masked ?? null}`;
  await sql`update case_parties set role = ${after.role}, kind = ${after.kind}, name = ${after.name},
      document_kind = ${after.documentKind}, contact = ${after.contact}, note = ${after.note},
      version = version + 1 ${sealed}
    where court_id = ${courtId} and id = ${partyId}`.execute(trx);
}

export async function updatePartyLeft(
  trx: TenantTransaction,
  courtId: number,
  partyId: string,
  left: { readonly on: string; readonly reason: string },
): Promise<void> {
  await sql`update case_parties set left_on = ${left.on}, left_reason = ${left.reason}, version = version + 1
    where court_id = ${courtId} and id = ${partyId}`.execute(trx);
}

export async function findSealedNumber(
  reader: TenantReader,
  courtId: number,
  partyId: string,
): Promise<{ keyId: string; sealed: Buffer } | undefined> {
  const { rows } = await sql<{ keyId: string; sealed: Buffer }>`
    select number_key_id as "keyId", number_sealed as sealed from case_parties
    where court_id = ${courtId} and id = ${partyId} and number_key_id is not null`.execute(reader);
  return rows[0];
}

/** Ids of the cases of a court in which somebody has a number with one of these hashes. */
export async function listCaseIdsByNumberHash(
  reader: TenantReader,
  courtId: number,
  hashes: readonly Buffer[],
): Promise<string[]> {
  const { rows } = await sql<{ caseId: string }>`select distinct case_id as "caseId" from case_parties
    where court_id = ${courtId} and number_hash = any(${hashes}::bytea[])`.execute(reader);
  return rows.map(({ caseId }) => caseId);
}

/** Which thing a code stands for, and how its label stands. */
import { sql } from 'kysely';
import { PREPARED, type TenantReader, type TenantTransaction } from '../../platform/database.ts';

export interface CodeRow {
  readonly code: string;
  readonly courtId: number;
  readonly subjectId: string | null;
  readonly batchId: string | null;
  readonly labelVersion: string | null;
  readonly issuedAt: Date;
  readonly boundAt: Date | null;
  readonly voidedAt: Date | null;
  readonly voidReason: string | null;
  readonly replacedBy: string | null;
}

export const CODE_COLUMNS =
  sql.raw(`code.code, code.court_id as "courtId", code.subject_id as "subjectId", code.batch_id as "batchId",
  code.label_version as "labelVersion", code.issued_at as "issuedAt", code.bound_at as "boundAt",
  code.voided_at as "voidedAt", code.void_reason as "voidReason", code.replaced_by as "replacedBy"`);

export async function findCode(reader: TenantReader, code: string): Promise<CodeRow | undefined> {
  const { rows } = await sql<CodeRow>`${PREPARED} select ${CODE_COLUMNS} from item_codes code
    where code.code = ${code}::char(16)`.execute(reader);
  return rows[0];
}

export interface CourtOfDivision {
  readonly id: number;
  readonly name: string;
}

/** The registered court whose codes carry the number, whatever court the person is of. */
export async function findCourtOfDivision(
  reader: TenantReader,
  divisionNumber: string,
): Promise<CourtOfDivision | undefined> {
  const { rows } = await sql<CourtOfDivision>`select id, name
    from find_court_of_division(${divisionNumber}::char(6))`.execute(reader);
  return rows[0];
}

/** The codes asked for, and every code that the things ever had, in the order of the codes. */
async function listCodesOfBinding(
  reader: TenantReader,
  courtId: number,
  codes: readonly string[],
  subjectIds: readonly string[],
): Promise<CodeRow[]> {
  const { rows } = await sql<CodeRow>`select ${CODE_COLUMNS} from item_codes code
    where code.court_id = ${courtId}
      and (code.code = any(${codes}::char(16)[]) or code.subject_id = any(${subjectIds}::uuid[]))
    order by code.code`.execute(reader);
  return rows;
}

/**
 * Locks codes and all that the things carry or carried. The code that a thing was born with is always among them, so
 * two bindings of one thing wait for each other. Read in a second statement: after a wait the first would miss a code
 * that was bound meanwhile.
 */
export async function lockCodesOfBinding(
  trx: TenantTransaction,
  courtId: number,
  codes: readonly string[],
  subjectIds: readonly string[],
): Promise<CodeRow[]> {
  await sql`select from item_codes where court_id = ${courtId}
      and (code = any(${codes}::char(16)[]) or subject_id = any(${subjectIds}::uuid[]))
    order by code for update`.execute(trx);
  return listCodesOfBinding(trx, courtId, codes, subjectIds);
}

export interface BoundCode {
  readonly code: string;
  readonly subjectId: string;
  readonly reason: string | null;
  /** The code that the thing carried until now. */
  readonly givesWay: string | null;
}

/** Binds blank codes, with the label in hand as their first version; the codes carried before give way. All locked. */
export async function updateBoundCodes(
  trx: TenantTransaction,
  courtId: number,
  now: Date,
  bound: readonly BoundCode[],
): Promise<void> {
  const codes = bound.map(({ code }) => code);
  const subjectIds = bound.map(({ subjectId }) => subjectId);
  await sql`update item_codes kept set subject_id = bound.subject_id, bound_at = ${now}::timestamptz,
      labelled_at = ${now}::timestamptz, label_version = coalesce(kept.label_version, '1')
    from unnest(${codes}::char(16)[], ${subjectIds}::uuid[]) as bound(code, subject_id)
    where kept.court_id = ${courtId} and kept.code = bound.code`.execute(trx);
  await sql`insert into labels (court_id, code, version, created_at, printed_at)
    select kept.court_id, kept.code, kept.label_version, ${now}::timestamptz, ${now}::timestamptz from item_codes kept
    where kept.court_id = ${courtId} and kept.code = any(${codes}::char(16)[])
    on conflict (court_id, code, version) do update set printed_at = coalesce(labels.printed_at, excluded.printed_at)`.execute(
    trx,
  );
  const former = bound.filter(({ givesWay }) => givesWay !== null);
  await sql`update item_codes kept set voided_at = ${now}::timestamptz, void_reason = former.reason,
      replaced_by = former.replaced_by
    from unnest(${former.map(({ givesWay }) => givesWay)}::char(16)[], ${former.map(({ reason }) => reason)}::text[],
      ${former.map(({ code }) => code)}::char(16)[]) as former(code, reason, replaced_by)
    where kept.court_id = ${courtId} and kept.code = former.code`.execute(trx);
}

export async function updateVoidedCodes(
  trx: TenantTransaction,
  courtId: number,
  now: Date,
  voided: { readonly codes: readonly string[]; readonly reason: string },
): Promise<void> {
  await sql`update item_codes set voided_at = ${now}::timestamptz, void_reason = ${voided.reason}
    where court_id = ${courtId} and code = any(${voided.codes}::char(16)[])`.execute(trx);
}

export interface LabelRow {
  readonly createdAt: Date;
  readonly replacedAt: Date | null;
  readonly replacementReason: 'damaged' | 'lost' | 'unreadable' | 'changed' | 'other' | null;
}

/** One version of a code's label. */
export async function findLabel(
  reader: TenantReader,
  courtId: number,
  code: string,
  version: string,
): Promise<LabelRow | undefined> {
  const { rows } = await sql<LabelRow>`select created_at as "createdAt", replaced_at as "replacedAt",
      replacement_reason as "replacementReason"
    from labels where court_id = ${courtId} and code = ${code}::char(16) and version = ${version}`.execute(
    reader,
  );
  return rows[0];
}

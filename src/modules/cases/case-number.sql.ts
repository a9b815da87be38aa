/** Rows of case numbers, and the types that a court added. */
import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../platform/database.ts';
import type { NumberRelation } from './rules.ts';

export interface CaseNumberRow {
  readonly id: string;
  readonly caseId: string;
  readonly raw: string;
  readonly canonical: string;
  readonly courtCode: string;
  readonly relation: NumberRelation;
  readonly sourceDocument: string | null;
  readonly validFrom: string;
  readonly supersededBy: string | null;
  readonly supersededOn: string | null;
  readonly supersededReason: string | null;
  readonly addedByName: string;
  readonly addedAt: Date;
}

const COLUMNS =
  sql.raw(`n.id, n.case_id as "caseId", n.raw, n.canonical, n.court_code as "courtCode", n.relation,
  n.source_document as "sourceDocument", n.valid_from as "validFrom", n.superseded_by as "supersededBy",
  n.superseded_on as "supersededOn", n.superseded_reason as "supersededReason", n.added_by_name as "addedByName",
  n.added_at as "addedAt"`);

/** The numbers of some cases of a court, oldest first. */
export async function listCaseNumbers(
  reader: TenantReader,
  courtId: number,
  caseIds: readonly string[],
): Promise<CaseNumberRow[]> {
  const { rows } = await sql<CaseNumberRow>`select ${COLUMNS} from case_numbers n
    where n.court_id = ${courtId} and n.case_id = any(${caseIds}::uuid[]) order by n.added_at, n.id`.execute(
    reader,
  );
  return rows;
}

/** Which cases of the court have one of these numbers, the rightful one of each before those that have it by mistake. */
export async function listCasesOfNumbers(
  reader: TenantReader,
  courtId: number,
  canonicals: readonly string[],
): Promise<{ caseId: string; canonical: string; isWrong: boolean }[]> {
  const { rows } = await sql<{ caseId: string; canonical: string; isWrong: boolean }>`
    select case_id as "caseId", canonical, relation = 'formerly_wrong' as "isWrong" from case_numbers
    where court_id = ${courtId} and canonical = any(${canonicals}::text[])
    order by relation = 'formerly_wrong', added_at, id`.execute(reader);
  return rows;
}

export interface NewCaseNumber {
  readonly id: string;
  readonly caseId: string;
  readonly raw: string;
  readonly canonical: string;
  readonly form: 'current' | 'legacy';
  readonly year: number;
  readonly courtCode: string;
  readonly specialChar: string;
  readonly typeCode: string;
  readonly sequence: number;
  readonly subNumber: number | null;
  readonly relation: NumberRelation;
  readonly sourceDocument: string | null;
  readonly validFrom: string;
}

/** Raises a unique violation of `case_numbers_of_one_case` when another case has the number. */
export async function insertCaseNumbers(
  trx: TenantTransaction,
  courtId: number,
  by: { readonly personId: string; readonly personName: string; readonly now: Date },
  numbers: readonly NewCaseNumber[],
): Promise<void> {
  await sql`
    insert into case_numbers (court_id, id, case_id, raw, canonical, form, year, court_code, special_char, type_code,
      sequence, sub_number, relation, source_document, valid_from, added_by, added_by_name, added_at)
    select ${courtId}, id, "caseId", raw, canonical, form, year, "courtCode", "specialChar", "typeCode",
      sequence, "subNumber", relation, "sourceDocument", "validFrom", ${by.personId}, ${by.personName}, ${by.now}
    from jsonb_to_recordset(${JSON.stringify(numbers)}::jsonb) as new(id uuid, "caseId" uuid, raw text,
      canonical text, form text, year integer, "courtCode" text, "specialChar" text, "typeCode" text,
      sequence integer, "subNumber" integer, relation text, "sourceDocument" text, "validFrom" date)`.execute(
    trx,
  );
}

export async function updateNumberWrong(
  trx: TenantTransaction,
  courtId: number,
  numberId: string,
  after: { readonly supersededBy: string; readonly on: string; readonly reason: string },
): Promise<void> {
  await sql`update case_numbers set relation = 'formerly_wrong', superseded_by = ${after.supersededBy},
      superseded_on = ${after.on}, superseded_reason = ${after.reason}
    where court_id = ${courtId} and id = ${numberId}`.execute(trx);
}

export interface CaseNumberTypeRow {
  readonly type: string;
  readonly basis: string;
  readonly addedByName: string;
  readonly addedAt: Date;
}

export async function listOwnNumberTypes(
  reader: TenantReader,
  courtId: number,
): Promise<CaseNumberTypeRow[]> {
  const { rows } = await sql<CaseNumberTypeRow>`select code as type, basis, added_by_name as "addedByName",
      added_at as "addedAt" from case_number_types where court_id = ${courtId} order by code`.execute(reader);
  return rows;
}

export async function insertNumberType(
  trx: TenantTransaction,
  courtId: number,
  by: { readonly personId: string; readonly personName: string; readonly now: Date },
  added: { readonly type: string; readonly basis: string },
): Promise<void> {
  await sql`insert into case_number_types (court_id, code, basis, added_by, added_by_name, added_at)
    values (${courtId}, ${added.type}, ${added.basis}, ${by.personId}, ${by.personName}, ${by.now})`.execute(
    trx,
  );
}

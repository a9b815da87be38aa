/** What the last step of an import found: problems of rows, and names. */
import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../platform/database.ts';
import type { NameFindingAnswer } from './answers.contract.ts';
import type { NameFinding, RowFinding } from './import-target.ts';

const CHUNK = 5000;

export interface KeptFinding extends RowFinding {
  readonly ordinal: number;
}

/** Replaces what an earlier step found. */
export async function replaceFindings(
  trx: TenantTransaction,
  courtId: number,
  runId: string,
  findings: readonly RowFinding[],
  names: readonly NameFinding[],
): Promise<void> {
  await sql`delete from import_problems where court_id = ${courtId} and run_id = ${runId}`.execute(trx);
  await sql`delete from import_references where court_id = ${courtId} and run_id = ${runId}`.execute(trx);
  for (let start = 0; start < findings.length; start += CHUNK) {
    const rows = findings
      .slice(start, start + CHUNK)
      .map((each, index) => ({ ...each, ordinal: start + index }));
    await sql`
      insert into import_problems (court_id, run_id, ordinal, row_number, position, column_name, value, code, severity,
        zh, en)
      select ${courtId}::integer, ${runId}::uuid, ordinal, "rowNumber", position, "column", value, code, severity, zh, en
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as finding(ordinal integer, "rowNumber" integer,
        position integer, "column" text, value text, code text, severity text, zh text, en text)`.execute(
      trx,
    );
  }
  for (let start = 0; start < names.length; start += CHUNK) {
    const rows = names
      .slice(start, start + CHUNK)
      .map((each, index) => ({ ...each, ordinal: start + index }));
    await sql`
      insert into import_references (court_id, run_id, ordinal, kind, key, label, row_count, state, subject_id,
        subject_label, plan)
      select ${courtId}::integer, ${runId}::uuid, ordinal, kind, key, label, "rowCount", state, "subjectId",
        "subjectLabel", plan
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as name(ordinal integer, kind text, key text, label text,
        "rowCount" integer, state text, "subjectId" text, "subjectLabel" text, plan jsonb)`.execute(trx);
  }
}

export interface FindingFilter {
  readonly courtId: number;
  readonly runId: string;
  readonly code: string | null;
  readonly severity: 'refused' | 'notice' | null;
  readonly rowNumber: number | null;
  /** The ordinal of the last one of the page before. */
  readonly after: number | null;
  readonly limit: number;
}

export async function listFindings(reader: TenantReader, filter: FindingFilter): Promise<KeptFinding[]> {
  const { rows } = await sql<KeptFinding>`
    select ordinal, row_number as "rowNumber", position, column_name as "column", value, code, severity, zh, en
    from import_problems
    where court_id = ${filter.courtId} and run_id = ${filter.runId}
      and (${filter.code}::text is null or code = ${filter.code})
      and (${filter.severity}::text is null or severity = ${filter.severity})
      and (${filter.rowNumber}::integer is null or row_number = ${filter.rowNumber})
      and ordinal > ${filter.after ?? -1}
    order by ordinal limit ${filter.limit}`.execute(reader);
  return rows;
}

export async function listNames(
  reader: TenantReader,
  courtId: number,
  runId: string,
  after: number | null,
  limit: number,
): Promise<(NameFindingAnswer & { readonly ordinal: number })[]> {
  const { rows } = await sql<NameFindingAnswer & { ordinal: number }>`
    select ordinal, kind, key, label, row_count as "rowCount", state, subject_id as "subjectId",
      subject_label as "subjectLabel", plan
    from import_references
    where court_id = ${courtId} and run_id = ${runId} and ordinal > ${after ?? -1}
    order by ordinal limit ${limit}`.execute(reader);
  return rows;
}

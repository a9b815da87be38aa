/** Rows of a handover's checklist. */
import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../platform/database.ts';
import type { Particulars } from './particulars.ts';

/** The columns of a line or matter as one object; null: it states none. */
export const PARTICULARS = sql.raw(`case when case_number is null then null else jsonb_build_object(
    'caseNumber', case_number, 'number', item_number, 'quantity', trim_scale(quantity)::text, 'unit', unit,
    'sealNumber', seal_number, 'container', container) end as particulars`);

/** The same from the JSON of a row to the columns, in the order of PARTICULAR_COLUMNS. */
export const PARTICULAR_COLUMNS = sql.raw('case_number, item_number, quantity, unit, seal_number, container');
export const GIVEN_PARTICULARS = sql.raw(`particulars ->> 'caseNumber', (particulars ->> 'number')::integer,
  (particulars ->> 'quantity')::numeric, particulars ->> 'unit', particulars ->> 'sealNumber',
  particulars ->> 'container'`);

export interface LineRow {
  readonly id: string;
  readonly code: string | null;
  readonly title: string;
  readonly detail: string | null;
  readonly particulars: Particulars | null;
  readonly placePath: string | null;
  readonly result: 'pending' | 'found' | 'explained' | 'surplus';
  readonly explanation: string | null;
  readonly checkedByName: string | null;
}

export async function listLineRows(
  reader: TenantReader,
  courtId: number,
  handoverId: string,
): Promise<LineRow[]> {
  const { rows } =
    await sql<LineRow>`select id, code, title, detail, ${PARTICULARS}, place_path as "placePath", result, explanation,
      checked_by_name as "checkedByName"
    from handover_lines where court_id = ${courtId} and handover_id = ${handoverId}
    order by position`.execute(reader);
  return rows;
}

/** Things of a source that were found when the room was counted. */
export async function listFoundSubjects(
  reader: TenantReader,
  courtId: number,
  handoverId: string,
  source: string,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select subject_id as id from handover_lines
    where court_id = ${courtId} and handover_id = ${handoverId} and source = ${source} and result = 'found'
      and subject_id is not null order by position`.execute(reader);
  return rows.map(({ id }) => id);
}

export interface NewLine {
  readonly id: string;
  readonly position: number;
  readonly source: string;
  readonly subjectId: string | null;
  readonly code: string | null;
  readonly title: string;
  readonly detail: string | null;
  readonly particulars?: Particulars;
  readonly placePath: string | null;
  readonly result: LineRow['result'];
  readonly explanation: string | null;
  readonly checkedAt: Date | null;
  readonly checkedByName: string | null;
}

export async function insertLines(
  trx: TenantTransaction,
  courtId: number,
  handoverId: string,
  lines: readonly NewLine[],
): Promise<void> {
  await sql`insert into handover_lines (court_id, handover_id, id, position, source, subject_id, code, title, detail,
      ${PARTICULAR_COLUMNS}, place_path, result, explanation, checked_at, checked_by_name)
    select ${courtId}::integer, ${handoverId}::uuid, id, position, source, "subjectId", code, title, detail,
      ${GIVEN_PARTICULARS}, "placePath", result, explanation, "checkedAt", "checkedByName"
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as line(id uuid, position integer, source text,
      "subjectId" uuid, code text, title text, detail text, particulars jsonb, "placePath" text, result text, explanation text,
      "checkedAt" timestamptz, "checkedByName" text)`.execute(trx);
}

export async function updateLineChecked(
  trx: TenantTransaction,
  courtId: number,
  line: { readonly handoverId: string; readonly lineId: string },
  check: {
    readonly result: 'found' | 'explained';
    readonly explanation: string | null;
    readonly at: Date;
    readonly byName: string;
  },
): Promise<void> {
  await sql`update handover_lines set result = ${check.result}, explanation = ${check.explanation},
      checked_at = ${check.at}, checked_by_name = ${check.byName}
    where court_id = ${courtId} and handover_id = ${line.handoverId} and id = ${line.lineId}`.execute(trx);
}

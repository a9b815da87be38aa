/** What a request is about, line by line. Quantities are decimal strings; the database compares them exactly. */
import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../platform/database.ts';
import type { Sentence } from '../../platform/errors.ts';

/** What an approver is told, kept as it was on the day: a word of the product in both languages, or what was written. */
export interface LineFact extends Sentence {
  readonly value: string | Sentence;
}

export interface LineRow {
  readonly line: number;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly label: string;
  readonly quantity: string;
  readonly unit: string;
  readonly usedQuantity: string;
  readonly facts: readonly LineFact[];
}

interface Address {
  readonly courtId: number;
  readonly requestId: string;
}

export async function insertLines(
  trx: TenantTransaction,
  { courtId, requestId }: Address,
  lines: readonly Omit<LineRow, 'usedQuantity'>[],
): Promise<void> {
  const rows = lines.map((line) => ({
    line: line.line,
    subject_kind: line.subjectKind,
    subject_id: line.subjectId,
    label: line.label,
    quantity: line.quantity,
    unit: line.unit,
    facts: line.facts,
  }));
  await sql`insert into approval_lines (court_id, request_id, line, subject_kind, subject_id, label, quantity, unit,
      facts)
    select ${courtId}::integer, ${requestId}::uuid, line, subject_kind, subject_id, label, quantity, unit, facts
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as line(line integer, subject_kind text,
      subject_id uuid, label text, quantity numeric, unit text, facts jsonb)`.execute(trx);
}

export async function listLines(reader: TenantReader, { courtId, requestId }: Address): Promise<LineRow[]> {
  const { rows } = await sql<LineRow>`
    select line, subject_kind as "subjectKind", subject_id as "subjectId", label,
      trim_scale(quantity)::text as quantity, unit, trim_scale(used_quantity)::text as "usedQuantity", facts
    from approval_lines where court_id = ${courtId} and request_id = ${requestId} order by line`.execute(
    reader,
  );
  return rows;
}

export interface AskedLine {
  readonly subjectId: string;
  readonly quantity: string;
  readonly unit: string;
}

export interface ComparedLine extends AskedLine {
  readonly label: string | null;
  readonly approved: string | null;
  /** As it was approved; another unit is another thing. */
  readonly approvedUnit: string | null;
  readonly isExceeded: boolean;
}

/** What is asked for beside the lines of the request; another unit is another thing. */
export async function compareLines(
  trx: TenantTransaction,
  { courtId, requestId }: Address,
  asked: readonly AskedLine[],
): Promise<ComparedLine[]> {
  const rows = asked.map(({ subjectId, quantity, unit }) => ({ subject_id: subjectId, quantity, unit }));
  const { rows: compared } = await sql<ComparedLine>`
    select asked.subject_id as "subjectId", asked.quantity::text as quantity, asked.unit, line.label,
      trim_scale(line.quantity)::text as approved, line.unit as "approvedUnit",
      coalesce(asked.quantity > line.quantity or asked.unit <> line.unit, false) as "isExceeded"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as asked(subject_id uuid, quantity numeric, unit text)
    left join approval_lines line on line.court_id = ${courtId} and line.request_id = ${requestId}
      and line.subject_id = asked.subject_id`.execute(trx);
  return compared;
}

export async function updateUsedQuantities(
  trx: TenantTransaction,
  { courtId, requestId }: Address,
  asked: readonly AskedLine[],
): Promise<void> {
  const rows = asked.map(({ subjectId, quantity }) => ({ subject_id: subjectId, quantity }));
  await sql`update approval_lines line set used_quantity = asked.quantity
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as asked(subject_id uuid, quantity numeric)
    where line.court_id = ${courtId} and line.request_id = ${requestId}
      and line.subject_id = asked.subject_id`.execute(trx);
}

/** Lowers quantities and leaves lines out; nothing is added. */
export async function updateLines(
  trx: TenantTransaction,
  { courtId, requestId }: Address,
  kept: readonly { readonly subjectId: string; readonly quantity: string }[],
): Promise<void> {
  const rows = kept.map(({ subjectId, quantity }) => ({ subject_id: subjectId, quantity }));
  await sql`delete from approval_lines where court_id = ${courtId} and request_id = ${requestId}
    and not subject_id = any(${kept.map(({ subjectId }) => subjectId)}::uuid[])`.execute(trx);
  await sql`update approval_lines line set quantity = kept.quantity
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as kept(subject_id uuid, quantity numeric)
    where line.court_id = ${courtId} and line.request_id = ${requestId}
      and line.subject_id = kept.subject_id`.execute(trx);
}

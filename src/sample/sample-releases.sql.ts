/** Finished and running releases of sample items, with the approvals that they used, in a handful of statements. */
import { sql } from 'kysely';
import type { TenantTransaction } from '../platform/database.ts';
import type { Sentence } from '../platform/errors.ts';
import { rowSetJson } from '../platform/row-set-json.ts';
import type { LineFact } from '../modules/approvals/approval-line.sql.ts';
import type { KeptStep } from '../modules/approvals/approval-request.sql.ts';

export interface SampleDecision {
  readonly id: string;
  readonly kind: 'submit' | 'approve' | 'use';
  readonly stepTitle: string | null;
  readonly personId: string;
  readonly personName: string;
  readonly opinion: string | null;
  readonly decidedAt: Date;
}

export interface SampleRelease {
  readonly requestId: string;
  readonly number: string;
  readonly year: number;
  readonly approvalKind: string;
  readonly title: Sentence;
  readonly reason: string;
  readonly grade: string;
  readonly facts: readonly LineFact[];
  readonly applicant: {
    readonly id: string;
    readonly name: string;
    readonly departmentId: string;
    readonly department: string;
  };
  readonly steps: readonly KeptStep[];
  readonly seats: readonly { readonly role: string; readonly decidedBy: string }[];
  readonly basis: string | null;
  readonly validDays: number;
  readonly keptApart: readonly string[];
  readonly decisions: readonly SampleDecision[];
  readonly item: {
    readonly id: string;
    readonly label: string;
    readonly quantity: string;
    readonly unit: string;
    readonly facts: readonly LineFact[];
  };
  readonly terms: Readonly<Record<string, unknown>>;
  readonly release: Readonly<Record<string, unknown>> & { readonly id: string };
  readonly line: Readonly<Record<string, unknown>>;
}

const RELEASE_TYPES = `id uuid, request_id uuid, request_number text, kind text, state text, attention_at timestamptz,
  applicant_id uuid, applicant_name text, purpose text, receiver text, prepared_at timestamptz, prepared_by_name text,
  left_at timestamptz, left_by_name text, second_person_name text, taker_name text, taker_unit text,
  taker_document text, list_number text, receipt_number text, receipt_on date, receipt_by text, contract_number text,
  contract_ends_on date, fee_fen bigint, fee_period text, closed_at timestamptz`;
const LINE_TYPES = `release_id uuid, item_id uuid, position integer, state text, quantity numeric, unit text,
  due_at timestamptz, condition_out text, seal_out text, back_at timestamptz, condition_back text, seal_back text,
  received_by_name text, note text`;
const namesOf = (types: string) =>
  types.replaceAll(/ (?:uuid|text|timestamptz|date|bigint|numeric|integer)/g, '');

async function insertRequests(
  trx: TenantTransaction,
  courtId: number,
  releases: readonly SampleRelease[],
): Promise<void> {
  const rows = releases.map((one) => ({
    id: one.requestId,
    number: one.number,
    kind: one.approvalKind,
    title: one.title.zh,
    title_en: one.title.en,
    reason: one.reason,
    facts: one.facts,
    grade: one.grade,
    applicant_id: one.applicant.id,
    applicant_name: one.applicant.name,
    department_id: one.applicant.departmentId,
    department: one.applicant.department,
    steps: one.steps,
    basis: one.basis,
    valid_days: one.validDays,
    kept_apart: one.keptApart,
    submitted_at: one.decisions[0]?.decidedAt,
    decided_at: one.decisions.at(-2)?.decidedAt,
    used_at: one.decisions.at(-1)?.decidedAt,
    used_by_name: one.decisions.at(-1)?.personName,
  }));
  await sql`insert into approval_requests (court_id, id, number, kind, state, title, title_en, reason, facts, grade,
      applicant_id, applicant_name, applicant_department_id, applicant_department, policy_version, steps, basis,
      valid_days, round, step, kept_apart, submitted_at, decided_at, expires_at, used_at, used_by_name)
    select ${courtId}::integer, id, number, kind, 'used', title, title_en, reason, facts, grade, applicant_id, applicant_name,
      department_id, department, 0, steps, basis, valid_days, 1, jsonb_array_length(steps) - 1, kept_apart,
      submitted_at, decided_at, decided_at + make_interval(days => valid_days), used_at, used_by_name
    from json_to_recordset(${rowSetJson(rows)}::json) as request(id uuid, number text, kind text, title text, title_en text,
      reason text, facts jsonb, grade text, applicant_id uuid, applicant_name text, department_id uuid,
      department text, steps jsonb, basis text, valid_days integer, kept_apart uuid[], submitted_at timestamptz,
      decided_at timestamptz, used_at timestamptz, used_by_name text)`.execute(trx);
  await sql`insert into approval_counters as counter (court_id, year, last_number)
    select ${courtId}::integer, year, count(*)::integer
    from unnest(${releases.map(({ year }) => year)}::integer[]) as request(year) group by year
    on conflict (court_id, year) do update set last_number = counter.last_number + excluded.last_number`.execute(
    trx,
  );
}

async function insertTheirLines(
  trx: TenantTransaction,
  courtId: number,
  releases: readonly SampleRelease[],
): Promise<void> {
  const lines = releases.map(({ requestId, item }) => ({ ...item, request_id: requestId }));
  await sql`insert into approval_lines (court_id, request_id, line, subject_kind, subject_id, label, quantity, unit,
      used_quantity, facts)
    select ${courtId}::integer, request_id, 1, 'seized_item', id, label, quantity, unit, quantity, facts
    from json_to_recordset(${rowSetJson(lines)}::json) as line(request_id uuid, id uuid, label text,
      quantity numeric, unit text, facts jsonb)`.execute(trx);
  const seats = releases.flatMap(({ requestId, seats: filled, applicant }) =>
    filled.map(({ role, decidedBy }, step) => ({
      ...{ request_id: requestId, step, role, decided_by: decidedBy },
      department_id: role === 'department_head' ? applicant.departmentId : null,
    })),
  );
  await sql`insert into approval_seats (court_id, request_id, round, step, seat, role, department_id, is_open, verdict,
      decided_by)
    select ${courtId}::integer, request_id, 1, step, 0, role, department_id, false, 'approve', decided_by
    from json_to_recordset(${rowSetJson(seats)}::json) as seat(request_id uuid, step integer, role text,
      department_id uuid, decided_by uuid)`.execute(trx);
}

async function insertTheirDecisions(
  trx: TenantTransaction,
  courtId: number,
  releases: readonly SampleRelease[],
): Promise<void> {
  const decisions = releases.flatMap(({ requestId, decisions: made }) =>
    made.map((one) => ({
      ...{ request_id: requestId, id: one.id, kind: one.kind, step_title: one.stepTitle },
      ...{ person_id: one.personId, person_name: one.personName, opinion: one.opinion },
      decided_at: one.decidedAt,
    })),
  );
  await sql`insert into approval_decisions (court_id, request_id, id, kind, round, step_title, person_id, person_name,
      opinion, decided_at)
    select ${courtId}::integer, request_id, id, kind, 1, step_title, person_id, person_name, opinion, decided_at
    from json_to_recordset(${rowSetJson(decisions)}::json) as decision(request_id uuid, id uuid, kind text,
      step_title text, person_id uuid, person_name text, opinion text, decided_at timestamptz)`.execute(trx);
}

/** Requests that were used, and the releases that they made. */
export async function insertSampleReleases(
  trx: TenantTransaction,
  courtId: number,
  releases: readonly SampleRelease[],
): Promise<void> {
  await insertRequests(trx, courtId, releases);
  await insertTheirLines(trx, courtId, releases);
  await insertTheirDecisions(trx, courtId, releases);
  const terms = releases.map(({ requestId, release, terms: said, decisions }) => ({
    ...{ request_id: requestId, kind: release['kind'], terms: said, created_at: decisions[0]?.decidedAt },
  }));
  await sql`insert into item_requests (court_id, request_id, kind, terms, created_at)
    select ${courtId}::integer, request_id, kind, terms, created_at
    from json_to_recordset(${rowSetJson(terms)}::json) as request(request_id uuid, kind text, terms jsonb,
      created_at timestamptz)`.execute(trx);
  const heads = rowSetJson(releases.map(({ release }) => release));
  await sql`insert into item_releases (court_id, ${sql.raw(namesOf(RELEASE_TYPES))})
    select ${courtId}::integer, ${sql.raw(namesOf(RELEASE_TYPES))}
    from json_to_recordset(${heads}::json) as release(${sql.raw(RELEASE_TYPES)})`.execute(trx);
  const lines = rowSetJson(releases.map(({ line }) => line));
  await sql`insert into item_release_lines (court_id, ${sql.raw(namesOf(LINE_TYPES))})
    select ${courtId}::integer, ${sql.raw(namesOf(LINE_TYPES))}
    from json_to_recordset(${lines}::json) as line(${sql.raw(LINE_TYPES)})`.execute(trx);
}

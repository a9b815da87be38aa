/** Rows of requests: handing in, locking, and the lists. */
import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../platform/database.ts';
import type { LineFact } from './approval-line.sql.ts';
import type { RequestState } from './approval-states.ts';
import type { PolicyStep } from './policy-rules.ts';
import type { Principal } from './seat-rules.ts';

/** A step as the request keeps it: named, with the seats' names of that day. */
export interface KeptStep {
  readonly title: string;
  readonly needs: PolicyStep['needs'];
  readonly seats: readonly { readonly zh: string; readonly en: string }[];
}

export interface RequestRow {
  readonly courtId: number;
  readonly id: string;
  readonly number: string;
  readonly kind: string;
  readonly state: RequestState;
  readonly title: string;
  readonly titleEn: string | null;
  readonly reason: string;
  /** What the approver sees of the request as a whole. */
  readonly facts: readonly LineFact[];
  readonly grade: string | null;
  readonly amountFen: number | null;
  readonly applicantId: string;
  readonly applicantName: string;
  readonly applicantDepartmentId: string | null;
  readonly applicantDepartment: string | null;
  readonly policyVersion: number;
  readonly steps: readonly KeptStep[];
  readonly basis: string | null;
  readonly validDays: number;
  readonly round: number;
  readonly step: number;
  readonly keptApart: readonly string[];
  readonly submittedAt: Date;
  readonly decidedAt: Date | null;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  readonly usedByName: string | null;
  readonly version: number;
}

const COLUMNS =
  sql.raw(`request.court_id as "courtId", request.id, request.number, request.kind, request.state,
  request.title, request.title_en as "titleEn", request.reason, request.facts, request.grade, request.amount_fen as "amountFen",
  request.applicant_id as "applicantId", request.applicant_name as "applicantName",
  request.applicant_department_id as "applicantDepartmentId",
  request.applicant_department as "applicantDepartment", request.policy_version as "policyVersion", request.steps,
  request.basis, request.valid_days as "validDays", request.round, request.step, request.kept_apart as "keptApart",
  request.submitted_at as "submittedAt", request.decided_at as "decidedAt", request.expires_at as "expiresAt",
  request.used_at as "usedAt", request.used_by_name as "usedByName", request.version`);

/** The next number of the year; the counter's row is locked until the end, so there is no gap. */
export async function takeRequestNumber(
  trx: TenantTransaction,
  courtId: number,
  year: number,
): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into approval_counters as counter (court_id, year, last_number) values (${courtId}, ${year}, 1)
    on conflict (court_id, year) do update set last_number = counter.last_number + 1
    returning last_number as last`.execute(trx);
  return rows[0]?.last ?? 1;
}

export async function insertRequest(trx: TenantTransaction, row: RequestRow): Promise<void> {
  await sql`
    insert into approval_requests (court_id, id, number, kind, state, title, title_en, reason, facts, grade, amount_fen,
      applicant_id,
      applicant_name, applicant_department_id, applicant_department, policy_version, steps, basis, valid_days, round,
      step, kept_apart, submitted_at, expires_at)
    values (${row.courtId}, ${row.id}, ${row.number}, ${row.kind}, ${row.state}, ${row.title}, ${row.titleEn},
      ${row.reason},
      ${JSON.stringify(row.facts)}::jsonb, ${row.grade}, ${row.amountFen}, ${row.applicantId}, ${row.applicantName}, ${row.applicantDepartmentId},
      ${row.applicantDepartment}, ${row.policyVersion}, ${JSON.stringify(row.steps)}::jsonb, ${row.basis},
      ${row.validDays}, ${row.round}, ${row.step}, ${row.keptApart}::uuid[], ${row.submittedAt},
      ${row.expiresAt})`.execute(trx);
}

export async function findRequest(
  reader: TenantReader,
  courtIds: readonly number[],
  requestId: string,
): Promise<RequestRow | undefined> {
  const { rows } = await sql<RequestRow>`select ${COLUMNS} from approval_requests request
    where request.court_id = any(${courtIds}::integer[]) and request.id = ${requestId}`.execute(reader);
  return rows[0];
}

export async function lockRequest(
  trx: TenantTransaction,
  courtId: number,
  requestId: string,
): Promise<RequestRow | undefined> {
  const { rows } = await sql<RequestRow>`select ${COLUMNS} from approval_requests request
    where request.court_id = ${courtId} and request.id = ${requestId} for update`.execute(trx);
  return rows[0];
}

export interface RequestChange {
  readonly state: RequestState;
  readonly weighed?: Pick<RequestRow, 'grade' | 'amountFen'>;
  readonly round?: number;
  readonly step?: number;
  readonly reason?: string;
  readonly steps?: readonly KeptStep[];
  readonly decidedAt?: Date | null;
  readonly expiresAt?: Date;
  readonly usedAt?: Date;
  readonly usedByName?: string;
}

/** The row is locked. What is not said stays. */
export async function updateRequest(
  trx: TenantTransaction,
  { courtId, id }: { readonly courtId: number; readonly id: string },
  change: RequestChange,
): Promise<void> {
  const decidedAt = change.decidedAt === undefined ? sql`decided_at` : sql`${change.decidedAt}::timestamptz`;
  const { weighed } = change;
  const weight =
    weighed === undefined ? sql`` : sql`grade = ${weighed.grade}, amount_fen = ${weighed.amountFen}::bigint,`;
  await sql`update approval_requests set state = ${change.state}, ${weight}
      round = coalesce(${change.round ?? null}::integer, round),
      step = coalesce(${change.step ?? null}::integer, step),
      reason = coalesce(${change.reason ?? null}::text, reason),
      steps = coalesce(${change.steps ? JSON.stringify(change.steps) : null}::jsonb, steps),
      decided_at = ${decidedAt},
      expires_at = coalesce(${change.expiresAt ?? null}::timestamptz, expires_at),
      used_at = coalesce(${change.usedAt ?? null}::timestamptz, used_at),
      used_by_name = coalesce(${change.usedByName ?? null}::text, used_by_name),
      version = version + 1
    where court_id = ${courtId} and id = ${id}`.execute(trx);
}

export interface RequestFilter {
  readonly courtId: number;
  readonly states: readonly RequestState[] | null;
  readonly kind: string | null;
  /** Only requests of this person. */
  readonly applicantId: string | null;
  /** Only requests that this person has decided on. */
  readonly deciderId: string | null;
  /** Only requests that concern this thing. */
  readonly subjectId: string | null;
  readonly after: { readonly at: string; readonly id: string } | null;
  readonly rowCount: number;
}

/** Newest first. */
export async function listRequestRows(reader: TenantReader, filter: RequestFilter): Promise<RequestRow[]> {
  const { after } = filter;
  const conditions = [
    sql`request.court_id = ${filter.courtId}`,
    filter.states && sql`request.state = any(${filter.states}::text[])`,
    filter.kind && sql`request.kind = ${filter.kind}`,
    filter.applicantId && sql`request.applicant_id = ${filter.applicantId}`,
    filter.deciderId &&
      sql`exists (select from approval_seats seat where seat.court_id = request.court_id
        and seat.request_id = request.id and seat.decided_by = ${filter.deciderId})`,
    filter.subjectId &&
      sql`exists (select from approval_lines line where line.court_id = request.court_id
        and line.request_id = request.id and line.subject_id = ${filter.subjectId})`,
    after && sql`(request.submitted_at, request.id) < (${after.at}::timestamptz, ${after.id}::uuid)`,
  ].filter((condition) => condition !== null && condition !== '');
  const { rows } = await sql<RequestRow>`
    select ${COLUMNS} from approval_requests request where ${sql.join(conditions, sql` and `)}
    order by request.submitted_at desc, request.id desc limit ${filter.rowCount}`.execute(reader);
  return rows;
}

/** People in whose name the actor decides, as rows of what they hold. */
function heldBy(principals: readonly Principal[]) {
  const rows = principals.flatMap(({ personId, roles }) =>
    (roles.length === 0 ? [{ role: '', departmentId: null }] : roles).map(({ role, departmentId }) => ({
      person_id: personId,
      role,
      department_id: departmentId,
    })),
  );
  return sql`json_to_recordset(${JSON.stringify(rows)}::json)
    as held(person_id uuid, role text, department_id uuid)`;
}

/** The oldest first: what waits for a decision of one of these people. */
export async function listWaitingRows(
  reader: TenantReader,
  { courtId, actorId, now }: { readonly courtId: number; readonly actorId: string; readonly now: Date },
  principals: readonly Principal[],
  rowCount: number,
): Promise<RequestRow[]> {
  const { rows } = await sql<RequestRow>`
    select ${COLUMNS} from approval_requests request
    where request.court_id = ${courtId} and request.state = 'pending' and request.expires_at > ${now}
      and request.applicant_id <> ${actorId} and not ${actorId}::uuid = any(request.kept_apart)
      and not exists (select from approval_decisions decided where decided.court_id = request.court_id
        and decided.request_id = request.id and decided.round = request.round and decided.kind = 'approve'
        and ${actorId}::uuid in (decided.person_id, decided.on_behalf_of_id))
      and exists (select from approval_seats seat, ${heldBy(principals)}
        where seat.court_id = request.court_id and seat.request_id = request.id and seat.is_open
          and held.person_id <> request.applicant_id and not held.person_id = any(request.kept_apart)
          and not exists (select from approval_decisions decided where decided.court_id = request.court_id
            and decided.request_id = request.id and decided.round = request.round and decided.kind = 'approve'
            and held.person_id in (decided.person_id, decided.on_behalf_of_id))
          and (seat.person_id = held.person_id or (seat.role = held.role
            and (seat.department_id is null or seat.department_id = held.department_id))))
    order by request.submitted_at, request.id limit ${rowCount}`.execute(reader);
  return rows;
}

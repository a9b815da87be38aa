/** Lines of requests that are not over. */
import { sql } from 'kysely';
import type { TenantReader } from '../../platform/database.ts';
import type { RequestState } from './approval-states.ts';

export interface OpenLine {
  readonly subjectId: string;
  /** As it was asked for; decimal string. */
  readonly quantity: string;
  readonly unit: string;
  readonly requestId: string;
  readonly number: string;
  readonly kind: string;
  readonly state: RequestState;
  readonly applicantId: string;
  readonly applicantName: string;
  readonly expiresAt: Date;
}

export async function listOpenLines(
  reader: TenantReader,
  {
    courtId,
    subjectIds,
    now,
  }: { readonly courtId: number; readonly subjectIds: readonly string[]; readonly now: Date },
): Promise<OpenLine[]> {
  const { rows } = await sql<OpenLine>`
    select line.subject_id as "subjectId", trim_scale(line.quantity)::text as quantity, line.unit, request.id as "requestId",
      request.number, request.kind, request.state, request.applicant_id as "applicantId", request.applicant_name as "applicantName",
      request.expires_at as "expiresAt"
    from approval_lines line
    join approval_requests request on request.court_id = line.court_id and request.id = line.request_id
    where line.court_id = ${courtId} and line.subject_id = any(${subjectIds}::uuid[])
      and request.state in ('pending', 'returned', 'approved') and request.expires_at > ${now}
    order by request.submitted_at, request.id`.execute(reader);
  return rows;
}

export interface GrantedRow {
  readonly id: string;
  readonly number: string;
  readonly kind: string;
  readonly reason: string;
  readonly applicantName: string;
  readonly applicantDepartment: string | null;
  readonly decidedAt: Date | null;
  readonly expiresAt: Date;
  readonly lines: readonly { readonly subjectId: string; readonly quantity: string }[];
}

export async function listGrantedRows(
  reader: TenantReader,
  {
    courtId,
    kinds,
    now,
    limit,
  }: {
    readonly courtId: number;
    readonly kinds: readonly string[];
    readonly now: Date;
    readonly limit: number;
  },
): Promise<GrantedRow[]> {
  const { rows } = await sql<GrantedRow>`
    select request.id, request.number, request.kind, request.reason, request.applicant_name as "applicantName",
      request.applicant_department as "applicantDepartment", request.decided_at as "decidedAt",
      request.expires_at as "expiresAt", lines.lines
    from approval_requests request
    cross join lateral (select json_agg(json_build_object('subjectId', line.subject_id,
        'quantity', trim_scale(line.quantity)::text) order by line.line) as lines
      from approval_lines line where line.court_id = request.court_id and line.request_id = request.id) lines
    where request.court_id = ${courtId} and request.state = 'approved' and request.expires_at > ${now}
      and request.kind = any(${kinds}::text[])
    order by request.submitted_at, request.id limit ${limit}`.execute(reader);
  return rows;
}

export interface GrantAbout {
  readonly requestId: string;
  readonly number: string;
  readonly applicantName: string;
  readonly reason: string;
}

/** An approved request of the kind whose things are these and no others, the oldest first. */
export async function findGrantedAbout(
  reader: TenantReader,
  about: {
    readonly courtId: number;
    readonly kind: string;
    readonly subjectIds: readonly string[];
    readonly now: Date;
  },
): Promise<GrantAbout | undefined> {
  const { courtId, kind, subjectIds, now } = about;
  const { rows } = await sql<GrantAbout>`
    select request.id as "requestId", request.number, request.applicant_name as "applicantName", request.reason
    from approval_requests request
    where request.court_id = ${courtId} and request.kind = ${kind} and request.state = 'approved'
      and request.expires_at > ${now}
      and request.id in (select line.request_id from approval_lines line
        where line.court_id = ${courtId} and line.subject_id = any(${subjectIds}::uuid[])
        group by line.request_id having count(*) = ${subjectIds.length})
      and (select count(*) from approval_lines line where line.court_id = request.court_id
        and line.request_id = request.id) = ${subjectIds.length}
    order by request.submitted_at, request.id limit 1`.execute(reader);
  return rows[0];
}

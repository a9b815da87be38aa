/** Lines of requests that are not over. */
import { sql } from 'kysely';
import type { TenantReader } from '../../platform/database.ts';
import type { RequestState } from './approval-states.ts';

export interface OpenLine {
  readonly subjectId: string;
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
    select line.subject_id as "subjectId", request.id as "requestId", request.number, request.kind, request.state,
      request.applicant_id as "applicantId", request.applicant_name as "applicantName",
      request.expires_at as "expiresAt"
    from approval_lines line
    join approval_requests request on request.court_id = line.court_id and request.id = line.request_id
    where line.court_id = ${courtId} and line.subject_id = any(${subjectIds}::uuid[])
      and request.state in ('pending', 'returned', 'approved') and request.expires_at > ${now}
    order by request.submitted_at, request.id`.execute(reader);
  return rows;
}

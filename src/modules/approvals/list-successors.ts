import type { TenantReader } from '../../platform/database.ts';
import { listLines } from './approval-line.sql.ts';
import type { RequestRow } from './approval-request.sql.ts';
import { requestKindOf } from './request-kinds.ts';

/** Whether the person has come to stand where the applicant stood: to them the request can be taken back too. */
export async function isSuccessorOf(
  reader: TenantReader,
  { courtId, id: requestId, kind, applicantId }: RequestRow,
  personId: string,
): Promise<boolean> {
  const { listSuccessors } = requestKindOf(kind) ?? {};
  if (listSuccessors === undefined || personId === applicantId) return false;
  const subjectIds = (await listLines(reader, { courtId, requestId })).map(({ subjectId }) => subjectId);
  return (await listSuccessors(reader, { courtId, subjectIds })).includes(personId);
}

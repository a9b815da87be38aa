import type { TenantReader } from '../../platform/database.ts';
import { listLines } from './approval-line.sql.ts';
import type { RequestRow } from './approval-request.sql.ts';
import { requestKindOf } from './request-kinds.ts';

/** Who may not decide: whoever kept the things when they were asked for, and whoever keeps them now. */
export async function listKeptApart(reader: TenantReader, row: RequestRow, now: Date): Promise<string[]> {
  const { courtId, id: requestId, keptApart } = row;
  const listKeepers = requestKindOf(row.kind)?.listKeepers;
  if (listKeepers === undefined || row.state !== 'pending') return [...keptApart];
  const subjectIds = (await listLines(reader, { courtId, requestId })).map(({ subjectId }) => subjectId);
  return [...new Set([...keptApart, ...(await listKeepers(reader, { courtId, subjectIds, now }))])];
}

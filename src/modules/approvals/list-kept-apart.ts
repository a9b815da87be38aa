import type { TenantReader } from '../../platform/database.ts';
import { listLines } from './approval-line.sql.ts';
import type { RequestRow } from './approval-request.sql.ts';
import { requestKindOf } from './request-kinds.ts';
import type { DecidedRequest } from './seat-rules.ts';

/**
 * Who may not decide: whoever kept the things when they were asked for, whoever keeps them now, and whoever counted what
 * the request rests on.
 */
export async function listKeptApart(
  reader: TenantReader,
  row: RequestRow,
  now: Date,
): Promise<Pick<DecidedRequest, 'keptApart' | 'counters'>> {
  const { courtId, id: requestId, keptApart } = row;
  const { listKeepers, listCounters } = requestKindOf(row.kind) ?? {};
  if (row.state !== 'pending' || (listKeepers === undefined && listCounters === undefined))
    return { keptApart: [...keptApart], counters: [] };
  const subjectIds = (await listLines(reader, { courtId, requestId })).map(({ subjectId }) => subjectId);
  const keepers = (await listKeepers?.(reader, { courtId, subjectIds, now })) ?? [];
  const counters = (await listCounters?.(reader, { courtId, subjectIds })) ?? [];
  return { keptApart: [...new Set([...keptApart, ...keepers])], counters };
}

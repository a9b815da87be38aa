import { shanghaiDay } from '../../platform/clock.ts';
import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import { decodeCursor, pageOfRows } from '../../platform/page-cursor.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import type { listDirectoryPeople as declaration } from './directory.contract.ts';
import { directoryPersonOf, findPersonByBadge } from './find-person-by-badge.ts';
import { listDirectory, peopleCursor } from './people-list.sql.ts';
import { requireReadableCourt } from './require-readable-court.ts';

const BADGE = /^p[\d ]{15,20}(-.)?$/i;

/** Open accounts of a court by name, for choosing a person; a scanned badge finds its one person. Refusal: NOT_FOUND. */
export async function listDirectoryPeople(
  { reader, actor, now }: QueryContext,
  { query }: InputOf<typeof declaration>,
): Promise<ResponseOf<typeof declaration>> {
  const courtId = requireReadableCourt(actor, 'directory.read', query.courtId);
  if (query.q !== undefined && BADGE.test(query.q.trim())) {
    const person = await findPersonByBadge(reader, courtId, query.q.trim(), now);
    return { items: person ? [person] : [], nextCursor: null };
  }
  const rows = await listDirectory(reader, {
    courtId,
    today: shanghaiDay(now),
    q: query.q ?? null,
    departmentId: query.departmentId ?? null,
    role: query.role ?? null,
    personId: null,
    status: 'active',
    after: decodeCursor(query.after, peopleCursor),
    limit: query.limit + 1,
  });
  return pageOfRows(rows, query.limit, directoryPersonOf, (row) => ({ key: row.full_name, id: row.id }));
}

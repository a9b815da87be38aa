import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import type { listDepartments as declaration } from './courts.contract.ts';
import { listDepartmentsOfCourt } from './department.sql.ts';
import { requireReadableCourt } from './require-readable-court.ts';

/** Departments of a court that the person may read. Refusal: NOT_FOUND. */
export async function listDepartments(
  { reader, actor }: QueryContext,
  { query }: InputOf<typeof declaration>,
): Promise<ResponseOf<typeof declaration>> {
  const courtId = requireReadableCourt(actor, 'directory.read', query.courtId);
  const rows = await listDepartmentsOfCourt(reader, courtId, { includeClosed: query.includeClosed });
  return {
    items: rows.map((row) => ({
      id: row.id,
      courtId: row.court_id,
      parentId: row.parent_id,
      name: row.name,
      sortOrder: row.sort_order,
      closedOn: row.closed_on,
      peopleCount: row.people_count,
    })),
  };
}

import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import { listDepartmentsOfCourt } from './department.sql.ts';
import type { listDirectoryDepartments as declaration } from './directory.contract.ts';
import { requireReadableCourt } from './require-readable-court.ts';

/** Open departments, for choosing one. Refusal: NOT_FOUND. */
export async function listDirectoryDepartments(
  { reader, actor }: QueryContext,
  { query }: InputOf<typeof declaration>,
): Promise<ResponseOf<typeof declaration>> {
  const courtId = requireReadableCourt(actor, 'directory.read', query.courtId);
  const rows = await listDepartmentsOfCourt(reader, courtId, { includeClosed: false });
  return {
    items: rows.map((row) => ({
      id: row.id,
      courtId: row.court_id,
      parentId: row.parent_id,
      name: row.name,
    })),
  };
}

import type { TenantReader } from '../../platform/database.ts';
import { listItemRowsById } from './item-page.sql.ts';

/** Who handles the cases of all the items now, whoever asked before the cases changed hands. */
export async function listSuccessors(
  reader: TenantReader,
  { courtId, subjectIds }: { readonly courtId: number; readonly subjectIds: readonly string[] },
): Promise<string[]> {
  const rows = await listItemRowsById(reader, [courtId], subjectIds);
  const handlerIds = new Set(rows.map(({ handlerId }) => handlerId));
  return handlerIds.size === 1 ? [...handlerIds] : [];
}

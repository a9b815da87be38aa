import type { TenantReader } from '../../platform/database.ts';
import { listRecusalRows } from './recusal.sql.ts';

/** The cases from which the person keeps away (回避): by id where the court knows the case, and by the number declared. */
export async function listRunningRecusals(
  reader: TenantReader,
  { courtId, personId }: { readonly courtId: number; readonly personId: string },
): Promise<{ readonly caseId: string | null; readonly caseNumber: string }[]> {
  const rows = await listRecusalRows(reader, courtId, [personId]);
  return rows
    .filter(({ withdrawnAt }) => withdrawnAt === null)
    .map(({ caseId, caseNumber }) => ({ caseId, caseNumber }));
}

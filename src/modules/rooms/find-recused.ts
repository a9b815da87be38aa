import type { TenantReader } from '../../platform/database.ts';
import { listRecusedIds } from './recusal.sql.ts';

/**
 * Which of the people must keep away from a case (回避), asked by the case's id and every number that it has had,
 * each in its canonical form. Somebody else in office acts in their place: `listActingFor`.
 */
export function findRecused(
  reader: TenantReader,
  of: {
    readonly courtId: number;
    readonly personIds: readonly string[];
    readonly caseId: string | null;
    readonly caseNumbers: readonly string[];
  },
): Promise<string[]> {
  return listRecusedIds(reader, of);
}

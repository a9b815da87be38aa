import type { Kysely } from 'kysely';
import type { DB } from '../../platform/database.ts';
import type { Sentence } from '../../platform/errors.ts';
import { findRecoveryFault } from './recovery-verification.sql.ts';

const FAULTS = {
  no_entry: { zh: '追回记录没有相应的台账分录', en: 'a recovery has no such entry in the ledger' },
  no_recovery: { zh: '追回入账分录没有相应的追回记录', en: 'an entry of a recovery has no record' },
  exceeds_claim: { zh: '追回合计超过请求金额', en: 'more came back than was claimed' },
} as const;

/** What came back on claims is what the books say; undefined when it is. */
export async function verifyRecoveries(db: Kysely<DB>): Promise<Sentence | undefined> {
  const found = await findRecoveryFault(db);
  if (!found) return undefined;
  const { courtId, id, fault } = found;
  const { zh, en } = FAULTS[fault];
  return { zh: `法院 ${courtId} 执行回转 ${id}：${zh}`, en: `court ${courtId}, claim ${id}: ${en}` };
}

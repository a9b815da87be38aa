/** 销账: when the ledger of a case was closed and reopened. */
import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../platform/database.ts';

export interface LedgerEvent {
  readonly kind: 'closed' | 'reopened';
  readonly at: Date;
  readonly byName: string;
  readonly secondPersonName: string | null;
  readonly document: string | null;
  readonly reason: string | null;
}

/** The newest of them; undefined: the ledger was never closed. */
export async function findLastLedgerEvent(
  reader: TenantReader,
  courtId: number,
  caseId: string,
): Promise<LedgerEvent | undefined> {
  const { rows } = await sql<LedgerEvent>`
    select kind, at, by_name as "byName", second_person_name as "secondPersonName", document, reason
    from case_ledger_events where court_id = ${courtId} and case_id = ${caseId}
    order by at desc, id desc limit 1`.execute(reader);
  return rows[0];
}

export async function appendLedgerEvent(
  trx: TenantTransaction,
  courtId: number,
  event: LedgerEvent & {
    readonly id: string;
    readonly caseId: string;
    readonly byId: string;
    readonly lastSequence: number;
    readonly lastHash: Buffer;
  },
): Promise<void> {
  const { id, caseId, kind, lastSequence, lastHash, document, reason, at, byId, byName } = event;
  await sql`insert into case_ledger_events (court_id, id, case_id, kind, last_sequence, last_hash, document, reason, at,
      by_id, by_name, second_person_name)
    values (${courtId}, ${id}, ${caseId}, ${kind}, ${lastSequence}, ${lastHash}, ${document}, ${reason}, ${at}, ${byId},
      ${byName}, ${event.secondPersonName})`.execute(trx);
}

/** Money that came back on claims, against the entries of the cases' books, whatever court. */
import { sql, type Kysely } from 'kysely';
import type { DB } from '../../platform/database.ts';

export interface RecoveryFault {
  readonly courtId: number;
  /** Of the recovery, the claim or the entry. */
  readonly id: string;
  readonly fault: 'no_entry' | 'no_recovery' | 'exceeds_claim';
}

/** The first recovery that its entry does not bear out, entry without a recovery, or claim of which too much came back. */
export async function findRecoveryFault(db: Kysely<DB>): Promise<RecoveryFault | undefined> {
  const { rows } = await sql<RecoveryFault>`
    (select back.court_id as "courtId", back.id, 'no_entry' as fault from claim_recoveries back
      where not exists (select from ledger_books book join ledger_entries entry on entry.court_id = book.court_id
        and entry.book_id = book.id and entry.sequence = back.entry_sequence
        where book.court_id = back.court_id and book.kind = 'case' and book.subject_id = back.case_id
          and entry.kind = 'book_recovery'
          and entry.details ->> 'itemId' = back.item_id::text and entry.details ->> 'claimId' = back.claim_id::text
          and entry.amount_fen = back.amount_minor and entry.currency = back.currency) limit 1)
    union all
    (select entry.court_id, entry.id, 'no_recovery' from ledger_entries entry
      where entry.book_kind = 'case' and entry.amount_fen <> 0 and entry.kind = 'book_recovery'
        and not exists (select from claim_recoveries back where back.court_id = entry.court_id
          and back.item_id::text = entry.details ->> 'itemId') limit 1)
    union all
    (select claim.court_id, claim.id, 'exceeds_claim' from disposition_claims claim
      join claim_recoveries back on back.court_id = claim.court_id and back.claim_id = claim.id
      group by claim.court_id, claim.id, claim.amount_fen having sum(back.recovered_fen) > claim.amount_fen limit 1)
    limit 1`.execute(db);
  return rows[0];
}

/** Tolerances that a court sets by papers of its own. */
import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../../platform/database.ts';
import type { CourtTolerance } from './tolerances.rules.ts';

export interface CourtToleranceRow extends CourtTolerance {
  readonly reason: string;
  readonly setByName: string;
  readonly setAt: Date;
}

/** Every tolerance that the court ever set, the one that counts first: the latest day, and of one day the latest written. */
export async function listCourtTolerances(
  reader: TenantReader,
  courtId: number,
): Promise<CourtToleranceRow[]> {
  const { rows } = await sql<CourtToleranceRow>`
    select kind, category, trim_scale(share)::text as share, effective_from as "effectiveFrom", document, reason,
      set_by_name as "setByName", set_at as "setAt"
    from item_tolerances where court_id = ${courtId}
    order by kind, category, effective_from desc, set_at desc, id desc`.execute(reader);
  return rows;
}

export async function insertCourtTolerance(
  trx: TenantTransaction,
  courtId: number,
  by: { readonly personId: string; readonly personName: string; readonly now: Date },
  tolerance: CourtTolerance & { readonly id: string; readonly reason: string },
): Promise<void> {
  const { id, kind, category, share, effectiveFrom, document, reason } = tolerance;
  await sql`insert into item_tolerances (court_id, id, kind, category, share, effective_from, document, reason, set_by,
      set_by_name, set_at)
    values (${courtId}, ${id}, ${kind}, ${category}, ${share}, ${effectiveFrom}, ${document}, ${reason},
      ${by.personId}, ${by.personName}, ${by.now})`.execute(trx);
}

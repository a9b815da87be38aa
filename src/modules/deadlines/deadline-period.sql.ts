/** Periods that a court sets by papers of its own. */
import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../platform/database.ts';
import type { PeriodUnit } from './counting.rules.ts';
import type { DeadlineRuleId } from './deadline-rules.ts';

export interface CourtPeriodRow {
  readonly id: string;
  readonly ruleId: DeadlineRuleId;
  readonly amount: number;
  readonly unit: PeriodUnit;
  readonly effectiveFrom: string;
  readonly document: string;
  readonly reason: string;
  readonly setByName: string;
  readonly setAt: Date;
}

/** Every period that the court ever set, the one that counts first: the latest day, and of one day the latest written. */
export async function listCourtPeriods(reader: TenantReader, courtId: number): Promise<CourtPeriodRow[]> {
  const { rows } = await sql<CourtPeriodRow>`
    select id, rule_id as "ruleId", amount, unit, effective_from as "effectiveFrom", document, reason,
      set_by_name as "setByName", set_at as "setAt"
    from deadline_periods where court_id = ${courtId}
    order by rule_id, effective_from desc, set_at desc, id desc`.execute(reader);
  return rows;
}

export async function insertCourtPeriod(
  trx: TenantTransaction,
  courtId: number,
  by: { readonly personId: string; readonly personName: string; readonly now: Date },
  period: Omit<CourtPeriodRow, 'setByName' | 'setAt'>,
): Promise<void> {
  const { id, ruleId, amount, unit, effectiveFrom, document, reason } = period;
  await sql`insert into deadline_periods (court_id, id, rule_id, amount, unit, effective_from, document, reason, set_by,
      set_by_name, set_at)
    values (${courtId}, ${id}, ${ruleId}, ${amount}, ${unit}, ${effectiveFrom}, ${document}, ${reason}, ${by.personId},
      ${by.personName}, ${by.now})`.execute(trx);
}

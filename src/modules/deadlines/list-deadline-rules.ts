import { shanghaiDay, shanghaiInstant } from '../../platform/clock.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import { listCourtPeriods, type CourtPeriodRow } from './deadline-period.sql.ts';
import { DEADLINE_RULE_IDS, deadlineRule, editionOn, type DeadlineRuleId } from './deadline-rules.ts';
import type { DeadlineRuleAnswer } from './rules.contract.ts';

function ownOf({ amount, unit, effectiveFrom, document, reason, setByName, setAt }: CourtPeriodRow) {
  return { amount, unit, effectiveFrom, document, reason, setByName, setAt: shanghaiInstant(setAt) };
}

/** A rule as it counts on the day. */
export function describeRule(
  id: DeadlineRuleId,
  periods: readonly CourtPeriodRow[],
  today: string,
): DeadlineRuleAnswer {
  const { zh, en, remindDaysBefore, isAtLeast = false, alsoFor = [] } = deadlineRule(id);
  const { amount, unit, basis, effectiveFrom, standing } = editionOn(id, today);
  const ofRule = periods.filter(({ ruleId }) => ruleId === id);
  const own = ofRule.find((period) => period.effectiveFrom <= today);
  return {
    ...{ id, zh, en, remindDaysBefore: [...remindDaysBefore], alsoFor: [...alsoFor] },
    shipped: { amount, unit, basis, effectiveFrom, isLaw: standing === 'law', isAtLeast },
    own: own === undefined ? null : ownOf(own),
    history: ofRule.map(ownOf),
  };
}

/** Every rule with what the acting court set of it. */
export async function listDeadlineRules({
  reader,
  actor,
  now,
}: QueryContext): Promise<{ items: DeadlineRuleAnswer[] }> {
  const periods = await listCourtPeriods(reader, actor.courtId);
  const today = shanghaiDay(now);
  return { items: DEADLINE_RULE_IDS.map((id) => describeRule(id, periods, today)) };
}

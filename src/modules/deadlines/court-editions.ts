/** By which edition of a rule a court counts: its own period in force on the day, or what ships. Pure. */
import { PERIOD_UNITS, type Period, type PeriodUnit } from './counting.rules.ts';
import type { CourtPeriodRow } from './deadline-period.sql.ts';
import { deadlineRule, editionOn, type DeadlineRuleId, type RuleEdition } from './deadline-rules.ts';

export interface CountingEdition extends Period {
  readonly version: string;
  /** The court's own paper; null: the edition that ships. */
  readonly ownBasis: string | null;
}

export function editionForCourt(
  periods: readonly CourtPeriodRow[],
  id: DeadlineRuleId,
  day: string,
): CountingEdition {
  const shipped = editionOn(id, day);
  const own = periods.find(({ ruleId, effectiveFrom }) => ruleId === id && effectiveFrom <= day);
  if (!own) return { ...shipped, ownBasis: null };
  const { amount, unit, effectiveFrom, document } = own;
  const rolls = unit !== 'hour' && shipped.rolls;
  return { amount, unit, rolls, version: `${effectiveFrom} ${amount} ${unit}`, ownBasis: document };
}

const VERSION = /^\d{4}-\d{2}-\d{2} (\d+) (\w+)$/u;

function isUnit(text: string): text is PeriodUnit {
  return Object.hasOwn(PERIOD_UNITS, text);
}

/** The period by which a deadline was counted, from the version that it keeps; null: its end was fixed, not counted. */
export function periodOfVersion(id: DeadlineRuleId, version: string, startOn: string): Period | null {
  const [, amount = '', unit = ''] = VERSION.exec(version) ?? [];
  if (!isUnit(unit)) return null;
  return { amount: Number(amount), unit, rolls: unit !== 'hour' && editionOn(id, startOn).rolls };
}

/** In order of precedence. */
export type PeriodProblem = 'PERIOD_UNIT_OF_LAW' | 'PERIOD_BEYOND_LAW' | 'PERIOD_BELOW_LAW';

/** Whether a court may set the period: a period of the law is only ever made stricter, in the unit of the law. */
export function findPeriodProblem(
  id: DeadlineRuleId,
  period: Pick<RuleEdition, 'amount' | 'unit'>,
  effectiveFrom: string,
): PeriodProblem | null {
  const law = editionOn(id, effectiveFrom);
  if (law.standing !== 'law') return null;
  if (period.unit !== law.unit) return 'PERIOD_UNIT_OF_LAW';
  if (deadlineRule(id).isAtLeast === true) return period.amount < law.amount ? 'PERIOD_BELOW_LAW' : null;
  return period.amount > law.amount ? 'PERIOD_BEYOND_LAW' : null;
}

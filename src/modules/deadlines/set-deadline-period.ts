import { shanghaiDay } from '../../platform/clock.ts';
import type { InputOf } from '../../platform/endpoint.ts';
import type { Sentence } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { PERIOD_UNITS } from './counting.rules.ts';
import { findPeriodProblem } from './court-editions.ts';
import { insertCourtPeriod, listCourtPeriods } from './deadline-period.sql.ts';
import { refuseDeadline } from './deadline-refusals.ts';
import { editionOn, isDeadlineRuleId } from './deadline-rules.ts';
import { describeRule } from './list-deadline-rules.ts';
import { ruleBasisInEnglish } from './rule-bases.ts';
import type { DeadlineRuleAnswer, setDeadlinePeriodEndpoint } from './rules.contract.ts';

/** How long, and on what ground. */
function periodSaid({ amount, unit, basis }: ReturnType<typeof editionOn>): Sentence {
  const { zh, en } = PERIOD_UNITS[unit];
  return {
    zh: `${amount} ${zh}（${basis}）`,
    en: `${amount} ${en} (${ruleBasisInEnglish(basis) ?? basis})`,
  };
}

/**
 * The acting court sets the period of a rule by a paper of its own, from a day on. What runs already keeps the day that
 * it was given, and a period of the law is only made stricter. Refusals: DEADLINE_RULE_UNKNOWN, those of
 * `findPeriodProblem`.
 */
export async function setDeadlinePeriod(
  command: CommandContext,
  { params, body }: InputOf<typeof setDeadlinePeriodEndpoint>,
): Promise<DeadlineRuleAnswer> {
  const { trx, actor, now } = command;
  const { rule: ruleId } = params;
  if (!isDeadlineRuleId(ruleId)) throw refuseDeadline('DEADLINE_RULE_UNKNOWN');
  const problem = findPeriodProblem(ruleId, body, body.effectiveFrom);
  const law = editionOn(ruleId, body.effectiveFrom);
  if (problem !== null) throw refuseDeadline(problem, { law: periodSaid(law) });
  const by = { personId: actor.personId, personName: actor.personName, now };
  await insertCourtPeriod(trx, actor.courtId, by, { ...body, ruleId, id: newId(now.getTime()) });
  command.audit({ subjectKind: 'deadline_rule', subjectId: ruleId, subjectLabel: ruleId, after: body });
  return describeRule(ruleId, await listCourtPeriods(trx, actor.courtId), shanghaiDay(now));
}

/** Clocks that an office answers for pass on when its role does: at once with the role, by the sweep when a term runs out. */
import { shanghaiDay } from '../../platform/clock.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { OWNING_OFFICES } from './deadline-actors.rules.ts';
import { SYSTEM_NAME, type OwnerConnection } from './escalation.sql.ts';
import type { DeadlineRuleId } from './deadline-rules.ts';
import {
  askIn,
  findOfficeHolder,
  handOnForsakenDeadline,
  listForsakenDeadlines,
  type OfficeHolder,
} from './office-deadline.sql.ts';

interface Occasion {
  readonly courtId: number | null;
  readonly personId: string | null;
  readonly personName: string;
  readonly now: Date;
}

async function handOn(ask: OwnerConnection, { courtId, ...by }: Occasion): Promise<number> {
  let passed = 0;
  for (const [ruleId, role] of OWNING_OFFICES) {
    const forsaken = await listForsakenDeadlines(ask, { ruleId, role, day: shanghaiDay(by.now), courtId });
    for (const deadline of forsaken) await handOnForsakenDeadline(ask, deadline, by);
    passed += forsaken.length;
  }
  return passed;
}

/** Whose a clock of the rule is today: of those who hold its office whoever has it the longest; undefined: nobody has. */
export async function findOfficeOwner(
  { trx, actor, now }: CommandContext,
  rule: DeadlineRuleId,
): Promise<OfficeHolder | undefined> {
  const role = OWNING_OFFICES.get(rule);
  if (role === undefined) return undefined;
  return findOfficeHolder(trx, { courtId: actor.courtId, role, day: shanghaiDay(now) });
}

/** Roles of the court changed: whoever holds the office the longest answers for the clocks of those who hold it no more. */
export async function handOnOfficeDeadlines(command: CommandContext, courtId: number): Promise<void> {
  const { trx, actor, now } = command;
  await handOn(askIn(trx), { courtId, personId: actor.personId, personName: actor.personName, now });
}

/** The same in every court, for terms that ended or began with the day. Answers how many passed on. */
export async function handOnLapsedOffices(owner: OwnerConnection, now: Date): Promise<number> {
  return handOn(owner, { courtId: null, personId: null, personName: SYSTEM_NAME, now });
}

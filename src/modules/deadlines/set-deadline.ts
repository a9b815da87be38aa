import { shanghaiDay } from '../../platform/clock.ts';
import { newId } from '../../platform/ids.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { countPeriod, type CourtCalendar, type PeriodEnd } from './counting.rules.ts';
import { editionForCourt } from './court-editions.ts';
import { listCourtPeriods, type CourtPeriodRow } from './deadline-period.sql.ts';
import { deadlineRule, type DeadlineRuleId } from './deadline-rules.ts';
import {
  appendDeadlineEvents,
  insertDeadlines,
  lockRunningDeadlines,
  runningKeyOf,
  type NewDeadline,
} from './deadline.sql.ts';
import { standingAt } from './levels.rules.ts';
import { endDeadlines } from './settle-deadline.ts';
import { readCourtCalendar } from './read-calendar.ts';

/** What a deadline is about. The label is seen by whoever reads the list: a case number or an item code, never a name. */
export interface DeadlineSubject {
  /** `case`, `seized_item`, … */
  readonly kind: string;
  readonly id: string;
  readonly label: string;
  /** The case on whose page it stands. */
  readonly caseId: string | null;
}

export interface DeadlineToSet {
  readonly rule: DeadlineRuleId;
  readonly subject: DeadlineSubject;
  readonly ownerId: string;
  /** The room whose custodian this is: whoever keeps it later answers instead. Left out: the owner stays. */
  readonly roomId?: string | null;
  /** The owner’s department, whose head is told when it is overdue. */
  readonly departmentId: string | null;
  /** The day on which it begins, which does not count. */
  readonly startOn: string;
  /** The moment, for rules in hours. */
  readonly startAt?: Date;
  /** Agreed or printed on a paper: nothing is counted, the rule only says how it is reminded. */
  readonly dueAt?: Date;
  /** Not set when its end has passed already: of what is registered afterwards. */
  readonly skipWhenPast?: boolean;
  /** A clock of the rule that runs for the thing already goes on. */
  readonly keepsRunning?: boolean;
  /** The paper that started it, of one that a person started. */
  readonly matter?: string;
}

/** By what a court counts: its holidays and the periods that it set itself. */
interface CourtTime {
  readonly calendar: CourtCalendar;
  readonly periods: readonly CourtPeriodRow[];
}

function endOf(deadline: DeadlineToSet, { calendar, periods }: CourtTime): PeriodEnd {
  const { rule, startOn, startAt = null, dueAt } = deadline;
  if (dueAt !== undefined)
    return { dueOn: shanghaiDay(new Date(dueAt.getTime() - 1)), dueAt, isProvisional: false };
  return countPeriod(editionForCourt(periods, rule, startOn), { on: startOn, at: startAt }, calendar);
}

function newDeadline(deadline: DeadlineToSet, time: CourtTime, now: Date): NewDeadline {
  const { rule, subject, ownerId, departmentId, startOn, startAt = null } = deadline;
  const end = endOf(deadline, time);
  const { version, ownBasis } = editionForCourt(time.periods, rule, startOn);
  const isCounted = deadline.dueAt === undefined;
  const { level, nextAt } = standingAt(end.dueAt, deadlineRule(rule).remindDaysBefore, now);
  return {
    ...end,
    id: newId(now.getTime()),
    ruleId: rule,
    ruleVersion: isCounted ? version : 'fixed',
    basis: isCounted ? ownBasis : null,
    subjectKind: subject.kind,
    subjectId: subject.id,
    subjectLabel: subject.label,
    caseId: subject.caseId,
    matter: deadline.matter ?? null,
    roomId: deadline.roomId ?? null,
    ownerId,
    departmentId,
    startOn,
    startAt,
    level,
    nextLevelAt: nextAt,
  };
}

/**
 * Sets deadlines of the acting court: counted by the edition of the rule in force on the day of the start and by the
 * court’s calendar, both of which are kept with the result. A clock of the same rule that runs for the same thing is
 * replaced. Answers those that were set, in the order given. Refuses nothing.
 */
export async function setDeadlines(
  command: CommandContext,
  deadlines: readonly DeadlineToSet[],
): Promise<{ readonly id: string; readonly dueOn: string; readonly dueAt: Date }[]> {
  if (deadlines.length === 0) return [];
  const { trx, actor, now } = command;
  const by = { personId: actor.personId, personName: actor.personName, now };
  const time = {
    calendar: await readCourtCalendar(trx, actor.courtId),
    periods: await listCourtPeriods(trx, actor.courtId),
  };
  const wanted = deadlines.flatMap((deadline) => {
    const row = newDeadline(deadline, time, now);
    return deadline.skipWhenPast === true && row.dueAt <= now ? [] : [{ row, deadline }];
  });
  const running = await lockRunningDeadlines(
    trx,
    actor.courtId,
    wanted.map(({ row }) => row),
  );
  const rows = wanted
    .filter(({ row, deadline }) => deadline.keepsRunning !== true || !running.has(runningKeyOf(row)))
    .map(({ row }) => row);
  if (rows.length === 0) return [];
  const before = rows.flatMap((row) => running.get(runningKeyOf(row)) ?? []);
  await endDeadlines(command, before, { outcome: 'replaced', note: null });
  await insertDeadlines(trx, actor.courtId, now, rows);
  const events = rows.map(({ id, level, dueAt }) => ({
    ...{ id: newId(now.getTime()), deadlineId: id, kind: 'set' as const, level, dueAt, note: null },
  }));
  await appendDeadlineEvents(trx, actor.courtId, by, events);
  return rows.map(({ id, dueOn, dueAt }) => ({ id, dueOn, dueAt }));
}

/** One of them. */
export async function setDeadline(
  command: CommandContext,
  deadline: DeadlineToSet,
): Promise<{ readonly id: string; readonly dueOn: string; readonly dueAt: Date }> {
  const [set] = await setDeadlines(command, [deadline]);
  if (!set) throw new Error('one deadline was set');
  return set;
}

import { newId } from '../../platform/ids.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import { listCalendarDays, replaceCalendarYear, type CalendarDayRow } from './calendar.sql.ts';
import { countPeriod } from './counting.rules.ts';
import { refuseDeadline } from './deadline-refusals.ts';
import { periodOfVersion } from './court-editions.ts';
import { deadlineRule } from './deadline-rules.ts';
import { appendDeadlineEvents, listOpenDeadlines, updateDeadlineDue } from './deadline.sql.ts';
import { standingAt } from './levels.rules.ts';
import { readCourtCalendar } from './read-calendar.ts';
import { SHIPPED_DAYS, SHIPPED_YEARS } from './shipped-calendar.ts';

interface GivenDay {
  readonly day: string;
  readonly kind: 'holiday' | 'workday';
  readonly name: string;
}

/** Holidays and worked weekends of a year, as they count. */
export async function readCalendarYear({ reader, actor }: QueryContext, { year }: { readonly year: number }) {
  const own = (await listCalendarDays(reader, actor.courtId)).filter(({ day }) => day.startsWith(`${year}-`));
  const shipped = SHIPPED_DAYS.filter(({ day }) => day.startsWith(`${year}-`));
  const days = own.length > 0 ? own.filter(({ kind }) => kind !== 'ordinary') : shipped;
  return {
    year,
    isKnown: own.length > 0 || SHIPPED_YEARS.includes(year),
    days: days.map((day) => ({ ...day, isOwn: own.length > 0 })),
  };
}

/** What ships and is not given counts as an ordinary day. */
function daysToKeep(year: number, given: readonly GivenDay[]): CalendarDayRow[] {
  const named = new Set(given.map(({ day }) => day));
  const withdrawn = SHIPPED_DAYS.filter(({ day }) => day.startsWith(`${year}-`) && !named.has(day));
  return [...given, ...withdrawn.map(({ day, name }) => ({ day, name, kind: 'ordinary' as const }))];
}

async function countAnew(command: CommandContext): Promise<number> {
  const { trx, actor, now } = command;
  const calendar = await readCourtCalendar(trx, actor.courtId);
  const moved = [];
  for (const row of await listOpenDeadlines(trx, actor.courtId, null)) {
    const period = periodOfVersion(row.ruleId, row.ruleVersion, row.startOn);
    if (period === null) continue;
    const end = countPeriod(period, { on: row.startOn, at: row.startAt }, calendar);
    if (end.dueOn === row.dueOn && end.isProvisional === row.isProvisional) continue;
    const { level, nextAt } = standingAt(end.dueAt, deadlineRule(row.ruleId).remindDaysBefore, now);
    await updateDeadlineDue(trx, actor.courtId, row.id, { ...end, level, nextLevelAt: nextAt });
    const note = `${row.dueOn} → ${end.dueOn}`;
    const { dueAt } = end;
    moved.push({
      id: newId(now.getTime()),
      deadlineId: row.id,
      kind: 'counted_anew' as const,
      level,
      dueAt,
      note,
    });
  }
  const by = { personId: actor.personId, personName: actor.personName, now };
  if (moved.length > 0) await appendDeadlineEvents(trx, actor.courtId, by, moved);
  return moved.length;
}

/**
 * Sets the holidays of a year for the acting court, all of them at once, and counts its open deadlines anew. Refusals:
 * CALENDAR_YEAR_WRONG, CALENDAR_DAY_TWICE.
 */
export async function saveCalendar(
  command: CommandContext,
  { year, days }: { readonly year: number; readonly days: readonly GivenDay[] },
): Promise<{ year: number; countedAnew: number }> {
  const { trx, actor, now } = command;
  if (days.some(({ day }) => !day.startsWith(`${year}-`)))
    throw refuseDeadline('CALENDAR_YEAR_WRONG', { year });
  const twice = days.find(({ day }, at) => days.findIndex((other) => other.day === day) !== at);
  if (twice) throw refuseDeadline('CALENDAR_DAY_TWICE', { day: twice.day });
  const by = { personId: actor.personId, personName: actor.personName, now };
  await replaceCalendarYear(trx, actor.courtId, by, year, daysToKeep(year, days));
  const countedAnew = await countAnew(command);
  command.audit({
    subjectKind: 'calendar',
    subjectId: String(year),
    subjectLabel: String(year),
    after: { days },
    detail: { countedAnew },
  });
  return { year, countedAnew };
}

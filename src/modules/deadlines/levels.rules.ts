/**
 * How a deadline gets louder: to its owner before the end, on each day of which its rule reminds, at the end, then to the head of department, then to the
 * leaders and the inspector. Pure.
 */
import { daysLater } from '../../platform/days.ts';

export const LEVELS = [
  { zh: '正常', en: 'Quiet' },
  { zh: '即将到期', en: 'Due soon' },
  { zh: '已逾期', en: 'Overdue' },
  { zh: '已报部门负责人', en: 'Told to the head of department' },
  { zh: '已报院领导、督察', en: 'Told to the leaders and the inspector' },
] as const;
export type Level = 0 | 1 | 2 | 3 | 4;

/** Days after the end at which the head and the leaders are told (公通字〔2015〕21号 第11条 as pattern). */
const TOLD_DAYS_AFTER = { head: 1, leaders: 3 } as const;

/** What was due before then is told to the head of the department; what was due before the other, to the leaders too. */
export function toldSince(now: Date): { readonly head: Date; readonly leaders: Date } {
  return { head: daysLater(now, -TOLD_DAYS_AFTER.head), leaders: daysLater(now, -TOLD_DAYS_AFTER.leaders) };
}

/** When it is said again that something is due soon, earliest first (D18: sixty, thirty and seven days before). */
function reminderTimes(dueAt: Date, remindDaysBefore: readonly number[]): Date[] {
  const daysBefore = remindDaysBefore.toSorted((one, other) => other - one);
  return daysBefore.map((days) => daysLater(dueAt, -days));
}

/** When each level begins, in order; a rule without reminders is due soon at its very end. */
export function levelStarts(
  dueAt: Date,
  remindDaysBefore: readonly number[],
): readonly [Date, Date, Date, Date] {
  const after = (days: number) => daysLater(dueAt, days);
  const earliest = Math.max(0, ...remindDaysBefore);
  return [after(-earliest), dueAt, after(TOLD_DAYS_AFTER.head), after(TOLD_DAYS_AFTER.leaders)];
}

export interface Standing {
  readonly level: Level;
  /** When the next level begins, or it is reminded again at this one; null at the highest. */
  readonly nextAt: Date | null;
}

export function standingAt(dueAt: Date, remindDaysBefore: readonly number[], now: Date): Standing {
  const starts = levelStarts(dueAt, remindDaysBefore);
  const passed = starts.filter((start) => start <= now).length;
  const [reminder] = reminderTimes(dueAt, remindDaysBefore).filter((time) => time > now);
  // why: at most four starts have passed.
  return { level: passed as Level, nextAt: reminder ?? starts[passed] ?? null };
}

/** What was seen counts until it gets louder or is reminded again. */
export function isSeen(
  seen: { readonly level: number | null; readonly at: Date | null },
  { dueAt, remindDaysBefore, now }: { dueAt: Date; remindDaysBefore: readonly number[]; now: Date },
): boolean {
  const { level, at } = seen;
  if (level === null || at === null || level < standingAt(dueAt, remindDaysBefore, now).level) return false;
  const last = reminderTimes(dueAt, remindDaysBefore).findLast((time) => time <= now);
  return last === undefined || last <= at;
}

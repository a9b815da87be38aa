/** The months for which the sample courts have posted depreciation. Pure. */

/** `2024-11` … the month before `until`, each month in Asia/Shanghai. */
export function monthsBetween(since: Date, until: Date): string[] {
  const months: string[] = [];
  const at = new Date(Date.UTC(since.getUTCFullYear(), since.getUTCMonth(), 15));
  while (at.getTime() < Date.UTC(until.getUTCFullYear(), until.getUTCMonth(), 1)) {
    months.push(at.toISOString().slice(0, 7));
    at.setUTCMonth(at.getUTCMonth() + 1);
  }
  return months;
}

/** The third of the month that follows, in the afternoon. */
export function postingDay(month: string): Date {
  const day = new Date(`${month}-03T16:00:00+08:00`);
  day.setUTCMonth(day.getUTCMonth() + 1);
  return day;
}

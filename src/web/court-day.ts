/** The court's calendar: Asia/Shanghai, which has kept UTC+8 without daylight saving since 1991. Pure. */
const OFFSET_MS = 8 * 3600 * 1000;

/** `2026-11-23` in Asia/Shanghai at that moment. */
export function shanghaiToday(now: Date): string {
  return new Date(now.getTime() + OFFSET_MS).toISOString().slice(0, 10);
}

/** Whether a loan's due day has passed. */
export function isOverdueOn(loanDueOn: string | null, today: string): boolean {
  return loanDueOn !== null && loanDueOn < today;
}

/** `2026-11-23 09:30` on the court's wall clock → `2026-11-23T09:30:00+08:00`. */
export function instantOfWallClock(text: string): string {
  return `${text.slice(0, 10)}T${text.slice(11, 16)}:00+08:00`;
}

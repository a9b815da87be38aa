/** Days and moments in Asia/Shanghai (no daylight saving since 1991), computed. Pure; runs in the browser too. */
export const DAY_MS = 24 * 60 * 60 * 1000;
export const SHANGHAI_OFFSET_MS = 8 * 60 * 60 * 1000;

/** The calendar day `YYYY-MM-DD` some days after, or before when negative. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10);
}

/** The moment some times 24 hours later, or earlier when negative. */
export function daysLater(at: Date, days: number): Date {
  return new Date(at.getTime() + days * DAY_MS);
}

/** A moment as refusals say it: `2026-11-23 09:30`. */
export function sayShanghaiMinute(atMs: number): string {
  return new Date(atMs + SHANGHAI_OFFSET_MS).toISOString().slice(0, 16).replace('T', ' ');
}

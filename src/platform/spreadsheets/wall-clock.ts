import { shanghaiInstant } from '../clock.ts';

/** An instant as office people read it, in Asia/Shanghai: `2026-11-23 09:30:05`. RangeError for an invalid date. */
export function formatWallClock(instant: Date): string {
  return shanghaiInstant(instant).slice(0, 19).replace('T', ' ');
}

/** `2026-11-23 09:30` in Asia/Shanghai. RangeError for an invalid date. */
export function formatWallClockMinute(instant: Date): string {
  return formatWallClock(instant).slice(0, 16);
}

import { daysLater } from '../../platform/days.ts';

const FILE_KEPT_DAYS = 30;

/** How long an uploaded file, and what was found in it, is kept. */
export function fileKeptUntil(now: Date): Date {
  return daysLater(now, FILE_KEPT_DAYS);
}

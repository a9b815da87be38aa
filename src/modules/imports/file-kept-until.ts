const FILE_KEPT_DAYS = 30;
const DAY_MS = 24 * 60 * 60_000;

/** How long an uploaded file, and what was found in it, is kept. */
export function fileKeptUntil(now: Date): Date {
  return new Date(now.getTime() + FILE_KEPT_DAYS * DAY_MS);
}

/** When the steps of a sample life happened. Pure. */
import { shanghaiDay, startOfShanghaiDay } from '../platform/clock.ts';
import type { ItemTransition } from '../modules/seized-items/item-transitions.ts';
import type { SampleLife } from './item-catalogue.ts';
import type { Random } from './random.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Ends of a life that are not over. */
const AWAY: ReadonlySet<ItemTransition> = new Set([
  ...(['prepare_release', 'release', 'dispatch', 'acknowledge_dispatch'] as const),
]);
/** What stands on a list or has just come in is some days old. */
const UNCOUNTED: ReadonlySet<ItemTransition> = new Set(['preregister', 'arrive', 'record_difference']);
const OFFICE_OPENS_MS = 9 * HOUR_MS;

/** In office hours, with as many days between two steps as the time from the first to now allows. */
export function timesOf(random: Random, count: number, since: Date, now: Date): Date[] {
  const span = Math.max(now.getTime() - since.getTime() - DAY_MS, HOUR_MS);
  const day = startOfShanghaiDay(shanghaiDay(new Date(since.getTime() + random.next() * span * 0.4)));
  const start = day.getTime() + OFFICE_OPENS_MS + random.next() * 5 * HOUR_MS;
  const strideDays = Math.floor((now.getTime() - HOUR_MS - start) / Math.max(count, 1) / DAY_MS);
  return Array.from({ length: count }, (_, index) => {
    const days = Math.max(index - 2, 0) * Math.min(Math.max(strideDays, 0), 40);
    const offset = Math.min(index, 2) * HOUR_MS + days * DAY_MS;
    return new Date(Math.min(start + offset, now.getTime() - (count - index) * 1000));
  });
}

/** What is still away left within the last days, a few of them too long ago; a loan comes back within a week. */
export function withinReason(
  random: Random,
  steps: SampleLife['steps'],
  times: readonly Date[],
  now: Date,
): Date[] {
  const last = steps.at(-1) ?? 'preregister';
  const moved = [...times];
  if (UNCOUNTED.has(last)) {
    const day = now.getTime() - random.integer(0, 5) * DAY_MS;
    const since = startOfShanghaiDay(shanghaiDay(new Date(day))).getTime() + OFFICE_OPENS_MS;
    const first = Math.min(since + random.next() * 6 * HOUR_MS, now.getTime() - 2 * HOUR_MS);
    return times.map((_, index) => new Date(first + index * 0.5 * HOUR_MS));
  }
  const [before, end] = [times.at(-2) ?? now, times.at(-1) ?? now];
  const officeHour = (day: number) =>
    startOfShanghaiDay(shanghaiDay(new Date(day))).getTime() + OFFICE_OPENS_MS + random.next() * 8 * HOUR_MS;
  const clamp = (at: number) => new Date(Math.min(Math.max(at, before.getTime() + HOUR_MS), end.getTime()));
  if (last === 'give_back')
    moved.splice(-1, 1, clamp(officeHour(before.getTime() + random.integer(1, 5) * DAY_MS)));
  if (!AWAY.has(last)) return moved;
  const isThere = last === 'acknowledge_dispatch';
  const daysAgo = isThere
    ? random.integer(3, 45)
    : random.chance(0.2)
      ? random.integer(8, 9)
      : random.integer(0, 6);
  const at = Math.min(officeHour(now.getTime() - daysAgo * DAY_MS), now.getTime() - HOUR_MS);
  const since = Math.max(at, (times.at(-3) ?? before).getTime() + 3 * HOUR_MS);
  if (since >= now.getTime()) return moved;
  const isPair = steps.at(-2) === 'prepare_release';
  const dispatchedAt = Math.max(since - 2 * DAY_MS, (times.at(-4) ?? before).getTime() + 2 * HOUR_MS);
  if (isThere)
    moved.splice(
      -3,
      3,
      new Date(dispatchedAt - HOUR_MS),
      new Date(dispatchedAt),
      new Date(Math.max(since, dispatchedAt + HOUR_MS)),
    );
  else if (isPair) moved.splice(-2, 2, new Date(since - HOUR_MS), new Date(since));
  else moved.splice(-1, 1, new Date(since));
  return moved;
}

/** Cash goes to the bank on the day after; everything else when it is drawn, never before what came first. */
export function momentOf(transition: ItemTransition, previous: Date | undefined, drawn: Date): Date {
  if (previous === undefined) return drawn;
  const soon = transition === 'deposit' ? previous.getTime() + DAY_MS : drawn.getTime();
  return new Date(
    Math.min(Math.max(soon, previous.getTime() + 1), Math.max(drawn.getTime(), previous.getTime() + 1)),
  );
}

/** Which lives the items of a case may have had: nothing is disposed of before a judgment, and most of it after. Pure. */
import { shanghaiDay, startOfShanghaiDay } from '../platform/clock.ts';
import type { SampleLife } from './item-catalogue.ts';
import type { Random } from './random.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const OFFICE_OPENS_MS = 9 * HOUR_MS;
const JUDGED_SHARE = 6;
const WAITING_SHARE = 1.5;
const LEFT_SHARE = 0.25;
/** Last steps of things that are not gone yet. */
const WAITING = ['await_disposition', 'publish_notice'];

function indexOfJudgment({ steps }: SampleLife): number {
  return steps.indexOf('await_disposition');
}

/** The lives with the weights that they have in a case with or without a judgment. */
export function livesOf(lives: readonly SampleLife[], isJudged: boolean): SampleLife[] {
  return lives.flatMap((life) => {
    const isDisposal = indexOfJudgment(life) >= 0;
    if (!isJudged) return isDisposal ? [] : [life];
    const isWaiting = WAITING.includes(life.steps.at(-1) ?? '');
    const share = isWaiting ? WAITING_SHARE : isDisposal ? JUDGED_SHARE : LEFT_SHARE;
    return [{ ...life, weight: life.weight * share }];
  });
}

const FINISHED = ['return_to_owner', 'pay_into_treasury', 'destroy', 'send_back'];

/** Lives that a judgment has ended. */
export function finishedLives(lives: readonly SampleLife[]): SampleLife[] {
  return lives.filter(({ steps }) => FINISHED.includes(steps.at(-1) ?? ''));
}

/** What follows a judgment happens in the months after it, in office hours. */
export function afterJudgment(
  random: Random,
  life: SampleLife,
  times: readonly Date[],
  { judgedOn, now }: { readonly judgedOn: Date | null; readonly now: Date },
): Date[] {
  const first = indexOfJudgment(life);
  if (first < 0 || judgedOn === null) return [...times];
  const latest = now.getTime() - HOUR_MS;
  let at = Math.max(judgedOn.getTime() + 8 * DAY_MS, times[first - 1]?.getTime() ?? 0);
  return times.map((time, index) => {
    if (index < first) return time;
    const day = startOfShanghaiDay(shanghaiDay(new Date(at + random.integer(1, 25) * DAY_MS)));
    at = Math.min(day.getTime() + OFFICE_OPENS_MS + random.next() * 7 * HOUR_MS, latest + index * 60_000);
    return new Date(at);
  });
}

/** The three ways of putting load on something: one after the other, as fast as n clients can, and at a fixed rate. */
import { setTimeout as pause } from 'node:timers/promises';
import { latencyOf, type Latency } from './statistics.ts';

/** Runs `task` so many times, one after the other, after a few that do not count. */
export async function repeat(
  count: number,
  task: (index: number) => Promise<unknown>,
  warmUps = 5,
): Promise<Latency> {
  const times: number[] = [];
  for (let index = -warmUps; index < count; index += 1) {
    const startedAt = performance.now();
    await task(index + warmUps);
    if (index >= 0) times.push(performance.now() - startedAt);
  }
  return latencyOf(times);
}

/** How many tasks a second `clients` finish when each begins its next one as soon as one is done. */
export async function saturate(
  clients: number,
  seconds: number,
  task: (client: number) => Promise<unknown>,
): Promise<number> {
  const startedAt = performance.now();
  const until = startedAt + seconds * 1000;
  let done = 0;
  const work = async (client: number) => {
    while (performance.now() < until) {
      await task(client);
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, client) => work(client)));
  return (done / (performance.now() - startedAt)) * 1000;
}

export interface Offered {
  readonly perSecond: number;
  readonly seconds: number;
  readonly lanes: number;
}

/**
 * Offers tasks at a fixed rate whether or not earlier ones are done. The time of each counts from the moment for which
 * it was scheduled, so that waiting behind a slow one is part of it.
 */
export async function offer(
  { perSecond, seconds, lanes }: Offered,
  task: (lane: number, index: number) => Promise<unknown>,
): Promise<Latency> {
  const total = Math.round(perSecond * seconds);
  const startAt = performance.now() + 10;
  const dueAt = (index: number) => startAt + (index * 1000) / perSecond;
  const free = Array.from({ length: lanes }, (_, lane) => lane);
  const times: number[] = [];
  let next = 0;
  let failure: Error | undefined;
  const finish = (lane: number, index: number) => {
    times.push(performance.now() - dueAt(index));
    free.push(lane);
    sendDue();
  };
  const sendDue = () => {
    while (next < total && free.length > 0 && dueAt(next) <= performance.now()) {
      const lane = free.pop() ?? 0;
      const index = next;
      next += 1;
      task(lane, index).then(
        () => finish(lane, index),
        (error: unknown) => {
          failure = new Error(`task ${index} failed`, { cause: error });
          finish(lane, index);
        },
      );
    }
  };
  while (times.length < total) {
    sendDue();
    await pause(1);
  }
  if (failure !== undefined) throw failure;
  return latencyOf(times);
}

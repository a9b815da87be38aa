/** Long work that goes on in this process after the request that started it was answered. */
import type pg from 'pg';

/** Ends early, at its next safe point, when the signal is aborted. */
export type BackgroundWork = (signal: AbortSignal) => Promise<void>;

interface Running {
  readonly controller: AbortController;
  readonly done: Promise<void>;
}

const runningByPool = new WeakMap<pg.Pool, Set<Running>>();

function runningOf(pool: pg.Pool): Set<Running> {
  const known = runningByPool.get(pool);
  if (known) return known;
  const fresh = new Set<Running>();
  runningByPool.set(pool, fresh);
  return fresh;
}

/** Starts the work and returns at once; `onError` is told of work that failed. */
export function startInBackground(
  pool: pg.Pool,
  work: BackgroundWork,
  onError: (error: unknown) => void,
): void {
  const all = runningOf(pool);
  const controller = new AbortController();
  const done = work(controller.signal).catch(onError);
  const running = { controller, done };
  all.add(running);
  void done.finally(() => all.delete(running));
}

/** Asks all work on this pool to end and waits until it has; before the pool is closed. */
export async function stopBackground(pool: pg.Pool): Promise<void> {
  const all = [...runningOf(pool)];
  for (const { controller } of all) controller.abort(new Error('the server is stopping'));
  await Promise.all(all.map(({ done }) => done));
}

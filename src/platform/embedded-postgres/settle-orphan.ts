/** A server that outlived the process that started it, and what a crash leaves behind. */
import { rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { Sentence } from '../errors.ts';
import { postmasterPath, readPostmasterFile } from './postmaster-file.ts';
import { isPostgresIn, listPostgresIn, readProcess, sendSignal } from './process-table.ts';
import { EmbeddedPostgresRefused } from './start-refusals.ts';

const POLL_MS = 25;
/** A fast shutdown writes a checkpoint, which takes long on a slow disk. */
const FAST_SHUTDOWN_MS = 60_000;
const IMMEDIATE_SHUTDOWN_MS = 10_000;

async function isGoneWithin(isGone: () => boolean, limitMs: number): Promise<boolean> {
  for (let waited = 0; waited < limitMs; waited += POLL_MS) {
    if (isGone()) return true;
    await pause(POLL_MS);
  }
  return isGone();
}

/**
 * Stops a postmaster: fast shutdown (open transactions are rolled back, a checkpoint is written), and where that does
 * not end, immediate shutdown, after which the next start recovers from the log. False when it still runs.
 */
export async function stopPostmaster(isGone: () => boolean, pid: number): Promise<boolean> {
  sendSignal(pid, 'SIGINT');
  if (await isGoneWithin(isGone, FAST_SHUTDOWN_MS)) return true;
  sendSignal(pid, 'SIGQUIT');
  return isGoneWithin(isGone, IMMEDIATE_SHUTDOWN_MS);
}

function willNotStop(cluster: string, pid: number): EmbeddedPostgresRefused {
  return new EmbeddedPostgresRefused('ORPHAN_WILL_NOT_STOP', {
    zh: `上次遗留的数据库进程 ${pid}（${cluster}）无法停止，请以其所有者身份结束该进程（kill ${pid}）后重新启动。`,
    en: `The database process ${pid} left over in ${cluster} does not stop. End it as its owner (kill ${pid}), then start again.`,
  });
}

/**
 * Leaves the cluster without a running server and without a lock file that names a stranger. Only processes whose
 * program is postgres and whose working folder is this cluster are touched. The lock file is removed only when no such
 * process is left, because backends of a killed postmaster may still write for a moment.
 */
export async function settleOrphan(cluster: string, say: (sentence: Sentence) => void): Promise<void> {
  const found = readPostmasterFile(cluster);
  if (found !== null && isPostgresIn(readProcess(found.pid), cluster)) {
    say({
      zh: `停止上次遗留的数据库进程 ${found.pid}`,
      en: `Stopping the database process ${found.pid} left over`,
    });
    if (!(await stopPostmaster(() => !isPostgresIn(readProcess(found.pid), cluster), found.pid))) {
      throw willNotStop(cluster, found.pid);
    }
  }
  for (const pid of listPostgresIn(cluster)) {
    const isGone = () => !isPostgresIn(readProcess(pid), cluster);
    if (await isGoneWithin(isGone, 1000)) continue;
    sendSignal(pid, 'SIGQUIT');
    if (!(await isGoneWithin(isGone, IMMEDIATE_SHUTDOWN_MS))) throw willNotStop(cluster, pid);
  }
  await rm(postmasterPath(cluster), { force: true });
}

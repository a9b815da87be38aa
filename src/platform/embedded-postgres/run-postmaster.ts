/** Starts the server on a settled cluster and waits until it takes connections. */
import { spawn, type ChildProcess } from 'node:child_process';
import { open, readFile, rename, stat } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { Sentence } from '../errors.ts';
import { asArguments } from './cluster-settings.ts';
import { readPostmasterFile } from './postmaster-file.ts';
import { sendSignal } from './process-table.ts';
import { runAs, type ServerAccount } from './server-account.ts';
import type { ServerBinaries } from './server-binaries.ts';
import type { ServerHome } from './server-home.ts';
import { stopPostmaster } from './settle-orphan.ts';
import { diskFull, EmbeddedPostgresRefused, findReason, tellsOfFullDisk } from './start-refusals.ts';

const POLL_MS = 10;
const REMIND_MS = 10_000;
const LOG_LIMIT_BYTES = 10 * 1024 * 1024;

export interface Postmaster {
  readonly pid: number;
  /** Settles when the server has ended, for whatever reason. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

export type PostmasterAttempt =
  | { readonly outcome: 'ready'; readonly postmaster: Postmaster }
  | { readonly outcome: 'port-taken' }
  /** Another server, or what is left of one, still holds the cluster; it may be gone in a second. */
  | { readonly outcome: 'cluster-held' };

export interface PostmasterOptions {
  readonly home: ServerHome;
  readonly account: ServerAccount | null;
  readonly binaries: ServerBinaries;
  readonly settings: Readonly<Record<string, string>>;
  readonly say: (sentence: Sentence) => void;
}

async function sizeOf(file: string): Promise<number> {
  return stat(file).then(
    (facts) => facts.size,
    () => 0,
  );
}

async function openLog(
  file: string,
): Promise<{ handle: Awaited<ReturnType<typeof open>>; startsAt: number }> {
  if ((await sizeOf(file)) > LOG_LIMIT_BYTES) await rename(file, `${file}.1`);
  return { handle: await open(file, 'a', 0o600), startsAt: await sizeOf(file) };
}

function watch(child: ChildProcess): { hasEnded: () => boolean; ended: Promise<void> } {
  let hasEnded = false;
  const ended = new Promise<void>((resolve) => {
    const end = () => {
      hasEnded = true;
      resolve();
    };
    child.once('exit', end);
    child.once('error', end);
  });
  return { hasEnded: () => hasEnded, ended };
}

function explainEnd(log: string, { home }: PostmasterOptions): PostmasterAttempt {
  if (/could not bind|Address already in use/.test(log)) return { outcome: 'port-taken' };
  if (/lock file ".*" already exists|pre-existing shared memory block/.test(log))
    return { outcome: 'cluster-held' };
  if (tellsOfFullDisk(log)) throw diskFull(home.folder);
  const reason = findReason(log);
  throw new EmbeddedPostgresRefused('SERVER_FAILED', {
    zh: `数据库未能启动：${reason}（详见 ${home.logFile}）`,
    en: `The database did not start: ${reason} (see ${home.logFile})`,
  });
}

function handle(child: ChildProcess, pid: number, watched: ReturnType<typeof watch>): Postmaster {
  const onExit = () => sendSignal(pid, 'SIGINT');
  process.once('exit', onExit);
  void watched.ended.then(() => process.removeListener('exit', onExit));
  return {
    pid,
    ended: watched.ended,
    stop: async () => {
      child.ref();
      if (!watched.hasEnded() && !(await stopPostmaster(watched.hasEnded, pid))) sendSignal(pid, 'SIGKILL');
      await watched.ended;
    },
  };
}

/** One attempt. Throws EmbeddedPostgresRefused for what another attempt would not cure. */
export async function runPostmaster(options: PostmasterOptions): Promise<PostmasterAttempt> {
  const { home, account, binaries, settings, say } = options;
  const log = await openLog(home.logFile);
  const child = spawn(binaries.postgres, ['-D', home.cluster, ...asArguments(settings)], {
    ...runAs(account),
    stdio: ['ignore', log.handle.fd, log.handle.fd],
    // A session of its own: Ctrl-C reaches the application, which stops the server after its last transaction.
    detached: true,
  });
  const watched = watch(child);
  await log.handle.close();
  const pid = child.pid ?? 0;
  for (let waited = 0; !watched.hasEnded(); waited += POLL_MS) {
    const file = readPostmasterFile(home.cluster);
    if (file?.isReady && file.pid === pid)
      return { outcome: 'ready', postmaster: handle(child, pid, watched) };
    if (waited > 0 && waited % REMIND_MS === 0) {
      say({ zh: '数据库正在恢复，请稍候', en: 'The database is recovering, please wait' });
    }
    await pause(POLL_MS);
  }
  const written = await readFile(home.logFile);
  return explainEnd(written.subarray(log.startsAt).toString('utf8'), options);
}

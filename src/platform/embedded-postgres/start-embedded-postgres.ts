/** The database that comes with the product: PostgreSQL on loopback, kept under DATA_DIR. */
import { mkdtemp, chown, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Sentence } from '../errors.ts';
import { keepPort, pickPort, readKeptPort } from './choose-port.ts';
import { readPassword } from './cluster-password.ts';
import { ensureCluster } from './create-cluster.ts';
import { readLivingOwner, removeOwner, writeOwner } from './owner-file.ts';
import { prepareDatabase, type ServerAddress } from './prepare-database.ts';
import { resetPassword } from './reset-password.ts';
import { runPostmaster, type Postmaster, type PostmasterOptions } from './run-postmaster.ts';
import { prepareServerBinaries } from './server-binaries.ts';
import { prepareServerHome, type ServerHome } from './server-home.ts';
import type { ServerAccount } from './server-account.ts';
import { settleOrphan } from './settle-orphan.ts';
import { alreadyRunning, EmbeddedPostgresRefused, explainFileError, portTaken } from './start-refusals.ts';

const SOCKET_PORT = 5432;
/** Linux takes 107 bytes for the path of a socket; the name in the folder takes up to 20. */
const LONGEST_SOCKET_FOLDER = 86;
const PORT_ATTEMPTS = 20;
const HELD_ATTEMPTS = 50;
const HELD_PAUSE_MS = 200;
const OWNER_PAUSE_MS = 100;
const OWNER_ATTEMPTS = 60;

export interface EmbeddedPostgresOptions {
  readonly dataDir: string;
  readonly say: (sentence: Sentence) => void;
  /** Listen on a Unix socket and on no port. */
  readonly socketOnly?: boolean;
  /** A fixed port; taken means refused. Without it a free port is chosen and kept. */
  readonly port?: number;
  /** Further server settings for this run. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface EmbeddedPostgres {
  /** Connects as the owner of the database `court_custody`, who is no superuser. */
  readonly ownerUrl: string;
  /** Connects as the superuser to the database `postgres`. */
  readonly adminUrl: string;
  readonly port: number;
  /** Pid of the server. */
  readonly pid: number;
  /** Settles when the server ends, whether stopped or killed. */
  readonly ended: Promise<void>;
  /** Fast shutdown; waits until the server has ended. */
  stop(): Promise<void>;
}

/** A predecessor that is just stopping is waited for. */
async function claimHome(home: ServerHome, dataDir: string): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    const owner = readLivingOwner(home.ownerFile);
    if (owner === null) break;
    if (owner === process.pid || attempt === OWNER_ATTEMPTS) throw alreadyRunning(dataDir, owner);
    await pause(OWNER_PAUSE_MS);
  }
  try {
    writeOwner(home.ownerFile);
  } catch (error) {
    throw explainFileError(error, home.folder);
  }
}

async function makeSocketFolder(home: ServerHome, account: ServerAccount | null): Promise<string> {
  const near = path.join(home.folder, 'socket');
  const isShort = Buffer.byteLength(near) <= LONGEST_SOCKET_FOLDER;
  if (isShort) await mkdir(near, { recursive: true, mode: 0o700 });
  const folder = isShort ? near : await mkdtemp(path.join(tmpdir(), 'court-custody-'));
  if (account !== null) await chown(folder, account.uid, account.gid);
  return folder;
}

interface Running {
  readonly postmaster: Postmaster;
  readonly port: number;
}

/** Tries ports until one is free, and waits for what a crash left behind. */
async function startOnFreePort(
  options: Omit<PostmasterOptions, 'settings'>,
  fixedPort: number | null,
  settingsFor: (port: number) => Record<string, string>,
): Promise<Running> {
  const { home, say } = options;
  let port = fixedPort ?? (await readKeptPort(home.portFile)) ?? pickPort();
  for (let taken = 0, held = 0; taken < PORT_ATTEMPTS && held < HELD_ATTEMPTS;) {
    await settleOrphan(home.cluster, say);
    const attempt = await runPostmaster({ ...options, settings: settingsFor(port) });
    if (attempt.outcome === 'ready') return { postmaster: attempt.postmaster, port };
    if (attempt.outcome === 'port-taken') {
      if (fixedPort !== null) throw portTaken(port);
      taken += 1;
      port = pickPort();
    } else {
      held += 1;
      await pause(HELD_PAUSE_MS);
    }
  }
  throw new EmbeddedPostgresRefused('SERVER_FAILED', {
    zh: `数据库未能启动：${home.cluster} 仍被占用，或没有空闲端口。请稍后重新启动（详见 ${home.logFile}）。`,
    en: `The database did not start: ${home.cluster} is still held, or no port is free. Start again shortly (see ${home.logFile}).`,
  });
}

async function launch(options: EmbeddedPostgresOptions, home: ServerHome, account: ServerAccount | null) {
  const { say, settings = {}, socketOnly = false } = options;
  const binaries = await prepareServerBinaries(account, say);
  await ensureCluster({ home, account, binaries, settings }, say);
  const knownPassword = await readPassword(home.passwordFile);
  if (knownPassword === null) await settleOrphan(home.cluster, say);
  const password = knownPassword ?? (await resetPassword(home, account, binaries));
  const socketFolder = socketOnly ? await makeSocketFolder(home, account) : undefined;
  const running = await startOnFreePort(
    { home, account, binaries, say },
    socketOnly ? SOCKET_PORT : (options.port ?? null),
    (port) => ({
      listen_addresses: socketOnly ? '' : '127.0.0.1',
      unix_socket_directories: socketFolder ?? '',
      port: String(port),
      ...settings,
    }),
  );
  const address: ServerAddress = {
    port: running.port,
    ...(socketFolder === undefined ? {} : { socketFolder }),
  };
  try {
    if (!socketOnly) await keepPort(home.portFile, running.port);
    return { ...running, ...(await prepareDatabase(home, address, password, knownPassword === null)) };
  } catch (error) {
    await running.postmaster.stop();
    throw error;
  }
}

/**
 * Starts the embedded PostgreSQL of a data folder; everything it needs is made on first use. A server left over by a
 * killed start is stopped first. Throws EmbeddedPostgresRefused (a StartRefused) with one sentence otherwise.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { home, account } = await prepareServerHome(path.resolve(options.dataDir), options.say);
  await claimHome(home, path.resolve(options.dataDir));
  try {
    const { postmaster, port, ownerUrl, adminUrl } = await launch(options, home, account);
    const stop = async () => {
      await postmaster.stop();
      removeOwner(home.ownerFile);
    };
    return { ownerUrl, adminUrl, port, pid: postmaster.pid, ended: postmaster.ended, stop };
  } catch (error) {
    removeOwner(home.ownerFile);
    throw explainFileError(error, home.folder);
  }
}

/** Makes a new cluster: in a folder of its own, then renamed, so that a killed initdb leaves nothing half done. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { errorCodeOf } from '../error-code.ts';
import type { Sentence } from '../errors.ts';
import { makePassword, readPassword, writePassword } from './cluster-password.ts';
import { asArguments, clusterSettings } from './cluster-settings.ts';
import { runAs, type ServerAccount } from './server-account.ts';
import type { ServerBinaries } from './server-binaries.ts';
import type { ServerHome } from './server-home.ts';
import {
  clusterDamaged,
  clusterVersionDiffers,
  diskFull,
  EmbeddedPostgresRefused,
  explainFileError,
  findReason,
  tellsOfFullDisk,
} from './start-refusals.ts';

export const SUPERUSER = 'postgres';
const UNFINISHED = 'data.unfinished-';

interface Creation {
  readonly home: ServerHome;
  readonly account: ServerAccount | null;
  readonly binaries: ServerBinaries;
  /** Further settings; `fsync=off` also skips the syncing of the new files. */
  readonly settings: Readonly<Record<string, string>>;
}

function isFailedProgram(error: unknown): error is { stderr: string } {
  return typeof error === 'object' && error !== null && 'stderr' in error && typeof error.stderr === 'string';
}

function outputOf(error: unknown): string {
  if (isFailedProgram(error)) return error.stderr.trim();
  return error instanceof Error ? error.message : String(error);
}

async function runInitdb(
  { account, binaries, settings }: Creation,
  folder: string,
  locale: string,
): Promise<void> {
  await promisify(execFile)(
    binaries.initdb,
    [
      `--pgdata=${path.join(folder, 'data')}`,
      `--pwfile=${path.join(folder, 'pwfile')}`,
      `--username=${SUPERUSER}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // The library's own rules, so that no index depends on the locales of the machine.
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      `--locale=${locale}`,
      '--lc-messages=C',
      '--text-search-config=simple',
      '--no-instructions',
      ...(settings['fsync'] === 'off' ? ['--no-sync'] : []),
      ...asArguments(clusterSettings()),
    ],
    { ...runAs(account), maxBuffer: 4 * 1024 * 1024 },
  );
}

async function initialise(creation: Creation, folder: string): Promise<void> {
  const data = path.join(folder, 'data');
  try {
    await runInitdb(creation, folder, 'C.UTF-8');
  } catch (error) {
    if (!/invalid locale/i.test(outputOf(error))) throw error;
    await rm(data, { recursive: true, force: true });
    await runInitdb(creation, folder, 'C');
  }
}

function explainInitdb(error: unknown, home: ServerHome): unknown {
  const output = outputOf(error);
  if (tellsOfFullDisk(output)) return diskFull(home.folder);
  if (!isFailedProgram(error)) return explainFileError(error, home.folder);
  const reason = findReason(output);
  return new EmbeddedPostgresRefused('SERVER_FAILED', {
    zh: `无法创建数据库（${home.cluster}）：${reason}`,
    en: `The database could not be created in ${home.cluster}: ${reason}`,
  });
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function removeUnfinished(home: ServerHome): Promise<void> {
  const names = (await readdir(home.folder)).filter((name) => name.startsWith(UNFINISHED));
  for (const name of names) {
    // An initdb that outlived a killed start may still write into its own folder; the next start tries again.
    await rm(path.join(home.folder, name), { recursive: true, force: true, maxRetries: 3 }).catch(
      () => undefined,
    );
  }
}

async function createCluster(creation: Creation): Promise<void> {
  const { home, account } = creation;
  const folder = path.join(home.folder, `${UNFINISHED}${process.pid}-${Date.now()}`);
  try {
    const password = (await readPassword(home.passwordFile)) ?? makePassword();
    await writePassword(home.passwordFile, password);
    await mkdir(folder, { mode: 0o700 });
    await writeFile(path.join(folder, 'pwfile'), `${password}\n`, { mode: 0o600 });
    if (account !== null) {
      await chown(path.join(folder, 'pwfile'), account.uid, account.gid);
      await chown(folder, account.uid, account.gid);
    }
    await initialise(creation, folder);
    await rename(path.join(folder, 'data'), home.cluster);
    await syncFolder(home.folder);
  } catch (error) {
    throw explainInitdb(error, home);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Leaves a cluster of this version in place. Throws EmbeddedPostgresRefused when the folder holds something else, a
 * cluster of another major version, or one that another user owns.
 */
export async function ensureCluster(creation: Creation, say: (sentence: Sentence) => void): Promise<void> {
  const { home, binaries } = creation;
  await removeUnfinished(home);
  if (!existsSync(home.cluster) || (await isEmpty(home))) {
    say({ zh: `创建数据库：${home.cluster}`, en: `Creating the database in ${home.cluster}` });
    return createCluster(creation);
  }
  const version = await readFile(path.join(home.cluster, 'PG_VERSION'), 'utf8').catch((error: unknown) => {
    throw errorCodeOf(error) === 'ENOENT' ? clusterDamaged(home.cluster) : ofOtherUser(home.cluster);
  });
  if (Number(version) !== binaries.majorVersion) {
    throw clusterVersionDiffers(home.cluster, version.trim(), binaries.majorVersion);
  }
  const runsAs = creation.account?.uid ?? process.getuid?.();
  if ((await stat(home.cluster)).uid !== runsAs) throw ofOtherUser(home.cluster);
  // PostgreSQL refuses a folder that others may enter.
  await chmod(home.cluster, 0o700);
}

async function isEmpty(home: ServerHome): Promise<boolean> {
  return readdir(home.cluster).then(
    (names) => names.length === 0,
    () => Promise.reject(ofOtherUser(home.cluster)),
  );
}

function ofOtherUser(cluster: string): EmbeddedPostgresRefused {
  return new EmbeddedPostgresRefused('CLUSTER_OF_OTHER_USER', {
    zh: `数据库 ${cluster} 属于另一个用户，请以该用户或 root 身份启动。`,
    en: `The database in ${cluster} belongs to another user. Start as that user or as root.`,
  });
}

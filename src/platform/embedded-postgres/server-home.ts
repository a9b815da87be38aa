/** Where the cluster, its password, port and log live. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { constants, existsSync } from 'node:fs';
import { access, chmod, mkdir, readFile, realpath, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Sentence } from '../errors.ts';
import { chooseServerAccount, runAs, type ServerAccount } from './server-account.ts';
import {
  EmbeddedPostgresRefused,
  explainFileError,
  folderUnreadable,
  folderUnwritable,
} from './start-refusals.ts';

/** Where clusters go whose DATA_DIR the server's account cannot reach; a folder for each DATA_DIR. */
const REACHABLE_PLACE = '/var/lib/court-custody';
/** The server's account passes through, and sees nothing but what it owns. */
const PASS_THROUGH = 0o711;

export interface ServerHome {
  readonly folder: string;
  readonly cluster: string;
  readonly passwordFile: string;
  readonly portFile: string;
  readonly logFile: string;
  readonly ownerFile: string;
}

function describeHome(folder: string): ServerHome {
  return {
    folder,
    cluster: path.join(folder, 'data'),
    passwordFile: path.join(folder, 'password'),
    portFile: path.join(folder, 'port'),
    logFile: path.join(folder, 'server.log'),
    ownerFile: path.join(folder, 'owner'),
  };
}

async function makeFolder(folder: string): Promise<void> {
  try {
    const made = await mkdir(folder, { recursive: true });
    if (made !== undefined && process.getuid?.() === 0) {
      for (let at = folder; at.startsWith(made); at = path.dirname(at)) await chmod(at, PASS_THROUGH);
    }
  } catch (error) {
    throw explainFileError(error, folder);
  }
}

async function requireUsable(folder: string): Promise<void> {
  await access(folder, constants.R_OK | constants.X_OK).catch(() => Promise.reject(folderUnreadable(folder)));
  await access(folder, constants.W_OK).catch(() => Promise.reject(folderUnwritable(folder)));
}

/** Asks the kernel, as the account itself, because modes alone do not tell of access lists and mounts. */
function canReach(account: ServerAccount | null, folder: string): boolean {
  if (account === null) return true;
  const answer = spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], {
    ...runAs(account),
    stdio: 'ignore',
  });
  if (answer.error) throw noRightToChangeAccount(account);
  return answer.status === 0;
}

function noRightToChangeAccount(account: ServerAccount): EmbeddedPostgresRefused {
  return new EmbeddedPostgresRefused('NO_ACCOUNT', {
    zh: `当前 root 无权切换到账户 ${account.name}，数据库又不能以 root 身份运行。请以普通用户启动，或用 DATABASE_URL 连接外部数据库。`,
    en: `This root may not switch to the account ${account.name}, and the database cannot run as root. Start as an ordinary user, or set DATABASE_URL.`,
  });
}

async function readLocation(file: string): Promise<string | null> {
  return readFile(file, 'utf8').then(
    (text) => text.trim(),
    () => null,
  );
}

function otherPlace(realDataDir: string): string {
  const name = createHash('sha256').update(realDataDir).digest('hex').slice(0, 16);
  return path.join(REACHABLE_PLACE, name);
}

/** The home of a DATA_DIR as an earlier start left it, or null when there is none. Creates nothing. */
export async function findServerHome(dataDir: string): Promise<ServerHome | null> {
  const realDataDir = await realpath(dataDir).catch(() => null);
  if (realDataDir === null) return null;
  const moved = await readLocation(path.join(realDataDir, 'postgres', 'location'));
  const homes = [moved ?? otherPlace(realDataDir), path.join(realDataDir, 'postgres')].map(describeHome);
  return homes.find((home) => existsSync(home.cluster)) ?? null;
}

async function moveToReachablePlace(
  realDataDir: string,
  say: (sentence: Sentence) => void,
): Promise<ServerHome> {
  const home = describeHome(otherPlace(realDataDir));
  await makeFolder(home.folder);
  await writeFile(path.join(realDataDir, 'postgres', 'location'), `${home.folder}\n`);
  say({
    zh: `数据库账户无法进入 ${realDataDir}，数据库存放在 ${home.folder}`,
    en: `The database's account cannot enter ${realDataDir}, so the database is kept in ${home.folder}`,
  });
  return home;
}

/**
 * Makes DATA_DIR if absent and says where its cluster is or shall be, and under which account it runs.
 * Throws EmbeddedPostgresRefused when the folder cannot be read or written, or the cluster is out of reach.
 */
export async function prepareServerHome(
  dataDir: string,
  say: (sentence: Sentence) => void,
): Promise<{ home: ServerHome; account: ServerAccount | null }> {
  await makeFolder(dataDir);
  await requireUsable(dataDir);
  const realDataDir = await realpath(dataDir);
  const local = describeHome(path.join(realDataDir, 'postgres'));
  await makeFolder(local.folder);
  await requireUsable(local.folder);
  const existing = await findServerHome(realDataDir);
  const account = chooseServerAccount((existing ?? local).cluster);
  if (existing !== null) {
    if (existing.folder !== local.folder) {
      await requireUsable(existing.folder);
      say({ zh: `数据库存放在 ${existing.folder}`, en: `The database is kept in ${existing.folder}` });
    }
    if (canReach(account, existing.folder)) return { home: existing, account };
    throw new EmbeddedPostgresRefused('CLUSTER_UNREACHABLE', {
      zh: `数据库账户 ${account?.name ?? ''} 无法进入 ${existing.folder}，请为其上级目录增加通过权限（chmod o+x）后重新启动。`,
      en: `The database's account ${account?.name ?? ''} cannot enter ${existing.folder}. Let others pass through the folders above it (chmod o+x), then start again.`,
    });
  }
  if (canReach(account, local.folder)) return { home: local, account };
  return { home: await moveToReachablePlace(realDataDir, say), account };
}

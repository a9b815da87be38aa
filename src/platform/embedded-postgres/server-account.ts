/** PostgreSQL refuses to run as root: which account it runs under instead. */
import { readFileSync, statSync } from 'node:fs';
import { EmbeddedPostgresRefused } from './start-refusals.ts';

export interface ServerAccount {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

function readAccounts(): ServerAccount[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4)
    .map(([name, , uid, gid]) => ({ name: name ?? '', uid: Number(uid), gid: Number(gid) }));
}

function ownerOf(folder: string): number | null {
  try {
    return statSync(folder).uid;
  } catch {
    return null;
  }
}

/**
 * Null: run as ourselves. For root: the owner of a cluster that is there already, else `postgres`, else `nobody`.
 * initdb wants an account with a passwd entry, so a bare number does not do.
 */
export function chooseServerAccount(clusterFolder: string): ServerAccount | null {
  if (process.getuid?.() !== 0) return null;
  const accounts = readAccounts().filter((account) => account.uid !== 0);
  const owner = ownerOf(clusterFolder);
  const chosen =
    accounts.find((account) => account.uid === owner) ??
    accounts.find((account) => account.name === 'postgres') ??
    accounts.find((account) => account.name === 'nobody');
  if (chosen) return chosen;
  throw new EmbeddedPostgresRefused('NO_ACCOUNT', {
    zh: '数据库不能以 root 身份运行，而本机没有 postgres 或 nobody 账户。请创建其一（useradd -r postgres），或以普通用户启动。',
    en: 'The database cannot run as root, and this machine has no account postgres or nobody. Create one (useradd -r postgres), or start as an ordinary user.',
  });
}

/** Options of `spawn` that run a program as the account, with nothing of our environment. */
export function runAs(account: ServerAccount | null): {
  cwd: string;
  env: NodeJS.ProcessEnv;
  uid?: number;
  gid?: number;
} {
  const clean = { cwd: '/', env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' } };
  return account === null ? clean : { ...clean, uid: account.uid, gid: account.gid };
}

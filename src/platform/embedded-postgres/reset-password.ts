/** Sets the superuser's password without knowing the old one, through a server for one user that no one can reach. */
import { execFile } from 'node:child_process';
import { makePassword, writePassword } from './cluster-password.ts';
import { SUPERUSER } from './create-cluster.ts';
import { runAs, type ServerAccount } from './server-account.ts';
import type { ServerBinaries } from './server-binaries.ts';
import type { ServerHome } from './server-home.ts';
import { EmbeddedPostgresRefused } from './start-refusals.ts';

/** For a cluster whose password file was lost. The server must not be running. */
export async function resetPassword(
  home: ServerHome,
  account: ServerAccount | null,
  binaries: ServerBinaries,
): Promise<string> {
  const password = makePassword();
  const code = await new Promise<number | null>((resolve, reject) => {
    const child = execFile(binaries.postgres, ['--single', '-D', home.cluster, 'postgres'], runAs(account));
    child.once('error', reject);
    child.once('exit', resolve);
    child.stdin?.end(`alter role ${SUPERUSER} password '${password}'\n`);
  });
  if (code !== 0) {
    throw new EmbeddedPostgresRefused('PASSWORD_WRONG', {
      zh: `密码文件 ${home.passwordFile} 已丢失，且无法重设数据库密码。请从备份恢复到新的数据目录。`,
      en: `The password file ${home.passwordFile} is lost and the password could not be set anew. Restore a backup into a new data folder.`,
    });
  }
  await writePassword(home.passwordFile, password);
  return password;
}

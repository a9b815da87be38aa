/** Joins a server that the running system has started, so that a backup needs no stop. */
import { readPassword } from './cluster-password.ts';
import { readLivingOwner } from './owner-file.ts';
import { readPostmasterFile } from './postmaster-file.ts';
import { DATABASE, databaseUrl, OWNER } from './prepare-database.ts';
import { isPostgresIn, readProcess } from './process-table.ts';
import { findServerHome } from './server-home.ts';
import { folderUnreadable } from './start-refusals.ts';

/** The owner's URL of the embedded server that is running on this data folder, or null when none is. */
export async function findRunningServer(dataDir: string): Promise<string | null> {
  const home = await findServerHome(dataDir);
  if (home === null || readLivingOwner(home.ownerFile) === null) return null;
  const password = await readPassword(home.passwordFile).catch(() =>
    Promise.reject(folderUnreadable(home.folder)),
  );
  const file = readPostmasterFile(home.cluster);
  if (password === null || file === null || !file.isReady) return null;
  if (!isPostgresIn(readProcess(file.pid), home.cluster)) return null;
  return databaseUrl(OWNER, password, DATABASE, {
    port: file.port,
    ...(file.socketFolder === '' ? {} : { socketFolder: file.socketFolder }),
  });
}

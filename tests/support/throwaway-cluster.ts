/** A PostgreSQL of its own for a test run: no syncing, in a temporary folder, gone afterwards. */
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {
  listPostgresIn,
  readProcess,
  sendSignal,
} from '../../src/platform/embedded-postgres/process-table.ts';
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '../../src/platform/embedded-postgres/start-embedded-postgres.ts';

const PREFIX = 'court-custody-throwaway-';
const SETTINGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '300',
  max_wal_size: '4GB',
  autovacuum_naptime: '10s',
};

function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** The folder's name carries the pid of the run. */
function isInUse(folder: string): boolean {
  const pid = Number.parseInt(path.basename(folder).slice(PREFIX.length), 10);
  const facts = readProcess(pid);
  return facts !== null && !facts.isZombie;
}

/** Clusters of runs that were killed. */
function removeAbandoned(): void {
  for (const name of readdirSync(os.tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = path.join(os.tmpdir(), name);
    if (isInUse(folder)) continue;
    try {
      for (const pid of listPostgresIn(path.join(folder, 'postgres', 'data'))) sendSignal(pid, 'SIGKILL');
      removeFolder(folder);
    } catch {
      // Another user's; it is that user's to remove.
    }
  }
}

/** `adminUrl` is the superuser's; `stop` also removes the folder, and so does the end of the process. */
export async function startThrowawayCluster(): Promise<EmbeddedPostgres> {
  removeAbandoned();
  const folder = mkdtempSync(path.join(os.tmpdir(), `${PREFIX}${process.pid}-`));
  const onExit = () => removeFolder(folder);
  process.once('exit', onExit);
  // The server's account passes through; otherwise root's cluster would be kept elsewhere.
  chmodSync(folder, 0o711);
  try {
    const server = await startEmbeddedPostgres({ dataDir: folder, say: () => undefined, settings: SETTINGS });
    const stop = async () => {
      await server.stop();
      process.removeListener('exit', onExit);
      removeFolder(folder);
    };
    return { ...server, stop };
  } catch (error) {
    removeFolder(folder);
    throw error;
  }
}

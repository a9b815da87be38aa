/** The owner's connection for a command of its own: DATABASE_URL, or the embedded server, running or not. */
import { findRunningServer } from '../embedded-postgres/find-running-server.ts';
import { findServerHome } from '../embedded-postgres/server-home.ts';
import { startEmbeddedPostgres } from '../embedded-postgres/start-embedded-postgres.ts';
import type { Sentence } from '../errors.ts';
import { refuseBackup } from './backup-refusals.ts';

export interface OwnerDatabase {
  readonly ownerUrl: string;
  /** Stops a server that was started for this; leaves any other alone. */
  close(): Promise<void>;
}

interface Place {
  readonly databaseUrl: string | undefined;
  readonly dataFolder: string;
}

const leaveAlone = async (): Promise<void> => undefined;

async function startFor(dataDir: string, say: (sentence: Sentence) => void): Promise<OwnerDatabase> {
  const server = await startEmbeddedPostgres({ dataDir, say });
  return { ownerUrl: server.ownerUrl, close: () => server.stop() };
}

/** Joins the running system's server. Throws Refusal BACKUP_NOTHING_THERE where no database was ever made. */
export async function openForBackup(place: Place, say: (sentence: Sentence) => void): Promise<OwnerDatabase> {
  if (place.databaseUrl !== undefined) return { ownerUrl: place.databaseUrl, close: leaveAlone };
  const running = await findRunningServer(place.dataFolder);
  if (running !== null) return { ownerUrl: running, close: leaveAlone };
  if ((await findServerHome(place.dataFolder)) === null) throw refuseBackup('BACKUP_NOTHING_THERE');
  return startFor(place.dataFolder, say);
}

/** Makes the embedded database where there is none. Throws Refusal RESTORE_SERVER_RUNNING while the system runs. */
export async function openForRestore(
  place: Place,
  say: (sentence: Sentence) => void,
): Promise<OwnerDatabase> {
  if (place.databaseUrl !== undefined) return { ownerUrl: place.databaseUrl, close: leaveAlone };
  if ((await findRunningServer(place.dataFolder)) !== null) throw refuseBackup('RESTORE_SERVER_RUNNING');
  return startFor(place.dataFolder, say);
}

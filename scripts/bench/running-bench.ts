/** The product that is measured: its own data folder, its own server in a child process, and ways into its database. */
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { createPool } from '../../src/platform/database.ts';
import { findRunningServer } from '../../src/platform/embedded-postgres/find-running-server.ts';
import { readPassword } from '../../src/platform/embedded-postgres/cluster-password.ts';
import { SUPERUSER } from '../../src/platform/embedded-postgres/create-cluster.ts';
import { findServerHome } from '../../src/platform/embedded-postgres/server-home.ts';
import { startProduct, type Product } from '../product-process.ts';

/** No client of the bench may be refused for its rate, and its printers are on this machine. */
const VARIABLES = {
  REQUESTS_PER_MINUTE: '10000000',
  LOG_LEVEL: 'warn',
  PRINTER_NETWORKS: '127.0.0.0/8',
  PRINTER_PORTS: '1-65535',
};

export interface RunningBench {
  readonly dataDir: string;
  readonly product: Product;
  readonly ownerUrl: string;
  /** As the role that the server connects as. */
  readonly applicationUrl: string;
  /** As the superuser, who may load rows past triggers and row-level security. */
  readonly adminUrl: string;
}

/** An empty folder, whatever an earlier bench has left in it. */
export async function emptyFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  await mkdir(folder, { recursive: true, mode: 0o711 });
}

export async function startBench(dataDir: string, words: readonly string[] = []): Promise<RunningBench> {
  const product = await startProduct({ dataDir, words, variables: VARIABLES });
  const [ownerUrl, home] = await Promise.all([findRunningServer(dataDir), findServerHome(dataDir)]);
  if (ownerUrl === null || home === null) throw new Error('the product runs without its database');
  const adminUrl = new URL(ownerUrl);
  adminUrl.username = SUPERUSER;
  adminUrl.password = (await readPassword(home.passwordFile)) ?? '';
  return {
    dataDir,
    product,
    ownerUrl,
    applicationUrl: await readApplicationUrl(dataDir, ownerUrl),
    adminUrl: adminUrl.toString(),
  };
}

async function readApplicationUrl(dataDir: string, ownerUrl: string): Promise<string> {
  const kept: unknown = JSON.parse(await readFile(path.join(dataDir, 'application-role.json'), 'utf8'));
  const url = new URL(ownerUrl);
  if (typeof kept !== 'object' || kept === null || !('role' in kept) || !('password' in kept))
    throw new Error('application-role.json is not what the product writes');
  url.username = String(kept.role);
  url.password = String(kept.password);
  return url.toString();
}

export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export async function withPool<T>(
  connectionString: string,
  work: (pool: pg.Pool) => Promise<T>,
  maxConnections = 4,
): Promise<T> {
  const pool = createPool({ connectionString, maxConnections });
  try {
    return await work(pool);
  } finally {
    await pool.end();
  }
}

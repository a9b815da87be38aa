/** The product's database and its owner in the embedded cluster. */
import pg from 'pg';
import { SUPERUSER } from './create-cluster.ts';
import type { ServerHome } from './server-home.ts';
import { EmbeddedPostgresRefused } from './start-refusals.ts';

export const DATABASE = 'court_custody';
/** Owns the schema and makes the application's role; no superuser. */
export const OWNER = 'court_custody_owner';

export interface ServerAddress {
  readonly port: number;
  /** Given when the server listens on a Unix socket only. */
  readonly socketFolder?: string;
}

export function databaseUrl(
  role: string,
  password: string,
  database: string,
  address: ServerAddress,
): string {
  const host = address.socketFolder === undefined ? '' : `?host=${encodeURIComponent(address.socketFolder)}`;
  const machine = address.socketFolder === undefined ? '127.0.0.1' : 'localhost';
  return `postgresql://${role}:${encodeURIComponent(password)}@${machine}:${address.port}/${database}${host}`;
}

async function connect(url: string, home: ServerHome): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: 'court-custody launcher' });
  // A server that ends while we are connected is reported by the query that fails.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    if (!(error instanceof pg.DatabaseError && error.code === '28P01')) throw error;
    throw new EmbeddedPostgresRefused('PASSWORD_WRONG', {
      zh: `密码文件 ${home.passwordFile} 与数据库不符。请删除该文件后重新启动，程序会重设密码。`,
      en: `The password in ${home.passwordFile} is not the database's. Delete that file and start again; a new password will be set.`,
    });
  }
}

async function makeOwner(client: pg.Client, password: string, exists: boolean): Promise<void> {
  const verb = exists ? 'alter' : 'create';
  await client.query(
    `${verb} role ${OWNER} login createrole nosuperuser password ${pg.escapeLiteral(password)}`,
  );
}

/** Creates owner and database where absent; gives the owner the password where `isNewPassword`. */
export async function prepareDatabase(
  home: ServerHome,
  address: ServerAddress,
  password: string,
  isNewPassword: boolean,
): Promise<{ ownerUrl: string; adminUrl: string }> {
  const adminUrl = databaseUrl(SUPERUSER, password, 'postgres', address);
  const client = await connect(adminUrl, home);
  try {
    const { rows } = await client.query<{ owner: boolean; database: boolean }>(
      `select exists (select from pg_roles where rolname = $1) as owner,
              exists (select from pg_database where datname = $2) as database`,
      [OWNER, DATABASE],
    );
    const found = rows[0] ?? { owner: false, database: false };
    if (!found.owner || isNewPassword) await makeOwner(client, password, found.owner);
    if (!found.database) await client.query(`create database ${DATABASE} owner ${OWNER}`);
  } finally {
    await client.end();
  }
  return { ownerUrl: databaseUrl(OWNER, password, DATABASE, address), adminUrl };
}

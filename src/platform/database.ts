/**
 * The pool, and the branded readers and writers. Only `run-query.ts` and `run-command.ts` make them, so that a query
 * without a tenant, or a write outside the one write path, does not compile.
 */
import { createHash } from 'node:crypto';
import {
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  sql,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
  type Transaction,
} from 'kysely';
import pg from 'pg';
import type { DB } from './database-types.ts';

declare const reader: unique symbol;
declare const writer: unique symbol;
declare const authenticator: unique symbol;

export type { DB };
/** Reads inside a transaction whose tenant is set. */
export type TenantReader = Kysely<DB> & { readonly [reader]: true };
/** Writes inside the transaction that `runCommand` opened. */
export type TenantTransaction = Transaction<DB> & { readonly [reader]: true; readonly [writer]: true };
/** Identifies a person or a token, before any tenant is known. */
export type AuthenticationTransaction = Transaction<DB> & { readonly [authenticator]: true };

const INT8 = 20;
const DATE = 1082;

function parseSafeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint outside the safe range: ${text}`);
  return value;
}

const types = {
  /** The driver asks for text; it is never told to fetch anything binary. */
  getTypeParser(oid: number) {
    if (oid === INT8) return parseSafeInteger;
    if (oid === DATE) return (text: string) => text;
    // eslint-disable-next-line @typescript-eslint/no-unsafe-return -- the driver's own declaration says any
    return pg.types.getTypeParser(oid, 'text');
  },
};

const CONNECT_TIMEOUT_MS = 10_000;
const STATEMENT_TIMEOUT_MS = 300_000;

export interface PoolOptions {
  readonly connectionString: string;
  readonly maxConnections?: number;
  readonly onIdleError?: (error: Error) => void;
}

/** A pool whose bigints are safe integers, whose dates are `YYYY-MM-DD` strings and whose numerics are strings. */
export function createPool(options: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: options.connectionString,
    max: options.maxConnections ?? 20,
    types,
    application_name: 'court-custody',
    // A command that needs a second connection must fail rather than wait for ever on a pool full of its like.
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    options: `-c timezone=UTC -c jit=off -c statement_timeout=${STATEMENT_TIMEOUT_MS}`,
  });
  pool.on('error', (error) => {
    // A pool that is closing loses its connections as it should.
    if (!pool.ending) options.onIdleError?.(error);
  });
  // A connection that breaks between two statements of a transaction tells only its own listeners, and without one that
  // would end the process; the next statement on it fails, and the request with it.
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

const PREPARED_MARK = '/* prepared */';
const preparedNames = new Map<string, string>();

/**
 * Stands before a statement that requests send all the time: each connection parses it once and keeps its plan, which
 * for a join behind row-level security takes longer than running it. Its text must be the same whatever its values.
 */
export const PREPARED = sql.raw(PREPARED_MARK);

/** A name for the text; undefined when the statement is to be parsed anew. */
function preparedNameOf(text: string): string | undefined {
  if (!text.startsWith(PREPARED_MARK)) return undefined;
  const name = preparedNames.get(text) ?? createHash('sha256').update(text).digest('hex').slice(0, 32);
  preparedNames.set(text, name);
  return name;
}

class PooledConnection implements DatabaseConnection {
  constructor(readonly client: pg.PoolClient) {}

  async executeQuery<R>(query: { sql: string; parameters: readonly unknown[] }): Promise<QueryResult<R>> {
    const { sql: text } = query;
    const values = [...query.parameters];
    const name = preparedNameOf(text);
    const { client } = this;
    const result = await (name === undefined
      ? client.query<never>(text, values)
      : client.query<never>({ name, text, values }));
    return { rows: result.rows, numAffectedRows: BigInt(result.rowCount ?? 0) };
  }

  // eslint-disable-next-line require-yield -- rows are streamed by keyset pages
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('streaming goes through keyset pages');
  }
}

/** Sends BEGIN and the tenant settings as one message, which saves a round trip on every request. */
class SettingsDriver implements Driver {
  constructor(
    private readonly pool: pg.Pool,
    private readonly begin: string,
  ) {}

  async init(): Promise<void> {}

  async acquireConnection(): Promise<PooledConnection> {
    return new PooledConnection(await this.pool.connect());
  }

  async beginTransaction(connection: PooledConnection): Promise<void> {
    await connection.client.query(this.begin);
  }

  async commitTransaction(connection: PooledConnection): Promise<void> {
    await connection.client.query('commit');
  }

  async rollbackTransaction(connection: PooledConnection): Promise<void> {
    await connection.client.query('rollback');
  }

  async releaseConnection(connection: PooledConnection): Promise<void> {
    connection.client.release();
  }

  async destroy(): Promise<void> {}
}

/** A Kysely whose transactions start with `begin`; one a request, over the shared pool. */
export function openDatabase(pool: pg.Pool, begin: string): Kysely<DB> {
  return new Kysely<DB>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new SettingsDriver(pool, begin),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
}

function integerList(values: readonly number[]): string {
  if (values.some((value) => !Number.isInteger(value))) throw new TypeError('court numbers are integers');
  return values.length === 0 ? '-1' : values.join(',');
}

/** SET LOCAL takes no parameters and set_config() does not reach the workers of distributed PostgreSQL. */
export function tenantSettings(readableCourtIds: readonly number[], writingCourtId: number): string {
  return (
    `set local app.courts = '${integerList(readableCourtIds)}'; ` +
    `set local app.court = '${integerList([writingCourtId])}'`
  );
}

/**
 * What opens a transaction, as one message. `isByKey`: one plan of each prepared statement fits all values, so that
 * none is planned again; left to itself, the database plans a list of ids anew every time.
 */
export function beginWith(begin: string, settings: string, isByKey = false): string {
  return isByKey
    ? `${begin}; set local plan_cache_mode = force_generic_plan; ${settings}`
    : `${begin}; ${settings}`;
}

/**
 * Moves the writing court within a transaction, and lets it be read too. Only `runCommand` calls this, on behalf of a
 * use case that has decided that its actor administers that court.
 */
export async function switchWritingCourt(
  trx: TenantTransaction,
  readableCourtIds: readonly number[],
  courtId: number,
): Promise<void> {
  const readable = readableCourtIds.includes(courtId) ? readableCourtIds : [...readableCourtIds, courtId];
  await sql.raw(`set local app.courts = '${integerList(readable)}'`).execute(trx);
  await sql.raw(`set local app.court = '${integerList([courtId])}'`).execute(trx);
}

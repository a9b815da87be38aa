/**
 * The pool, and the branded readers and writers. Only `run-query.ts` and `run-command.ts` make them, so that a query
 * without a tenant, or a write outside the one write path, does not compile.
 */
import {
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  sql,
  type RawBuilder,
  type Transaction,
} from 'kysely';
import pg from 'pg';
import type { DB } from './database-types.ts';
import { ASKED_AHEAD, PooledDriver, SENT_AHEAD, type AskedAhead } from './pooled-connection.ts';

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
    // oxlint-disable-next-line typescript/no-unsafe-return -- the driver's own declaration says any
    return pg.types.getTypeParser(oid, 'text');
  },
};

const IDLE_TIMEOUT_MS = 600_000;
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
    // Statements go out one behind the other without waiting for each answer, which is what `sendAhead` needs.
    pipeline: true,
    application_name: 'court-custody',
    // A command that needs a second connection must fail rather than wait for ever on a pool full of its like.
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    // A new connection costs a process and every plan: those that a busy minute opened stay for the next one.
    idleTimeoutMillis: IDLE_TIMEOUT_MS,
    // The price of a solid-state disk, on the embedded server and on one of the court's own: plans are tested at it.
    // Every search reads along what waits to be sorted into an index of words, so little may wait.
    options: `-c timezone=UTC -c jit=off -c random_page_cost=1.1 -c gin_pending_list_limit=512kB -c statement_timeout=${STATEMENT_TIMEOUT_MS}`,
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

export { PREPARED } from './pooled-connection.ts';

/** A Kysely whose transactions start with `begin`; one a request, over the shared pool. */
export function openDatabase(pool: pg.Pool, begin: string): Kysely<DB> {
  return new Kysely<DB>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new PooledDriver(pool, begin),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
}

/**
 * Sends a statement whose answer nobody reads, without waiting for it: it travels with the next statement that is
 * waited for, or with the commit, which saves a round trip. When it fails, that next one is refused with its error.
 */
export async function sendAhead(trx: Transaction<DB>, statement: RawBuilder<unknown>): Promise<void> {
  await sql`${SENT_AHEAD}${statement}`.execute(trx);
}

/** A statement ready to be sent, its values written out. */
export type Statement = RawBuilder<unknown>;

/** Sends statements in one message, without waiting between them, and waits for the last; nobody reads the answers. */
export async function sendTogether(trx: Transaction<DB>, statements: readonly Statement[]): Promise<void> {
  for (const statement of statements.slice(0, -1)) await sendAhead(trx, statement);
  await statements.at(-1)?.execute(trx);
}

/** A statement that reads, and what is made of its rows. */
export interface Question<T> {
  readonly statement: RawBuilder<unknown>;
  readonly read: (rows: readonly unknown[]) => T;
}

export function question<R, T>(statement: RawBuilder<R>, read: (rows: readonly R[]) => T): Question<T> {
  // why: the rows are those of the statement, which says what they are.
  return { statement, read: (rows) => read(rows as readonly R[]) };
}

export async function ask<T>(reader: Kysely<DB>, { statement, read }: Question<T>): Promise<T> {
  return read((await statement.execute(reader)).rows);
}

/** Asks several questions in one message; each sees what those before it have locked. Answers in their order. */
export async function askTogether<T extends readonly unknown[]>(
  reader: Kysely<DB>,
  questions: { readonly [K in keyof T]: Question<T[K]> },
): Promise<T> {
  const ahead: AskedAhead[] = [];
  for (const { statement } of questions.slice(0, -1)) {
    const { rows } = await sql<AskedAhead>`${ASKED_AHEAD}${statement}`.execute(reader);
    ahead.push(...rows);
  }
  const last = await questions.at(-1)?.statement.execute(reader);
  const answers = [...(await Promise.all(ahead.map(({ answer }) => answer))), ...(last ? [last] : [])];
  // why: one answer a question, in their order.
  return questions.map(({ read }, index) => read(answers[index]?.rows ?? [])) as unknown as T;
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

/**
 * One connection during one transaction: which statements are prepared, and which travel with the one behind them.
 * Writing to a socket and waking up for its answer take longer than most statements do.
 */
import { createHash } from 'node:crypto';
import { sql, type DatabaseConnection, type Driver, type QueryResult } from 'kysely';
import type pg from 'pg';

const PREPARED_MARK = '/* prepared */';
const SENT_AHEAD_MARK = '/* sent ahead */';
const ASKED_AHEAD_MARK = '/* asked ahead */';
const preparedNames = new Map<string, string>();

/**
 * Stands before a statement that requests send all the time: each connection parses it once and keeps its plan, which
 * for a join behind row-level security takes longer than running it. Its text must be the same whatever its values.
 */
export const PREPARED = sql.raw(PREPARED_MARK);
/** Stands before what `sendAhead` sends. */
export const SENT_AHEAD = sql.raw(SENT_AHEAD_MARK);
/** Stands before what `askTogether` asks ahead of its last question; the one row holds the promise of the answer. */
export const ASKED_AHEAD = sql.raw(ASKED_AHEAD_MARK);

export interface AskedAhead {
  readonly answer: Promise<{ readonly rows: readonly unknown[] }>;
}

/** A name for the text; undefined when the statement is to be parsed anew. */
function preparedNameOf(text: string): string | undefined {
  if (!text.startsWith(PREPARED_MARK)) return undefined;
  const name = preparedNames.get(text) ?? createHash('sha256').update(text).digest('hex').slice(0, 32);
  preparedNames.set(text, name);
  return name;
}

const NOTHING_READ = { rows: [] };

class PooledConnection implements DatabaseConnection {
  #ahead: Promise<unknown>[] = [];
  /** Of a statement sent ahead. What could not even be sent leaves the transaction sound, so it must not be committed. */
  #failure: Error | undefined;

  constructor(readonly client: pg.PoolClient) {}

  async executeQuery<R>(query: { sql: string; parameters: readonly unknown[] }): Promise<QueryResult<R>> {
    const isAhead = query.sql.startsWith(SENT_AHEAD_MARK);
    const isAsked = query.sql.startsWith(ASKED_AHEAD_MARK);
    const text = query.sql.slice(isAhead ? SENT_AHEAD_MARK.length : isAsked ? ASKED_AHEAD_MARK.length : 0);
    const values = [...query.parameters];
    const name = preparedNameOf(text);
    const statement = name === undefined ? { text, values } : { name, text, values };
    if (isAhead) {
      void this.sendAhead(statement);
      return NOTHING_READ;
    }
    if (isAsked) {
      const asked: AskedAhead = { answer: this.sendAhead(statement) };
      // why: `askTogether` alone marks statements so, and reads this row.
      return { rows: [asked as R] };
    }
    const { rows, rowCount } = await this.send<R & pg.QueryResultRow>(statement);
    return { rows, numAffectedRows: BigInt(rowCount ?? 0) };
  }

  /** Sent with the next statement that is waited for. */
  sendAhead(statement: pg.QueryConfig): Promise<pg.QueryResult> {
    const { client } = this;
    if (this.#ahead.length === 0) client.connection.stream.cork();
    const answer = client.query(statement);
    answer.catch((error: Error) => {
      this.#failure ??= error;
    });
    this.#ahead.push(answer);
    return answer;
  }

  /** Throws the error of the first statement that failed: those behind it fail only because of it. */
  async send<R extends pg.QueryResultRow>(statement: pg.QueryConfig): Promise<pg.QueryResult<R>> {
    if (this.#failure) throw this.#failure;
    const { client } = this;
    const ahead = this.#ahead;
    this.#ahead = [];
    const answer = client.query<R>(statement);
    if (ahead.length > 0) client.connection.stream.uncork();
    await Promise.all([...ahead, answer]);
    return answer;
  }

  /** Waits for what was sent ahead, whatever its fate. */
  async rollback(): Promise<void> {
    const answer = this.client.query('rollback');
    if (this.#ahead.length > 0) this.client.connection.stream.uncork();
    await Promise.all([answer, Promise.allSettled(this.#ahead)]);
  }

  // oxlint-disable-next-line require-yield -- rows are streamed by keyset pages
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('streaming goes through keyset pages');
  }
}

/** Sends BEGIN and the tenant settings as one message, ahead of the first statement. */
export class PooledDriver implements Driver {
  constructor(
    private readonly pool: pg.Pool,
    private readonly begin: string,
  ) {}

  async init(): Promise<void> {}

  async acquireConnection(): Promise<PooledConnection> {
    return new PooledConnection(await this.pool.connect());
  }

  async beginTransaction(connection: PooledConnection): Promise<void> {
    void connection.sendAhead({ text: this.begin });
  }

  async commitTransaction(connection: PooledConnection): Promise<void> {
    await connection.send({ text: 'commit' });
  }

  async rollbackTransaction(connection: PooledConnection): Promise<void> {
    await connection.rollback();
  }

  async releaseConnection(connection: PooledConnection): Promise<void> {
    connection.client.release();
  }

  async destroy(): Promise<void> {}
}

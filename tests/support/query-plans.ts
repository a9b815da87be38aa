/** What the database does for the statements that a piece of the program sends, as the application's role. */
import { vi } from 'vitest';
import pg from 'pg';

export interface SentStatement {
  readonly text: string;
  readonly values: readonly unknown[];
}

function isPrepared(value: unknown): value is { text: unknown; values: unknown } {
  return typeof value === 'object' && value !== null && 'text' in value && 'values' in value;
}

/** The parameterised statements that are sent while `work` runs, in their order. */
export async function collectStatements(work: () => Promise<unknown>): Promise<SentStatement[]> {
  // why: the statements themselves are what is examined; every one still goes to the database.
  const spy = vi.spyOn(pg.Client.prototype, 'query');
  try {
    await work();
    const calls: readonly (readonly unknown[])[] = spy.mock.calls;
    return calls.flatMap(([first, second]) => {
      const { text, values } = isPrepared(first) ? first : { text: first, values: second };
      return typeof text === 'string' && Array.isArray(values) ? [{ text, values: values as unknown[] }] : [];
    });
  } finally {
    spy.mockRestore();
  }
}

/** The plan of each statement, in the courts that may be read. */
export async function explainStatements(
  pool: pg.Pool,
  courtIds: readonly number[],
  statements: readonly SentStatement[],
): Promise<string[]> {
  const client = await pool.connect();
  try {
    await client.query(`begin; set local app.courts = '${courtIds.join(',')}'; set local app.court = '0'`);
    const plans: string[] = [];
    for (const { text, values } of statements) {
      if (!/^\s*(?:\/\*.*?\*\/\s*)?(?:with|select)/.test(text)) continue;
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain ${text}`, [...values]);
      plans.push(rows.map((row) => row['QUERY PLAN']).join('\n'));
    }
    return plans;
  } finally {
    await client.query('rollback');
    client.release();
  }
}

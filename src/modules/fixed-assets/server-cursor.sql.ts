import { sql, type RawBuilder } from 'kysely';
import type { TenantReader } from '../../platform/database.ts';

const FETCHED_ROWS = '1000';

/**
 * The rows of a query in pieces, out of the transaction's one snapshot. A cursor of the server plans for all rows and
 * orders them once, where pages would order them again and again. One at a time in a transaction.
 */
export async function* streamRows<Row>(
  reader: TenantReader,
  query: RawBuilder<Row>,
): AsyncGenerator<Row, void, undefined> {
  await sql`set local cursor_tuple_fraction = 1`.execute(reader);
  await sql`declare streamed_rows no scroll cursor for ${query}`.execute(reader);
  for (;;) {
    const { rows } = await sql<Row>`fetch ${sql.raw(FETCHED_ROWS)} from streamed_rows`.execute(reader);
    if (rows.length === 0) break;
    yield* rows;
  }
  await sql`close streamed_rows`.execute(reader);
}

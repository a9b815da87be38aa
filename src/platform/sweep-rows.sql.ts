/** Rows that nothing asks for any more, removed by the owner of the schema. */

/** A connection as the owner of the schema; only what this file asks of it. */
export interface OwnerConnection {
  query(text: string, values: unknown[]): Promise<{ rowCount: number | null }>;
}

const DAY_MS = 24 * 60 * 60_000;
export const IDEMPOTENCY_KEY_DAYS = 7;
/** In one statement, so that no sweep holds locks for long. */
const ROWS_AT_ONCE = 5000;

/** Removes the rows of `table` whose `column` is before `now` less `days`, in portions. Answers how many. */
export async function deleteOldRows(
  owner: OwnerConnection,
  now: Date,
  old: { readonly table: string; readonly column: string; readonly days: number },
): Promise<number> {
  const before = new Date(now.getTime() - old.days * DAY_MS);
  let removed = 0;
  for (;;) {
    const { rowCount } = await owner.query(
      `delete from ${old.table} where ctid = any (array(
         select ctid from ${old.table} where ${old.column} < $1 limit ${ROWS_AT_ONCE}))`,
      [before],
    );
    removed += rowCount ?? 0;
    if ((rowCount ?? 0) < ROWS_AT_ONCE) return removed;
  }
}

/** A command that is repeated after so long is a new one. Answers how many keys went. */
export function deleteOldIdempotencyKeys(owner: OwnerConnection, now: Date): Promise<number> {
  return deleteOldRows(owner, now, {
    table: 'idempotency_keys',
    column: 'created_at',
    days: IDEMPOTENCY_KEY_DAYS,
  });
}

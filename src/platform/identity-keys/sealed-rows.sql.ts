/**
 * Rows with a sealed number, seen by the owner of the schema: which keys they need, and sealing them anew. A table that
 * takes part has the columns court_id, id, number_key_id, number_sealed, number_hash and an index that begins with
 * number_key_id.
 */
import { openText, sealText, searchHash } from './sealed-text.ts';
import type { IdentityKeys } from './identity-keys.ts';

/** A connection as the owner; only what this file asks of it. */
export interface OwnerConnection {
  query<R>(text: string, values?: unknown[]): Promise<{ rows: R[] }>;
}

const ROWS_AT_ONCE = 500;

/** Each key that some row needs. Jumps from key to key along the index. */
export async function listNeededKeyIds(owner: OwnerConnection, tables: readonly string[]): Promise<string[]> {
  const needed = new Set<string>();
  for (const table of tables) {
    const { rows } = await owner.query<{ id: string }>(
      `with recursive key(id) as (
         (select number_key_id from ${table} where number_key_id is not null order by number_key_id limit 1)
         union all
         select (select number_key_id from ${table} where number_key_id > key.id order by number_key_id limit 1)
         from key where key.id is not null)
       select id from key where id is not null`,
    );
    for (const { id } of rows) needed.add(id);
  }
  return [...needed];
}

interface SealedRow {
  readonly court_id: number;
  readonly id: string;
  readonly number_key_id: string;
  readonly number_sealed: Buffer;
}

async function resealBatch(owner: OwnerConnection, table: string, keys: IdentityKeys): Promise<number> {
  const newest = keys.newest();
  const { rows } = await owner.query<SealedRow>(
    `select court_id, id, number_key_id, number_sealed from ${table}
     where number_key_id is not null and number_key_id <> $1 limit ${ROWS_AT_ONCE} for no key update`,
    [newest.id],
  );
  for (const row of rows) {
    const place = { courtId: row.court_id, table, id: row.id };
    const text = openText(keys.get(row.number_key_id), place, row.number_sealed);
    await owner.query(
      `update ${table} set number_key_id = $3, number_sealed = $4, number_hash = $5 where court_id = $1 and id = $2`,
      [
        row.court_id,
        row.id,
        newest.id,
        sealText(newest, place, text),
        searchHash(newest, row.court_id, text),
      ],
    );
  }
  return rows.length;
}

/**
 * Seals every row with the newest key, in batches of one transaction each; the system may go on working, and the same
 * command may be given again after a break. Answers how many rows.
 */
export async function resealAll(
  owner: OwnerConnection,
  tables: readonly string[],
  keys: IdentityKeys,
  onProgress: (done: number) => void = () => {},
): Promise<number> {
  let done = 0;
  for (const table of tables) {
    for (let batch = 1; batch > 0; done += batch) {
      await owner.query('begin');
      try {
        batch = await resealBatch(owner, table, keys);
        await owner.query('commit');
      } catch (error) {
        await owner.query('rollback');
        throw error;
      }
      if (batch > 0) onProgress(done + batch);
    }
  }
  return done;
}

/** Papers as their verification reads them: as the owner, whatever court. */
import { sql, type Kysely } from 'kysely';
import type { DB } from '../../platform/database.ts';

export interface KeptPaperRow {
  readonly courtId: number;
  readonly id: string;
  readonly number: string;
  readonly content: unknown;
  readonly contentSha256: string;
}

/** Papers in the order of their ids, a page behind the last one. */
export async function listKeptPapers(
  db: Kysely<DB>,
  after: { readonly courtId: number; readonly id: string } | null,
  limit: number,
): Promise<KeptPaperRow[]> {
  const { rows } = await sql<KeptPaperRow>`
    select court_id as "courtId", id, number, content, content_sha256 as "contentSha256" from papers
    where ${after === null} or (court_id, id) > (${after?.courtId ?? 0}, ${after?.id ?? null}::uuid)
    order by court_id, id limit ${limit}`.execute(db);
  return rows;
}

/** The first number that a counter gave out and no paper bears. */
export async function findMissingSerial(
  db: Kysely<DB>,
): Promise<{ courtId: number; year: number; form: string; serial: number } | undefined> {
  const { rows } = await sql<{ courtId: number; year: number; form: string; serial: number }>`
    select counter.court_id as "courtId", counter.year, counter.form, serial
    from paper_counters counter cross join lateral generate_series(1, counter.last_serial) serial
    where not exists (select from papers paper where paper.court_id = counter.court_id
      and paper.year = counter.year and paper.form = counter.form and paper.serial = serial)
    order by 1, 2, 3, 4 limit 1`.execute(db);
  return rows[0];
}

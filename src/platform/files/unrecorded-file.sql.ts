/** Files that were sent ahead of what they belong to, removed by the owner of the schema where that was never recorded. */

/** What files are sent ahead of: its kind, and the table in which it stands under `court_id` and `id` once it is recorded. */
export interface DraftSubject {
  readonly kind: string;
  readonly table: string;
}

/** A connection as the owner of the schema, past row-level security; only what this file asks of it. */
interface OwnerConnection {
  query(text: string, values: unknown[]): Promise<{ rows: unknown[]; rowCount: number | null }>;
}

const DAY_MS = 24 * 60 * 60_000;
/** So long after the last file was sent for it, nobody records the thing any more. */
export const DRAFT_DAYS = 30;
/** In one transaction, so that no sweep holds locks for long. */
const ROWS_AT_ONCE = 1000;

/** `recorded`: the subject stands in its table. */
function recordedIn(table: string): string {
  return `exists (select from ${table} recorded where recorded.court_id = file.court_id and recorded.id = file.subject_id)`;
}

async function deletePortion(
  owner: OwnerConnection,
  { kind, table }: DraftSubject,
  before: Date,
): Promise<number> {
  await owner.query('begin', []);
  try {
    // Whoever records the thing now holds its files, and is passed over.
    const { rows } = await owner.query(
      `select file.court_id, file.id from stored_files file
       where file.subject_kind = $1 and file.uploaded_at < $2 and not ${recordedIn(table)}
         and not exists (select from stored_files later where later.court_id = file.court_id
           and later.subject_kind = file.subject_kind and later.subject_id = file.subject_id
           and later.uploaded_at >= $2)
       limit ${ROWS_AT_ONCE} for update of file skip locked`,
      [kind, before],
    );
    // Asked again behind the locks: what was recorded since the first look stays.
    const { rowCount } = await owner.query(
      `delete from stored_files file
       using json_to_recordset($1::json) as found(court_id integer, id uuid)
       where file.court_id = found.court_id and file.id = found.id and not ${recordedIn(table)}`,
      [JSON.stringify(rows)],
    );
    await owner.query('commit', []);
    return rowCount ?? 0;
  } catch (error) {
    await owner.query('rollback', []);
    throw error;
  }
}

/**
 * Removes the rows of files whose subject was never recorded, in whatever court, once nothing was sent for it in 30 days.
 * Kinds that nobody names stay. The contents go by `sweepFiles`, as soon as no other row refers to them. Whoever records
 * a subject locks its files first. Answers how many rows went.
 */
export async function deleteUnrecordedFiles(
  owner: OwnerConnection,
  now: Date,
  subjects: readonly DraftSubject[],
): Promise<number> {
  const before = new Date(now.getTime() - DRAFT_DAYS * DAY_MS);
  let removed = 0;
  for (const subject of subjects)
    for (;;) {
      const count = await deletePortion(owner, subject, before);
      removed += count;
      if (count < ROWS_AT_ONCE) break;
    }
  return removed;
}

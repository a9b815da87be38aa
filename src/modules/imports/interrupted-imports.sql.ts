/** What an earlier process left behind, put right by the owner of the schema while nobody is served yet. */

/** A connection as the owner of the schema; only what this file asks of it. */
export interface OwnerConnection {
  query(text: string, values: unknown[]): Promise<{ rowCount: number | null }>;
}

/**
 * Marks imports that were at work when the process ended as interrupted: nothing of them was written, since a step
 * writes everything in one transaction. Answers how many.
 */
export async function interruptImports(owner: OwnerConnection, now: Date): Promise<number> {
  const { rowCount } = await owner.query(
    `update import_runs set state = 'interrupted', progress = null, updated_at = $1, version = version + 1
     where state in ('reading', 'checking', 'importing')`,
    [now],
  );
  return rowCount ?? 0;
}

/** Removes what was found in files that are no longer kept; the imports themselves stay. */
export async function forgetOldFindings(owner: OwnerConnection, now: Date): Promise<void> {
  for (const table of ['import_problems', 'import_references']) {
    await owner.query(
      `delete from ${table} found using import_runs run
       where run.court_id = found.court_id and run.id = found.run_id
         and greatest(run.file_kept_until, run.updated_at + interval '30 days') < $1`,
      [now],
    );
  }
}

import type { ListReferenced } from './sweep-files.ts';

/** A connection as the owner of the schema, past row-level security; only what this file asks of it. */
interface OwnerConnection {
  query(text: string, values: unknown[]): Promise<{ rows: unknown[] }>;
}

/** Which contents some row still refers to; a removed file keeps its content, an imported one its term. */
export function referencedContents(owner: OwnerConnection): ListReferenced {
  return async (sha256s) => {
    const { rows } = await owner.query(
      `select court_id || ' ' || sha256 as address from stored_files where sha256 = any($1::text[])
       union
       select court_id || ' ' || sha256 from import_runs where sha256 = any($1::text[]) and file_kept_until > now()`,
      [sha256s],
    );
    return rows.flatMap((row) =>
      typeof row === 'object' && row !== null && 'address' in row && typeof row.address === 'string'
        ? [row.address]
        : [],
    );
  };
}

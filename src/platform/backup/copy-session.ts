/** A connection whose COPY text is the same on every server, so that its hash can be compared. */
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { quoteName } from './database-catalog.ts';

const SETTINGS = `
  set client_encoding = 'UTF8'; set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'; set timezone = 'UTC';
  set extra_float_digits = 1; set bytea_output = 'hex'; set xmlbinary = 'base64'; set synchronize_seqscans = off;
  set row_security = off; set statement_timeout = 0; set lock_timeout = 0;
  set idle_in_transaction_session_timeout = 0`;

export async function openCopySession(ownerUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'court-custody backup' });
  // A lost connection is reported by the statement that fails.
  client.on('error', () => undefined);
  await client.connect();
  await client.query(SETTINGS);
  return client;
}

interface CopiedTable {
  readonly schema: string;
  readonly name: string;
  readonly columns: readonly string[];
}

function columnList(table: CopiedTable): string {
  return table.columns.map((column) => pg.escapeIdentifier(column)).join(', ');
}

export function copyInStatement(table: CopiedTable): string {
  return `copy ${quoteName(table)} (${columnList(table)}) from stdin`;
}

/** The rows as COPY text; `rowCount` of the stream is set at its end. A partitioned table is read through a query. */
export function copyRowsOut(
  client: pg.Client,
  table: CopiedTable,
): AsyncIterable<Buffer> & { rowCount: number } {
  return client.query(copyTo(`copy (select ${columnList(table)} from ${quoteName(table)}) to stdout`));
}

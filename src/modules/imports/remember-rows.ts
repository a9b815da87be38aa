/**
 * What the last file said about each thing. A row that says the same again has nothing new to say, so that the same
 * file twice changes nothing even when cards were corrected or moved in between; and a row without any number is known
 * again by what it says.
 */
import { hash } from 'node:crypto';
import type { TenantReader, TenantTransaction } from '../../platform/database.ts';
import {
  listRowsOfIdentities,
  listRowsOfSubjects,
  upsertRows,
  type RememberedRow,
} from './import-row.sql.ts';

export type { RememberedRow };

const CHUNK = 5000;

/** 16 bytes of SHA-256, hexadecimal. */
export function hashOfParts(parts: readonly unknown[]): string {
  return hash('sha256', JSON.stringify(parts), 'hex').slice(0, 32);
}

async function inChunks<T, R>(all: readonly T[], load: (chunk: readonly T[]) => Promise<R[]>): Promise<R[]> {
  const found: R[] = [];
  for (let start = 0; start < all.length; start += CHUNK) {
    for (const each of await load(all.slice(start, start + CHUNK))) found.push(each);
  }
  return found;
}

export function listRememberedOf(
  reader: TenantReader,
  at: { readonly courtId: number; readonly target: string },
  subjectIds: readonly string[],
): Promise<RememberedRow[]> {
  return inChunks(subjectIds, (chunk) => listRowsOfSubjects(reader, at.courtId, at.target, chunk));
}

/** Of each identity in the order in which the things came into being. */
export function listRememberedBy(
  reader: TenantReader,
  at: { readonly courtId: number; readonly target: string },
  identityHashes: readonly string[],
): Promise<RememberedRow[]> {
  return inChunks([...new Set(identityHashes)], (chunk) =>
    listRowsOfIdentities(reader, at.courtId, at.target, chunk),
  );
}

/** What is remembered of an identity stays until it is said anew. */
export async function rememberRows(
  trx: TenantTransaction,
  at: { readonly courtId: number; readonly target: string; readonly runId: string },
  rows: readonly RememberedRow[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += CHUNK)
    await upsertRows(trx, at, rows.slice(start, start + CHUNK));
}

/** What is asked for and not over yet about things, for modules whose things they are. */
import type { TenantReader } from '../../platform/database.ts';
import { listLines } from './approval-line.sql.ts';
import { listGrantedRows, listOpenLines, type GrantedRow, type OpenLine } from './open-line.sql.ts';

export type { GrantedRow, OpenLine } from './open-line.sql.ts';

/** Requests that wait for decisions, were returned, or are approved and not carried out; one row a thing, the oldest first. */
export async function listOpenRequestsAbout(
  reader: TenantReader,
  about: { readonly courtId: number; readonly subjectIds: readonly string[]; readonly now: Date },
): Promise<OpenLine[]> {
  return about.subjectIds.length === 0 ? [] : listOpenLines(reader, about);
}

/** Approved requests of these kinds that nobody has carried out yet, the oldest first. */
export async function listGrantedRequests(
  reader: TenantReader,
  asked: {
    readonly courtId: number;
    readonly kinds: readonly string[];
    readonly now: Date;
    readonly limit: number;
  },
): Promise<GrantedRow[]> {
  return listGrantedRows(reader, asked);
}

/** The things of one request. */
export async function listRequestedThings(
  reader: TenantReader,
  { courtId, requestId }: { readonly courtId: number; readonly requestId: string },
): Promise<string[]> {
  return (await listLines(reader, { courtId, requestId })).map(({ subjectId }) => subjectId);
}

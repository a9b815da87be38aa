/** What is asked for and not over yet about things, for modules whose things they are. */
import type { TenantReader } from '../../platform/database.ts';
import { listOpenLines, type OpenLine } from './open-line.sql.ts';

export type { OpenLine } from './open-line.sql.ts';

/** Requests that wait for decisions, were returned, or are approved and not carried out; one row a thing, the oldest first. */
export async function listOpenRequestsAbout(
  reader: TenantReader,
  about: { readonly courtId: number; readonly subjectIds: readonly string[]; readonly now: Date },
): Promise<OpenLine[]> {
  return about.subjectIds.length === 0 ? [] : listOpenLines(reader, about);
}

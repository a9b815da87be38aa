import type { QueryContext } from '../../platform/run-query.ts';
import { withVersion, type Versioned } from '../../platform/served-endpoint.ts';
import { reachesCase } from './case-access.ts';
import type { CaseAnswer } from './case-fields.ts';
import { refuseCase } from './case-refusals.ts';
import { findCaseRow } from './case.sql.ts';
import { describeCase } from './describe-case.ts';

/** One case with its numbers, parties, handlers and links. Refusal: CASE_NOT_FOUND. */
export async function readCase(
  query: QueryContext,
  { caseId }: { readonly caseId: string },
): Promise<Versioned<CaseAnswer>> {
  const row = await findCaseRow(query.reader, query.actor.readableCourtIds, caseId);
  if (!row || !reachesCase(query.actor, 'case.read', row, 'read')) throw refuseCase('CASE_NOT_FOUND');
  return withVersion(row.version, await describeCase(query, row));
}

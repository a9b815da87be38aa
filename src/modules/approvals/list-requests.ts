import { z } from 'zod';
import { shanghaiInstant } from '../../platform/clock.ts';
import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import { refuse } from '../../platform/errors.ts';
import { instant } from '../../platform/fields.ts';
import { decodeCursor, pageOfRows } from '../../platform/page-cursor.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import { scopeOf } from '../accounts/permissions.ts';
import { listRequestRows, listWaitingRows } from './approval-request.sql.ts';
import type { listApprovalsEndpoint, listWaitingApprovalsEndpoint } from './approvals.contract.ts';
import { describeItem } from './describe-request.ts';
import { listPrincipals } from './principal.sql.ts';

const position = z.strictObject({ at: instant(), id: z.uuid() });

/**
 * Requests of the acting court, newest first. Refusal: PERMISSION_DENIED for the view `all` without the oversight of
 * the court.
 */
export async function listRequests(
  { reader, actor, now }: QueryContext,
  query: InputOf<typeof listApprovalsEndpoint>['query'],
): Promise<ResponseOf<typeof listApprovalsEndpoint>> {
  const scope = scopeOf(actor, 'approval.read')?.scope;
  if (query.view === 'all' && scope !== 'court' && scope !== 'tree') throw refuse('PERMISSION_DENIED');
  const rows = await listRequestRows(reader, {
    courtId: actor.courtId,
    states: query.state ?? null,
    kind: query.kind ?? null,
    applicantId: query.view === 'mine' ? actor.personId : null,
    deciderId: query.view === 'decided' ? actor.personId : null,
    subjectId: query.subjectId ?? null,
    after: decodeCursor(query.after, position),
    rowCount: query.limit + 1,
  });
  return pageOfRows(
    rows,
    query.limit,
    (row) => describeItem(row, now),
    (row) => ({ at: shanghaiInstant(row.submittedAt), id: row.id }),
  );
}

/** What waits for the actor: seats of their own and those delegated to them. */
export async function listWaitingRequests(
  { reader, actor, now }: QueryContext,
  { limit }: InputOf<typeof listWaitingApprovalsEndpoint>['query'],
): Promise<ResponseOf<typeof listWaitingApprovalsEndpoint>> {
  const at = { courtId: actor.courtId, actorId: actor.personId, now };
  const principals = await listPrincipals(reader, { ...at, personId: actor.personId });
  const rows = await listWaitingRows(reader, at, principals, limit + 1);
  return {
    items: rows.slice(0, limit).map((row) => describeItem(row, now)),
    hasMore: rows.length > limit,
  };
}

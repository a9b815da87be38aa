import type { InputOf, ResponseOf } from '../../../platform/endpoint.ts';
import type { QueryContext } from '../../../platform/run-query.ts';
import { listRequestedThings } from '../../approvals/list-open-requests.ts';
import { listItemRowsById } from '../item-page.sql.ts';
import { isOpenLine } from '../releases/release-kinds.ts';
import { listReleaseLines } from '../releases/release-line.sql.ts';
import { findRelease } from '../releases/release.sql.ts';
import type { listPhotoNeedsEndpoint } from './photo-policy.contract.ts';
import { listNeeds } from './require-photos.ts';

type Query = InputOf<typeof listPhotoNeedsEndpoint>['query'];

interface Things {
  readonly itemIds: readonly string[];
  readonly leftAt: Date | null;
}

async function findThings({ reader, actor }: QueryContext, { releaseId, requestId }: Query): Promise<Things> {
  const { courtId } = actor;
  if (releaseId !== undefined) {
    const release = await findRelease(reader, [courtId], releaseId);
    if (!release) return { itemIds: [], leftAt: null };
    const lines = await listReleaseLines(reader, courtId, releaseId);
    const open = lines.filter(({ state }) => isOpenLine(state));
    return { itemIds: open.map(({ itemId }) => itemId), leftAt: release.leftAt };
  }
  if (requestId === undefined) return { itemIds: [], leftAt: null };
  return { itemIds: await listRequestedThings(reader, { courtId, requestId }), leftAt: null };
}

/** What the step, taken now, demands of the open things of a release or of a request, and what is there. */
export async function listPhotoNeeds(
  query: QueryContext,
  { query: asked }: InputOf<typeof listPhotoNeedsEndpoint>,
): Promise<ResponseOf<typeof listPhotoNeedsEndpoint>> {
  const { reader, actor, now } = query;
  const { courtId } = actor;
  const { itemIds, leftAt } = await findThings(query, asked);
  const items = await listItemRowsById(reader, [courtId], itemIds);
  const needs = await listNeeds(reader, { courtId, step: asked.step, items, at: now, leftAt });
  return { items: needs.map(({ item: { id: itemId }, needed, taken }) => ({ itemId, needed, taken })) };
}

import type { InputOf, ResponseOf } from '../../../platform/endpoint.ts';
import type { QueryContext } from '../../../platform/run-query.ts';
import { listRequestedThings } from '../../approvals/list-open-requests.ts';
import { reachesCase } from '../../cases/case-access.ts';
import { listItemRowsById } from '../item-page.sql.ts';
import { isEnded } from '../item-states.ts';
import { findReadableCase } from '../reach-case.ts';
import { isOpenLine } from '../releases/release-kinds.ts';
import { listReleaseLines } from '../releases/release-line.sql.ts';
import { findRelease } from '../releases/release.sql.ts';
import type { listPhotoNeedsEndpoint } from './photo-policy.contract.ts';
import { listThingsOfCase, type PhotographedItem } from './photo-policy.sql.ts';
import { listNeeds } from './require-photos.ts';

type Query = InputOf<typeof listPhotoNeedsEndpoint>['query'];

interface Things {
  readonly items: readonly PhotographedItem[];
  readonly leftAt: Date | null;
}

/** Those of the acting court that the person may see. */
async function findItems({ reader, actor }: QueryContext, itemIds: readonly string[]) {
  const rows = await listItemRowsById(reader, [actor.courtId], itemIds);
  return rows.filter((row) => reachesCase(actor, 'item.read', row, 'read'));
}

async function findThings(query: QueryContext, asked: Query): Promise<Things> {
  const { reader, actor } = query;
  const { courtId } = actor;
  const { releaseId, requestId, itemId, caseId } = asked;
  if (releaseId !== undefined) {
    const release = await findRelease(reader, [courtId], releaseId);
    if (!release) return { items: [], leftAt: null };
    const lines = await listReleaseLines(reader, courtId, releaseId);
    const open = lines.filter(({ state }) => isOpenLine(state));
    const ids = open.map((line) => line.itemId);
    return { items: await findItems(query, ids), leftAt: release.leftAt };
  }
  if (caseId !== undefined) {
    const head = await findReadableCase(query, caseId);
    if (head?.courtId !== courtId) return { items: [], leftAt: null };
    const things = await listThingsOfCase(reader, courtId, caseId);
    return { items: things.filter(({ state }) => !isEnded(state)), leftAt: null };
  }
  if (itemId !== undefined) return { items: await findItems(query, [itemId]), leftAt: null };
  if (requestId === undefined) return { items: [], leftAt: null };
  const requested = await listRequestedThings(reader, { courtId, requestId });
  return { items: await findItems(query, requested), leftAt: null };
}

/** What the step, taken now, demands of the open things of a release, of a request or of a case, and what is there. */
export async function listPhotoNeeds(
  query: QueryContext,
  { query: asked }: InputOf<typeof listPhotoNeedsEndpoint>,
): Promise<ResponseOf<typeof listPhotoNeedsEndpoint>> {
  const { reader, actor, now } = query;
  const { items, leftAt } = await findThings(query, asked);
  const needs = await listNeeds(reader, { courtId: actor.courtId, step: asked.step, items, at: now, leftAt });
  return { items: needs.map(({ item: { id: itemId }, needed, taken }) => ({ itemId, needed, taken })) };
}

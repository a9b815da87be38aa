import type { InputOf, ResponseOf } from '../../../platform/endpoint.ts';
import type { QueryContext } from '../../../platform/run-query.ts';
import { reachesCase } from '../../cases/case-access.ts';
import { findRoomOfPlace } from '../../rooms/find-room-of-place.ts';
import { findContainerPlace, listItemIdsInside } from '../containers/container.sql.ts';
import { listItemRowsById } from '../item-page.sql.ts';
import { refuseItem } from '../item-refusals.ts';
import type { checkPlaceFitEndpoint } from './keeping.contract.ts';
import { environmentFor, mayWaitElsewhere, unmetNeeds } from './keeping-fit.rules.ts';
import { listFittingPlaces } from './keeping.sql.ts';

const OFFERED_PLACES = 4;
const NOTHING_LACKS = { unmet: [], mayWait: true, places: [] };

type Query = InputOf<typeof checkPlaceFitEndpoint>['query'];

interface Thing {
  readonly category: string;
  readonly keeping: readonly string[];
  /** Where it lies now; absent: it is not there yet. */
  readonly placeId?: string | null;
}

/** What is to be put there. Refusal: ITEM_NOT_FOUND. */
async function listThings({ reader, actor }: QueryContext, query: Query): Promise<Thing[]> {
  const { courtId } = actor;
  const { itemIds = [], containerId, keeping = [], category } = query;
  const inside = containerId === undefined ? [] : await listItemIdsInside(reader, courtId, containerId);
  const rows = await listItemRowsById(reader, [courtId], [...itemIds, ...inside]);
  const readable = rows.filter((row) => reachesCase(actor, 'item.read', row, 'read'));
  if (itemIds.some((id) => !readable.some((row) => row.id === id))) throw refuseItem('ITEM_NOT_FOUND');
  return [...readable, ...(category === undefined ? [] : [{ category, keeping }])];
}

/**
 * Before it is put there: what lacks, and where all that lacks it would fit, places of the same room first. Refusal:
 * ITEM_NOT_FOUND.
 */
export async function checkPlaceFit(
  context: QueryContext,
  { query }: InputOf<typeof checkPlaceFitEndpoint>,
): Promise<ResponseOf<typeof checkPlaceFitEndpoint>> {
  const { reader, actor } = context;
  const { courtId } = actor;
  const { inBoxId } = query;
  const placeId =
    query.placeId ?? (inBoxId === undefined ? null : await findContainerPlace(reader, courtId, inBoxId));
  const things = await listThings(context, query);
  const room = placeId === null ? null : await findRoomOfPlace(reader, { courtId, placeId });
  const put = things.filter((thing) => !(query.skipsThere === true && thing.placeId === placeId));
  if (room === null) return NOTHING_LACKS;
  const lacking = put.filter(({ keeping }) => unmetNeeds(keeping, room.environment).length > 0);
  const needs = [...new Set(lacking.flatMap(({ keeping }) => keeping))];
  if (needs.length === 0) return NOTHING_LACKS;
  const unmet = unmetNeeds(needs, room.environment);
  const places = await listFittingPlaces(reader, courtId, {
    categories: [...new Set(lacking.map(({ category }) => category))],
    environment: environmentFor(needs),
    nearRoomId: room.roomId,
    limit: OFFERED_PLACES,
  });
  return { unmet, mayWait: mayWaitElsewhere(unmet), places };
}

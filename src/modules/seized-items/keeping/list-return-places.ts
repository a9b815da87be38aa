import type { InputOf, ResponseOf } from '../../../platform/endpoint.ts';
import type { QueryContext } from '../../../platform/run-query.ts';
import { reachesCase } from '../../cases/case-access.ts';
import { listRoomsOfPlaces, type KeepingRoom } from '../../rooms/find-room-of-place.ts';
import { listItemRowsById } from '../item-page.sql.ts';
import { refuseItem } from '../item-refusals.ts';
import { listFormerPlaces, type FormerPlaceRow } from './former-place.sql.ts';
import type { listReturnPlacesEndpoint } from './keeping.contract.ts';
import { environmentFor } from './keeping-fit.rules.ts';
import { listFittingPlaces, type FittingPlace } from './keeping.sql.ts';
import { findReturnProblem } from './return-place.rules.ts';

/** Some of those that are found may be in rooms from which nothing moves now. */
const ASKED_PLACES = 8;
const OFFERED_PLACES = 4;

interface Thing {
  readonly id: string;
  readonly category: string;
  readonly keeping: readonly string[];
}

type Rooms = ReadonlyMap<string, KeepingRoom>;

function formerOf(row: FormerPlaceRow | undefined, rooms: Rooms, thing: Thing) {
  if (row === undefined) return null;
  const { placeId: id, path, isOpen } = row;
  const problem = findReturnProblem({ isOpen, room: rooms.get(id) ?? null }, thing);
  return { id, path, problem };
}

/** Open places that have what the thing needs, near to where it lay, in rooms that are not being handed over. */
async function listOthers(
  { reader, actor, now }: QueryContext,
  thing: Thing,
  nearRoomId: string | undefined,
): Promise<FittingPlace[]> {
  const { courtId } = actor;
  const found = await listFittingPlaces(reader, courtId, {
    categories: [thing.category],
    environment: environmentFor(thing.keeping),
    // Nothing is near to a place that is not known.
    nearRoomId: nearRoomId ?? thing.id,
    limit: ASKED_PLACES,
  });
  const rooms = await listRoomsOfPlaces(reader, { courtId, placeIds: found.map(({ id }) => id), at: now });
  return found.filter(({ id }) => rooms.get(id)?.isFrozen !== true).slice(0, OFFERED_PLACES);
}

/**
 * Where things that come back into store go: each to where it lay before, or why not there and where it fits. Refusal:
 * ITEM_NOT_FOUND.
 */
export async function listReturnPlaces(
  context: QueryContext,
  { query: { itemIds } }: InputOf<typeof listReturnPlacesEndpoint>,
): Promise<ResponseOf<typeof listReturnPlacesEndpoint>> {
  const { reader, actor, now } = context;
  const { courtId } = actor;
  const rows = await listItemRowsById(reader, [courtId], itemIds);
  const things = rows.filter((row) => reachesCase(actor, 'item.read', row, 'read'));
  if (itemIds.some((id) => !things.some((thing) => thing.id === id))) throw refuseItem('ITEM_NOT_FOUND');
  const former = new Map((await listFormerPlaces(reader, courtId, itemIds)).map((row) => [row.itemId, row]));
  const placeIds = [...former.values()].map(({ placeId }) => placeId);
  const rooms = await listRoomsOfPlaces(reader, { courtId, placeIds, at: now });
  const items: ResponseOf<typeof listReturnPlacesEndpoint>['items'] = [];
  for (const thing of things) {
    const place = formerOf(former.get(thing.id), rooms, thing);
    const isFit = place !== null && place.problem === null;
    const near = place === null ? undefined : rooms.get(place.id)?.roomId;
    const others = isFit ? [] : await listOthers(context, thing, near);
    items.push({ itemId: thing.id, former: place, places: others.map(({ id, path }) => ({ id, path })) });
  }
  return { items };
}

import type { InputOf, ResponseOf } from '../../../platform/endpoint.ts';
import type { QueryContext } from '../../../platform/run-query.ts';
import { reachesCase } from '../../cases/case-access.ts';
import { findRoomOfPlace } from '../../rooms/find-room-of-place.ts';
import { refuseRoom } from '../../rooms/room-refusals.ts';
import { listItemRowsById } from '../item-page.sql.ts';
import { describeKept } from './describe-kept.ts';
import type { previewPlaceConditionsEndpoint } from './keeping.contract.ts';
import { lostBy } from './keeping-fit.rules.ts';
import { listKeptBelow } from './keeping.sql.ts';

const SHOWN_MAX = 10;

/**
 * What lies at a place and would not find there any more what it needs, if the place or the room were described so; what
 * lacks it now already is not told. Nothing stands in the way of saving it. Refusal: PLACE_OUTSIDE_ROOMS.
 */
export async function previewPlaceConditions(
  { reader, actor }: QueryContext,
  { params: { placeId }, query }: InputOf<typeof previewPlaceConditionsEndpoint>,
): Promise<ResponseOf<typeof previewPlaceConditionsEndpoint>> {
  const { courtId } = actor;
  const { isRoom, environment = [], allowedCategories = [] } = query;
  if (!isRoom && (await findRoomOfPlace(reader, { courtId, placeId })) === null)
    throw refuseRoom('PLACE_OUTSIDE_ROOMS');
  const lost = new Map(
    (await listKeptBelow(reader, courtId, { placeId, isRoom })).flatMap((thing) => {
      const lack = lostBy(thing, thing, {
        environment: [...thing.otherEnvironment, ...environment],
        categories: isRoom ? allowedCategories : thing.categories,
      });
      return lack === null ? [] : [[thing.id, lack] as const];
    }),
  );
  const rows = await listItemRowsById(reader, [courtId], [...lost.keys()].slice(0, SHOWN_MAX));
  const readable = rows.filter((row) => reachesCase(actor, 'item.read', row, 'read'));
  return {
    items: readable.flatMap((row) => {
      const lack = lost.get(row.id);
      return lack ? [describeKept(actor, row, lack)] : [];
    }),
    count: lost.size,
  };
}

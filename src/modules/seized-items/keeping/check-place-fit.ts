import type { InputOf, ResponseOf } from '../../../platform/endpoint.ts';
import type { QueryContext } from '../../../platform/run-query.ts';
import { findRoomOfPlace } from '../../rooms/find-room-of-place.ts';
import { refuseItem } from '../item-refusals.ts';
import { findReadableItem } from '../read-items.ts';
import type { checkPlaceFitEndpoint } from './keeping.contract.ts';
import { environmentFor, mayWaitElsewhere, unmetNeeds } from './keeping-fit.rules.ts';
import { listFittingPlaces } from './keeping.sql.ts';

const OFFERED_PLACES = 4;

/** Before it is put there: what lacks, and where it would fit. Refusal: ITEM_NOT_FOUND. */
export async function checkPlaceFit(
  query: QueryContext,
  { params, query: { placeId } }: InputOf<typeof checkPlaceFitEndpoint>,
): Promise<ResponseOf<typeof checkPlaceFitEndpoint>> {
  const { reader, actor } = query;
  const { courtId } = actor;
  const item = await findReadableItem(query, params.itemId);
  if (item?.courtId !== courtId) throw refuseItem('ITEM_NOT_FOUND');
  const room = await findRoomOfPlace(reader, { courtId, placeId });
  const unmet = room === null ? [] : unmetNeeds(item.keeping, room.environment);
  if (unmet.length === 0) return { unmet, mayWait: true, places: [] };
  const wanted = {
    category: item.category,
    environment: environmentFor(item.keeping),
    limit: OFFERED_PLACES,
  };
  const places = await listFittingPlaces(reader, courtId, wanted);
  return { unmet, mayWait: mayWaitElsewhere(unmet), places: places.map(({ id, path }) => ({ id, path })) };
}

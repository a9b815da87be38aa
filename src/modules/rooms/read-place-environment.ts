import type { ResponseOf } from '../../platform/endpoint.ts';
import type { TenantReader } from '../../platform/database.ts';
import { findRoomOfPlace } from './find-room-of-place.ts';
import { isEnvironment } from './item-categories.ts';
import type { readPlaceEnvironmentEndpoint } from './place-environment.contract.ts';
import { findPlaceEnvironment } from './place-environment.sql.ts';
import { refuseRoom } from './room-refusals.ts';

/** What a place in a storage room offers. Refusal: PLACE_OUTSIDE_ROOMS. */
export async function readPlaceEnvironment(
  reader: TenantReader,
  place: { readonly courtId: number; readonly placeId: string },
): Promise<ResponseOf<typeof readPlaceEnvironmentEndpoint>> {
  const room = await findRoomOfPlace(reader, place);
  if (room === null) throw refuseRoom('PLACE_OUTSIDE_ROOMS');
  const own = await findPlaceEnvironment(reader, place.courtId, place.placeId);
  return { own: own.filter(isEnvironment), all: [...new Set(room.environment)] };
}

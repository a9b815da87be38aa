import type { QueryContext } from '../../platform/run-query.ts';
import type { ResponseOf } from '../../platform/endpoint.ts';
import type { readPlaceEndpoint } from './contract.ts';
import { describePlaces } from './describe-places.ts';
import { refusePlace } from './place-refusals.ts';
import { findPlace } from './place.sql.ts';

/** One place with what is kept there. Refusal: PLACE_NOT_FOUND. */
export async function readPlace(
  query: QueryContext,
  input: { placeId: string },
): Promise<ResponseOf<typeof readPlaceEndpoint>> {
  const row = await findPlace(query.reader, query.actor.readableCourtIds, input.placeId);
  const [answer] = row ? await describePlaces(query, [row], true) : [];
  if (!row || !answer) throw refusePlace('PLACE_NOT_FOUND');
  return { ...answer, ancestorIds: [...row.ancestorIds] };
}

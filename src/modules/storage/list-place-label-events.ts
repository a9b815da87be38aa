import type { QueryContext } from '../../platform/run-query.ts';
import type { LabelEvent } from '../item-codes/label-events.contract.ts';
import { listLabelEvents } from '../item-codes/list-label-events.ts';
import { refusePlace } from './place-refusals.ts';
import { findPlace } from './place.sql.ts';

/** What happened to the labels of a place that the person may read, newest first. Refusal: PLACE_NOT_FOUND. */
export async function listPlaceLabelEvents(
  { reader, actor }: QueryContext,
  input: { readonly placeId: string },
): Promise<{ items: LabelEvent[] }> {
  const place = await findPlace(reader, actor.readableCourtIds, input.placeId);
  if (!place) throw refusePlace('PLACE_NOT_FOUND');
  return { items: await listLabelEvents(reader, place, { from: null, until: null }) };
}

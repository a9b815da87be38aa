import { shanghaiDay } from '../../platform/clock.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { finishPlaceChange, lockPlaceToChange, type ChangePlaceInput } from './change-place.ts';
import type { PlaceAnswer } from './contract.ts';
import { refusePlace } from './place-refusals.ts';
import { findFirstUse } from './find-first-use.ts';
import { updatePlaceClosedOn } from './place.sql.ts';

/**
 * Closes a place that holds nothing. Refusals: PLACE_NOT_FOUND, VERSION_STALE, PLACE_CLOSED, PLACE_HAS_PLACES_BELOW,
 * PLACE_NOT_EMPTY by the first module that keeps something there.
 */
export async function closePlace(command: CommandContext, input: ChangePlaceInput): Promise<PlaceAnswer> {
  const before = await lockPlaceToChange(command, input);
  if (before.closedOn !== null) throw refusePlace('PLACE_CLOSED');
  if (before.openPlacesBelow > 0)
    throw refusePlace('PLACE_HAS_PLACES_BELOW', { count: before.openPlacesBelow });
  const held = await findFirstUse(command, before);
  if (held !== null) throw refusePlace('PLACE_NOT_EMPTY', held);
  await updatePlaceClosedOn(command.trx, before.courtId, before.id, shanghaiDay(command.now));
  return finishPlaceChange(command, before);
}

import type { CommandContext } from '../../platform/run-command.ts';
import {
  finishPlaceChange,
  lockPlaceToChange,
  refuseTakenPath,
  type ChangePlaceInput,
} from './change-place.ts';
import type { PlaceAnswer } from './contract.ts';
import { refusePlace } from './place-refusals.ts';
import { findPlace, updatePlaceClosedOn } from './place.sql.ts';

/**
 * Opens a closed place again. Refusals: PLACE_NOT_FOUND, VERSION_STALE, PLACE_NOT_CLOSED, PLACE_PARENT_CLOSED,
 * PLACE_NAME_TAKEN.
 */
export async function reopenPlace(command: CommandContext, input: ChangePlaceInput): Promise<PlaceAnswer> {
  const before = await lockPlaceToChange(command, input);
  if (before.closedOn === null) throw refusePlace('PLACE_NOT_CLOSED');
  if (before.parentId !== null) {
    const parent = await findPlace(command.trx, [before.courtId], before.parentId);
    if (parent?.closedOn !== null) throw refusePlace('PLACE_PARENT_CLOSED');
  }
  await refuseTakenPath(command, before.path, before.name);
  await updatePlaceClosedOn(command.trx, before.courtId, before.id, null);
  return finishPlaceChange(command, before);
}

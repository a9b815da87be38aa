import type { CommandContext } from '../../platform/run-command.ts';
import {
  finishPlaceChange,
  lockPlaceToChange,
  refuseTakenPath,
  type ChangePlaceInput,
} from './change-place.ts';
import type { PlaceAnswer } from './contract.ts';
import { refusePlace } from './place-refusals.ts';
import { findPlace, updateSubtree } from './place.sql.ts';
import { PATH_SEPARATOR, placePath, placeSortKey } from './rules.ts';

/**
 * Renames a place; the paths of everything below follow, entries already written keep the old name.
 * Refusals: PLACE_NOT_FOUND, VERSION_STALE, PLACE_CLOSED, PLACE_NAME_HAS_SEPARATOR, PLACE_NAME_UNCHANGED,
 * PLACE_NAME_TAKEN.
 */
export async function renamePlace(
  command: CommandContext,
  input: ChangePlaceInput & { name: string },
): Promise<PlaceAnswer> {
  const before = await lockPlaceToChange(command, input);
  if (before.closedOn !== null) throw refusePlace('PLACE_CLOSED');
  if (input.name.includes(PATH_SEPARATOR)) throw refusePlace('PLACE_NAME_HAS_SEPARATOR');
  if (input.name === before.name) throw refusePlace('PLACE_NAME_UNCHANGED');
  const parent =
    before.parentId === null ? undefined : await findPlace(command.trx, [before.courtId], before.parentId);
  const path = placePath(parent?.path ?? null, input.name);
  await refuseTakenPath(command, path, input.name);
  const pathsBelow = await updateSubtree(command.trx, before, {
    ...before,
    name: input.name,
    path,
    sortKey: placeSortKey(parent?.sortKey ?? null, input.name),
  });
  return finishPlaceChange(command, before, { pathsBelow });
}

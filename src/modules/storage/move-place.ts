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
import { decidePlacement, placePath, placeSortKey } from './rules.ts';

/**
 * Moves a place with all that lies below it. Things kept there move along without entries of their own: they stay in
 * the same room. Refusals: PLACE_NOT_FOUND, VERSION_STALE, PLACE_CLOSED, PLACE_PARENT_NOT_FOUND, PLACE_PARENT_CLOSED,
 * PLACE_BELOW_ITSELF, PLACE_KIND_NOT_ALLOWED_HERE, PLACE_ALREADY_THERE, PLACE_NAME_TAKEN.
 */
export async function movePlace(
  command: CommandContext,
  input: ChangePlaceInput & { parentId: string | null },
): Promise<PlaceAnswer> {
  const before = await lockPlaceToChange(command, input);
  if (before.closedOn !== null) throw refusePlace('PLACE_CLOSED');
  const parent =
    input.parentId === null ? null : await findPlace(command.trx, [before.courtId], input.parentId);
  if (parent === undefined) throw refusePlace('PLACE_PARENT_NOT_FOUND');
  const above = parent && { ...parent, isClosed: parent.closedOn !== null };
  const verdict = decidePlacement(before.kind, above, before.id);
  if (!verdict.allowed) throw refusePlace(verdict.reason);
  if (before.parentId === input.parentId) throw refusePlace('PLACE_ALREADY_THERE');
  const path = placePath(parent?.path ?? null, before.name);
  await refuseTakenPath(command, path, before.name);
  const pathsBelow = await updateSubtree(command.trx, before, {
    parentId: input.parentId,
    name: before.name,
    path,
    sortKey: placeSortKey(parent?.sortKey ?? null, before.name),
    ancestorIds: [...(parent?.ancestorIds ?? []), before.id],
  });
  return finishPlaceChange(command, before, { pathsBelow });
}

import type { CommandContext } from '../../platform/run-command.ts';
import {
  finishPlaceChange,
  lockPlaceToChange,
  refuseTakenPath,
  type ChangePlaceInput,
} from './change-place.ts';
import type { PlaceAnswer } from './contract.ts';
import { findFirstUse } from './find-first-use.ts';
import { refusePlace } from './place-refusals.ts';
import { findPlace, listKindsOnTheWay, lockPlacesBelow, updateSubtree, type PlaceRow } from './place.sql.ts';
import { listPlaceUses } from './place-uses.ts';
import { decidePlacement, placePath, placeSortKey, roomAmong } from './rules.ts';

/** What a place holds has no entry that says it went into another room, so only an empty place goes there. */
async function requireSameRoomOrEmpty(
  command: CommandContext,
  before: PlaceRow,
  parent: PlaceRow | null,
): Promise<void> {
  const { trx } = command;
  const { courtId, ancestorIds } = before;
  const way = await listKindsOnTheWay(trx, courtId, ancestorIds);
  const above = await listKindsOnTheWay(trx, courtId, parent?.ancestorIds ?? []);
  if (roomAmong(way) === roomAmong([...above, before])) return;
  const held = await findFirstUse(command, before);
  if (held !== null) throw refusePlace('PLACE_HOLDS_THINGS', held);
}

/**
 * Moves a place with all that lies below it. Things kept there move along without entries of their own, which is why they
 * stay in their room, at places that still offer what they need.
 * Refusals: PLACE_NOT_FOUND, VERSION_STALE, PLACE_CLOSED, PLACE_PARENT_NOT_FOUND, PLACE_PARENT_CLOSED,
 * PLACE_BELOW_ITSELF, PLACE_KIND_NOT_ALLOWED_HERE, PLACE_ALREADY_THERE, PLACE_HOLDS_THINGS, PLACE_NAME_TAKEN, those of
 * the modules that keep something there.
 */
export async function movePlace(
  command: CommandContext,
  input: ChangePlaceInput & { parentId: string | null },
): Promise<PlaceAnswer> {
  const { trx } = command;
  const before = await lockPlaceToChange(command, input);
  if (before.closedOn !== null) throw refusePlace('PLACE_CLOSED');
  const parent = input.parentId === null ? null : await findPlace(trx, [before.courtId], input.parentId);
  if (parent === undefined) throw refusePlace('PLACE_PARENT_NOT_FOUND');
  const above = parent && { ...parent, isClosed: parent.closedOn !== null };
  const verdict = decidePlacement(before.kind, above, before.id);
  if (!verdict.allowed) throw refusePlace(verdict.reason);
  if (before.parentId === input.parentId) throw refusePlace('PLACE_ALREADY_THERE');
  await lockPlacesBelow(trx, before.courtId, before.id);
  await requireSameRoomOrEmpty(command, before, parent);
  const path = placePath(parent?.path ?? null, before.name);
  await refuseTakenPath(command, path, before.name);
  const watched = [];
  for (const use of listPlaceUses()) watched.push(await use.watchMove?.(command, before.id));
  const pathsBelow = await updateSubtree(trx, before, {
    parentId: input.parentId,
    name: before.name,
    path,
    sortKey: placeSortKey(parent?.sortKey ?? null, before.name),
    ancestorIds: [...(parent?.ancestorIds ?? []), before.id],
  });
  for (const askAgain of watched) await askAgain?.();
  return finishPlaceChange(command, before, { pathsBelow });
}

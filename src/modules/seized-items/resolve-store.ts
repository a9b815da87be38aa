import type { CommandContext } from '../../platform/run-command.ts';
import { categoryOf } from './item-categories.ts';
import { refuseIntake } from './intake-refusals.ts';
import { countItemsBelow, lockPlacePaths } from './item-place.sql.ts';
import type { LockedItem } from './item.sql.ts';
import type { KeepingRoom } from '../rooms/find-room-of-place.ts';
import { openRoomBook, type RoomBook } from './load-grounds.ts';

export interface Store {
  readonly id: string;
  readonly path: string;
  readonly room: KeepingRoom;
}

/** An open place inside a storage room; `rooms` when the command asks for rooms later too. Refusal: PLACE_NOT_A_STORE. */
export async function resolveStore(
  { trx, actor, now }: CommandContext,
  placeId: string,
  rooms: RoomBook = openRoomBook(trx, actor.courtId, now),
): Promise<Store> {
  return storeAt(placeId, await lockPlacePaths(trx, actor.courtId, [placeId]), rooms);
}

/** The same from the paths of open places. Refusal: PLACE_NOT_A_STORE. */
export async function storeAt(
  placeId: string,
  paths: ReadonlyMap<string, string>,
  rooms: RoomBook,
): Promise<Store> {
  const path = paths.get(placeId);
  const room = await rooms.roomOf(placeId);
  if (path === undefined || room === null) throw refuseIntake('PLACE_NOT_A_STORE');
  return { id: placeId, path, room };
}

/** The room keeps such things. Refusal: CATEGORY_NOT_KEPT_THERE. */
export function requireKeeps({ room }: Store, items: readonly Pick<LockedItem, 'category'>[]): void {
  if (room.allowedCategories.length === 0) return;
  const allowed: readonly string[] = room.allowedCategories;
  const foreign = items.find(({ category }) => !allowed.includes(category));
  if (foreign)
    throw refuseIntake('CATEGORY_NOT_KEPT_THERE', {
      room: room.name,
      category: categoryOf(foreign.category),
    });
}

/** The room has room for that many more. Refusal: ROOM_FULL. */
export async function requireRoomFor(
  { trx, actor }: CommandContext,
  { room }: Store,
  count: number,
): Promise<void> {
  if (room.capacity === null) return;
  const held = (await countItemsBelow(trx, actor.courtId, [room.roomId])).get(room.roomId) ?? 0;
  const free = Math.max(room.capacity - held, 0);
  if (count > free) throw refuseIntake('ROOM_FULL', { room: room.name, free });
}

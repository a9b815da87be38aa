import { askTogether } from '../../platform/database.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { roomsOfPlaces } from '../rooms/find-room-of-place.ts';
import { hindrancesOf, type Hindrance } from './item-hold.sql.ts';
import { lockedPlacePaths, placesOfItems } from './item-place.sql.ts';
import { holdBooksOfItems, itemsAsTheyStand, type LockedItem } from './item.sql.ts';
import { openRoomBook, type RoomBook } from './load-grounds.ts';

export interface ItemsWithGrounds {
  readonly locked: readonly LockedItem[];
  /** Knows the rooms of the places and of the items. */
  readonly rooms: RoomBook;
  readonly hindrances: ReadonlyMap<string, Hindrance>;
  /** Of the places that are open. */
  readonly paths: ReadonlyMap<string, string>;
}

/**
 * Locks items as `lockItems` does, holds the places to which they go, and asks what their verdicts rest on, all in one
 * message. `at`: the moment whose custodians answer for the rooms.
 */
export async function lockWithGrounds(
  { trx, actor }: Pick<CommandContext, 'trx' | 'actor'>,
  {
    itemIds,
    placeIds,
    at,
  }: { readonly itemIds: readonly string[]; readonly placeIds: readonly string[]; readonly at: Date },
): Promise<ItemsWithGrounds> {
  const { courtId, personId: actorId } = actor;
  await holdBooksOfItems(trx, courtId, itemIds);
  const placesOf = placesOfItems(courtId, itemIds);
  const [locked, paths, found, hindrances] = await askTogether(trx, [
    itemsAsTheyStand(courtId, itemIds),
    lockedPlacePaths(courtId, placeIds),
    roomsOfPlaces({ courtId, placeIds, placesOf, at }),
    hindrancesOf(courtId, { itemIds, actorId }),
  ] as const);
  const rooms = openRoomBook(trx, courtId, at);
  rooms.keep([...placeIds, ...locked.map(({ standing }) => standing.placeId)], found);
  return { locked, rooms, hindrances, paths };
}

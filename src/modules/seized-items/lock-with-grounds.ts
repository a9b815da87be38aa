import { askTogether } from '../../platform/database.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { roomsWithPresence, type RoomsWithPresence } from '../rooms/find-room-of-place.ts';
import { hinderedItems, holdOfGrounds, type Hindrance } from './item-hold.sql.ts';
import { placesOfItems } from './item-place.sql.ts';
import type { LockedItem } from './item.sql.ts';
import { openRoomBook, type RoomBook } from './load-grounds.ts';

export interface ItemsWithGrounds {
  readonly locked: readonly LockedItem[];
  /** Knows the rooms of the places and of the items. */
  readonly rooms: RoomBook;
  readonly hindrances: ReadonlyMap<string, Hindrance>;
  /** Of the places that are open. */
  readonly paths: ReadonlyMap<string, string>;
  /** By room, of those that are locked. */
  readonly presence: RoomsWithPresence['facts'];
}

/**
 * Locks items as `lockItems` does, holds the places to which they go and the rooms there, or the rooms that they leave
 * when they go nowhere, and asks what their verdicts rest on, all in one message. `at`: when they move; `personIds`: who moves them, the second person
 * among them.
 */
export async function lockWithGrounds(
  { trx, actor }: Pick<CommandContext, 'trx' | 'actor'>,
  {
    itemIds,
    placeIds,
    ...movement
  }: {
    readonly itemIds: readonly string[];
    readonly placeIds: readonly string[];
    readonly at: Date;
    readonly personIds: readonly string[];
  },
): Promise<ItemsWithGrounds> {
  const { courtId } = actor;
  const placesOf = placesOfItems(courtId, itemIds);
  const held = placeIds.length > 0 ? { ids: placeIds } : { ids: [], placesOf };
  const [heldRoomIds, { locked, hindrances }, found] = await askTogether(trx, [
    holdOfGrounds(courtId, itemIds, held),
    hinderedItems(courtId, { itemIds, personIds: movement.personIds }),
    roomsWithPresence(courtId, { ids: placeIds, placesOf }, movement),
  ] as const);
  const rooms = openRoomBook(trx, courtId, movement.at);
  rooms.keep([...placeIds, ...locked.map(({ standing }) => standing.placeId)], found.rooms);
  const presence = new Map([...found.facts].filter(([roomId]) => heldRoomIds.has(roomId)));
  return { locked, rooms, hindrances, paths: found.paths, presence };
}

/** Whoever acts, and the second person. */
export function peopleOf(
  { actor }: Pick<CommandContext, 'actor'>,
  secondPerson: { readonly id: string } | null,
): string[] {
  return [actor.personId, ...(secondPerson === null ? [] : [secondPerson.id])];
}

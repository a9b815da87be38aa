import { listTexts, type Sentence } from '../../platform/errors.ts';
import { shanghaiDay } from '../../platform/clock.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { listCourtPeople } from './court-person.sql.ts';
import { decidePresence } from './presence.rules.ts';
import { lockRoomFacts, type RoomFacts } from './room-facts.sql.ts';
import { refuseRoom } from './room-refusals.ts';
import { refuseVisit } from './visit-refusals.ts';

export interface Movement {
  readonly roomId: string;
  /** When the thing left the room or came into it. */
  readonly at: Date;
  /** Everybody who does it; in a two-person room two of them. */
  readonly personIds: readonly string[];
  /** Recorded later than the day: a missing visit is marked on the entry instead of refused. */
  readonly isLateEntry: boolean;
  /** The count of an open handover goes on while the room is frozen for it. */
  readonly isHandoverCount?: boolean;
}

async function namesOf({ trx, actor, now }: CommandContext, ids: readonly string[]): Promise<Sentence> {
  const people = await listCourtPeople(trx, { courtId: actor.courtId, day: shanghaiDay(now) }, ids);
  return listTexts(people.length === 0 ? ['—'] : people.map(({ name }) => name));
}

/**
 * A movement of items out of a storage room or into it falls inside a visit of each person who does it; a move between
 * two rooms is asked about twice. The visits are kept from being cut short of it. While the room is handed over
 * nothing moves at all. Answers whether a late entry is to be marked. `known`: what `roomsWithPresence` said of the room,
 * the moment and the people, when the command has locked the room before it asked.
 * Refusals: NOT_A_STORAGE_ROOM, ROOM_FROZEN, MOVEMENT_OUTSIDE_VISIT, MOVEMENT_NEEDS_TWO_PERSONS.
 */
export async function requirePresence(
  command: CommandContext,
  movement: Movement,
  known?: RoomFacts,
): Promise<{ isFlagged: boolean }> {
  const { trx, actor } = command;
  const { courtId } = actor;
  const { roomId, at, personIds, isLateEntry } = movement;
  const room = known ?? (await lockRoomFacts(trx, { courtId, roomId }, at, personIds));
  if (!room) throw refuseRoom('NOT_A_STORAGE_ROOM');
  if (room.isFrozen && movement.isHandoverCount !== true)
    throw refuseRoom('ROOM_FROZEN', { room: room.name });
  const verdict = decidePresence({
    personIds,
    presentIds: room.presentIds,
    requiresTwoPersons: room.twoPersonsSince !== null && room.twoPersonsSince <= at,
    isLateEntry,
  });
  if (!verdict.allowed)
    throw refuseVisit(verdict.reason, {
      ...{ roomId, room: room.name },
      name: await namesOf(command, verdict.absentIds),
    });
  return { isFlagged: verdict.isFlagged };
}

import type { CommandContext } from '../../../platform/run-command.ts';
import { findRoomOfPlace } from '../../rooms/find-room-of-place.ts';
import { refuseRoom } from '../../rooms/room-refusals.ts';
import { refuseIntake } from '../intake-refusals.ts';
import { lostBy, sayNeeds } from './keeping-fit.rules.ts';
import { listKeptBelow } from './keeping.sql.ts';

/**
 * A place moves within its room with the things on it: not while the room is handed over, and not to where they would
 * lack what they had. Refusals: ROOM_FROZEN; of what is answered, PLACE_LACKS_NEEDS.
 */
export async function watchPlaceMove(command: CommandContext, placeId: string): Promise<() => Promise<void>> {
  const { trx, actor } = command;
  const { courtId } = actor;
  const asked = { placeId, isRoom: false };
  const before = await listKeptBelow(trx, courtId, asked);
  const room = before.length === 0 ? null : await findRoomOfPlace(trx, { courtId, placeId });
  if (room?.isFrozen === true) throw refuseRoom('ROOM_FROZEN', { room: room.name });
  return async () => {
    if (before.length === 0) return;
    const after = new Map((await listKeptBelow(trx, courtId, asked)).map((thing) => [thing.id, thing]));
    const lost = before.flatMap((thing) => lostBy(thing, thing, after.get(thing.id) ?? thing)?.unmet ?? []);
    if (lost.length === 0) return;
    const { zh: needs, en: needsEnglish } = sayNeeds([...new Set(lost)]);
    throw refuseIntake('PLACE_LACKS_NEEDS', { needs, needsEnglish });
  };
}

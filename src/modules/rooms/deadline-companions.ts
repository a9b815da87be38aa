import type { DeadlineCompanions } from '../deadlines/deadline-companions.ts';
import { listResponsible } from './custodianship.sql.ts';

/** Of a clock that follows a room: its custodian and its deputies at the moment. */
export const ROOM_COMPANIONS: DeadlineCompanions = {
  key: 'rooms',
  async find(reader, deadlines, at) {
    const people = new Map<string, readonly string[]>();
    for (const courtId of new Set(deadlines.map((one) => one.courtId))) {
      const ofCourt = deadlines.filter((one) => one.courtId === courtId);
      const roomIds = [...new Set(ofCourt.flatMap(({ roomId }) => roomId ?? []))];
      if (roomIds.length === 0) continue;
      const inOffice = await listResponsible(reader, { courtId, roomIds, at });
      for (const { id, roomId } of ofCourt)
        people.set(
          id,
          inOffice.filter((office) => office.roomId === roomId).map(({ personId }) => personId),
        );
    }
    return people;
  },
};

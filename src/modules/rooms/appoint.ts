import { shanghaiDay } from '../../platform/clock.ts';
import { newId } from '../../platform/ids.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { handOnRoomDeadlines } from '../deadlines/hand-on-room-deadlines.ts';
import type { RoomAnswer } from './contract.ts';
import { holdPerson, listCourtPeople } from './court-person.sql.ts';
import { decideAppointment } from './custodianship.rules.ts';
import { insertCustodianships, listCustodianships } from './custodianship.sql.ts';
import { refuseCustodianship } from './custodianship-refusals.ts';
import { answerRoom, lockStorageRoom } from './lock-storage-room.ts';

export interface AppointmentInput {
  readonly roomId: string;
  readonly kind: 'custodian' | 'deputy';
  readonly personId: string;
  readonly startsAt: Date;
  /** null for a custodian, who stays until somebody takes over. */
  readonly endsAt: Date | null;
  /** Number or name of the paper by which the person is appointed. */
  readonly document: string;
}

/**
 * Appoints a room's first custodian, or a deputy for a term. Every later custodian comes through a handover.
 * Refusals: ROOM_NOT_FOUND, ROOM_CLOSED, NOT_A_STORAGE_ROOM and those of `decideAppointment`.
 */
export async function appoint(command: CommandContext, input: AppointmentInput): Promise<RoomAnswer> {
  const { trx, actor, now } = command;
  const { courtId } = actor;
  const room = await lockStorageRoom(command, input.roomId);
  await holdPerson(trx, input.personId);
  const day = shanghaiDay(input.startsAt > now ? input.startsAt : now);
  const [person] = await listCourtPeople(trx, { courtId, day }, [input.personId]);
  const held = await listCustodianships(trx, { courtId, roomId: room.id });
  const verdict = decideAppointment({
    kind: input.kind,
    personId: input.personId,
    appointerId: actor.personId,
    person: person ?? null,
    startsAtMs: input.startsAt.getTime(),
    endsAtMs: input.endsAt?.getTime() ?? null,
    nowMs: now.getTime(),
    held: held.map(({ personId, kind, startsAt, endsAt }) => ({
      personId,
      kind,
      startsAtMs: startsAt.getTime(),
      endsAtMs: endsAt?.getTime() ?? null,
    })),
  });
  if (!verdict.allowed) throw refuseCustodianship(verdict.reason);
  const office = {
    id: newId(now.getTime()),
    ...input,
    appointedBy: actor.personId,
    appointedByName: actor.personName,
    appointedAt: now,
  };
  await insertCustodianships(trx, courtId, [office]);
  if (input.kind === 'custodian')
    await handOnRoomDeadlines(command, { roomId: room.id, toId: input.personId });
  command.audit({
    subjectKind: 'room',
    subjectId: room.id,
    subjectLabel: room.path,
    after: {
      [input.kind]: person?.name,
      startsAt: input.startsAt,
      endsAt: input.endsAt,
      document: input.document,
    },
  });
  return answerRoom(command, room.id);
}

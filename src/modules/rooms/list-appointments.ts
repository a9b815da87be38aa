import { shanghaiInstant } from '../../platform/clock.ts';
import type { ResponseOf } from '../../platform/endpoint.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import type { AppointmentAnswer, findCustodianEndpoint } from './custodianships.contract.ts';
import { listCustodianships, type CustodianshipRow } from './custodianship.sql.ts';
import { responsiblePersonOf } from './describe-rooms.ts';
import { findCustodian } from './find-custodian.ts';
import { findRecused } from './find-recused.ts';
import { refuseRoom } from './room-refusals.ts';
import { findRoomRow, type RoomRow } from './room.sql.ts';

function appointmentOf(row: CustodianshipRow): AppointmentAnswer {
  return {
    ...responsiblePersonOf(row),
    appointedByName: row.appointedByName,
    appointedAt: shanghaiInstant(row.appointedAt),
    endReason: row.endReason,
    endedByName: row.endedByName,
  };
}

async function findRoom({ reader, actor, now }: QueryContext, roomId: string): Promise<RoomRow> {
  const room = await findRoomRow(reader, actor.readableCourtIds, roomId, now);
  if (!room) throw refuseRoom('ROOM_NOT_FOUND');
  return room;
}

/** Every appointment to a room, the newest first. Refusal: ROOM_NOT_FOUND. */
export async function listAppointments(
  query: QueryContext,
  input: { roomId: string },
): Promise<{ items: AppointmentAnswer[] }> {
  const { courtId } = await findRoom(query, input.roomId);
  const rows = await listCustodianships(query.reader, { courtId, roomId: input.roomId });
  return { items: rows.map(appointmentOf) };
}

export interface WhoAnswersInput {
  readonly roomId: string;
  readonly at?: string | undefined;
  readonly caseId?: string | undefined;
  readonly caseNumber?: string | undefined;
}

/**
 * Who answered for a room at a moment, at this one unless it is given, and who of them keeps away from the case.
 * Refusal: ROOM_NOT_FOUND.
 */
export async function listWhoAnswers(
  query: QueryContext,
  input: WhoAnswersInput,
): Promise<ResponseOf<typeof findCustodianEndpoint>> {
  const { courtId } = await findRoom(query, input.roomId);
  const at = input.at === undefined ? query.now : new Date(input.at);
  const { custodian, deputies } = await findCustodian(query.reader, { courtId, roomId: input.roomId, at });
  const people = [...(custodian === null ? [] : [custodian]), ...deputies];
  const recused = await findRecused(query.reader, {
    courtId,
    personIds: people.map(({ personId }) => personId),
    caseId: input.caseId ?? null,
    caseNumbers: input.caseNumber === undefined ? [] : [input.caseNumber.trim()],
  });
  return {
    at: shanghaiInstant(at),
    items: people.map((person) => ({
      ...person,
      startsAt: shanghaiInstant(person.startsAt),
      endsAt: person.endsAt && shanghaiInstant(person.endsAt),
      isRecused: recused.includes(person.personId),
    })),
  };
}

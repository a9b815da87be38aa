import { shanghaiDay } from '../../platform/clock.ts';
import { newId } from '../../platform/ids.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { holdPerson, listCourtPeople, type CourtPersonRow } from './court-person.sql.ts';
import { describeHandover } from './describe-handover.ts';
import { findCustodian, type PersonInOffice } from './find-custodian.ts';
import { decideOpening, type HandoverCause, type HandoverForm } from './handover.rules.ts';
import { findHandover, insertHandover, insertMatters } from './handover.sql.ts';
import { insertLines, type NewLine } from './handover-line.sql.ts';
import { refuseHandover } from './handover-refusals.ts';
import type { HandoverAnswer } from './handovers.contract.ts';
import { lockStorageRoom } from './lock-storage-room.ts';
import { listRoomContents } from './room-contents.ts';
import { refuseCustodianship } from './custodianship-refusals.ts';
import type { RoomRow } from './room.sql.ts';

export interface OpeningInput {
  readonly roomId: string;
  readonly cause: HandoverCause;
  readonly form: HandoverForm;
  readonly incomingId: string;
  readonly supervisorId: string;
  readonly leadId: string;
  readonly leaderId: string | null;
  readonly document: string;
}

async function findParties(
  command: CommandContext,
  input: OpeningInput,
): Promise<Map<string, CourtPersonRow>> {
  const { trx, actor, now } = command;
  const ids = [input.incomingId, input.supervisorId, input.leadId, input.leaderId].filter(
    (id) => id !== null,
  );
  for (const id of new Set(ids)) await holdPerson(trx, id);
  const people = await listCourtPeople(trx, { courtId: actor.courtId, day: shanghaiDay(now) }, ids);
  const byId = new Map(people.map((person) => [person.id, person]));
  if (ids.some((id) => !byId.has(id))) throw refuseHandover('HANDOVER_PERSON_UNFIT');
  return byId;
}

/** The custodian in office, when the people are fit for the handover. */
function requireFit(
  input: OpeningInput,
  room: RoomRow,
  custodian: PersonInOffice | null,
  people: ReadonlyMap<string, CourtPersonRow>,
  openerId: string,
): PersonInOffice {
  const denial = decideOpening({
    ...input,
    openerId,
    leaderId: input.form === 'regular' ? null : input.leaderId,
    outgoingId: custodian?.personId ?? null,
    incomingRoles: people.get(input.incomingId)?.roles ?? [],
    leaderRoles: people.get(input.leaderId ?? '')?.roles ?? [],
    isOpenAlready: room.handoverId !== null,
  });
  if (denial === 'ROOM_HAS_NO_CUSTODIAN' || custodian === null)
    throw refuseCustodianship('ROOM_HAS_NO_CUSTODIAN');
  if (denial !== null) throw refuseHandover(denial);
  return custodian;
}

/** Everything that the room holds, as lines to be scanned or explained. */
async function listChecklist({ trx, now }: CommandContext, room: RoomRow): Promise<NewLine[]> {
  const of = { courtId: room.courtId, roomId: room.id };
  const lines: NewLine[] = [];
  for (const holder of listRoomContents()) {
    for (const thing of await holder.listHeld(trx, of)) {
      lines.push({
        id: newId(now.getTime()),
        position: lines.length + 1,
        source: holder.key,
        ...thing,
        result: 'pending',
        explanation: null,
        checkedAt: null,
        checkedByName: null,
      });
    }
  }
  return lines;
}

/**
 * Opens a handover: nothing of the room moves from now on, and the list of what it holds and of what its custodian has
 * open is taken at this moment.
 * Refusals: ROOM_NOT_FOUND, ROOM_CLOSED, NOT_A_STORAGE_ROOM, HANDOVER_PERSON_UNFIT, those of `decideOpening`, and
 * ROOM_NOT_FREEZABLE with the reason of the module that keeps the room busy.
 */
export async function openHandover(command: CommandContext, input: OpeningInput): Promise<HandoverAnswer> {
  const { trx, actor, now } = command;
  const { courtId } = actor;
  const room = await lockStorageRoom(command, input.roomId);
  const people = await findParties(command, input);
  const { custodian } = await findCustodian(trx, { courtId, roomId: room.id, at: now });
  const outgoing = requireFit(input, room, custodian, people, actor.personId);
  const of = { courtId, roomId: room.id };
  for (const holder of listRoomContents()) {
    const objection = (await holder.objectToFreezing?.(trx, of)) ?? null;
    if (objection !== null)
      throw refuseHandover('ROOM_NOT_FREEZABLE', { why: objection.zh, whyEnglish: objection.en });
  }
  const id = newId(now.getTime());
  const nameOf = (personId: string | null) => people.get(personId ?? '')?.name ?? '';
  const leaderId = input.form === 'emergency' ? input.leaderId : null;
  await insertHandover(trx, courtId, {
    ...input,
    id,
    custodianshipId: outgoing.custodianshipId,
    outgoingId: outgoing.personId,
    outgoingName: outgoing.name,
    incomingName: nameOf(input.incomingId),
    supervisorName: nameOf(input.supervisorId),
    leadName: nameOf(input.leadId),
    leaderId,
    leaderName: leaderId && nameOf(leaderId),
    frozenAt: now,
    openedById: actor.personId,
    openedByName: actor.personName,
  });
  const lines = await listChecklist(command, room);
  await insertLines(trx, courtId, id, lines);
  const matters = [];
  for (const holder of listRoomContents())
    matters.push(...(await holder.listOpenMatters(trx, { ...of, personId: outgoing.personId, at: now })));
  const numbered = matters.map((matter, index) => ({
    ...matter,
    id: newId(now.getTime()),
    position: index + 1,
    outcome: null,
  }));
  await insertMatters(trx, courtId, id, numbered);
  command.audit({
    subjectKind: 'room',
    subjectId: room.id,
    subjectLabel: room.path,
    after: {
      handoverId: id,
      outgoing: outgoing.name,
      incoming: nameOf(input.incomingId),
      lines: lines.length,
    },
    detail: { cause: input.cause, form: input.form },
  });
  const row = await findHandover(trx, [courtId], id);
  if (!row) throw refuseHandover('HANDOVER_NOT_FOUND');
  return describeHandover({ reader: trx, actor }, row);
}

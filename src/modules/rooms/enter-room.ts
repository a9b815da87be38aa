import { shanghaiDay } from '../../platform/clock.ts';
import { listTexts } from '../../platform/errors.ts';
import type { InputOf } from '../../platform/endpoint.ts';
import { newId } from '../../platform/ids.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { normaliseBadgeCode } from '../accounts/find-person-by-badge.ts';
import { listResponsible } from './custodianship.sql.ts';
import { listCourtPeople, type CourtPersonRow } from './court-person.sql.ts';
import { roomOfStays, stayOf, visitOf } from './describe-visits.ts';
import { chooseEscort, mayEscort } from './escort.rules.ts';
import { lockStorageRoom } from './lock-storage-room.ts';
import { maskDocument } from './mask-document.ts';
import { decideEntry, isRecordedLate, type Stay } from './visit.rules.ts';
import {
  insertVisits,
  listStaysElsewhere,
  listStaysInRoom,
  listVisitsById,
  lockVisits,
  type NewVisit,
} from './visit.sql.ts';
import { refuseVisit } from './visit-refusals.ts';
import type { enterRoomEndpoint as declaration, VisitAnswer } from './visits.contract.ts';

type Body = InputOf<typeof declaration>['body'];

async function findPeople(command: CommandContext, body: Body): Promise<CourtPersonRow[]> {
  const { trx, actor, now } = command;
  const ids = body.people.map(({ personId }) => personId);
  if (ids.length === 0 && body.visitors.length === 0) throw refuseVisit('NOBODY_ENTERS');
  const known = await listCourtPeople(trx, { courtId: actor.courtId, day: shanghaiDay(now) }, ids);
  return body.people.map(({ personId, badgeCode }) => {
    const person = known.find(({ id }) => id === personId);
    if (!person) throw refuseVisit('VISITOR_NOT_OF_COURT');
    if (badgeCode !== null && normaliseBadgeCode(badgeCode) !== person.badgeCode)
      throw refuseVisit('BADGE_OF_OTHER', { name: person.name });
    return person;
  });
}

interface Draft {
  readonly stay: Stay;
  readonly unit: string | null;
  readonly document: string | null;
  readonly signedByBadge: boolean;
}

type Times = { readonly enteredAt: Date; readonly leftAt: Date | null };

/** Who answers for the room when they enter. */
interface Answering {
  readonly ids: readonly string[];
  readonly names: readonly string[];
  readonly isHandedOver: boolean;
}

/** Refusal: ESCORT_NOT_CUSTODIAN. Nobody where nobody is there the whole time, which `decideEntry` refuses. */
function requireEscort(
  body: Body,
  staff: readonly Stay[],
  { enteredAt, leftAt }: Times,
  { ids: answeringIds, names, isHandedOver }: Answering,
): Stay | undefined {
  if (body.visitors.length === 0) return undefined;
  const span = { fromMs: enteredAt.getTime(), toMs: leftAt?.getTime() ?? Number.POSITIVE_INFINITY };
  const escort = chooseEscort({ staff, answeringIds, namedId: body.escortId, span });
  if (escort && !mayEscort(escort, { answeringIds, isHandedOver }))
    throw refuseVisit('ESCORT_NOT_CUSTODIAN', { names: listTexts(names) });
  return escort;
}

/** Stays as they would be; the escort of the visitors is among those who enter, or inside already. */
function draftStays(
  input: { readonly roomId: string; readonly body: Body },
  people: readonly CourtPersonRow[],
  inRoom: readonly Stay[],
  times: Times,
  answering: Answering,
): Draft[] {
  const { roomId, body } = input;
  const common = {
    roomId,
    enteredAtMs: times.enteredAt.getTime(),
    leftAtMs: times.leftAt?.getTime() ?? null,
    usedFromMs: null,
    usedUntilMs: null,
  };
  const own = people.map((person, index): Draft => {
    const stay = { ...common, rootId: newId(), personId: person.id, name: person.name, escortRootId: null };
    const signedByBadge = body.people[index]?.badgeCode != null;
    return { stay, unit: person.department, document: null, signedByBadge };
  });
  const staff = [...own.map(({ stay }) => stay), ...inRoom].filter(({ personId }) => personId !== null);
  const escort = requireEscort(body, staff, times, answering);
  const visitors = body.visitors.map(({ name, unit, documentNumber }): Draft => {
    const escortRootId = escort?.rootId ?? null;
    const stay = { ...common, rootId: newId(), personId: null, name: name.trim(), escortRootId };
    const document = documentNumber === null ? null : maskDocument(documentNumber);
    return { stay, unit, document, signedByBadge: false };
  });
  return [...own, ...visitors];
}

/**
 * Records that people enter a room together; with `leftAt` a whole visit that is recorded later. What is recorded more
 * than a quarter of an hour later is marked 补录, with both times.
 * Refusals: ROOM_NOT_FOUND, ROOM_CLOSED, NOT_A_STORAGE_ROOM, NOBODY_ENTERS, VISITOR_NOT_OF_COURT, BADGE_OF_OTHER,
 * PURPOSE_NOT_SAID, ESCORT_NOT_CUSTODIAN and those of `decideEntry`.
 */
export async function enterRoom(
  command: CommandContext,
  input: { readonly roomId: string; readonly body: Body },
): Promise<{ items: VisitAnswer[] }> {
  const { trx, actor, now } = command;
  const { courtId } = actor;
  const { body, roomId } = input;
  await lockVisits(trx, courtId);
  const room = await lockStorageRoom(command, roomId);
  const people = await findPeople(command, body);
  if (body.purpose === 'other' && body.note === null) throw refuseVisit('PURPOSE_NOT_SAID');
  const times = {
    enteredAt: body.enteredAt === undefined ? now : new Date(body.enteredAt),
    leftAt: body.leftAt === null ? null : new Date(body.leftAt),
  };
  const span = { from: times.enteredAt, to: times.leftAt };
  const inRoom = (await listStaysInRoom(trx, { courtId, roomId }, span)).map(stayOf);
  const personIds = people.map(({ id }) => id);
  const elsewhere = await listStaysElsewhere(trx, { courtId, exceptRoomId: roomId, personIds }, span);
  const inOffice = await listResponsible(trx, { courtId, roomIds: [roomId], at: times.enteredAt });
  const drafts = draftStays(input, people, inRoom, times, {
    ids: inOffice.map(({ personId }) => personId),
    names: inOffice.map(({ personName }) => personName),
    isHandedOver: room.handoverId !== null,
  });
  const verdict = decideEntry({
    room: roomOfStays(room),
    entering: drafts.map(({ stay }) => stay),
    inRoom,
    elsewhere: elsewhere.map(stayOf),
    nowMs: now.getTime(),
  });
  if (!verdict.allowed) throw refuseVisit(verdict.reason, { name: verdict.name });

  const isTwoPersonRoom = room.twoPersonsSince !== null;
  const rows = drafts.map((draft) =>
    newVisitOf(command, body, times, draft, [...inRoom, ...drafts.map(({ stay }) => stay)], isTwoPersonRoom),
  );
  await insertVisits(trx, courtId, rows);
  command.audit({
    subjectKind: 'room',
    subjectId: room.id,
    subjectLabel: room.path,
    after: { entered: rows.map(({ id, person_name }) => ({ id, name: person_name })), at: times.enteredAt },
  });
  const written = await listVisitsById(
    trx,
    courtId,
    rows.map(({ id }) => id),
  );
  return { items: written.map((row) => visitOf(row, actor, now)) };
}

function newVisitOf(
  { actor, now }: CommandContext,
  body: Body,
  { enteredAt, leftAt }: { readonly enteredAt: Date; readonly leftAt: Date | null },
  { stay, unit, document, signedByBadge }: Draft,
  inside: readonly Stay[],
  isTwoPersonRoom: boolean,
): NewVisit {
  const others = inside.filter(
    (other) =>
      other.personId !== null && other.rootId !== stay.rootId && other.enteredAtMs <= stay.enteredAtMs,
  );
  return {
    id: stay.rootId,
    root_id: stay.rootId,
    room_id: stay.roomId,
    person_id: stay.personId,
    person_name: stay.name,
    person_unit: unit,
    document,
    entered_at: enteredAt,
    left_at: leftAt,
    purpose: body.purpose,
    note: body.note,
    case_id: body.caseId,
    case_number: body.caseNumber,
    escort_root_id: stay.escortRootId,
    escort_name: inside.find(({ rootId }) => rootId === stay.escortRootId)?.name ?? null,
    second_person: isTwoPersonRoom ? others.map(({ name }) => name).join('、') || null : null,
    approved_by: body.approvedBy,
    carried_in: body.carriedIn,
    carried_out: body.carriedOut,
    key_number: body.keyNumber,
    anomaly: body.anomaly,
    signed_by_badge: signedByBadge,
    entered_late: isRecordedLate(enteredAt.getTime(), now.getTime()),
    left_late: leftAt !== null && isRecordedLate(leftAt.getTime(), now.getTime()),
    recorded_at: now,
    recorded_by: actor.personId,
    recorded_by_name: actor.personName,
    left_recorded_at: leftAt && now,
    left_recorded_by_name: leftAt && actor.personName,
    used_from: null,
    used_until: null,
    corrects_id: null,
    correction_reason: null,
    voided: false,
  };
}

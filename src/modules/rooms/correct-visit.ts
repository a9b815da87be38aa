import type { InputOf } from '../../platform/endpoint.ts';
import { newId } from '../../platform/ids.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { roomOfStays, stayOf, visitOf } from './describe-visits.ts';
import { refuseRoom } from './room-refusals.ts';
import { findRoomRow } from './room.sql.ts';
import { decideCorrection, isRecordedLate } from './visit.rules.ts';
import {
  insertVisits,
  listStaysElsewhere,
  listStaysInRoom,
  listVisitsById,
  lockVisits,
  updateVisitsCorrected,
  type NewVisit,
  type VisitRow,
} from './visit.sql.ts';
import { refuseVisit } from './visit-refusals.ts';
import type { correctVisitEndpoint as declaration, VisitAnswer } from './visits.contract.ts';

type Body = InputOf<typeof declaration>['body'];

async function findVisits(
  command: CommandContext,
  ids: readonly string[],
): Promise<[VisitRow, ...VisitRow[]]> {
  const rows = await listVisitsById(command.trx, command.actor.courtId, ids);
  const named = ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
  const [first, ...others] = named;
  if (!first || named.length < ids.length || others.some(({ roomId }) => roomId !== first.roomId))
    throw refuseVisit('VISIT_NOT_FOUND');
  if (named.some(({ correctedById, voided }) => correctedById !== null || voided))
    throw refuseVisit('VISIT_CORRECTED');
  return [first, ...others];
}

interface Times {
  readonly enteredAt: Date;
  readonly leftAt: Date | null;
}

async function decide(
  command: CommandContext,
  before: readonly [VisitRow, ...VisitRow[]],
  after: Times | null,
) {
  const { trx, actor, now } = command;
  const { courtId } = actor;
  const { roomId } = before[0];
  const room = await findRoomRow(trx, [courtId], roomId, now);
  if (!room) throw refuseRoom('ROOM_NOT_FOUND');
  const starts = [...before, ...(after ? [after] : [])].map(({ enteredAt }) => enteredAt.getTime());
  const span = { from: new Date(Math.min(...starts)), to: null };
  const personIds = before.flatMap(({ personId }) => personId ?? []);
  const inRoom = await listStaysInRoom(trx, { courtId, roomId }, span);
  const elsewhere = await listStaysElsewhere(trx, { courtId, exceptRoomId: roomId, personIds }, span);
  const stays = before.map(stayOf);
  return decideCorrection({
    room: roomOfStays(room),
    before: stays,
    after:
      after === null
        ? []
        : stays.map((stay) => ({
            ...stay,
            enteredAtMs: after.enteredAt.getTime(),
            leftAtMs: after.leftAt?.getTime() ?? null,
          })),
    inRoom: inRoom.map(stayOf),
    elsewhere: elsewhere.map(stayOf),
    nowMs: now.getTime(),
  });
}

/**
 * Replaces visits by what they should have been, or says that they never took place: new rows that refer to the old
 * ones, which stay in the log. People who were there together are corrected together.
 * Refusals: VISIT_NOT_FOUND, VISIT_CORRECTED, PURPOSE_NOT_SAID and those of `decideCorrection`.
 */
export async function correctVisit(
  command: CommandContext,
  input: { readonly visitId: string; readonly body: Body },
): Promise<{ items: VisitAnswer[] }> {
  const { trx, actor, now } = command;
  const { body } = input;
  await lockVisits(trx, actor.courtId);
  const before = await findVisits(command, [...new Set([input.visitId, ...body.withVisitIds])]);
  if (body.purpose === 'other' && body.note === null) throw refuseVisit('PURPOSE_NOT_SAID');
  const times = {
    enteredAt: new Date(body.enteredAt),
    leftAt: body.leftAt === null ? null : new Date(body.leftAt),
  };
  const verdict = await decide(command, before, body.isVoid ? null : times);
  if (!verdict.allowed) throw refuseVisit(verdict.reason, { name: verdict.name });
  const rows = before.map((row) => correctedOf(command, row, body, times, row.id === input.visitId));
  // The one that is replaced gives way first: nobody is inside twice.
  const corrections = rows.map(({ id, corrects_id }) => ({ id: corrects_id ?? '', by: id }));
  await updateVisitsCorrected(trx, actor.courtId, corrections);
  await insertVisits(trx, actor.courtId, rows);
  const written = await listVisitsById(
    trx,
    actor.courtId,
    rows.map(({ id }) => id),
  );
  const answers = written.map((row) => visitOf(row, actor, now));
  for (const row of before) {
    command.audit({
      subjectKind: 'visit',
      subjectId: row.id,
      subjectLabel: `${row.personName} ${row.roomPath}`,
      before: visitOf(row, actor, now),
      after: answers.find(({ correctsId }) => correctsId === row.id),
      detail: { reason: body.reason },
    });
  }
  return { items: answers };
}

/** The purpose and what was carried are corrected on the visit itself; the others get its times alone. */
function correctedOf(
  { actor, now }: CommandContext,
  before: VisitRow,
  body: Body,
  { enteredAt, leftAt }: Times,
  isNamed: boolean,
): NewVisit {
  const at = body.isVoid ? before : { enteredAt, leftAt };
  const said = isNamed && !body.isVoid ? body : before;
  const isLate = (moment: Date) => isRecordedLate(moment.getTime(), now.getTime());
  const enteredAnew = at.enteredAt.getTime() !== before.enteredAt.getTime();
  const leftAnew = at.leftAt?.getTime() !== before.leftAt?.getTime();
  return {
    id: newId(now.getTime()),
    root_id: before.rootId,
    room_id: before.roomId,
    person_id: before.personId,
    person_name: before.personName,
    person_unit: before.personUnit,
    document: before.document,
    entered_at: at.enteredAt,
    left_at: at.leftAt,
    purpose: said.purpose,
    note: said.note,
    case_id: said.caseId,
    case_number: said.caseNumber,
    escort_root_id: before.escortRootId,
    escort_name: before.escortName,
    second_person: before.secondPerson,
    approved_by: said.approvedBy,
    carried_in: said.carriedIn,
    carried_out: said.carriedOut,
    key_number: said.keyNumber,
    anomaly: said.anomaly,
    signed_by_badge: before.signedByBadge,
    entered_late: enteredAnew ? isLate(at.enteredAt) : before.enteredLate,
    left_late: at.leftAt !== null && leftAnew ? isLate(at.leftAt) : before.leftLate,
    recorded_at: now,
    recorded_by: actor.personId,
    recorded_by_name: actor.personName,
    left_recorded_at: at.leftAt === null ? null : leftAnew ? now : before.leftRecordedAt,
    left_recorded_by_name:
      at.leftAt === null ? null : leftAnew ? actor.personName : before.leftRecordedByName,
    used_from: before.usedFrom,
    used_until: before.usedUntil,
    corrects_id: before.id,
    correction_reason: body.reason,
    voided: body.isVoid,
  };
}

import { shanghaiDay, shanghaiInstant } from '../../platform/clock.ts';
import { newId } from '../../platform/ids.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import { listCourtPeople } from './court-person.sql.ts';
import { refuseCustodianship } from './custodianship-refusals.ts';
import { listResponsible } from './custodianship.sql.ts';
import type { RecusalAnswer } from './custodianships.contract.ts';
import {
  insertRecusal,
  listRecusalRows,
  listRecusedIds,
  lockRecusal,
  updateRecusalWithdrawn,
  type RecusalRow,
} from './recusal.sql.ts';
import { refuseRoom } from './room-refusals.ts';
import { findRoomRow } from './room.sql.ts';

function recusalOf(row: RecusalRow): RecusalAnswer {
  return {
    id: row.id,
    personId: row.personId,
    personName: row.personName,
    caseId: row.caseId,
    caseNumber: row.caseNumber,
    reason: row.reason,
    declaredByName: row.declaredByName,
    declaredAt: shanghaiInstant(row.declaredAt),
    withdrawnAt: row.withdrawnAt && shanghaiInstant(row.withdrawnAt),
    withdrawnByName: row.withdrawnByName,
    withdrawalReason: row.withdrawalReason,
  };
}

/** The recusals of those who answer for a room now, withdrawn ones included. Refusal: ROOM_NOT_FOUND. */
export async function listRecusals(
  { reader, actor, now }: QueryContext,
  input: { roomId: string },
): Promise<{ items: RecusalAnswer[] }> {
  const room = await findRoomRow(reader, actor.readableCourtIds, input.roomId, now);
  if (!room) throw refuseRoom('ROOM_NOT_FOUND');
  const inOffice = await listResponsible(reader, { courtId: room.courtId, roomIds: [room.id], at: now });
  const personIds = inOffice.map(({ personId }) => personId);
  return { items: (await listRecusalRows(reader, room.courtId, personIds)).map(recusalOf) };
}

/** 登记回避. Refusals: CUSTODIAN_NOT_OF_COURT, RECUSAL_EXISTS. */
export async function declareRecusal(
  command: CommandContext,
  input: { personId: string; caseId: string | null; caseNumber: string; reason: string },
): Promise<RecusalAnswer> {
  const { trx, actor, now } = command;
  const { courtId } = actor;
  const { personId, caseId } = input;
  const [person] = await listCourtPeople(trx, { courtId, day: shanghaiDay(now) }, [personId]);
  if (!person) throw refuseCustodianship('CUSTODIAN_NOT_OF_COURT');
  const caseNumber = input.caseNumber.trim();
  const of = { courtId, personIds: [personId], caseId, caseNumbers: [caseNumber] };
  if ((await listRecusedIds(trx, of)).length > 0) throw refuseCustodianship('RECUSAL_EXISTS');
  const recusal = {
    id: newId(now.getTime()),
    personId,
    caseId,
    caseNumber,
    reason: input.reason,
    declaredByName: actor.personName,
    declaredAt: now,
  };
  await insertRecusal(trx, courtId, recusal);
  command.audit({
    subjectKind: 'person',
    subjectId: personId,
    subjectLabel: person.name,
    after: { recusedFrom: caseNumber, reason: input.reason },
  });
  const none = { withdrawnAt: null, withdrawnByName: null, withdrawalReason: null };
  return recusalOf({ ...recusal, personName: person.name, ...none });
}

/** 撤销回避, by somebody else than the person. Refusals: RECUSAL_NOT_FOUND, RECUSAL_WITHDRAWN_BY_ONESELF. */
export async function withdrawRecusal(
  command: CommandContext,
  input: { recusalId: string; reason: string },
): Promise<RecusalAnswer> {
  const { trx, actor, now } = command;
  const row = await lockRecusal(trx, actor.courtId, input.recusalId);
  if (!row || row.withdrawnAt !== null) throw refuseCustodianship('RECUSAL_NOT_FOUND');
  if (row.personId === actor.personId) throw refuseCustodianship('RECUSAL_WITHDRAWN_BY_ONESELF');
  await updateRecusalWithdrawn(trx, actor.courtId, row.id, {
    at: now,
    byName: actor.personName,
    reason: input.reason,
  });
  command.audit({
    subjectKind: 'person',
    subjectId: row.personId,
    subjectLabel: row.personName,
    before: { recusedFrom: row.caseNumber },
    after: { recusedFrom: null },
    detail: { reason: input.reason },
  });
  const withdrawn = { withdrawnAt: now, withdrawnByName: actor.personName, withdrawalReason: input.reason };
  return recusalOf({ ...row, ...withdrawn });
}

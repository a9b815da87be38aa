import type { Actor } from '../../platform/actor.ts';
import { shanghaiInstant } from '../../platform/clock.ts';
import type { TenantReader } from '../../platform/database.ts';
import { decidePermission } from '../accounts/permissions.ts';
import type { ResponsiblePerson, RoomAnswer } from './contract.ts';
import { listResponsible, type CustodianshipRow } from './custodianship.sql.ts';
import { isEnvironment, isItemCategory } from './item-categories.ts';
import type { RoomRow } from './room.sql.ts';
import { ALARM_MINUTES_DEFAULT, listRoomActions } from './room.rules.ts';

export function responsiblePersonOf(row: CustodianshipRow): ResponsiblePerson {
  return {
    custodianshipId: row.id,
    personId: row.personId,
    name: row.personName,
    kind: row.kind,
    startsAt: shanghaiInstant(row.startsAt),
    endsAt: row.endsAt && shanghaiInstant(row.endsAt),
    document: row.document,
  };
}

function actionsOf(actor: Actor, row: RoomRow, hasCustodian: boolean) {
  const may = (permission: 'room.manage' | 'custodian.appoint' | 'visit.record' | 'handover.manage') =>
    decidePermission(actor, permission, { courtId: row.courtId }, 'write').allowed;
  return listRoomActions({
    isClosed: row.closedOn !== null,
    isStorageRoom: row.isSeizedPropertyRoom,
    hasCustodian,
    isFrozen: row.handoverId !== null,
    mayManage: may('room.manage'),
    mayAppoint: may('custodian.appoint'),
    mayRecordVisits: may('visit.record'),
    mayHandOver: may('handover.manage'),
  });
}

/** Rows of one court as the wire shows them, with who answers for each at `now` and what this actor may do. */
export async function describeRooms(
  context: { reader: TenantReader; actor: Actor; now: Date },
  rows: readonly RoomRow[],
): Promise<RoomAnswer[]> {
  const courtId = rows[0]?.courtId;
  if (courtId === undefined) return [];
  const ids = rows.map(({ id }) => id);
  const inOffice = await listResponsible(context.reader, { courtId, roomIds: ids, at: context.now });
  return rows.map((row) => {
    const people = inOffice.filter(({ roomId }) => roomId === row.id);
    const custodian = people.find(({ kind }) => kind === 'custodian');
    return {
      courtId: row.courtId,
      id: row.id,
      name: row.name,
      path: row.path,
      kind: row.kind,
      code: row.code,
      closedOn: row.closedOn,
      version: row.version,
      settings: {
        isSeizedPropertyRoom: row.isSeizedPropertyRoom,
        requiresTwoPersons: row.twoPersonsSince !== null,
        capacity: row.capacity,
        allowedCategories: row.allowedCategories.filter(isItemCategory),
        environment: row.environment.filter(isEnvironment),
        emergencyLockerId: row.emergencyLockerId,
        visitAlarmMinutes: row.visitAlarmMinutes ?? ALARM_MINUTES_DEFAULT,
        doors: [...row.doors],
      },
      emergencyLockerPath: row.emergencyLockerPath,
      custodian: custodian === undefined ? null : responsiblePersonOf(custodian),
      deputies: people.filter(({ kind }) => kind === 'deputy').map(responsiblePersonOf),
      insideCount: row.insideCount,
      alarmCount: row.alarmCount,
      handoverId: row.handoverId,
      availableActions: actionsOf(context.actor, row, custodian !== undefined),
    };
  });
}

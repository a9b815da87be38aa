import { refuse } from '../../platform/errors.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { refuseWhenTaken } from '../accounts/unique-violation.ts';
import type { RoomAnswer, RoomSettings } from './contract.ts';
import { countInOffice } from './custodianship.sql.ts';
import { isListOnly, ITEM_CATEGORIES } from './item-categories.ts';
import { answerRoom } from './lock-storage-room.ts';
import { appendConditionChange } from './place-condition.sql.ts';
import { listRoomContents } from './room-contents.ts';
import { refuseRoom } from './room-refusals.ts';
import { isOpenLocker, lockRoom, writeRoomSettings, type RoomRow } from './room.sql.ts';

/** A room that somebody answers for, or that holds something, stays a storage room. */
async function refuseGivingUp(command: CommandContext, before: RoomRow): Promise<void> {
  const room = { courtId: before.courtId, roomId: before.id };
  const inOffice = await countInOffice(command.trx, { ...room, at: command.now });
  if (inOffice > 0) throw refuseRoom('ROOM_STILL_ANSWERED_FOR');
  for (const holder of listRoomContents()) {
    const count = await holder.countHeld(command.trx, room);
    const { zh, en } = holder.label;
    if (count > 0) throw refuseRoom('ROOM_STILL_HOLDS', { count, what: zh, whatEnglish: en });
  }
}

/**
 * Sets a place up as a storage room, or changes how it is. The two-person rule holds from the moment at which it is
 * set; what was before is judged by what held then.
 * Refusals: ROOM_NOT_FOUND, VERSION_STALE, ROOM_CLOSED, CATEGORY_LIST_ONLY, LOCKER_NOT_FOUND, LOCKER_OF_OTHER_ROOM,
 * ROOM_STILL_ANSWERED_FOR, ROOM_STILL_HOLDS.
 */
export async function changeRoomSettings(
  command: CommandContext,
  input: { roomId: string; expectedVersion: number; settings: RoomSettings },
): Promise<RoomAnswer> {
  const { trx, actor, now } = command;
  const { settings } = input;
  const before = await lockRoom(trx, actor.courtId, input.roomId, now);
  if (!before) throw refuseRoom('ROOM_NOT_FOUND');
  if (before.version !== input.expectedVersion) throw refuse('VERSION_STALE');
  if (before.closedOn !== null) throw refuseRoom('ROOM_CLOSED');
  const listOnly = settings.allowedCategories.find(isListOnly);
  if (listOnly !== undefined) throw refuseRoom('CATEGORY_LIST_ONLY', { category: ITEM_CATEGORIES[listOnly] });
  const lockerId = settings.emergencyLockerId;
  if (lockerId !== null && !(await isOpenLocker(trx, actor.courtId, lockerId)))
    throw refuseRoom('LOCKER_NOT_FOUND');
  if (before.isSeizedPropertyRoom && !settings.isSeizedPropertyRoom) await refuseGivingUp(command, before);

  const { requiresTwoPersons, ...rest } = settings;
  const twoPersonsSince = requiresTwoPersons ? (before.twoPersonsSince ?? now) : null;
  await refuseWhenTaken('room_settings_by_locker', refuseRoom('LOCKER_OF_OTHER_ROOM'), () =>
    writeRoomSettings(trx, actor.courtId, before.id, { ...rest, twoPersonsSince }),
  );
  const after = await answerRoom(command, before.id);
  await appendConditionChange(
    command,
    before.id,
    { environment: before.environment, categories: before.allowedCategories },
    { environment: settings.environment, categories: settings.allowedCategories },
  );
  command.audit({
    subjectKind: 'room',
    subjectId: before.id,
    subjectLabel: before.path,
    before: before.version === 0 ? null : auditedOf(before),
    after: { ...after.settings, version: after.version },
  });
  return after;
}

/** The settings as the audit trail keeps them, version by version. */
function auditedOf(row: RoomRow) {
  return {
    isSeizedPropertyRoom: row.isSeizedPropertyRoom,
    requiresTwoPersons: row.twoPersonsSince !== null,
    capacity: row.capacity,
    allowedCategories: row.allowedCategories,
    environment: row.environment,
    emergencyLockerId: row.emergencyLockerId,
    visitAlarmMinutes: row.visitAlarmMinutes,
    doors: row.doors,
    version: row.version,
  };
}

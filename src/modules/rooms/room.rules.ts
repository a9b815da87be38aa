/** Which places can be storage rooms, and what somebody may do with one. Pure. */
import { ROOM_PLACE_KINDS, type PlaceKind } from '../storage/rules.ts';

export function canBeStorageRoom(kind: PlaceKind): boolean {
  return ROOM_PLACE_KINDS.some((each) => each === kind);
}

export const ALARM_MINUTES_DEFAULT = 240;

export const ROOM_ACTIONS = [
  'change_settings',
  'record_visit',
  'appoint_custodian',
  'appoint_deputy',
  'hand_over',
] as const;
export type RoomAction = (typeof ROOM_ACTIONS)[number];

export interface RoomGrounds {
  readonly isClosed: boolean;
  readonly isStorageRoom: boolean;
  readonly hasCustodian: boolean;
  readonly isFrozen: boolean;
  readonly mayManage: boolean;
  readonly mayAppoint: boolean;
  readonly mayRecordVisits: boolean;
  readonly mayHandOver: boolean;
}

/** What this person may do with the room next. */
export function listRoomActions(room: RoomGrounds): RoomAction[] {
  if (room.isClosed) return [];
  const actions: [RoomAction, boolean][] = [
    ['record_visit', room.isStorageRoom && room.mayRecordVisits],
    ['appoint_custodian', room.isStorageRoom && room.mayAppoint && !room.hasCustodian],
    ['appoint_deputy', room.isStorageRoom && room.mayAppoint && room.hasCustodian],
    ['hand_over', room.isStorageRoom && room.mayHandOver && room.hasCustodian && !room.isFrozen],
    ['change_settings', room.mayManage],
  ];
  return actions.flatMap(([action, may]) => (may ? [action] : []));
}

/** Storage rooms: what a place is as a room, and who answers for it. Runs in the browser too. */
import { z } from 'zod';
import { declareEndpoint } from '../../platform/endpoint.ts';
import { line, queryInteger, uuid } from '../../platform/fields.ts';
import { placeKind } from '../storage/contract.ts';
import { ENVIRONMENT_KEYS, ITEM_CATEGORY_KEYS } from './item-categories.ts';
import { ALARM_MINUTES_DEFAULT, ROOM_ACTIONS } from './room.rules.ts';

export const roomsTag = 'rooms';
export const roomParams = z.strictObject({ roomId: uuid() });

export const roomSettings = z.strictObject({
  isSeizedPropertyRoom: z.boolean(),
  /** Nobody is alone inside. */
  requiresTwoPersons: z.boolean(),
  /** Items that find room; null: not counted. */
  capacity: z.int().min(1).max(1_000_000).nullable(),
  /** Empty: every category that the court keeps at all. */
  allowedCategories: z.array(z.enum(ITEM_CATEGORY_KEYS)).max(ITEM_CATEGORY_KEYS.length),
  environment: z.array(z.enum(ENVIRONMENT_KEYS)).max(ENVIRONMENT_KEYS.length),
  /** A place of kind locker for what is delivered at night. */
  emergencyLockerId: uuid().nullable(),
  /** A visit that is open longer raises an alarm; minutes. */
  visitAlarmMinutes: z.int().min(10).max(1440).default(ALARM_MINUTES_DEFAULT),
  /** Names of the room's doors in the events of the access control system. */
  doors: z.array(line(60)).max(20).default([]),
});
export type RoomSettings = z.output<typeof roomSettings>;

export const responsiblePerson = z.object({
  custodianshipId: z.string(),
  personId: z.string(),
  name: z.string(),
  kind: z.enum(['custodian', 'deputy']),
  startsAt: z.string(),
  endsAt: z.string().nullable(),
  document: z.string(),
});
export type ResponsiblePerson = z.output<typeof responsiblePerson>;

export const room = z.object({
  courtId: z.int(),
  id: z.string(),
  name: z.string(),
  path: z.string(),
  kind: placeKind(),
  code: z.string().nullable(),
  closedOn: z.string().nullable(),
  /** 0: not set up yet; the settings are the defaults. */
  version: z.int(),
  settings: roomSettings,
  emergencyLockerPath: z.string().nullable(),
  /** null: nobody answers for the room. */
  custodian: responsiblePerson.nullable(),
  /** In office at this moment. */
  deputies: z.array(responsiblePerson),
  /** People inside now, visitors included. */
  insideCount: z.int(),
  /** Of these, visits open for longer than the room's term. */
  alarmCount: z.int(),
  /** The open handover, during which nothing moves. */
  handoverId: z.string().nullable(),
  availableActions: z.array(z.enum(ROOM_ACTIONS)),
});
export type RoomAnswer = z.output<typeof room>;

export const listRoomsEndpoint = declareEndpoint({
  name: 'listRooms',
  kind: 'query',
  method: 'get',
  path: '/rooms',
  permission: 'room.read',
  tag: roomsTag,
  summary: { zh: '涉案财物库房', en: 'Storage rooms with who answers for them and who is inside' },
  query: z.strictObject({ courtId: queryInteger(1, 2_147_483_647).optional() }),
  response: z.object({ items: z.array(room) }),
});

export const readRoomEndpoint = declareEndpoint({
  name: 'readRoom',
  kind: 'query',
  method: 'get',
  path: '/rooms/:roomId',
  permission: 'room.read',
  tag: roomsTag,
  summary: { zh: '一间库房', en: 'One place as a storage room, set up or not' },
  params: roomParams,
  response: room,
  refusals: ['ROOM_NOT_FOUND'],
});

export const findRoomOfPlaceEndpoint = declareEndpoint({
  name: 'findRoomOfPlace',
  kind: 'query',
  method: 'get',
  path: '/places/:placeId/room',
  permission: 'room.read',
  tag: roomsTag,
  summary: {
    zh: '位置所属的库房',
    en: 'The storage room that a place is or lies in; null for any other place',
  },
  params: z.strictObject({ placeId: uuid() }),
  response: z.object({
    room: z
      .object({
        roomId: z.string(),
        name: z.string(),
        requiresTwoPersons: z.boolean(),
        allowedCategories: z.array(z.enum(ITEM_CATEGORY_KEYS)),
        environment: z.array(z.enum(ENVIRONMENT_KEYS)),
        capacity: z.int().nullable(),
        isFrozen: z.boolean(),
        isEmergencyLocker: z.boolean(),
      })
      .nullable(),
  }),
});

export const changeRoomSettingsEndpoint = declareEndpoint({
  name: 'changeRoomSettings',
  kind: 'command',
  method: 'put',
  path: '/rooms/:roomId/settings',
  permission: 'room.manage',
  tag: roomsTag,
  summary: { zh: '库房设置', en: 'Set a place up as a storage room; everything is given anew' },
  params: roomParams,
  body: roomSettings,
  response: room,
  ifMatch: true,
  refusals: [
    'ROOM_NOT_FOUND',
    'VERSION_STALE',
    'ROOM_CLOSED',
    'CATEGORY_LIST_ONLY',
    'LOCKER_NOT_FOUND',
    'LOCKER_OF_OTHER_ROOM',
    'ROOM_STILL_ANSWERED_FOR',
    'ROOM_STILL_HOLDS',
  ],
});

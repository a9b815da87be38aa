/** A whole room is moved to another one: what is still there, what is in whose hands, what has arrived. Runs in the browser too. */
import { z } from 'zod';
import { declareEndpoint } from '../../../platform/endpoint.ts';
import { line, pageOf, pageQuery, paragraph, uuid } from '../../../platform/fields.ts';
import { secondPersonInput } from '../item-input.ts';
import { MOVE_WHERE } from './room-move.rules.ts';

const TAG = 'seized-items';
const params = z.strictObject({ roomMoveId: uuid() });

const roomOfMove = z.object({
  id: z.string(),
  name: z.string(),
  /** Nobody moves anything there alone. */
  requiresTwoPersons: z.boolean(),
});

export const roomMoveSummary = z.object({
  id: z.string(),
  from: roomOfMove,
  to: roomOfMove,
  document: z.string(),
  startedAt: z.string(),
  startedByName: z.string(),
  /** null: it goes on. */
  outcome: z.enum(['done', 'called_off']).nullable(),
  endedAt: z.string().nullable(),
  endedByName: z.string().nullable(),
  secondPersonName: z.string().nullable(),
  endNote: z.string().nullable(),
  /** How many things are where; of a move that has ended, where they are today. */
  counts: z.object({ left: z.int(), carried: z.int(), arrived: z.int(), elsewhere: z.int() }),
});
export type RoomMoveSummary = z.output<typeof roomMoveSummary>;

export const movedThing = z.object({
  itemId: z.string(),
  code: z.string(),
  name: z.string(),
  caseNumber: z.string(),
  number: z.int(),
  quantity: z.string(),
  unit: z.string(),
  sealNumber: z.string().nullable(),
  state: z.string(),
  where: z.enum(MOVE_WHERE),
  place: z.string().nullable(),
  holder: z.string().nullable(),
  /** Money, or of a higher grade than ordinary: two people carry it. */
  asksForTwo: z.boolean(),
  /** In the hands of whoever asks: they may put it down. */
  isInYourHands: z.boolean(),
  /** The box in which it lies: it moves with the box, from the page of the box. */
  container: z.object({ id: z.string(), name: z.string(), code: z.string() }).nullable(),
});
export type MovedThing = z.output<typeof movedThing>;

export const listRoomMovesEndpoint = declareEndpoint({
  name: 'listRoomMoves',
  kind: 'query',
  method: 'get',
  path: '/room-moves',
  permission: 'item.move',
  tag: TAG,
  summary: { zh: '整库搬迁', en: 'Moves of whole rooms' },
  query: z.strictObject({
    ...pageQuery,
    /** Those that are not over, of this room on either side. */
    runningIn: uuid().optional(),
  }),
  response: pageOf(roomMoveSummary),
});

export const readRoomMoveEndpoint = declareEndpoint({
  name: 'readRoomMove',
  kind: 'query',
  method: 'get',
  path: '/room-moves/:roomMoveId',
  permission: 'item.move',
  tag: TAG,
  summary: { zh: '整库搬迁：进度与清单', en: 'The move of a room: how far it is, and its list' },
  params,
  response: roomMoveSummary.extend({
    /** Those that have not arrived in walking order, then the others. */
    things: z.array(movedThing),
    /** Whether the person may end it: they answer for one of the two rooms. */
    mayEnd: z.boolean(),
  }),
  refusals: ['ROOM_MOVE_NOT_FOUND'],
});

export const startRoomMoveEndpoint = declareEndpoint({
  name: 'startRoomMove',
  kind: 'command',
  method: 'post',
  path: '/room-moves',
  permission: 'item.move',
  tag: TAG,
  summary: { zh: '开始整库搬迁', en: 'Begin to move a whole room' },
  body: z.strictObject({
    fromRoomId: uuid(),
    toRoomId: uuid(),
    /** By which the move was ordered. */
    document: line(200),
  }),
  response: z.object({ id: z.string() }),
  refusals: [
    ...['ROOM_NOT_FOUND', 'ROOM_CLOSED', 'NOT_A_STORAGE_ROOM', 'ROOM_MOVE_SAME_ROOM'],
    ...['ROOM_MOVE_NOT_CUSTODIAN', 'ROOM_MOVE_RUNNING', 'ROOM_MOVE_NOTHING_THERE'],
  ],
});

export const endRoomMoveEndpoint = declareEndpoint({
  name: 'endRoomMove',
  kind: 'command',
  method: 'post',
  path: '/room-moves/:roomMoveId/end',
  permission: 'item.move',
  tag: TAG,
  summary: { zh: '办结、中止整库搬迁', en: 'End the move of a room' },
  params,
  body: z.strictObject({
    /** done: nothing is left there and in nobody's hands; called_off: things stay where they are by then. */
    outcome: z.enum(['done', 'called_off']),
    note: paragraph(1000).nullable().default(null),
    /** Whoever answers for the other room; where one person answers for both, anybody else. */
    secondPerson: secondPersonInput,
  }),
  response: z.object({ outcome: z.string() }),
  refusals: [
    ...['ROOM_MOVE_NOT_FOUND', 'ROOM_MOVE_ENDED', 'ROOM_MOVE_NOT_CUSTODIAN', 'ROOM_MOVE_IN_HANDS'],
    ...['ROOM_MOVE_UNFINISHED', 'ROOM_MOVE_NOTE_MISSING', 'ROOM_MOVE_SECOND_PERSON'],
  ],
});

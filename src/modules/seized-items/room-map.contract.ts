/** How full a storage room is, place by place. Runs in the browser too. */
import { z } from 'zod';
import { declareEndpoint } from '../../platform/endpoint.ts';
import { uuid } from '../../platform/fields.ts';

const mappedPlace = z.object({
  id: z.string(),
  /** The room itself for what stands directly in it. */
  parentId: z.string(),
  kind: z.string(),
  name: z.string(),
  /** Seized items that lie at this very place. */
  itemCount: z.int(),
  /** And anywhere below it. */
  itemsBelow: z.int(),
  /** Of those below, what somebody waits for: to be collected, disposed of, looked into. */
  pendingBelow: z.int(),
});
export type MappedPlace = z.output<typeof mappedPlace>;

export const readRoomMapEndpoint = declareEndpoint({
  name: 'readRoomMap',
  kind: 'query',
  method: 'get',
  path: '/rooms/:roomId/map',
  permission: 'room.read',
  tag: 'rooms',
  summary: { zh: '库房平面：各架各层存放数', en: 'The map of a room: how many items lie at each place' },
  params: z.strictObject({ roomId: uuid() }),
  response: z.object({
    id: z.string(),
    name: z.string(),
    path: z.string(),
    capacity: z.int().nullable(),
    itemCount: z.int(),
    /** What lies in the room at no rack or shelf. */
    looseCount: z.int(),
    places: z.array(mappedPlace),
  }),
  refusals: ['ROOM_NOT_FOUND'],
});

/** What the doors saw: imported from the access control system, and held against the visit log. */
import { z } from 'zod';
import { declareEndpoint } from '../../platform/endpoint.ts';
import { day, queryBoolean, queryInteger } from '../../platform/fields.ts';
import { roomParams } from './contract.ts';
import { DOOR_DIFFERENCES } from './door-reconciliation.rules.ts';

const tag = 'visits';
const FILE_BYTES_MAX = 20 * 1024 * 1024;
export const DIFFERENCES_MAX = 2000;
/** Our own default: clocks of doors and of people differ by so much. */
export const TOLERANCE_MINUTES = 5;

export const importDoorEventsEndpoint = declareEndpoint({
  name: 'importDoorEvents',
  kind: 'upload',
  method: 'post',
  path: '/door-events/import',
  permission: 'visit.reconcile',
  tag,
  summary: {
    zh: '导入门禁记录（dryRun=true 为试算）',
    en: 'Import door events from csv; with dryRun=true only say what would happen',
  },
  query: z.strictObject({
    /** Of which days the file speaks, both included; without them from its first row to its last. */
    from: day().optional(),
    to: day().optional(),
    /** The file is of every door that the rooms name, also of those at which nothing happened. */
    everyDoor: queryBoolean().default(false),
  }),
  response: z.object({
    written: z.boolean(),
    rowCount: z.int(),
    addedCount: z.int(),
    /** Imported before. */
    knownCount: z.int(),
    /** At doors that belong to no storage room. */
    otherDoorCount: z.int(),
    /** Events of people whom the court does not know. */
    strangerCount: z.int(),
    /** The days of which the file speaks; null: of none. */
    period: z.object({ from: z.string(), to: z.string() }).nullable(),
    /** Rooms of whose doors it speaks. */
    roomCount: z.int(),
    problems: z.array(
      z.object({
        rowNumber: z.int(),
        column: z.string(),
        value: z.string(),
        code: z.string(),
        zh: z.string(),
        en: z.string(),
      }),
    ),
  }),
  refusals: ['DOOR_COLUMNS_MISSING', 'DOOR_FILE_REFUSED', 'DOORS_NOT_NAMED', 'DOOR_PERIOD_WRONG'],
  bodyLimitBytes: FILE_BYTES_MAX,
});

export const listDoorDifferencesEndpoint = declareEndpoint({
  name: 'listDoorDifferences',
  kind: 'query',
  method: 'get',
  path: '/rooms/:roomId/door-differences',
  permission: 'visit.read',
  tag,
  summary: { zh: '门禁与出入记录核对', en: 'Where the doors and the visit log disagree' },
  params: roomParams,
  query: z.strictObject({
    /** Days, both included; at most a quarter of a year. */
    from: day(),
    to: day(),
    toleranceMinutes: queryInteger(0, 120).default(TOLERANCE_MINUTES),
  }),
  response: z.object({
    eventCount: z.int(),
    visitCount: z.int(),
    /** Times of which no import speaks, up to now: nothing is compared there. */
    notImported: z.array(z.object({ from: z.string(), before: z.string() })),
    /** In the times of which imports speak. */
    items: z.array(
      z.object({
        kind: z.enum(DOOR_DIFFERENCES),
        direction: z.enum(['in', 'out']),
        name: z.string(),
        seenAt: z.string().nullable(),
        loggedAt: z.string().nullable(),
        visitId: z.string().nullable(),
      }),
    ),
  }),
  refusals: ['ROOM_NOT_FOUND', 'PERIOD_TOO_LONG'],
});

import { listTexts } from '../../platform/errors.ts';
import { readFile } from 'node:fs/promises';
import { endOfShanghaiDay, shanghaiDay, startOfShanghaiDay } from '../../platform/clock.ts';
import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import { newId } from '../../platform/ids.ts';
import type { ReceivedFile } from '../../platform/received-file.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { normaliseBadgeCode } from '../accounts/find-person-by-badge.ts';
import { normaliseHeader } from '../imports/header-names.ts';
import { readTable } from '../imports/reading/read-table.ts';
import {
  insertDoorEvents,
  listDoors,
  listKnownPeople,
  type KnownPersonRow,
  type NewDoorEvent,
} from './door-event.sql.ts';
import type { importDoorEventsEndpoint as declaration } from './door-events.contract.ts';
import { insertDoorImport } from './door-import.sql.ts';
import { refuseDoors } from './door-refusals.ts';
import {
  DOOR_COLUMNS,
  findDoorColumns,
  readDoorEvents,
  spanOfTable,
  type ReadDoorEvent,
} from './read-door-events.ts';

const ROWS_MAX = 100_000;
const UNPACKED_BYTES_MAX = 60 * 1024 * 1024;

/** By badge, then by number, then by a name that only one person has. */
function personFinder(people: readonly KnownPersonRow[]): (texts: readonly string[]) => string | null {
  const byCode = new Map<string, string>();
  const byName = new Map<string, string | null>();
  for (const { id, name, badgeCode, employeeNumber } of people) {
    if (badgeCode !== null) byCode.set(badgeCode, id);
    if (employeeNumber !== null) byCode.set(employeeNumber, id);
    byName.set(name, byName.has(name) ? null : id);
  }
  return (texts) => {
    for (const text of texts) {
      const id = byCode.get(normaliseBadgeCode(text)) ?? byCode.get(text) ?? byName.get(text);
      if (id !== undefined && id !== null) return id;
    }
    return null;
  };
}

/** Two rows that say the same are one event. */
function distinct(events: readonly ReadDoorEvent[]): ReadDoorEvent[] {
  const keyOf = ({ door, personTexts, direction, at }: ReadDoorEvent) =>
    `${door}\n${personTexts[0] ?? ''}\n${direction}\n${at.getTime()}`;
  return [...new Map(events.map((event) => [keyOf(event), event])).values()];
}

type Query = InputOf<typeof declaration>['query'];
type Table = ReturnType<typeof readTable>;
type Positions = NonNullable<ReturnType<typeof findDoorColumns>>;

/** The days of which the file speaks; null of a file without rows whose days nobody said. Refusal: DOOR_PERIOD_WRONG. */
function periodOf(table: Table, positions: Positions, query: Query, now: Date) {
  const today = shanghaiDay(now);
  const span = spanOfTable(table, positions);
  const first = span === null ? null : shanghaiDay(span.first);
  const last = span === null ? null : shanghaiDay(span.last);
  const from = query.from ?? first;
  const to = query.to ?? (last !== null && last > today ? today : last);
  if (from === null || to === null) return null;
  const leavesRowsOut =
    (query.from !== undefined && first !== null && first < query.from) ||
    (query.to !== undefined && last !== null && last > query.to);
  if (from > to || to > today || leavesRowsOut)
    throw refuseDoors('DOOR_PERIOD_WRONG', { first: first ?? '—', last: last ?? '—' });
  return { from, to };
}

/** Puts on record of which time the file speaks, at the doors of which rooms. Answers how many rooms. */
async function recordCoverage(
  { trx, actor, now }: CommandContext,
  period: { readonly from: string; readonly to: string } | null,
  roomIds: readonly string[],
  fileName: string,
): Promise<number> {
  const from = period === null ? now : startOfShanghaiDay(period.from);
  if (period === null || roomIds.length === 0 || from >= now) return 0;
  const dayAfter = endOfShanghaiDay(period.to).getTime();
  await insertDoorImport(trx, actor.courtId, {
    ...{ roomIds, from, before: new Date(Math.min(dayAfter, now.getTime())) },
    ...{ fileName, importedAt: now, importedByName: actor.personName },
  });
  return roomIds.length;
}

/** Each with its room and, where the court knows them, its person. */
async function draftsOf(
  { trx, actor, now }: CommandContext,
  events: readonly ReadDoorEvent[],
  doors: ReadonlyMap<string, string>,
): Promise<NewDoorEvent[]> {
  const personOf = personFinder(await listKnownPeople(trx, actor.courtId));
  return distinct(events).map(({ door, personTexts, direction, at }) => ({
    id: newId(now.getTime()),
    roomId: doors.get(door) ?? '',
    door,
    personId: personOf(personTexts),
    personText: personTexts[0] ?? '',
    direction,
    at,
  }));
}

/**
 * Takes the events at the doors of storage rooms from a csv of the access control system: all of them or none; what was
 * taken before is left out. The days of which the file speaks are on record for every room at whose doors it saw
 * anything, or for all of them when it is of every door. A dry run answers every problem instead of refusing.
 * Refusals: DOORS_NOT_NAMED, DOOR_PERIOD_WRONG, DOOR_COLUMNS_MISSING, DOOR_FILE_REFUSED, those of `readTable`.
 */
export async function importDoorEvents(
  command: CommandContext,
  query: Query,
  file: ReceivedFile,
): Promise<ResponseOf<typeof declaration>> {
  const { trx, actor, now, dryRun } = command;
  const doors = new Map((await listDoors(trx, actor.courtId)).map(({ door, roomId }) => [door, roomId]));
  if (doors.size === 0) throw refuseDoors('DOORS_NOT_NAMED');
  const table = readTable(await readFile(file.temporaryPath), file.fileName, {
    knownHeaders: Object.values(DOOR_COLUMNS).flat().map(normaliseHeader),
    limits: { rows: ROWS_MAX, unpackedBytes: UNPACKED_BYTES_MAX },
  });
  const positions = findDoorColumns(table.headers);
  if (positions === null) throw refuseDoors('DOOR_COLUMNS_MISSING', { headers: listTexts(table.headers) });
  const { events, problems } = readDoorEvents(table, positions, new Set(doors.keys()), now);
  if (problems.length > 0 && !dryRun)
    throw refuseDoors(
      'DOOR_FILE_REFUSED',
      { count: problems.length },
      problems.map(({ rowNumber, column, code, zh, en }) => ({
        path: `row.${rowNumber}.${column}`,
        code,
        zh,
        en,
      })),
    );
  const period = periodOf(table, positions, query, now);
  const drafts = await draftsOf(command, events, doors);
  const addedCount =
    problems.length > 0
      ? 0
      : await insertDoorEvents(trx, actor.courtId, drafts, { at: now, byName: actor.personName });
  const seenRooms = new Set(query.everyDoor ? [...doors.values()] : drafts.map(({ roomId }) => roomId));
  const roomCount =
    problems.length > 0 ? 0 : await recordCoverage(command, period, [...seenRooms], file.fileName);
  const counts = {
    rowCount: table.rows.length,
    addedCount,
    knownCount: problems.length > 0 ? 0 : events.length - addedCount,
    otherDoorCount:
      table.rows.length - events.length - new Set(problems.map(({ rowNumber }) => rowNumber)).size,
    strangerCount: drafts.filter(({ personId }) => personId === null).length,
    ...{ period: problems.length > 0 ? null : period, roomCount },
  };
  command.audit({
    subjectKind: 'door_events',
    subjectId: null,
    subjectLabel: file.fileName,
    after: counts,
    detail: { sha256: file.sha256 },
  });
  return { written: !dryRun && (addedCount > 0 || roomCount > 0), ...counts, problems: [...problems] };
}

import { listTexts } from '../../platform/errors.ts';
import { readFile } from 'node:fs/promises';
import type { ResponseOf } from '../../platform/endpoint.ts';
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
import { refuseDoors } from './door-refusals.ts';
import { DOOR_COLUMNS, findDoorColumns, readDoorEvents, type ReadDoorEvent } from './read-door-events.ts';

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

/**
 * Takes the events at the doors of storage rooms from a csv of the access control system: all of them or none; what was
 * taken before is left out. A dry run answers every problem instead of refusing.
 * Refusals: DOORS_NOT_NAMED, DOOR_COLUMNS_MISSING, DOOR_FILE_REFUSED, those of `readTable`.
 */
export async function importDoorEvents(
  command: CommandContext,
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
  const personOf = personFinder(await listKnownPeople(trx, actor.courtId));
  const drafts = distinct(events).map(({ door, personTexts, direction, at }): NewDoorEvent => ({
    id: newId(now.getTime()),
    roomId: doors.get(door) ?? '',
    door,
    personId: personOf(personTexts),
    personText: personTexts[0] ?? '',
    direction,
    at,
  }));
  const addedCount =
    problems.length > 0
      ? 0
      : await insertDoorEvents(trx, actor.courtId, drafts, { at: now, byName: actor.personName });
  const counts = {
    rowCount: table.rows.length,
    addedCount,
    knownCount: problems.length > 0 ? 0 : events.length - addedCount,
    otherDoorCount:
      table.rows.length - events.length - new Set(problems.map(({ rowNumber }) => rowNumber)).size,
    strangerCount: drafts.filter(({ personId }) => personId === null).length,
  };
  command.audit({
    subjectKind: 'door_events',
    subjectId: null,
    subjectLabel: file.fileName,
    after: counts,
    detail: { sha256: file.sha256 },
  });
  return { written: !dryRun && addedCount > 0, ...counts, problems: [...problems] };
}

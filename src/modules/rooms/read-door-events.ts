/** The events of an access control system as they stand in a csv file. Pure. */
import { fillSentence, type Sentence } from '../../platform/errors.ts';
import { normaliseHeader } from '../imports/header-names.ts';
import { cellText, type RawRow, type RawTable } from '../imports/raw-table.ts';

export const DOOR_COLUMNS = {
  time: ['时间', '刷卡时间', '事件时间', '通行时间', '日期时间', 'time', 'event time', 'datetime'],
  door: ['门', '门名称', '门禁', '门禁点', '通道', '设备名称', 'door', 'reader'],
  badge: ['工牌', '工牌编码', '卡号', '工号', '人员编号', 'badge', 'card', 'employee number'],
  name: ['姓名', '人员', '人员姓名', 'name', 'person'],
  direction: ['方向', '进出', '进出方向', '进/出', 'direction', 'in/out'],
} as const;
type Column = keyof typeof DOOR_COLUMNS;
type Positions = Readonly<Record<Column, number>>;

const DIRECTIONS = new Map<string, 'in' | 'out'>([
  ...['进', '入', '进门', '进入', 'in', 'entry', 'enter'].map((word) => [word, 'in'] as const),
  ...['出', '出门', '离开', 'out', 'exit', 'leave'].map((word) => [word, 'out'] as const),
]);

const SENTENCES = {
  DOOR_TIME_UNREADABLE: {
    zh: '第 {row} 行：时间“{value}”无法识别，请写成 2026-11-23 09:30:00。',
    en: 'Row {row}: the time “{value}” cannot be read. Write it as 2026-11-23 09:30:00.',
  },
  DOOR_TIME_IN_FUTURE: {
    zh: '第 {row} 行：时间“{value}”晚于现在，请核对门禁系统的时钟。',
    en: 'Row {row}: the time “{value}” lies ahead. Check the clock of the access control system.',
  },
  DOOR_PERSON_MISSING: {
    zh: '第 {row} 行：没有卡号也没有姓名，请补上。',
    en: 'Row {row}: neither badge nor name is given. Fill one in.',
  },
  DOOR_DIRECTION_UNKNOWN: {
    zh: '第 {row} 行：方向“{value}”无法识别，请写“进”或“出”。',
    en: 'Row {row}: the direction “{value}” cannot be read. Write “in” or “out”.',
  },
} as const satisfies Record<string, Sentence>;

export interface DoorProblem extends Sentence {
  readonly rowNumber: number;
  readonly column: string;
  readonly value: string;
  readonly code: keyof typeof SENTENCES;
}

export interface ReadDoorEvent {
  readonly door: string;
  /** Badge or number before the name. */
  readonly personTexts: readonly string[];
  readonly direction: 'in' | 'out';
  readonly at: Date;
}

export interface ReadDoorEvents {
  readonly events: readonly ReadDoorEvent[];
  readonly problems: readonly DoorProblem[];
}

/** Positions of the columns by their headers, -1 for a badge or name that is missing; null when they do not do. */
export function findDoorColumns(headers: readonly string[]): Positions | null {
  const normalised = headers.map(normaliseHeader);
  const positionOf = (column: Column) => {
    const names = new Set(DOOR_COLUMNS[column].map(normaliseHeader));
    return normalised.findIndex((header) => names.has(header));
  };
  const positions = {
    time: positionOf('time'),
    door: positionOf('door'),
    badge: positionOf('badge'),
    name: positionOf('name'),
    direction: positionOf('direction'),
  };
  const { time, door, badge, name, direction } = positions;
  return [time, door, direction].includes(-1) || (badge === -1 && name === -1) ? null : positions;
}

const WALL_CLOCK = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?[ T](\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?$/;

/** `2026-11-23 9:30:05` on the court's wall clock, or an instant with its offset; null for anything else. */
export function parseDoorTime(text: string): Date | null {
  const match = WALL_CLOCK.exec(text);
  if (!match) {
    const at = /T.*(?:Z|[+-]\d{2}:\d{2})$/.test(text) ? new Date(text) : new Date(Number.NaN);
    return Number.isNaN(at.getTime()) ? null : at;
  }
  const [, year = '', ...rest] = match;
  const [month, day, hour, minute, second] = rest.map((part) => (part ?? '0').padStart(2, '0'));
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}.000+08:00`;
  const at = new Date(iso);
  const isReal =
    !Number.isNaN(at.getTime()) &&
    new Date(at.getTime() + 8 * 3_600_000).toISOString().startsWith(`${year}-${month}-${day}`);
  return isReal ? at : null;
}

function readRow(row: RawRow, positions: Positions, headers: readonly string[], now: Date) {
  const textAt = (column: Column) => cellText(row.cells[positions[column]]).trim();
  const problems: DoorProblem[] = [];
  const refuse = (code: keyof typeof SENTENCES, column: Column) => {
    const value = textAt(column);
    const sentence = fillSentence(SENTENCES[code], { value, row: row.rowNumber });
    problems.push({
      rowNumber: row.rowNumber,
      column: headers[positions[column]] ?? '',
      value,
      code,
      ...sentence,
    });
  };
  const at = parseDoorTime(textAt('time'));
  if (at === null) refuse('DOOR_TIME_UNREADABLE', 'time');
  else if (at > now) refuse('DOOR_TIME_IN_FUTURE', 'time');
  const personTexts = [textAt('badge'), textAt('name')].filter((text) => text !== '');
  if (personTexts.length === 0) refuse('DOOR_PERSON_MISSING', positions.badge === -1 ? 'name' : 'badge');
  const direction = DIRECTIONS.get(textAt('direction').toLowerCase());
  if (direction === undefined) refuse('DOOR_DIRECTION_UNKNOWN', 'direction');
  return { problems, event: at && direction ? { door: textAt('door'), personTexts, direction, at } : null };
}

/** The events at the named doors; what happened at other doors is nobody's matter here and is not even read. */
export function readDoorEvents(
  table: RawTable,
  positions: Positions,
  doors: ReadonlySet<string>,
  now: Date,
): ReadDoorEvents {
  const read = table.rows
    .filter((row) => doors.has(cellText(row.cells[positions.door]).trim()))
    .map((row) => readRow(row, positions, table.headers, now));
  return {
    events: read.flatMap(({ event, problems }) => (event === null || problems.length > 0 ? [] : [event])),
    problems: read.flatMap(({ problems }) => problems),
  };
}

/** The times of the first and the last row, at whatever door; null when no row has a time that can be read. */
export function spanOfTable(
  table: RawTable,
  positions: Positions,
): { readonly first: Date; readonly last: Date } | null {
  const times = table.rows.flatMap((row) => parseDoorTime(cellText(row.cells[positions.time]).trim()) ?? []);
  const [first] = times;
  if (first === undefined) return null;
  return times.reduce(
    (span, at) => ({ first: at < span.first ? at : span.first, last: at > span.last ? at : span.last }),
    { first, last: first },
  );
}

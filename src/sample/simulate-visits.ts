/** Two years of people entering and leaving one sample room, each entry decided by the real rules. Pure but for ids. */
import { decideEntry, isRecordedLate, type RoomOfStays, type Stay } from '../modules/rooms/visit.rules.ts';
import type { VisitPurpose } from '../modules/rooms/visit-purposes.ts';
import type { NewVisit } from '../modules/rooms/visit.sql.ts';
import { newId } from '../platform/ids.ts';
import type { Random } from './random.ts';
import type { SamplePerson } from './sample-world.ts';

export interface SampleRoom {
  readonly room: RoomOfStays;
  readonly custodian: SamplePerson;
  /** Enters with the custodian where two are asked for, and stands in otherwise. */
  readonly second: SamplePerson;
  /** Judges and clerks who come to this room and to no other. */
  readonly handlers: readonly SamplePerson[];
}

const DAY_MS = 24 * 60 * 60_000;
const MINUTE_MS = 60_000;
const OPENS_AT_MINUTES = 8 * 60 + 40;
const VISITS_A_DAY = 3;
const SHANGHAI_MINUTES = 8 * 60;
const PURPOSES: readonly { readonly purpose: VisitPurpose; readonly weight: number }[] = [
  { purpose: 'receive', weight: 8 },
  { purpose: 'release', weight: 5 },
  { purpose: 'give_back', weight: 3 },
  { purpose: 'inspect_item', weight: 4 },
  { purpose: 'patrol', weight: 5 },
  { purpose: 'relocate', weight: 2 },
  { purpose: 'maintenance', weight: 1 },
];
const VISITORS = [
  { name: '张建军', unit: '巴彦淖尔市公安局', document: '15************2216' },
  { name: '刘海燕', unit: '临河区人民检察院', document: '15************0427' },
  { name: '赵国强', unit: '内蒙古诚信司法鉴定中心', document: '15************3915' },
  { name: '孙志刚', unit: '某消防设施维护公司', document: '15************1198' },
];

interface Span {
  readonly from: Date;
  readonly to: Date;
}

function stayOf(room: RoomOfStays, person: { id: string | null; name: string }, { from, to }: Span): Stay {
  return {
    rootId: newId(from.getTime()),
    roomId: room.roomId,
    personId: person.id,
    name: person.name,
    enteredAtMs: from.getTime(),
    leftAtMs: to.getTime(),
    escortRootId: null,
    usedFromMs: null,
    usedUntilMs: null,
  };
}

/** Whether somebody works on the day that begins `dayMs` after the epoch; 1970-01-01 was a Thursday. */
function isWorkday(dayMs: number): boolean {
  return ![2, 3].includes(Math.floor(dayMs / DAY_MS) % 7);
}

/** Why a group comes, and for which case. */
function drawErrand(random: Random, year: number): Pick<NewVisit, 'purpose' | 'case_number'> {
  const { purpose } = random.pickWeighted(PURPOSES);
  const isCase = purpose !== 'patrol' && purpose !== 'maintenance' && random.chance(0.7);
  return { purpose, case_number: isCase ? `（${year}）内08刑初${random.integer(1, 90)}号` : null };
}

function visitOf(
  random: Random,
  place: SampleRoom,
  stay: Stay,
  group: readonly Stay[],
  errand: ReturnType<typeof drawErrand>,
): NewVisit {
  const { purpose } = errand;
  const visitor = stay.personId === null ? VISITORS.find(({ name }) => name === stay.name) : undefined;
  const known = [place.custodian, place.second, ...place.handlers].find(({ id }) => id === stay.personId);
  const others = group.filter(({ rootId, personId }) => rootId !== stay.rootId && personId !== null);
  const enteredAt = new Date(stay.enteredAtMs);
  const leftAt = stay.leftAtMs === null ? null : new Date(stay.leftAtMs);
  const recordedAt = random.chance(0.015) ? new Date(stay.enteredAtMs + 5 * 60 * MINUTE_MS) : enteredAt;
  const enteredLate = isRecordedLate(stay.enteredAtMs, recordedAt.getTime());
  return {
    id: stay.rootId,
    root_id: stay.rootId,
    room_id: stay.roomId,
    person_id: stay.personId,
    person_name: stay.name,
    person_unit: visitor?.unit ?? known?.department ?? null,
    document: visitor?.document ?? null,
    entered_at: enteredAt,
    left_at: leftAt,
    ...errand,
    note: null,
    case_id: null,
    escort_root_id: stay.escortRootId,
    escort_name: group.find(({ rootId }) => rootId === stay.escortRootId)?.name ?? null,
    second_person: place.room.twoPersonsSinceMs === null ? null : others.map(({ name }) => name).join('、'),
    approved_by: null,
    carried_in: purpose === 'receive' ? `物证箱${random.integer(1, 4)}个` : null,
    carried_out: purpose === 'release' ? `物证箱${random.integer(1, 2)}个` : null,
    key_number: `${random.integer(1, 6)}号`,
    anomaly: random.chance(0.008) ? '温湿度记录仪告警，已处理' : null,
    signed_by_badge: stay.personId !== null && !enteredLate,
    entered_late: enteredLate,
    left_late: false,
    recorded_at: recordedAt,
    recorded_by: place.custodian.id,
    recorded_by_name: place.custodian.name,
    left_recorded_at: leftAt === null ? null : enteredLate ? recordedAt : leftAt,
    left_recorded_by_name: leftAt && place.custodian.name,
    used_from: null,
    used_until: null,
    corrects_id: null,
    correction_reason: null,
    voided: false,
  };
}

/** Who enters together: the custodian, with a second where two are asked for, now and then a judge or a visitor. */
function drawGroup(random: Random, { room, custodian, second, handlers }: SampleRoom, span: Span): Stay[] {
  const own = stayOf(room, custodian, span);
  const with2nd = room.twoPersonsSinceMs !== null ? [own, stayOf(room, second, span)] : [own];
  const withHandler = random.chance(0.35) ? [...with2nd, stayOf(room, random.pick(handlers), span)] : with2nd;
  if (!random.chance(0.12)) return withHandler;
  const visitor = stayOf(room, { id: null, name: random.pick(VISITORS).name }, span);
  return [...withHandler, { ...visitor, escortRootId: own.rootId }];
}

/** Every workday of the span, up to three times a day. Throws when the rules refuse an entry: the sample is wrong. */
export function simulateVisits(random: Random, place: SampleRoom, { from, to }: Span): NewVisit[] {
  const visits: NewVisit[] = [];
  let before: readonly Stay[] = [];
  const firstDay = Math.floor(from.getTime() / DAY_MS) * DAY_MS;
  for (let dayMs = firstDay; dayMs < to.getTime() - DAY_MS; dayMs += DAY_MS) {
    if (!isWorkday(dayMs)) continue;
    let minute = OPENS_AT_MINUTES - SHANGHAI_MINUTES + random.integer(0, 70);
    for (let count = random.integer(0, VISITS_A_DAY); count > 0; count -= 1) {
      const enteredAt = new Date(dayMs + minute * MINUTE_MS + random.integer(0, 59) * 1000);
      const leftAt = new Date(enteredAt.getTime() + random.integer(6, 75) * MINUTE_MS);
      minute += 90 + random.integer(0, 40);
      const entering = drawGroup(random, place, { from: enteredAt, to: leftAt });
      const facts = { room: place.room, entering, inRoom: before, elsewhere: [], nowMs: to.getTime() };
      const verdict = decideEntry(facts);
      if (!verdict.allowed) throw new Error(`a sample visit is refused: ${verdict.reason} ${verdict.name}`);
      const errand = drawErrand(random, enteredAt.getUTCFullYear());
      visits.push(...entering.map((stay) => visitOf(random, place, stay, entering, errand)));
      before = entering;
    }
  }
  return visits;
}

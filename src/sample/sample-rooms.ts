/** The storage rooms of the sample court: set up, with custodians and deputies, and two years of visits. */
import { insertMemberships } from '../modules/accounts/membership.sql.ts';
import { insertCustodianships, type NewCustodianship } from '../modules/rooms/custodianship.sql.ts';
import type { EnvironmentKey, ItemCategoryKey } from '../modules/rooms/item-categories.ts';
import { writeRoomSettings } from '../modules/rooms/room.sql.ts';
import { ALARM_MINUTES_DEFAULT } from '../modules/rooms/room.rules.ts';
import { insertVisits, type NewVisit } from '../modules/rooms/visit.sql.ts';
import { addPlaces } from '../modules/storage/add-places.ts';
import { shanghaiDay, startOfShanghaiDay } from '../platform/clock.ts';
import { newId } from '../platform/ids.ts';
import type { CommandContext } from '../platform/run-command.ts';
import type { Random } from './random.ts';
import type { SampleStructure } from './sample-court-structure.ts';
import type { SamplePerson } from './sample-world.ts';
import { simulateVisits } from './simulate-visits.ts';

interface RoomPlan {
  readonly isTwoPersonRoom: boolean;
  readonly capacity: number | null;
  readonly categories: readonly ItemCategoryKey[];
  readonly environment: readonly EnvironmentKey[];
  readonly doors: readonly string[];
}

/** In the order of the court's storage rooms: for everyday things, for electronics and papers, for valuables. */
const ROOM_PLANS: readonly RoomPlan[] = [
  {
    isTwoPersonRoom: false,
    capacity: 6000,
    categories: [],
    environment: ['room_temperature', 'dry'],
    doors: ['审判区B1-东门'],
  },
  {
    isTwoPersonRoom: false,
    capacity: 3000,
    categories: ['electronics', 'documents', 'securities', 'stamps_and_certificates'],
    environment: ['antimagnetic', 'dry', 'dark'],
    doors: ['审判区B1-西门'],
  },
  {
    isTwoPersonRoom: true,
    capacity: 800,
    categories: ['cash', 'foreign_currency', 'precious_metals', 'relics_and_art'],
    environment: ['room_temperature', 'dry', 'secret'],
    doors: ['审判区B1-贵重库'],
  },
];
const CUSTODIAN = 'property_custodian';
const RACKS = 6;
const SHELVES = 4;
const DAY_MS = 24 * 60 * 60_000;
const MINUTE_MS = 60_000;
const VISITS_AT_ONCE = 2000;

async function addRacks(command: CommandContext, roomId: string): Promise<void> {
  const racks = Array.from({ length: RACKS }, (_, index) => `${index + 1} 架`);
  const shelves = Array.from({ length: SHELVES }, (_, index) => `${index + 1} 层`);
  const { added } = await addPlaces(command, { parentId: roomId, kind: 'rack', names: racks });
  for (const { id } of added) await addPlaces(command, { parentId: id, kind: 'shelf', names: shelves });
}

function officesOf(
  structure: SampleStructure,
  roomId: string,
  people: { custodian: SamplePerson; before: SamplePerson; deputy: SamplePerson },
  { since, now }: { since: Date; now: Date },
): NewCustodianship[] {
  const dayOf = (at: Date) => startOfShanghaiDay(shanghaiDay(at));
  const middle = dayOf(new Date((since.getTime() + now.getTime()) / 2));
  const office = (
    kind: 'custodian' | 'deputy',
    person: SamplePerson,
    startsAt: Date,
    endsAt: Date | null,
    document: string,
  ): NewCustodianship => ({
    id: newId(startsAt.getTime()),
    roomId,
    personId: person.id,
    kind,
    startsAt,
    endsAt,
    document,
    appointedBy: structure.scribe.id,
    appointedByName: structure.scribe.name,
    appointedAt: startsAt,
  });
  return [
    office('custodian', people.before, dayOf(since), middle, '装备〔2024〕11号'),
    office('custodian', people.custodian, middle, null, '装备〔2025〕26号'),
    office(
      'deputy',
      people.deputy,
      dayOf(new Date(now.getTime() - 3 * DAY_MS)),
      dayOf(new Date(now.getTime() + 11 * DAY_MS)),
      '休假审批单',
    ),
  ];
}

/** The custodian has been inside for nearly five hours: the desk shows the alarm. */
function openVisit(visits: readonly NewVisit[], now: Date): NewVisit[] {
  const last = visits.at(-1);
  if (last === undefined || last.person_id === null) return [];
  const enteredAt = new Date(now.getTime() - 290 * MINUTE_MS);
  const open = { left_at: null, left_recorded_at: null, left_recorded_by_name: null, carried_out: null };
  const id = newId(enteredAt.getTime());
  const at = { entered_at: enteredAt, recorded_at: enteredAt, entered_late: false };
  return [{ ...last, ...open, ...at, id, root_id: id, purpose: 'maintenance', anomaly: null }];
}

interface RoomPeople {
  readonly custodian: SamplePerson;
  readonly second: SamplePerson;
  readonly handlers: readonly SamplePerson[];
}

async function addSampleRoom(
  command: CommandContext,
  random: Random,
  structure: SampleStructure,
  plan: RoomPlan,
  input: { roomId: string; lockerId: string | null; since: Date; people: RoomPeople },
): Promise<number> {
  const { trx, now } = command;
  const { courtId } = structure.world;
  const { roomId, since } = input;
  const { custodian, second, handlers } = input.people;
  await writeRoomSettings(trx, courtId, roomId, {
    isSeizedPropertyRoom: true,
    twoPersonsSince: plan.isTwoPersonRoom ? since : null,
    capacity: plan.capacity,
    allowedCategories: plan.categories,
    environment: plan.environment,
    emergencyLockerId: input.lockerId,
    visitAlarmMinutes: ALARM_MINUTES_DEFAULT,
    doors: plan.doors,
  });
  const inCourt = { ...command, actor: { ...command.actor, courtId } };
  await addRacks(inCourt, roomId);
  const parties = { custodian, before: second, deputy: second };
  await insertCustodianships(trx, courtId, officesOf(structure, roomId, parties, { since, now }));
  const room = { roomId, twoPersonsSinceMs: plan.isTwoPersonRoom ? since.getTime() : null };
  const drawn = simulateVisits(random, { room, custodian, second, handlers }, { from: since, to: now });
  const isStillInside = input.lockerId !== null;
  const own = drawn.filter(({ person_id }) => person_id === custodian.id);
  const visits = isStillInside ? [...drawn, ...openVisit(own, now)] : drawn;
  for (let at = 0; at < visits.length; at += VISITS_AT_ONCE)
    await insertVisits(trx, courtId, visits.slice(at, at + VISITS_AT_ONCE));
  return visits.length;
}

/**
 * The first storage rooms of the court, three of them at most, with a custodian each, who took over in the middle of the two years, a deputy for two weeks, and
 * every visit; the third room takes two persons. Answers how many visits.
 */
export async function addSampleRooms(
  command: CommandContext,
  random: Random,
  structure: SampleStructure,
  { since, count: roomCount }: { readonly since: Date; readonly count: number },
): Promise<number> {
  const { accounts, world, custodians, propertyRooms, emergencyLockerId } = structure;
  const appointed = new Set(accounts.flatMap(({ role, personId }) => (role === CUSTODIAN ? [personId] : [])));
  const needed = custodians.slice(0, roomCount * 2).filter(({ id }) => !appointed.has(id));
  const memberships = needed.map(({ id, departmentId }) => ({
    id: newId(),
    personId: id,
    role: CUSTODIAN,
    departmentId,
    validFrom: '2024-01-01',
    validUntil: null,
  }));
  await insertMemberships(command.trx, world.courtId, memberships, { grantorId: null, now: command.now });
  const others = world.people.filter(({ id }) => custodians.every((custodian) => custodian.id !== id));
  let count = 0;
  for (const [index, plan] of ROOM_PLANS.slice(0, roomCount).entries()) {
    const room = propertyRooms[index];
    const custodian = custodians[index * 2];
    const second = custodians[index * 2 + 1];
    if (!room || !custodian || !second)
      throw new Error('a storage room of the sample court lacks its people');
    const handlers = others.filter((_, at) => at % ROOM_PLANS.length === index);
    const lockerId = index === 0 ? emergencyLockerId : null;
    const input = { roomId: room.id, lockerId, since, people: { custodian, second, handlers } };
    count += await addSampleRoom(command, random, structure, plan, input);
  }
  return count;
}

/** Storage rooms of the bench court, each with its custodian inside it and a case whose things lie there. */
import { randomInt } from 'node:crypto';
import type pg from 'pg';
import { addMemberships } from '../../src/modules/accounts/add-memberships.ts';
import { addPeople } from '../../src/modules/accounts/add-people.ts';
import { hashPassword } from '../../src/modules/accounts/password-hash.ts';
import { insertCases } from '../../src/modules/cases/case.sql.ts';
import { insertCustodianships } from '../../src/modules/rooms/custodianship.sql.ts';
import { writeRoomSettings } from '../../src/modules/rooms/room.sql.ts';
import { insertVisits, type NewVisit } from '../../src/modules/rooms/visit.sql.ts';
import { addItems } from '../../src/modules/seized-items/add-items.ts';
import type { ItemCard } from '../../src/modules/seized-items/item-fields.ts';
import { addPlaces } from '../../src/modules/storage/add-places.ts';
import type { CommandContext } from '../../src/platform/run-command.ts';
import { newId } from '../../src/platform/ids.ts';
import { openSession, runInCourt, type BenchCourt } from './bench-court.ts';
import type { Signed } from './http-connection.ts';

const MINUTE_MS = 60_000;

export interface Shelf {
  readonly id: string;
  readonly path: string;
}

export interface CustodyPost {
  readonly custodian: { readonly id: string; readonly name: string };
  readonly session: Signed;
  readonly shelves: readonly [Shelf, Shelf];
  readonly caseId: string;
  readonly itemIds: readonly string[];
}

export interface CustodyCourt {
  readonly posts: readonly CustodyPost[];
  /** Whoever confirms as the second person, with the PIN; inside the first room. */
  readonly reviewer: { readonly personId: string; readonly pin: string };
}

interface Person {
  readonly id: string;
  readonly name: string;
}

export function benchItemCard(index: number): ItemCard {
  return {
    ...{ name: `手机 ${index}`, category: 'other', grade: 'ordinary', unit: '部' },
    facts: { wear: '八成新', defects: '无', source: '扣押', features: '黑色' },
    ...{ hazards: [], keeping: [], ownership: 'defendant', nature: 'evidence', isEvidence: true },
    ...{ listNumber: '基准移字〔2026〕1号', listLine: String(index), listedQuantity: '1', listedUnit: null },
    ...{ unitFactor: null, seizureDocument: null, seizureExpiresOn: null, expiresOn: null },
    ...{ estimatedValueFen: null, isUnverified: false, reviewOn: null, notes: null },
  };
}

async function addCustodians(
  command: CommandContext,
  court: BenchCourt,
  count: number,
  passwordHash: string,
): Promise<Person[]> {
  const { departmentId } = court;
  const names = Array.from({ length: count }, (_, index) => `保管员${index + 1}`);
  const people = names.map((fullName, index) => ({
    ...{ username: `bench-custodian-${court.id}-${index}`, fullName, departmentId, passwordHash },
    ...{ employeeNumber: null, phone: null, mustChangePassword: false },
  }));
  const added = await addPeople(command, court.id, people);
  const terms = added.map(({ id }) => ({
    ...{ personId: id, homeDepartmentId: departmentId, departmentId: null, role: 'property_custodian' },
    ...{ validFrom: '2024-01-01', validUntil: null },
  }));
  await addMemberships(command, court.id, terms, { grantorId: null, today: '2024-01-01' });
  return added.map(({ id }, index) => ({ id, name: names[index] ?? '' }));
}

async function addRoom(command: CommandContext, name: string): Promise<{ id: string; shelves: Shelf[] }> {
  const { added } = await addPlaces(command, { parentId: null, kind: 'room', names: [name] });
  const [room] = added;
  if (!room) throw new Error('the room was not added');
  const racks = await addPlaces(command, { parentId: room.id, kind: 'rack', names: ['1 架', '2 架'] });
  await writeRoomSettings(command.trx, command.actor.courtId, room.id, {
    ...{ isSeizedPropertyRoom: true, twoPersonsSince: null, capacity: null, allowedCategories: [] },
    ...{ environment: [], emergencyLockerId: null, visitAlarmMinutes: 1440, doors: [] },
  });
  return { id: room.id, shelves: racks.added.map(({ id, path }) => ({ id, path })) };
}

async function enter(command: CommandContext, roomId: string, { id, name }: Person): Promise<void> {
  const { trx, actor, now } = command;
  const since = new Date(now.getTime() - 10 * MINUTE_MS);
  const visitId = newId();
  const visit: NewVisit = {
    ...{
      id: visitId,
      root_id: visitId,
      room_id: roomId,
      person_id: id,
      person_name: name,
      person_unit: null,
    },
    ...{ document: null, entered_at: since, left_at: null, purpose: 'patrol', note: null, case_id: null },
    ...{ case_number: null, escort_root_id: null, escort_name: null, second_person: null, approved_by: null },
    ...{ carried_in: null, carried_out: null, key_number: null, anomaly: null, signed_by_badge: false },
    ...{ entered_late: false, left_late: false, recorded_at: since, recorded_by: id, recorded_by_name: name },
    ...{ left_recorded_at: null, left_recorded_by_name: null, used_from: null, used_until: null },
    ...{ corrects_id: null, correction_reason: null, voided: false },
  };
  await insertVisits(trx, actor.courtId, [visit]);
}

async function putInCharge(command: CommandContext, roomId: string, person: Person): Promise<void> {
  const { trx, actor, now } = command;
  const since = new Date(now.getTime() - 10 * MINUTE_MS);
  await insertCustodianships(trx, actor.courtId, [
    {
      ...{ id: newId(), roomId, personId: person.id, kind: 'custodian', startsAt: since, endsAt: null },
      ...{ document: '基准〔2026〕1号', appointedBy: actor.personId, appointedByName: actor.personName },
      appointedAt: since,
    },
  ]);
}

async function addCase(command: CommandContext, court: BenchCourt, number: number): Promise<string> {
  const id = newId();
  const { personId } = command.actor;
  await insertCases(command.trx, court.id, { personId, now: command.now }, [
    {
      ...{ id, number: `（2026）内刑初${number}号`, cause: '盗窃', handlerId: personId, clerkId: null },
      ...{ departmentId: court.departmentId, stage: 'first_instance', acceptedOn: '2026-03-02' },
      ...{ effectiveOn: null, closedOn: null, secrecy: 'open', involvesMinors: false },
      ...{ seizingOrgan: null, procuratorate: null },
    },
  ]);
  return id;
}

async function takeOver(
  command: CommandContext,
  caseId: string,
  shelf: Shelf,
  count: number,
): Promise<string[]> {
  const names = { place: shelf.path, holder: null };
  const drafts = Array.from({ length: count }, (_, index) => ({
    ...{ card: benchItemCard(index + 1), quantity: '1', change: { placeId: shelf.id }, names },
  }));
  const nobody = { secondPerson: null, counterparty: null, basis: null, note: null };
  const occasion = { occurredAt: command.now, ...nobody };
  const { courtId } = command.actor;
  const added = await addItems(command, { courtId, caseId, transition: 'take_over', drafts, occasion });
  return added.map(({ id }) => id);
}

/** One post for every number of things; `owner` connects as the owner of the database. */
export async function makeCustodyCourt(
  owner: pg.Pool,
  court: BenchCourt,
  itemsPerPost: readonly number[],
): Promise<CustodyCourt> {
  const pin = String(randomInt(100_000, 1_000_000));
  const pinHash = await hashPassword(pin);
  const made = await runInCourt(owner, court.actor, 'makeCustodyCourt', async (command) => {
    const people = await addCustodians(command, court, itemsPerPost.length + 1, '!');
    const reviewer = people.at(-1);
    if (!reviewer) throw new Error('nobody was added');
    const posts = [];
    for (const [index, count] of itemsPerPost.entries()) {
      const custodian = people[index];
      const room = await addRoom(command, `${index + 1} 号库房`);
      const [first, second] = room.shelves;
      if (!custodian || !first || !second) throw new Error('a post lacks its person or its shelves');
      await putInCharge(command, room.id, custodian);
      await enter(command, room.id, custodian);
      if (index === 0) await enter(command, room.id, reviewer);
      const caseId = await addCase(command, court, index + 1);
      const itemIds = count === 0 ? [] : await takeOver(command, caseId, first, count);
      posts.push({ custodian, shelves: [first, second] as const, caseId, itemIds });
    }
    return { posts, reviewer: reviewer.id };
  });
  await owner.query('update credentials set pin_hash = $2 where person_id = $1', [made.reviewer, pinHash]);
  const posts = [];
  for (const post of made.posts)
    posts.push({ ...post, session: await openSession(owner, post.custodian.id, court.id) });
  return { posts, reviewer: { personId: made.reviewer, pin } };
}

/** The court whose register grows to a million cards: made by the product's own use cases, with a signed-in person. */
import type pg from 'pg';
import { addDepartments } from '../../src/modules/accounts/add-departments.ts';
import { addMemberships } from '../../src/modules/accounts/add-memberships.ts';
import { addPeople } from '../../src/modules/accounts/add-people.ts';
import { insertCourt } from '../../src/modules/accounts/court.sql.ts';
import { grantsOfRoles } from '../../src/modules/accounts/permissions.ts';
import { hashSecret, newSecretToken } from '../../src/modules/accounts/secrets.ts';
import { addPlaces } from '../../src/modules/storage/add-places.ts';
import { registerModules } from '../../src/registrations.ts';
import type { Actor } from '../../src/platform/actor.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { newId } from '../../src/platform/ids.ts';
import { runCommand, type CommandContext } from '../../src/platform/run-command.ts';
import type { Signed } from './http-connection.ts';

const ROLE = 'equipment_admin';
const NO_PASSWORD = '!';
const DAY_MS = 86_400_000;

export interface BenchCourt {
  readonly id: number;
  readonly divisionNumber: string;
  readonly departmentId: string;
  /** The equipment administrator, as the server sees them. */
  readonly actor: Actor;
  readonly session: Signed;
  readonly stockRoom: { readonly id: string; readonly path: string };
  /** Two rooms between which things are carried. */
  readonly rooms: readonly [string, string];
}

const DEPENDENCIES = { clock: systemClock, filesFolder: '', hashAlgorithm: 'sha256' as const };

function actorOf(courtId: number, personId: string, personName: string): Actor {
  return {
    personId,
    personName,
    departmentId: null,
    departmentName: null,
    roles: [ROLE],
    via: 'session',
    courtId,
    readableCourtIds: [courtId],
    grants: grantsOfRoles([{ role: ROLE, departmentId: null }]),
  };
}

async function addRooms(command: CommandContext): Promise<BenchCourt['stockRoom'][]> {
  const site = await addPlaces(command, { parentId: null, kind: 'site', names: ['主院区'] });
  const parentId = site.added[0]?.id ?? null;
  const building = await addPlaces(command, { parentId, kind: 'building', names: ['审判综合楼'] });
  const names = ['装备库房', '101 室', '102 室'];
  const rooms = await addPlaces(command, { parentId: building.added[0]?.id ?? null, kind: 'room', names });
  return rooms.added.map(({ id, path }) => ({ id, path }));
}

/** Signs a person of the court in, past the sign-in page. */
export async function openSession(owner: pg.Pool, personId: string, courtId: number): Promise<Signed> {
  const [token, csrfToken, now] = [newSecretToken(), newSecretToken(), new Date()];
  await owner.query(
    `insert into sessions (token_hash, id, person_id, court_id, csrf_token, created_at, last_seen_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $6, $7)`,
    [hashSecret(token), newId(), personId, courtId, csrfToken, now, new Date(now.getTime() + DAY_MS)],
  );
  return { cookie: `court_custody_session=${token}`, csrfToken };
}

/** A command of the bench's own, past the web. */
export function runInCourt<T>(
  owner: pg.Pool,
  actor: Actor,
  name: string,
  work: (command: CommandContext) => Promise<T>,
): Promise<T> {
  const request = { requestId: 'bench-court', address: null };
  const dependencies = { ...DEPENDENCIES, pool: owner };
  return runCommand(dependencies, { ...actor, via: 'system' }, request, { name, input: {} }, work);
}

/** A court without cards. `owner` connects as the owner of the database. */
export async function makeBenchCourt(
  owner: pg.Pool,
  { id, divisionNumber, name }: { id: number; divisionNumber: string; name: string },
): Promise<BenchCourt> {
  registerModules({});
  const maker = actorOf(id, newId(), '装备管理员');
  const made = await runInCourt(owner, maker, 'makeBenchCourt', async (command) => {
    const { trx, now } = command;
    const court = { id, parentId: null, name, shortName: name, divisionNumber, level: 'high' };
    await insertCourt(trx, court, now);
    const [departmentId = null] = await addDepartments(command, id, [
      { parentId: null, name: '装备处', sortOrder: 0 },
    ]);
    const person = {
      username: `bench-${id}`,
      fullName: maker.personName,
      departmentId,
      employeeNumber: null,
      phone: null,
      passwordHash: NO_PASSWORD,
      mustChangePassword: false,
    };
    const [added] = await addPeople(command, id, [person]);
    const personId = added?.id ?? '';
    const term = { personId, homeDepartmentId: departmentId, departmentId: null, validUntil: null };
    await addMemberships(command, id, [{ ...term, role: ROLE, validFrom: '2024-01-01' }], {
      grantorId: null,
      today: '2024-01-01',
    });
    return { personId, departmentId, rooms: await addRooms(command) };
  });
  const [stockRoom, first, second] = made.rooms;
  if (!stockRoom || !first || !second || made.departmentId === null)
    throw new Error('the court was not made');
  return {
    id,
    divisionNumber,
    departmentId: made.departmentId,
    actor: actorOf(id, made.personId, maker.personName),
    session: await openSession(owner, made.personId, id),
    stockRoom,
    rooms: [first.id, second.id],
  };
}

/**
 * Courts and people for tests, made by the same writers as real ones. Sessions are put into the database directly,
 * because hashing a password takes longer than most tests.
 */
import { randomBytes } from 'node:crypto';
import type { Actor } from '../../src/platform/actor.ts';
import { shanghaiDay } from '../../src/platform/clock.ts';
import { newId } from '../../src/platform/ids.ts';
import { runCommand, type CommandContext } from '../../src/platform/run-command.ts';
import { addDepartments } from '../../src/modules/accounts/add-departments.ts';
import { addMemberships } from '../../src/modules/accounts/add-memberships.ts';
import { addPeople } from '../../src/modules/accounts/add-people.ts';
import { insertCourt, nextCourtNumber } from '../../src/modules/accounts/court.sql.ts';
import type { Role } from '../../src/modules/accounts/roles.ts';
import { hashSecret, newApiToken, newSecretToken } from '../../src/modules/accounts/secrets.ts';
import { ask, type Listening } from './ask.ts';
import type { TestApp } from './test-app.ts';

const DAY_MS = 24 * 60 * 60_000;
/** For the few tests that sign in. */
export const TEST_PASSWORD = 'Steppe-Wind-Camel';
/** With the smallest parameters there are. */
const TEST_PASSWORD_HASH =
  '$argon2id$v=19$m=8,t=1,p=1$JqTy9w3XQY7TxSelNsfHHA$B+2q//UidPzBl5B4LNbDFZ+rfxgm/CFfHsI4NF4Gai4';

export interface TestCourt {
  readonly id: number;
  readonly name: string;
  readonly divisionNumber: string;
  readonly parentId: number | null;
  /** A department that every court has. */
  readonly departmentId: string;
  readonly departmentName: string;
}

/** A signed-in browser: `agent.get('/api/…')`, `agent.post('/api/…').send(…)`, with cookies and CSRF header in place. */
export type Agent = ReturnType<typeof signedInAgent>;

export interface TestPerson {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly court: TestCourt;
  readonly departmentId: string | null;
  readonly badgeCode: string | null;
  readonly agent: Agent;
  readonly session: { readonly cookie: string; readonly csrfToken: string };
}

function systemActor(courtId: number): Actor {
  return {
    personId: newId(),
    personName: '测试准备',
    departmentId: null,
    departmentName: null,
    roles: [],
    via: 'system',
    courtId,
    readableCourtIds: [courtId],
    grants: [],
  };
}

/** Runs `work` through the one write path, in the court. */
export function writeAsSystem<T>(
  test: Pick<TestApp, 'dependencies'>,
  courtId: number,
  work: (command: CommandContext) => Promise<T>,
): Promise<T> {
  const facts = { requestId: 'test-preparation', address: null };
  const call = { name: 'prepareTest', input: null };
  return runCommand(test.dependencies, systemActor(courtId), facts, call, work);
}

let counter = 0;

function nextNumber(): number {
  counter += 1;
  return counter;
}

/** A court with one department; below `parent` when that is given. */
export async function buildCourt(
  test: Pick<TestApp, 'dependencies'>,
  overrides: { name?: string; parent?: TestCourt; divisionNumber?: string; departmentName?: string } = {},
): Promise<TestCourt> {
  const n = nextNumber();
  const name = overrides.name ?? `第${n}试验法院`;
  const divisionNumber =
    overrides.divisionNumber ?? String(100_000 + ((randomBytes(4).readUInt32BE() + n) % 899_999));
  const departmentName = overrides.departmentName ?? `第${n}庭`;
  const parentId = overrides.parent?.id ?? null;
  return writeAsSystem(test, 0, async (command) => {
    const id = await nextCourtNumber(command.trx);
    await command.writeInCourt(id);
    const level = parentId === null ? 'intermediate' : 'basic';
    const court = { id, parentId, name, shortName: name, divisionNumber, level };
    await insertCourt(command.trx, court, command.now);
    const [departmentId = ''] = await addDepartments(command, id, [
      { parentId: null, name: departmentName, sortOrder: 0 },
    ]);
    return { id, name, divisionNumber, parentId, departmentId, departmentName };
  });
}

/** Another department of the court. */
export async function buildDepartment(
  test: Pick<TestApp, 'dependencies'>,
  court: TestCourt,
  name = `第${nextNumber()}处`,
): Promise<{ id: string; name: string }> {
  return writeAsSystem(test, court.id, async (command) => {
    const [id = ''] = await addDepartments(command, court.id, [{ parentId: null, name, sortOrder: 0 }]);
    return { id, name };
  });
}

/** Opens a session as if the person had signed in now. */
export async function buildSession(
  test: {
    readonly database: Pick<TestApp['database'], 'ownerPool'>;
    readonly dependencies: Pick<TestApp['dependencies'], 'clock' | 'secureCookies'>;
  },
  personId: string,
  courtId: number,
): Promise<{ cookie: string; csrfToken: string }> {
  const token = newSecretToken();
  const csrfToken = newSecretToken();
  const now = test.dependencies.clock.now();
  await test.database.ownerPool.query(
    `insert into sessions (token_hash, id, person_id, court_id, csrf_token, created_at, last_seen_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $6, $7)`,
    [hashSecret(token), newId(), personId, courtId, csrfToken, now, new Date(now.getTime() + 7 * DAY_MS)],
  );
  const name = test.dependencies.secureCookies ? '__Host-court_custody_session' : 'court_custody_session';
  return { cookie: `${name}=${token}; court_custody_csrf=${csrfToken}`, csrfToken };
}

/** What a browser with this session sends. Without a session it is a stranger's. */
export function signedInAgent(
  test: Listening,
  session?: { readonly cookie: string; readonly csrfToken: string },
) {
  const call = (method: 'get' | 'post' | 'put' | 'patch' | 'delete', path: string) => {
    const started = ask(test)[method](path);
    if (session === undefined) return started;
    const withCookie = started.set('Cookie', session.cookie);
    return method === 'get' ? withCookie : withCookie.set('X-CSRF-Token', session.csrfToken);
  };
  return {
    get: (path: string) => call('get', path),
    post: (path: string) => call('post', path),
    put: (path: string) => call('put', path),
    patch: (path: string) => call('patch', path),
    delete: (path: string) => call('delete', path),
  };
}

export interface PersonOverrides {
  readonly court: TestCourt;
  readonly role?: Role;
  /** Several roles, or none at all. */
  readonly roles?: readonly Role[];
  readonly departmentId?: string | null;
  readonly name?: string;
  readonly username?: string;
  readonly mustChangePassword?: boolean;
}

/**
 * A person who works in the court's department, holds the role from today on, and is signed in. The password is
 * TEST_PASSWORD.
 */
export async function buildPerson(
  test: Pick<TestApp, 'origin' | 'database' | 'dependencies'>,
  overrides: PersonOverrides,
): Promise<TestPerson> {
  const { court } = overrides;
  const n = nextNumber();
  const name = overrides.name ?? `测试人${n}`;
  const username = overrides.username ?? `person.${n}.${randomBytes(3).toString('hex')}`;
  const departmentId = overrides.departmentId === undefined ? court.departmentId : overrides.departmentId;
  const roles = overrides.roles ?? [overrides.role ?? 'staff'];
  const mustChangePassword = overrides.mustChangePassword ?? false;
  const person = await writeAsSystem(test, court.id, async (command) => {
    const [added] = await addPeople(command, court.id, [
      {
        username,
        fullName: name,
        departmentId,
        employeeNumber: null,
        phone: null,
        passwordHash: TEST_PASSWORD_HASH,
        mustChangePassword,
      },
    ]);
    if (!added) throw new Error('no person was added');
    const validFrom = shanghaiDay(command.now);
    const memberships = roles.map((role) => ({
      personId: added.id,
      homeDepartmentId: departmentId,
      role,
      departmentId: null,
      validFrom,
      validUntil: null,
    }));
    await addMemberships(command, court.id, memberships, { grantorId: null });
    return added;
  });
  const session = await buildSession(test, person.id, court.id);
  return {
    ...person,
    username,
    name,
    roles,
    court,
    departmentId,
    session,
    agent: signedInAgent(test, session),
  };
}

/** An API token of the person with these permissions, for `Authorization: Bearer …`. */
export async function buildApiToken(
  test: Pick<TestApp, 'database' | 'dependencies'>,
  person: TestPerson,
  scopes: readonly string[],
): Promise<string> {
  const token = newApiToken();
  const now = test.dependencies.clock.now();
  await test.database.ownerPool.query(
    `insert into api_tokens (id, token_hash, person_id, court_id, name, scopes, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      newId(),
      hashSecret(token),
      person.id,
      person.court.id,
      'test',
      scopes,
      now,
      new Date(now.getTime() + DAY_MS),
    ],
  );
  return token;
}

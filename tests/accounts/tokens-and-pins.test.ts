import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { confirmByPin, confirmBySecondPerson } from '../../src/modules/accounts/confirm-by-pin.ts';
import { findPersonByBadge } from '../../src/modules/accounts/find-person-by-badge.ts';
import { hashPassword, verifyPassword } from '../../src/modules/accounts/password-hash.ts';
import { Refusal } from '../../src/platform/errors.ts';
import { runCommand, type CommandContext } from '../../src/platform/run-command.ts';
import { ask } from '../support/ask.ts';
import {
  buildCourt,
  buildPerson,
  TEST_PASSWORD,
  type TestCourt,
  type TestPerson,
} from '../support/people.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';

const START = '2026-11-23T09:30:00.000+08:00';
const PIN = '190283';

let test: TestApp;
let court: TestCourt;
beforeAll(async () => {
  test = await createTestApp();
  court = await buildCourt(test);
});
afterAll(() => test.close());
beforeEach(() => test.clock.set(START));

function valueAt(response: { body: unknown }, key: string): unknown {
  const { body } = response;
  return typeof body === 'object' && body !== null
    ? Object.entries(body).find(([name]) => name === key)?.[1]
    : undefined;
}

describe('API tokens', () => {
  const create = (person: TestPerson, scopes: string[], expiresAt = '2027-11-23T00:00:00.000+08:00') =>
    person.agent.post('/api/api-tokens').send({ name: '盘点程序', scopes, expiresAt });
  const call = (token: string, path: string) => ask(test).get(path).set('Authorization', `Bearer ${token}`);

  it('are shown once, work, show when they were used, and end when they are revoked', async () => {
    const person = await buildPerson(test, { court, role: 'equipment_admin' });
    const created = await create(person, ['directory.read']);
    const token = String(valueAt(created, 'token'));
    expect(token).toMatch(/^cct_[0-9A-Za-z]{43}$/);
    expect((await call(token, '/api/directory/people')).status).toBe(200);
    expect((await call(token, '/api/places')).body).toMatchObject({ code: 'PERMISSION_DENIED' });
    const listed = await person.agent.get('/api/api-tokens');
    expect(listed.body).toMatchObject({
      items: [{ name: '盘点程序', scopes: ['directory.read'], lastUsedAt: START, revokedAt: null }],
    });
    expect(listed.text).not.toContain(token);
    const { rows } = await test.database.ownerPool.query<{ text: string }>(
      'select (select jsonb_agg(to_jsonb(t)) from api_tokens t)::text || (select jsonb_agg(to_jsonb(e)) from audit_events e)::text as text',
    );
    expect(rows[0]?.text).not.toContain(token);
    const id = String(valueAt(created, 'id'));
    const stranger = await buildPerson(test, { court, role: 'equipment_admin' });
    expect((await stranger.agent.delete(`/api/api-tokens/${id}`)).status).toBe(404);
    expect((await person.agent.delete(`/api/api-tokens/${id}`)).status).toBe(200);
    expect((await call(token, '/api/directory/people')).status).toBe(401);
  });

  it.each([
    ['for what the person may not do', ['audit.read'], undefined, 'TOKEN_SCOPE_NOT_HELD'],
    ['for nothing', [], undefined, 'INPUT_INVALID'],
    ['for what does not exist', ['asset.burn'], undefined, 'INPUT_INVALID'],
    ['that have expired already', ['asset.read'], START, 'TOKEN_EXPIRY_OUT_OF_RANGE'],
    ['for more than a year', ['asset.read'], '2027-11-25T09:30:00.000+08:00', 'TOKEN_EXPIRY_OUT_OF_RANGE'],
  ])('are not made %s', async (_, scopes, expiresAt, expected) => {
    const person = await buildPerson(test, { court, role: 'equipment_admin' });
    expect((await create(person, scopes, expiresAt)).body).toMatchObject({ code: expected });
  });

  it('may do no more than their person may, at that moment', async () => {
    const security = await buildPerson(test, { court, role: 'security_admin' });
    const person = await buildPerson(test, { court, roles: ['equipment_admin', 'staff'] });
    const token = String(valueAt(await create(person, ['place.manage', 'place.read']), 'token'));
    const addPlace = (name: string) =>
      ask(test).post('/api/places').set('Authorization', `Bearer ${token}`).send({ kind: 'site', name });
    expect((await addPlace('一号院')).status).toBe(200);
    const seen = await security.agent.get(`/api/people/${person.id}`);
    const memberships = valueAt(seen, 'memberships') as { id: string; role: string }[];
    const membership = memberships.find(({ role }) => role === 'equipment_admin');
    await security.agent.post(`/api/memberships/${membership?.id}/end`).send({});
    expect((await addPlace('二号院')).body).toMatchObject({ code: 'PERMISSION_DENIED' });
    expect((await call(token, '/api/places')).status).toBe(200);
  });

  it('expire to the millisecond', async () => {
    const person = await buildPerson(test, { court, role: 'staff' });
    const token = String(
      valueAt(await create(person, ['directory.read'], '2026-11-24T00:00:00.000+08:00'), 'token'),
    );
    test.clock.set('2026-11-23T23:59:59.999+08:00');
    expect((await call(token, '/api/directory/people')).status).toBe(200);
    test.clock.set('2026-11-24T00:00:00.000+08:00');
    expect((await call(token, '/api/directory/people')).status).toBe(401);
  });

  it('never lend themselves the rights of a cookie beside them', async () => {
    const person = await buildPerson(test, { court, role: 'equipment_admin' });
    const response = await person.agent.get('/api/session').set('Authorization', 'Bearer cct_nonsense');
    expect(response.status).toBe(401);
  });
});

describe('hashing', () => {
  it('turns a flood away, lets known browsers go first, and works on afterwards', async () => {
    const ended: string[] = [];
    const flood = Array.from({ length: 100 }, () =>
      verifyPassword(null, 'a guess', 'unknown').then(
        () => ended.push('unknown'),
        (error: unknown) =>
          error instanceof Refusal ? `${error.code} ${error.retryAfterSeconds}` : String(error),
      ),
    );
    const passwordHash =
      '$argon2id$v=19$m=8,t=1,p=1$JqTy9w3XQY7TxSelNsfHHA$B+2q//UidPzBl5B4LNbDFZ+rfxgm/CFfHsI4NF4Gai4';
    const known = verifyPassword(passwordHash, TEST_PASSWORD, 'known').finally(() => ended.push('known'));
    const answers = await Promise.all(flood);
    expect(await known).toBe(true);
    expect(answers.filter((answer) => answer === 'SIGN_IN_BUSY 5')).toHaveLength(38);
    expect(ended.indexOf('known')).toBeLessThanOrEqual(3);
    expect(await verifyPassword(passwordHash, TEST_PASSWORD, 'unknown')).toBe(true);
  });

  it('takes one password for the same, however its characters are composed', async () => {
    const passwordHash = await hashPassword('Ａｎｇｓｔröm im Wind');
    expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await verifyPassword(passwordHash, 'Angstro\u0308m im Wind', 'known')).toBe(true);
    expect(await verifyPassword(passwordHash, 'Angstrom im Wind', 'known')).toBe(false);
  });
});

describe('the PIN of a second person', () => {
  let actor: TestPerson;
  // Wrong PINs are counted by who sends them, too.
  beforeEach(async () => {
    actor = await buildPerson(test, { court, role: 'equipment_admin' });
  });

  async function buildSecond(of = court): Promise<TestPerson> {
    const person = await buildPerson(test, { court: of });
    await person.agent.put('/api/session/pin').send({ currentPassword: TEST_PASSWORD, pin: PIN });
    return person;
  }

  function run<T>(work: (command: CommandContext) => Promise<T>): Promise<T> {
    const identity = {
      personId: actor.id,
      personName: actor.name,
      departmentId: null,
      departmentName: null,
      roles: ['equipment_admin'],
      via: 'session' as const,
      courtId: court.id,
      readableCourtIds: [court.id],
      grants: [],
    };
    const facts = { requestId: 'pin-test', address: null };
    return runCommand(test.dependencies, identity, facts, { name: 'confirmSomething', input: null }, work);
  }

  const tryPin = (personId: string, pin: string) =>
    run((command) => confirmByPin(command, personId, pin)).then(
      ({ name }) => name,
      (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
    );

  it('confirms, and names the person', async () => {
    const second = await buildSecond();
    expect(await tryPin(second.id, PIN)).toBe(second.name);
  });

  it('locks after five failures although every command was refused, and opens after a quarter of an hour', async () => {
    const second = await buildSecond();
    const answers = [];
    for (let n = 0; n < 5; n += 1) answers.push(await tryPin(second.id, '314159'));
    expect(answers).toEqual(['PIN_WRONG', 'PIN_WRONG', 'PIN_WRONG', 'PIN_WRONG', 'PIN_LOCKED']);
    expect(await tryPin(second.id, PIN)).toBe('PIN_LOCKED');
    test.clock.advanceMs(15 * 60_000);
    expect(await tryPin(second.id, '314159')).toBe('PIN_LOCKED');
    test.clock.advanceMs(15 * 60_000);
    expect(await tryPin(second.id, PIN)).toBe(second.name);
    expect(await tryPin(second.id, '314159')).toBe('PIN_WRONG');
    const { rows } = await test.database.ownerPool.query(
      "select 1 from audit_events where command = 'confirmByPin' and outcome = 'refused' and subject_id = $1",
      [second.id],
    );
    expect(rows).toHaveLength(7);
  });

  it('cannot be guessed in parallel', async () => {
    const second = await buildSecond();
    const answers = await Promise.all(Array.from({ length: 9 }, (_, n) => tryPin(second.id, `31415${n}`)));
    expect(answers.filter((answer) => answer === 'PIN_WRONG')).toHaveLength(4);
    expect(answers.filter((answer) => answer === 'PIN_LOCKED')).toHaveLength(5);
  });

  it('is not locked for everybody by one person who sends wrong ones', async () => {
    const seconds = await Promise.all(Array.from({ length: 4 }, () => buildSecond()));
    const answers = [];
    for (const second of seconds)
      for (let n = 0; n < 5; n += 1) answers.push(await tryPin(second.id, '314159'));
    expect(answers.slice(10)).toEqual([
      ...['PIN_WRONG', 'PIN_WRONG', 'PIN_WRONG', 'PIN_WRONG', 'PIN_LOCKED'],
      ...Array.from({ length: 5 }, () => 'PIN_GUESSES_TOO_MANY'),
    ]);
    test.clock.advanceMs(15 * 60_000);
    expect(await tryPin(seconds[3]?.id ?? '', PIN)).toBe(seconds[3]?.name);
  });

  it('is unlocked by the security administrator', async () => {
    const second = await buildSecond();
    const security = await buildPerson(test, { court, role: 'security_admin' });
    for (let n = 0; n < 5; n += 1) await tryPin(second.id, '314159');
    await security.agent.delete(`/api/people/${second.id}/sign-in-lock`);
    expect(await tryPin(second.id, PIN)).toBe(second.name);
  });

  it.each<[string, () => Promise<string>, string]>([
    ['has none', async () => (await buildPerson(test, { court })).id, 'PIN_NOT_SET'],
    [
      'is of another court',
      async () => (await buildSecond(await buildCourt(test))).id,
      'SECOND_PERSON_UNFIT',
    ],
    ['is unknown', async () => '00000000-0000-7000-8000-000000000000', 'SECOND_PERSON_UNFIT'],
    [
      'has a closed account',
      async () => {
        const second = await buildSecond();
        const system = await buildPerson(test, { court, role: 'system_admin' });
        await system.agent.post(`/api/people/${second.id}/close`);
        return second.id;
      },
      'SECOND_PERSON_UNFIT',
    ],
  ])('is refused when the person %s', async (_, personId, expected) => {
    expect(await tryPin(await personId(), PIN)).toBe(expected);
  });

  it('of the actor confirms nothing as a second person', async () => {
    const refused = run((command) => confirmBySecondPerson(command, { personId: actor.id, pin: PIN }));
    await expect(refused).rejects.toMatchObject({ code: 'SECOND_PERSON_IS_ACTOR' });
  });

  it('is asked for a new password of whoever becomes an administrator later', async () => {
    const system = await buildPerson(test, { court, role: 'system_admin' });
    const security = await buildPerson(test, { court, role: 'security_admin' });
    const person = await buildPerson(test, { court, roles: [] });
    const role = { person: { id: person.id }, role: 'audit_admin', validFrom: '2026-12-24' };
    await security.agent.post('/api/memberships').send(role).expect(200);
    const reset = await system.agent.post(`/api/people/${person.id}/password`).send({});
    expect(reset.body).toMatchObject({ code: 'SECOND_ADMINISTRATOR_REQUIRED' });
  });

  it('is asked of whoever the badge belongs to', async () => {
    const second = await buildSecond();
    const grouped = (second.badgeCode ?? '').replace(/^(.)(.{6})(.{7})(..)$/, '$1 $2 $3 $4').toLowerCase();
    const found = await run(({ trx, now }) => findPersonByBadge(trx, court.id, grouped, now));
    expect(found).toMatchObject({ id: second.id, name: second.name });
    const elsewhere = await run(({ trx, now }) => findPersonByBadge(trx, court.id + 1, grouped, now));
    expect(elsewhere).toBeUndefined();
  });
});

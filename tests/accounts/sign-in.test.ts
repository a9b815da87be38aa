import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Response } from 'supertest';
import { ask } from '../support/ask.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';
import {
  buildApiToken,
  buildCourt,
  buildPerson,
  buildSession,
  signedInAgent,
  TEST_PASSWORD,
  writeAsSystem,
  type TestCourt,
} from '../support/people.ts';
import { addMemberships } from '../../src/modules/accounts/add-memberships.ts';

const NEW_PASSWORD = 'camels drink rarely';
const START = '2026-11-23T09:30:00.000+08:00';

let test: TestApp;
let court: TestCourt;

beforeAll(async () => {
  test = await createTestApp({ trustedProxies: 1 });
  court = await buildCourt(test);
});
afterAll(() => test.close());
beforeEach(() => test.clock.set(START));

function cookiesOf(response: Response): string {
  const headers: unknown = response.headers['set-cookie'];
  const list = Array.isArray(headers) ? headers.map(String) : [];
  return list.map((cookie) => cookie.split(';')[0] ?? '').join('; ');
}

function csrfOf(cookies: string): string {
  return /court_custody_csrf=([^;]*)/.exec(cookies)?.[1] ?? '';
}

let nextAddress = 1;
function freshAddress(): string {
  nextAddress += 1;
  return `10.${Math.floor(nextAddress / 250)}.7.${nextAddress % 250}`;
}

function signIn(
  username: string,
  password: string,
  from: { address?: string; cookies?: string } = {},
): Promise<Response> {
  const call = ask(test)
    .post('/api/session')
    .set('X-Forwarded-For', from.address ?? freshAddress());
  return (from.cookies === undefined ? call : call.set('Cookie', from.cookies)).send({ username, password });
}

function events(
  command: string,
): Promise<{ outcome: string; court_id: number; subject_id: string | null }[]> {
  return test.database.ownerPool
    .query<{ outcome: string; court_id: number; subject_id: string | null }>(
      'select outcome, court_id, subject_id from audit_events where command = $1 order by recorded_at, id',
      [command],
    )
    .then(({ rows }) => rows);
}

describe('signing in', () => {
  it('opens a session with cookies that scripts cannot read, but the CSRF token', async () => {
    const person = await buildPerson(test, { court, role: 'equipment_admin' });
    const response = await signIn(person.username.toUpperCase(), TEST_PASSWORD);
    expect(response.status).toBe(200);
    expect(response.body).toMatchObject({ person: { id: person.id }, court: { id: court.id } });
    const set = String(response.headers['set-cookie']).split(/,(?=court)/);
    const session = set.find((cookie) => cookie.startsWith('court_custody_session='));
    expect(session).toMatch(/; Path=\/; Max-Age=604800; SameSite=Lax; HttpOnly$/);
    const csrf = set.find((cookie) => cookie.startsWith('court_custody_csrf='));
    expect(csrf).toMatch(/SameSite=Lax$/);
    const cookies = cookiesOf(response);
    const again = await signedInAgent(test, { cookie: cookies, csrfToken: csrfOf(cookies) }).get(
      '/api/session',
    );
    expect(again.body).toEqual(response.body);
    const recorded = (await events('signIn')).filter((event) => event.subject_id === person.id);
    expect(recorded).toEqual([{ outcome: 'done', court_id: court.id, subject_id: person.id }]);
  });

  it('stores neither token nor password', async () => {
    const person = await buildPerson(test, { court });
    const cookies = cookiesOf(await signIn(person.username, TEST_PASSWORD));
    const token = /court_custody_session=([^;]*)/.exec(cookies)?.[1] ?? 'missing';
    const { rows } = await test.database.ownerPool.query<{ text: string }>(
      `select (select jsonb_agg(to_jsonb(s)) from sessions s)::text || (select jsonb_agg(to_jsonb(c)) from credentials c)::text
        || (select jsonb_agg(to_jsonb(e)) from audit_events e)::text as text`,
    );
    expect(rows[0]?.text).toContain(person.id);
    expect(rows[0]?.text).not.toContain(token);
    expect(rows[0]?.text).not.toContain(TEST_PASSWORD);
  });

  it('answers a wrong password and an unknown name alike', async () => {
    const person = await buildPerson(test, { court });
    const wrong = await signIn(person.username, 'not the password');
    const unknown = await signIn('nobody.at.all', 'not the password');
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect({ ...wrong.body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' });
    expect(wrong.body).toMatchObject({ code: 'SIGN_IN_FAILED' });
    expect((await events('signIn')).at(-1)).toEqual({ outcome: 'refused', court_id: 0, subject_id: null });
    expect((await events('signIn')).at(-2)).toEqual({
      outcome: 'refused',
      court_id: court.id,
      subject_id: person.id,
    });
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded'])(
    'takes no %s, which a foreign page could send',
    async (type) => {
      const person = await buildPerson(test, { court });
      const body = JSON.stringify({ username: person.username, password: TEST_PASSWORD });
      const response = await ask(test).post('/api/session').set('Content-Type', type).send(body);
      expect(response.status).toBe(415);
      expect(response.headers['set-cookie']).toBeUndefined();
    },
  );

  it('refuses whoever has no role today, and says so only to the right password', async () => {
    const person = await buildPerson(test, { court, roles: [] });
    expect((await signIn(person.username, TEST_PASSWORD)).body).toMatchObject({ code: 'NO_ROLE_TODAY' });
    expect((await signIn(person.username, 'not the password')).body).toMatchObject({
      code: 'SIGN_IN_FAILED',
    });
  });

  it('ends the former session of the same browser', async () => {
    const person = await buildPerson(test, { court });
    const first = cookiesOf(await signIn(person.username, TEST_PASSWORD));
    await signIn(person.username, TEST_PASSWORD, { cookies: first });
    const response = await signedInAgent(test, { cookie: first, csrfToken: csrfOf(first) }).get(
      '/api/session',
    );
    expect(response.status).toBe(401);
  });

  it('names cookies __Host- and Secure behind TLS', async () => {
    const secure = await createTestApp({ secureCookies: true });
    try {
      const person = await buildPerson(secure, { court: await buildCourt(secure) });
      const response = await ask(secure)
        .post('/api/session')
        .send({ username: person.username, password: TEST_PASSWORD });
      expect(String(response.headers['set-cookie'])).toMatch(
        /__Host-court_custody_session=[\w-]{43}; Path=\/; Max-Age=604800; SameSite=Lax; HttpOnly; Secure/,
      );
      expect((await person.agent.get('/api/session')).status).toBe(200);
    } finally {
      await secure.close();
    }
  });
});

describe('what is typed at sign-in', () => {
  it.each([
    ['a NUL', 'a\u0000b'],
    ['a lone surrogate', 'a\ud800'],
    ['nothing', ''],
    ['a novel', 'a'.repeat(201)],
    ['a number', 7],
  ])('%s as the name is an input problem', async (_, username) => {
    const response = await ask(test).post('/api/session').send({ username, password: 'x' });
    expect(response.body).toMatchObject({ code: 'INPUT_INVALID', problems: [{ path: 'body.username' }] });
  });

  it.each(['%$#@!', '河套的春天', '🐫'.repeat(100)])('%j as the password is only wrong', async (password) => {
    const person = await buildPerson(test, { court });
    expect((await signIn(person.username, password)).status).toBe(401);
  });
});

describe('guessing passwords', () => {
  async function fail(username: string, times: number, address: string): Promise<Response[]> {
    const responses = [];
    for (let n = 0; n < times; n += 1) responses.push(await signIn(username, `wrong ${n}`, { address }));
    return responses;
  }

  it('slows down after five failures, and the delay grows', async () => {
    const person = await buildPerson(test, { court });
    const address = freshAddress();
    const failures = await fail(person.username, 5, address);
    expect(failures.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401]);
    const throttled = await signIn(person.username, TEST_PASSWORD, { address });
    expect([throttled.status, throttled.headers['retry-after']]).toEqual([429, '5']);
    expect(throttled.body).toMatchObject({ code: 'SIGN_IN_THROTTLED', facts: { seconds: 5 } });
    test.clock.advanceMs(5000);
    await fail(person.username, 1, address);
    expect((await signIn(person.username, TEST_PASSWORD, { address })).headers['retry-after']).toBe('10');
    test.clock.advanceMs(10_000);
    expect((await signIn(person.username, TEST_PASSWORD, { address })).status).toBe(200);
    expect((await fail(person.username, 1, address))[0]?.status).toBe(401);
  });

  it('is counted alike for names that nobody has', async () => {
    const address = freshAddress();
    await fail('no.such.person', 5, address);
    expect((await signIn('no.such.person', 'wrong', { address })).status).toBe(429);
  });

  it('cannot be hurried by guessing in parallel', async () => {
    const person = await buildPerson(test, { court });
    const address = freshAddress();
    const guesses = Array.from({ length: 12 }, (_, n) => signIn(person.username, `wrong ${n}`, { address }));
    const statuses = (await Promise.all(guesses)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(7);
  });

  it('locks a name for strangers everywhere, but not for the browser of its owner', async () => {
    const person = await buildPerson(test, { court });
    const cookies = cookiesOf(await signIn(person.username, TEST_PASSWORD));
    const browser = cookies.replace(/court_custody_session=[^;]*;?/, '');
    for (let n = 0; n < 10; n += 1) await fail(person.username, 3, freshAddress());
    const stranger = await signIn(person.username, TEST_PASSWORD);
    expect(stranger.status).toBe(429);
    const owner = await signIn(person.username, TEST_PASSWORD, { cookies: browser });
    expect(owner.status).toBe(200);
    const locks = (await events('lockSignIn')).filter(({ subject_id }) => subject_id === person.id);
    expect(locks).toEqual([{ outcome: 'done', court_id: court.id, subject_id: person.id }]);
    test.clock.advanceMs(61 * 60_000);
    expect((await signIn(person.username, TEST_PASSWORD)).status).toBe(200);
  });

  it('knows a browser by its own mark alone, never by one that was put into it', async () => {
    const [victim, owner] = [await buildPerson(test, { court }), await buildPerson(test, { court })];
    const stranger = await buildPerson(test, { court });
    const markOf = (cookies: string) => /court_custody_browser=[\w-]{43}/.exec(cookies)?.[0] ?? '';
    const own = markOf(cookiesOf(await signIn(stranger.username, TEST_PASSWORD)));
    const after: string[] = [];
    for (const planted of [`court_custody_browser=${'x'.repeat(43)}`, own]) {
      after.push(cookiesOf(await signIn(victim.username, TEST_PASSWORD, { cookies: planted })));
    }
    for (let n = 0; n < 10; n += 1) await fail(victim.username, 3, freshAddress());
    for (const planted of [`court_custody_browser=${'x'.repeat(43)}`, own]) {
      expect((await signIn(victim.username, TEST_PASSWORD, { cookies: planted })).status).toBe(429);
    }
    const shared = markOf(after[1] ?? '');
    for (const { username } of [victim, stranger, victim]) {
      const response = await signIn(username, TEST_PASSWORD, { cookies: shared });
      expect([response.status, markOf(cookiesOf(response))]).toEqual([200, shared]);
    }
    const renewed = markOf(cookiesOf(await signIn(owner.username, TEST_PASSWORD, { cookies: shared })));
    expect(renewed).not.toBe(shared);
    expect((await signIn(victim.username, TEST_PASSWORD, { cookies: renewed })).status).toBe(200);
  });

  it('does not lock out other people at the same address, until it becomes a flood', async () => {
    const address = freshAddress();
    const victim = await buildPerson(test, { court });
    const known = cookiesOf(await signIn(victim.username, TEST_PASSWORD, { address }));
    for (let n = 0; n < 11; n += 1) await fail(`target.${n}`, 4, address);
    expect((await signIn(victim.username, TEST_PASSWORD, { address })).status).toBe(200);
    await fail('target.11', 4, address);
    await fail('target.12', 2, address);
    const other = await buildPerson(test, { court });
    expect((await signIn(other.username, TEST_PASSWORD, { address })).status).toBe(429);
    expect((await signIn(other.username, TEST_PASSWORD)).status).toBe(200);
    expect((await signIn(victim.username, TEST_PASSWORD, { address, cookies: known })).status).toBe(200);
  });

  it('counts the addresses of one IPv6 network as one', async () => {
    const person = await buildPerson(test, { court });
    for (let n = 1; n <= 5; n += 1) await fail(person.username, 1, `2001:db8:0:7::${n}`);
    expect((await signIn(person.username, TEST_PASSWORD, { address: '2001:db8:0:7:ffff::1' })).status).toBe(
      429,
    );
    expect((await signIn(person.username, TEST_PASSWORD, { address: '2001:db8:0:8::1' })).status).toBe(200);
  });

  it('is forgotten when the security administrator releases the lock', async () => {
    const person = await buildPerson(test, { court });
    const security = await buildPerson(test, { court, role: 'security_admin' });
    const address = freshAddress();
    await fail(person.username, 7, address);
    expect((await signIn(person.username, TEST_PASSWORD, { address })).status).toBe(429);
    const released = await security.agent.delete(`/api/people/${person.id}/sign-in-lock`);
    expect(released.status).toBe(200);
    expect((await signIn(person.username, TEST_PASSWORD, { address })).status).toBe(200);
  });
});

describe('a session', () => {
  it.each([
    ['idle for twelve hours', 12 * 60 * 60_000, 0, 401],
    ['idle for a little less', 12 * 60 * 60_000 - 1, 0, 200],
    ['used every eleven hours for a week', 11 * 60 * 60_000, 15, 200],
    ['used every eleven hours for longer', 11 * 60 * 60_000, 16, 401],
  ])('%s', async (_, stepMs, uses, expected) => {
    const person = await buildPerson(test, { court });
    for (let n = 0; n < Math.max(1, uses) - 1; n += 1) {
      test.clock.advanceMs(stepMs);
      await person.agent.get('/api/session');
    }
    test.clock.advanceMs(uses === 0 ? stepMs : stepMs - 1);
    expect((await person.agent.get('/api/session')).status).toBe(expected);
  });

  it('ends with its role, on the day', async () => {
    const person = await buildPerson(test, { court, roles: [] });
    await writeAsSystem(test, court.id, (command) =>
      addMemberships(
        command,
        court.id,
        [
          {
            personId: person.id,
            homeDepartmentId: null,
            role: 'staff',
            departmentId: null,
            validFrom: '2026-11-23',
            validUntil: '2026-11-24',
          },
        ],
        { grantorId: null },
      ),
    );
    test.clock.set('2026-11-23T20:00:00.000+08:00');
    await person.agent.get('/api/session');
    test.clock.set('2026-11-23T23:59:59.999+08:00');
    expect((await person.agent.get('/api/session')).status).toBe(200);
    test.clock.set('2026-11-24T00:00:00.000+08:00');
    expect((await person.agent.get('/api/session')).status).toBe(401);
  });

  it('ends with signing out, here and everywhere', async () => {
    const person = await buildPerson(test, { court });
    const other = signedInAgent(test, await buildSession(test, person.id, court.id));
    const listed = await person.agent.get('/api/sessions');
    expect(listed.body).toMatchObject({
      items: [{ current: expect.any(Boolean) as unknown }, { current: expect.any(Boolean) as unknown }],
    });
    const [latest] = (listed.body as { items: { id: string }[] }).items;
    const stranger = await buildPerson(test, { court });
    expect((await stranger.agent.delete(`/api/sessions/${latest?.id}`)).status).toBe(404);
    const extra = signedInAgent(test, await buildSession(test, person.id, court.id));
    const own = (await extra.get('/api/sessions')).body as { items: { id: string; current: boolean }[] };
    const here = own.items.find(({ current }) => current);
    expect((await person.agent.delete(`/api/sessions/${here?.id}`)).status).toBe(200);
    expect((await extra.get('/api/session')).status).toBe(401);
    const out = await person.agent.delete('/api/session');
    expect(String(out.headers['set-cookie'])).toMatch(/court_custody_session=; Path=\/; Max-Age=0/);
    expect((await person.agent.get('/api/session')).status).toBe(401);
    expect((await other.get('/api/session')).status).toBe(200);
    const third = signedInAgent(test, await buildSession(test, person.id, court.id));
    expect((await third.delete('/api/sessions')).body).toEqual({ ended: 2 });
    expect((await other.get('/api/session')).status).toBe(401);
  });

  it('is ended by the security administrator, for this court', async () => {
    const person = await buildPerson(test, { court });
    const security = await buildPerson(test, { court, role: 'security_admin' });
    const seen = await security.agent.get(`/api/people/${person.id}/sessions`);
    expect(seen.body).toMatchObject({ items: [{ current: false }] });
    expect((await security.agent.delete(`/api/people/${person.id}/sessions`)).body).toEqual({ ended: 1 });
    expect((await person.agent.get('/api/session')).status).toBe(401);
    const [event] = await events('endSessionsOfPerson');
    expect(event).toMatchObject({ outcome: 'done', subject_id: person.id });
  });

  it('writes when it was seen once a minute at most', async () => {
    const person = await buildPerson(test, { court });
    const lastSeen = () =>
      test.database.ownerPool
        .query<{ at: Date }>('select last_seen_at as at from sessions where person_id = $1', [person.id])
        .then(({ rows }) => rows[0]?.at.getTime());
    const first = await lastSeen();
    test.clock.advanceMs(59_000);
    await person.agent.get('/api/session');
    expect(await lastSeen()).toBe(first);
    test.clock.advanceMs(1000);
    await person.agent.get('/api/session');
    expect(await lastSeen()).toBe((first ?? 0) + 60_000);
  });

  it('acts in another court in which the person has a role', async () => {
    const second = await buildCourt(test);
    const third = await buildCourt(test);
    const person = await buildPerson(test, { court, role: 'equipment_admin' });
    const membership = {
      personId: person.id,
      homeDepartmentId: null,
      role: 'auditor',
      departmentId: null,
      validFrom: '2026-11-23',
      validUntil: null,
    };
    await writeAsSystem(test, second.id, (command) =>
      addMemberships(command, second.id, [membership], { grantorId: null }),
    );
    const session = await person.agent.get('/api/session');
    expect(session.body).toMatchObject({
      court: { id: court.id },
      courts: [{ id: court.id }, { id: second.id }],
    });
    const refused = await person.agent.post('/api/session/court').send({ courtId: third.id });
    expect(refused.body).toMatchObject({ code: 'NO_ROLE_IN_COURT' });
    const switched = await person.agent.post('/api/session/court').send({ courtId: second.id });
    expect(switched.body).toMatchObject({ court: { id: second.id }, roles: ['auditor'] });
    expect((await person.agent.get('/api/session')).body).toEqual(switched.body);
    expect((await signIn(person.username, TEST_PASSWORD)).body).toMatchObject({ court: { id: second.id } });
  });
});

describe('passwords and PINs', () => {
  it('are changed with the current password only, and every other session ends', async () => {
    const person = await buildPerson(test, { court });
    const other = signedInAgent(test, await buildSession(test, person.id, court.id));
    const change = (currentPassword: string, newPassword: string) =>
      person.agent.post('/api/session/password').send({ currentPassword, newPassword });
    expect((await change('not the password', NEW_PASSWORD)).body).toMatchObject({
      code: 'CURRENT_PASSWORD_WRONG',
    });
    const unfit = await change(TEST_PASSWORD, 'password1');
    expect(unfit.status).toBe(422);
    expect(unfit.body).toMatchObject({
      code: 'PASSWORD_UNFIT',
      problems: [{ code: 'PASSWORD_TOO_SHORT', path: 'body.newPassword' }, { code: 'PASSWORD_COMMON' }],
    });
    expect((await change(TEST_PASSWORD, TEST_PASSWORD)).body).toMatchObject({
      problems: [{ code: 'PASSWORD_UNCHANGED' }],
    });
    test.clock.advanceMs(1000);
    const changed = await change(TEST_PASSWORD, NEW_PASSWORD);
    expect(changed.status).toBe(200);
    expect((await other.get('/api/session')).status).toBe(401);
    expect((await person.agent.get('/api/session')).status).toBe(401);
    const cookies = cookiesOf(changed);
    const here = signedInAgent(test, { cookie: cookies, csrfToken: csrfOf(cookies) });
    expect((await here.get('/api/session')).status).toBe(200);
    expect((await signIn(person.username, TEST_PASSWORD)).status).toBe(401);
    expect((await signIn(person.username, NEW_PASSWORD)).status).toBe(200);
  });

  it('are throttled like signing in, whoever sits at the open session', async () => {
    const person = await buildPerson(test, { court });
    const guess = (pin: string) =>
      person.agent
        .put('/api/session/pin')
        .set('X-Forwarded-For', '10.99.1.1')
        .send({ currentPassword: 'wrong', pin });
    const statuses = [];
    for (let n = 0; n < 6; n += 1) statuses.push((await guess('190283')).status);
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429]);
  });

  it('that are first ones must be changed before anything else', async () => {
    const person = await buildPerson(test, { court, role: 'equipment_admin', mustChangePassword: true });
    await test.database.ownerPool.query(
      "update credentials set pin_hash = 'left by whoever saw it' where person_id = $1",
      [person.id],
    );
    const token = await buildApiToken(test, person, ['directory.read']);
    expect((await person.agent.get('/api/directory/people')).status).toBe(403);
    expect((await person.agent.get('/api/session')).body).toMatchObject({
      person: { mustChangePassword: true },
    });
    test.clock.advanceMs(1000);
    const changed = await person.agent
      .post('/api/session/password')
      .send({ currentPassword: TEST_PASSWORD, newPassword: NEW_PASSWORD });
    const cookies = cookiesOf(changed);
    const agent = signedInAgent(test, { cookie: cookies, csrfToken: csrfOf(cookies) });
    expect((await agent.get('/api/directory/people')).status).toBe(200);
    expect((await agent.get('/api/session')).body).toMatchObject({ person: { hasPin: false } });
    const byToken = ask(test).get('/api/directory/people').set('Authorization', `Bearer ${token}`);
    expect((await byToken).status).toBe(401);
  });

  it('remember the language', async () => {
    const person = await buildPerson(test, { court });
    await person.agent.put('/api/session/language').send({ language: 'en' });
    expect((await person.agent.get('/api/session')).body).toMatchObject({ language: 'en' });
  });

  it('of a PIN refuse what is guessed first', async () => {
    const person = await buildPerson(test, { court });
    const set = (pin: string) =>
      person.agent.put('/api/session/pin').send({ currentPassword: TEST_PASSWORD, pin });
    expect((await set('123456')).body).toMatchObject({ code: 'PIN_TRIVIAL' });
    expect((await set('12345')).status).toBe(400);
    expect((await set('190283')).status).toBe(200);
    expect((await person.agent.get('/api/session')).body).toMatchObject({ person: { hasPin: true } });
  });
});

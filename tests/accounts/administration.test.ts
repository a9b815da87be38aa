import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addMemberships } from '../../src/modules/accounts/add-memberships.ts';
import { registerClosingCheck } from '../../src/modules/accounts/extension-points.ts';
import { ask } from '../support/ask.ts';
import {
  buildApiToken,
  buildCourt,
  buildDepartment,
  buildPerson,
  buildSession,
  signedInAgent,
  TEST_PASSWORD,
  type TestCourt,
  type TestPerson,
  writeAsSystem,
} from '../support/people.ts';
import { codeOf, textAt } from '../support/account-answers.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';

const START = '2026-11-23T09:30:00.000+08:00';

let test: TestApp;
let court: TestCourt;
let system: TestPerson;
let security: TestPerson;
let audit: TestPerson;

beforeAll(async () => {
  test = await createTestApp();
  court = await buildCourt(test, { name: '巴彦淖尔市中级人民法院' });
  system = await buildPerson(test, { court, role: 'system_admin' });
  security = await buildPerson(test, { court, role: 'security_admin' });
  audit = await buildPerson(test, { court, role: 'audit_admin' });
});
afterAll(() => test.close());
beforeEach(() => test.clock.set(START));

/** A role in another court as well, from today on. */
async function grantIn(other: TestCourt, person: TestPerson, role: string): Promise<void> {
  const validFrom = '2026-11-23';
  const membership = { personId: person.id, homeDepartmentId: null, role, departmentId: null, validFrom };
  await writeAsSystem(test, other.id, (command) =>
    addMemberships(command, other.id, [{ ...membership, validUntil: null }], { grantorId: null }),
  );
}

async function setPin(person: TestPerson, pin: string): Promise<void> {
  await person.agent.put('/api/session/pin').send({ currentPassword: TEST_PASSWORD, pin });
}

describe('courts', () => {
  it('below are opened by the system administrator of the court above, with their own', async () => {
    const body = {
      parentId: court.id,
      name: '临河区人民法院',
      shortName: '临河法院',
      divisionNumber: '150802',
      level: 'basic',
      administrator: { username: 'linhe.admin', fullName: '李系统' },
    };
    const opened = await system.agent.post('/api/courts').set('Idempotency-Key', 'open-linhe').send(body);
    expect(opened.status).toBe(200);
    const firstPassword = textAt(opened, 'firstPassword');
    const signedIn = await ask(test)
      .post('/api/session')
      .send({ username: 'linhe.admin', password: firstPassword });
    expect(signedIn.body).toMatchObject({
      person: {
        mustChangePassword: true,
        badgeCode: expect.stringMatching(/^P1508020000001\d\d$/) as unknown,
      },
      court: { name: '临河区人民法院', divisionNumber: '150802' },
      roles: ['system_admin'],
    });
    const again = await system.agent.post('/api/courts').set('Idempotency-Key', 'open-linhe').send(body);
    expect(again.body).toEqual({ ...Object(opened.body), firstPassword: null });
    const { rows } = await test.database.ownerPool.query<{ text: string }>(
      `select (select jsonb_agg(to_jsonb(k)) from idempotency_keys k)::text
        || (select jsonb_agg(to_jsonb(e)) from audit_events e)::text as text`,
    );
    const opening = await test.database.ownerPool.query(
      "select court_id, subject_kind from audit_events where command = 'openCourt' order by court_id, subject_kind",
    );
    const newCourtId = Number(new Map(Object.entries(Object(opened.body) as object)).get('id'));
    expect(opening.rows).toEqual(
      [court.id, newCourtId].flatMap((courtId) => [
        { court_id: courtId, subject_kind: 'court' },
        { court_id: courtId, subject_kind: 'person' },
      ]),
    );
    expect(firstPassword).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/);
    expect(rows[0]?.text).not.toContain(firstPassword);
  });
  it.each([
    ['a level that is not below', { level: 'intermediate' }, 'COURT_LEVEL_NOT_BELOW'],
    ['a number that is taken', { divisionNumber: '150888' }, 'DIVISION_NUMBER_TAKEN'],
    [
      'a name that is taken',
      { administrator: { username: 'taken.name', fullName: '某人' } },
      'USERNAME_TAKEN',
    ],
    ['a court above that is elsewhere', { parentId: -1 }, 'INPUT_INVALID'],
    ['a court above that is foreign', { parentId: 999_999 }, 'NOT_FOUND'],
  ])('are not opened with %s', async (_, overrides, expected) => {
    await buildCourt(test, { divisionNumber: '150888' }).catch(() => undefined);
    await buildPerson(test, { court, username: 'taken.name' }).catch(() => undefined);
    const body = {
      parentId: court.id,
      name: '试验法院',
      shortName: '试验',
      divisionNumber: '150899',
      level: 'basic',
      administrator: { username: 'fresh.name', fullName: '某人' },
      ...overrides,
    };
    expect(codeOf(await system.agent.post('/api/courts').send(body))).toBe(expected);
    const { rows } = await test.database.ownerPool.query(
      "select 1 from people where username = 'fresh.name'",
    );
    expect(rows).toEqual([]);
  });
  it('are renamed by the administrators of the tree and by nobody else', async () => {
    const below = await buildCourt(test, { parent: court });
    const other = await buildCourt(test);
    const rename = (id: number) =>
      system.agent.patch(`/api/courts/${id}`).send({ name: '杭锦后旗人民法院', shortName: '杭后法院' });
    expect(codeOf(await rename(below.id))).toBe('done');
    expect(codeOf(await rename(other.id))).toBe('NOT_FOUND');
    const listed = await system.agent.get('/api/courts');
    expect(JSON.stringify(listed.body)).toContain('杭锦后旗人民法院');
  });
  it('below are seen by the supervisor, with departments and people, and nothing beside them', async () => {
    const below = await buildCourt(test, {
      parent: court,
      name: '乌拉特前旗人民法院',
      departmentName: '乌前执行局',
    });
    const beside = await buildCourt(test, { name: '包头市中级人民法院' });
    await buildPerson(test, { court: below, name: '乌前某人' });
    const supervisor = await buildPerson(test, { court, role: 'supervisor' });
    const departments = await supervisor.agent.get(`/api/departments?courtId=${below.id}`);
    expect(departments.body).toMatchObject({ items: [{ name: '乌前执行局', peopleCount: 1 }] });
    const people = await supervisor.agent.get(`/api/directory/people?courtId=${below.id}`);
    expect(people.body).toMatchObject({ items: [{ name: '乌前某人' }] });
    expect(codeOf(await supervisor.agent.get(`/api/departments?courtId=${beside.id}`))).toBe('NOT_FOUND');
    expect(codeOf(await system.agent.get(`/api/departments?courtId=${below.id}`))).toBe('NOT_FOUND');
  });
});

describe('departments', () => {
  it('form a tree without rings', async () => {
    const create = async (name: string, parentId: string | null) =>
      textAt(await system.agent.post('/api/departments').send({ name, parentId }), 'id');
    const top = await create('执行局', null);
    const middle = await create('执行一庭', top);
    const bottom = await create('执行一组', middle);
    const move = (id: string, parentId: string | null) =>
      system.agent.patch(`/api/departments/${id}`).send({ parentId });
    expect(codeOf(await move(top, bottom))).toBe('DEPARTMENT_BELOW_ITSELF');
    expect(codeOf(await move(top, top))).toBe('DEPARTMENT_BELOW_ITSELF');
    expect(codeOf(await move(bottom, top))).toBe('done');
    expect(codeOf(await move(bottom, court.id.toString()))).toBe('INPUT_INVALID');
    const rename = await system.agent.patch(`/api/departments/${bottom}`).send({ name: '执行局' });
    expect(codeOf(rename)).toBe('DEPARTMENT_NAME_TAKEN');
    expect(codeOf(await system.agent.post(`/api/departments/${top}/close`))).toBe(
      'DEPARTMENT_HAS_DEPARTMENTS',
    );
  });
  it('with people in them are not closed', async () => {
    const department = await buildDepartment(test, court, '研究室');
    const person = await buildPerson(test, { court, departmentId: department.id });
    const close = () => system.agent.post(`/api/departments/${department.id}/close`);
    expect((await close()).body).toMatchObject({ code: 'DEPARTMENT_HAS_PEOPLE', facts: { count: 1 } });
    const etag = (await system.agent.get(`/api/people/${person.id}`)).headers['etag'] ?? '';
    await system.agent.patch(`/api/people/${person.id}`).set('If-Match', etag).send({ departmentId: null });
    expect(codeOf(await close())).toBe('done');
    expect(codeOf(await close())).toBe('NOT_FOUND');
    const register = { username: 'too.late', fullName: '某人', departmentId: department.id };
    expect(codeOf(await system.agent.post('/api/people').send(register))).toBe('DEPARTMENT_NOT_FOUND');
    const open = await system.agent.get('/api/departments');
    const all = await system.agent.get('/api/departments?includeClosed=true');
    expect(JSON.stringify(open.body)).not.toContain('研究室');
    expect(JSON.stringify(all.body)).toContain('研究室');
  });
  it('and people to whom another module objects are not closed', async () => {
    const department = await buildDepartment(test, court, '老干部处');
    const person = await buildPerson(test, { court });
    const objection = {
      zh: '名下还有资产 3 件，请先退库。',
      en: '3 assets are still held. Return them first.',
    };
    registerClosingCheck(async (_, { id }) => (id === department.id || id === person.id ? objection : null));
    const refused = await system.agent.post(`/api/departments/${department.id}/close`);
    expect(refused.body).toMatchObject({ code: 'DEPARTMENT_STILL_USED', sentences: objection });
    expect(codeOf(await system.agent.post(`/api/people/${person.id}/close`))).toBe('PERSON_STILL_HOLDS');
  });
});

describe('people', () => {
  it('are not closed while they still hold something in another court', async () => {
    const other = await buildCourt(test, { name: '杭锦后旗人民法院' });
    const person = await buildPerson(test, { court });
    await grantIn(other, person, 'staff');
    const objection = { zh: '名下还有资产 1 件。', en: '1 asset is still held.' };
    let isHeld = true;
    registerClosingCheck(async (reader, { courtId, id }) => {
      const own = await reader
        .selectFrom('departments')
        .select('id')
        .where('court_id', '=', courtId)
        .execute();
      return isHeld && id === person.id && courtId === other.id && own.length > 0 ? objection : null;
    });
    const close = () => system.agent.post(`/api/people/${person.id}/close`);
    expect((await close()).body).toMatchObject({
      code: 'PERSON_STILL_HOLDS',
      sentences: { zh: '杭锦后旗人民法院：名下还有资产 1 件。' },
    });
    isHeld = false;
    expect(codeOf(await close())).toBe('done');
    const { rows } = await test.database.ownerPool.query(
      "select court_id from audit_events where command = 'closePerson' and subject_id = $1",
      [person.id],
    );
    expect(rows).toEqual([{ court_id: court.id }]);
  });
  it('are registered with a password that is shown once, a badge and no role', async () => {
    const body = {
      username: 'Wang.Fang',
      fullName: '王芳',
      departmentId: court.departmentId,
      employeeNumber: '150117',
    };
    const registered = await system.agent.post('/api/people').send(body);
    const id = textAt(registered, 'id');
    const seen = await system.agent.get(`/api/people/${id}`);
    expect(seen.body).toMatchObject({
      username: 'wang.fang',
      departmentName: court.departmentName,
      roles: [],
      badgeCode: textAt(registered, 'badgeCode'),
      mustChangePassword: true,
      availableActions: ['update', 'close', 'resetPassword'],
    });
    expect(codeOf(await system.agent.post('/api/people').send(body))).toBe('USERNAME_TAKEN');
    const scanned = textAt(registered, 'badgeCode').toLowerCase();
    expect((await audit.agent.get(`/api/directory/badges/${scanned}-2`)).body).toMatchObject({
      id,
      name: '王芳',
    });
    expect((await audit.agent.get('/api/directory/people').query({ q: scanned })).body).toMatchObject({
      items: [{ id }],
    });
  });
  it('are found by name, number, department and role, page by page', async () => {
    const place = await buildCourt(test);
    const admin = await buildPerson(test, {
      court: place,
      role: 'system_admin',
      name: '管理',
      username: 'z.admin',
    });
    for (const n of [1, 2, 3, 4, 5]) {
      await buildPerson(test, {
        court: place,
        role: n === 5 ? 'driver' : 'staff',
        name: `赵${n}`,
        username: `zhao.${n}`,
      });
    }
    const names: string[] = [];
    let after: string | undefined;
    do {
      const page = await admin.agent.get('/api/people').query({ limit: 2, q: '赵', ...(after && { after }) });
      names.push(...(JSON.stringify(page.body).match(/赵\d/g) ?? []));
      after = textAt(page, 'nextCursor') || undefined;
    } while (after !== undefined);
    expect(names).toEqual(['赵1', '赵2', '赵3', '赵4', '赵5']);
    const drivers = await admin.agent
      .get('/api/people')
      .query({ role: 'driver', departmentId: place.departmentId });
    expect(drivers.body).toMatchObject({ items: [{ fullName: '赵5' }], nextCursor: null });
    expect((await admin.agent.get('/api/people').query({ q: '%' })).body).toMatchObject({ items: [] });
    expect(codeOf(await admin.agent.get('/api/people').query({ after: 'nonsense' }))).toBe('INPUT_INVALID');
  });
  it('are corrected by one administrator at a time', async () => {
    const person = await buildPerson(test, { court });
    const change = (version: string, fullName: string) =>
      system.agent.patch(`/api/people/${person.id}`).set('If-Match', version).send({ fullName });
    expect((await change('"1"', '改名一')).headers['etag']).toBe('"2"');
    expect(codeOf(await change('"1"', '改名二'))).toBe('VERSION_STALE');
    expect((await system.agent.get(`/api/people/${person.id}`)).body).toMatchObject({
      fullName: '改名一',
      version: 2,
    });
  });
  it('lose everything at once when their account is closed', async () => {
    const person = await buildPerson(test, { court, role: 'equipment_admin' });
    const token = await buildApiToken(test, person, ['directory.read']);
    const byToken = () => ask(test).get('/api/directory/people').set('Authorization', `Bearer ${token}`);
    expect((await byToken()).status).toBe(200);
    test.clock.advanceMs(1000);
    expect(codeOf(await system.agent.post(`/api/people/${person.id}/close`))).toBe('done');
    expect((await person.agent.get('/api/session')).status).toBe(401);
    expect((await byToken()).status).toBe(401);
    expect(codeOf(await system.agent.post(`/api/people/${person.id}/reopen`))).toBe('done');
    expect((await person.agent.get('/api/session')).status).toBe(401);
    const seen = await system.agent.get(`/api/people/${person.id}`);
    expect(seen.body).toMatchObject({
      closed: false,
      roles: [],
      memberships: [{ active: false, validUntil: '2026-11-23' }],
    });
  });
  it.each([
    ['the system administrator', () => system.id, 'PERSON_IS_ONESELF'],
    ['the security administrator', () => security.id, 'PERSON_IS_ADMINISTRATOR'],
  ])('who are %s are not closed by the system administrator', async (_, id, expected) => {
    expect(codeOf(await system.agent.post(`/api/people/${id()}/close`))).toBe(expected);
  });
  it('of another court with a role here are changed by their own court only', async () => {
    const home = await buildCourt(test);
    const guest = await buildPerson(test, { court: home, username: 'guest.auditor' });
    const granted = await security.agent
      .post('/api/memberships')
      .send({ person: { username: 'guest.auditor' }, role: 'external_auditor', validUntil: '2026-12-31' });
    expect(codeOf(granted)).toBe('done');
    const seen = await system.agent.get(`/api/people/${guest.id}`);
    expect(seen.body).toMatchObject({ roles: ['external_auditor'], availableActions: [] });
    const calls = [
      system.agent.post(`/api/people/${guest.id}/close`),
      system.agent.post(`/api/people/${guest.id}/password`).send({}),
      system.agent.patch(`/api/people/${guest.id}`).set('If-Match', '"1"').send({ fullName: '冒名' }),
    ];
    expect((await Promise.all(calls)).map(codeOf)).toEqual(Array(3).fill('PERSON_OF_OTHER_COURT'));
  });
});

describe('resetting a password', () => {
  it('gives a first one, and ends sessions and tokens', async () => {
    const person = await buildPerson(test, { court, role: 'staff' });
    test.clock.advanceMs(1000);
    const reset = await system.agent.post(`/api/people/${person.id}/password`).send({});
    expect((await person.agent.get('/api/session')).status).toBe(401);
    const signIn = (password: string) =>
      ask(test).post('/api/session').send({ username: person.username, password });
    expect((await signIn(TEST_PASSWORD)).status).toBe(401);
    expect((await signIn(textAt(reset, 'firstPassword'))).body).toMatchObject({
      person: { mustChangePassword: true },
    });
    expect(codeOf(await system.agent.post(`/api/people/${system.id}/password`).send({}))).toBe(
      'PERSON_IS_ONESELF',
    );
  });
  it('ends tokens of every court and the PIN, for good', async () => {
    const other = await buildCourt(test);
    const person = await buildPerson(test, { court, role: 'equipment_admin' });
    await grantIn(other, person, 'equipment_admin');
    await setPin(person, '190283');
    const tokens = await Promise.all(
      [court, other].map((of) => buildApiToken(test, { ...person, court: of }, ['directory.read'])),
    );
    const statuses = () =>
      Promise.all(
        tokens.map(async (token) => {
          const call = ask(test).get('/api/directory/people').set('Authorization', `Bearer ${token}`);
          return (await call).status;
        }),
      );
    expect(await statuses()).toEqual([200, 200]);
    test.clock.advanceMs(1000);
    const reset = await system.agent.post(`/api/people/${person.id}/password`).send({});
    test.clock.advanceMs(1000);
    const currentPassword = textAt(reset, 'firstPassword');
    const agent = signedInAgent(test, await buildSession(test, person.id, other.id));
    expect((await agent.get('/api/session')).body).toMatchObject({ person: { hasPin: false } });
    const listing = await agent.get('/api/api-tokens');
    expect(codeOf(listing)).toBe('FIRST_PASSWORD_UNCHANGED');
    const change = { currentPassword, newPassword: 'Dunes-Wind-Camel-Nine' };
    expect(codeOf(await agent.post('/api/session/password').send(change))).toBe('done');
    expect(await statuses()).toEqual([401, 401]);
    const changed = signedInAgent(test, await buildSession(test, person.id, other.id));
    expect((await changed.get('/api/api-tokens')).body).toMatchObject({
      items: [{ revokedAt: '2026-11-23T09:30:02.000+08:00' }],
    });
    const created = await changed
      .post('/api/api-tokens')
      .send({ name: '新令牌', scopes: ['directory.read'], expiresAt: '2026-12-01T00:00:00.000+08:00' });
    expect(codeOf(created)).toBe('done');
  });
  it('of an administrator takes the PIN of another administrator', async () => {
    const target = await buildPerson(test, { court, role: 'security_admin' });
    const staff = await buildPerson(test, { court, role: 'staff' });
    for (const person of [target, staff, audit]) await setPin(person, '190283');
    const reset = (secondPerson?: { personId: string; pin: string }) =>
      system.agent.post(`/api/people/${target.id}/password`).send({ secondPerson });
    expect(codeOf(await reset())).toBe('SECOND_ADMINISTRATOR_REQUIRED');
    expect(codeOf(await reset({ personId: staff.id, pin: '190283' }))).toBe('SECOND_ADMINISTRATOR_REQUIRED');
    expect(codeOf(await reset({ personId: target.id, pin: '190283' }))).toBe('SECOND_ADMINISTRATOR_REQUIRED');
    expect(codeOf(await reset({ personId: system.id, pin: '190283' }))).toBe('SECOND_PERSON_IS_ACTOR');
    expect(codeOf(await reset({ personId: audit.id, pin: '314159' }))).toBe('PIN_WRONG');
    expect(codeOf(await reset({ personId: audit.id, pin: '190283' }))).toBe('done');
  });
});

describe('roles', () => {
  const grant = (by: TestPerson, personId: string, role: string, more: object = {}) =>
    by.agent.post('/api/memberships').send({ person: { id: personId }, role, ...more });

  it('are granted and ended by the security administrator, and work at once', async () => {
    const person = await buildPerson(test, { court, role: 'staff' });
    expect((await person.agent.get('/api/people')).status).toBe(403);
    expect((await person.agent.post('/api/places').send({ kind: 'site', name: '一号院' })).status).toBe(403);
    const membershipId = textAt(await grant(security, person.id, 'equipment_admin'), 'id');
    expect((await person.agent.post('/api/places').send({ kind: 'site', name: '一号院' })).status).toBe(200);
    const end = (body: object) => security.agent.post(`/api/memberships/${membershipId}/end`).send(body);
    expect(codeOf(await end({ validUntil: '2026-11-22' }))).toBe('TERM_STARTS_IN_PAST');
    expect(codeOf(await end({}))).toBe('done');
    expect((await person.agent.post('/api/places').send({ kind: 'site', name: '二号院' })).status).toBe(403);
    expect(codeOf(await end({}))).toBe('MEMBERSHIP_ENDED');
    const seen = await security.agent.get(`/api/people/${person.id}`);
    expect(seen.body).toMatchObject({
      memberships: [
        { role: 'equipment_admin', active: false, grantedByName: security.name },
        { role: 'staff' },
      ],
    });
  });
  it('that begin later work on that day and not before', async () => {
    const person = await buildPerson(test, { court, role: 'staff' });
    await grant(security, person.id, 'equipment_admin', { validFrom: '2026-11-24' });
    const roles = async () => (await person.agent.get('/api/session')).body as unknown;
    test.clock.set('2026-11-23T20:00:00.000+08:00');
    expect(await roles()).toMatchObject({ roles: ['staff'] });
    test.clock.set('2026-11-24T00:00:00.000+08:00');
    expect(await roles()).toMatchObject({ roles: ['staff', 'equipment_admin'] });
  });
  it.each<[string, () => string, string, object, string]>([
    ['to oneself', () => security.id, 'staff', {}, 'GRANT_TO_ONESELF'],
    ['of business to an administrator', () => audit.id, 'staff', {}, 'ADMINISTRATORS_KEPT_APART'],
    ['of a second administrator', () => audit.id, 'system_admin', {}, 'ADMINISTRATORS_KEPT_APART'],
    ['to nobody', () => '00000000-0000-7000-8000-000000000000', 'staff', {}, 'PERSON_NOT_FOUND'],
    ['that nobody knows', () => audit.id, 'emperor', {}, 'INPUT_INVALID'],
    [
      'for a department that is not there',
      () => audit.id,
      'audit_admin',
      { departmentId: '00000000-0000-7000-8000-000000000000' },
      'DEPARTMENT_NOT_FOUND',
    ],
  ])('are not granted %s', async (_, personId, role, more, expected) => {
    expect(codeOf(await grant(security, personId(), role, more))).toBe(expected);
  });
  it('of an administrator anywhere exclude business everywhere, even at the same moment', async () => {
    const other = await buildCourt(test);
    const otherSecurity = await buildPerson(test, { court: other, role: 'security_admin' });
    const person = await buildPerson(test, { court, roles: [] });
    const there = otherSecurity.agent
      .post('/api/memberships')
      .send({ person: { username: person.username }, role: 'audit_admin' });
    const codes = (await Promise.all([grant(security, person.id, 'staff'), there])).map(codeOf);
    expect(codes.sort()).toEqual(['ADMINISTRATORS_KEPT_APART', 'done']);
  });
  it('of the last security administrator are not ended', async () => {
    const place = await buildCourt(test);
    const only = await buildPerson(test, { court: place, role: 'security_admin' });
    const idOf = async (person: TestPerson) =>
      test.database.ownerPool
        .query<{ id: string }>('select id from memberships where person_id = $1', [person.id])
        .then(({ rows }) => rows[0]?.id ?? '');
    const end = async (person: TestPerson) =>
      only.agent.post(`/api/memberships/${await idOf(person)}/end`).send({});
    expect(codeOf(await end(only))).toBe('LAST_SECURITY_ADMINISTRATOR');
    const second = await buildPerson(test, { court: place, role: 'security_admin' });
    const codes = (await Promise.all([end(only), end(second)])).map(codeOf);
    expect(codes.filter((code) => code === 'done')).toHaveLength(1);
  });
});

describe('the first security and audit administrators', () => {
  it('are appointed by the system administrator while there are none, and not after', async () => {
    const place = await buildCourt(test);
    const admin = await buildPerson(test, { court: place, role: 'system_admin' });
    const first = await buildPerson(test, { court: place, roles: [] });
    const second = await buildPerson(test, { court: place, roles: [] });
    const busy = await buildPerson(test, { court: place, role: 'staff' });
    const appoint = (personId: string, role: string) =>
      admin.agent.post('/api/administrators').send({ personId, role });
    expect(codeOf(await appoint(admin.id, 'security_admin'))).toBe('GRANT_TO_ONESELF');
    expect(codeOf(await appoint(busy.id, 'security_admin'))).toBe('ADMINISTRATORS_KEPT_APART');
    expect(codeOf(await appoint(security.id, 'security_admin'))).toBe('PERSON_NOT_FOUND');
    const codes = (
      await Promise.all([appoint(first.id, 'security_admin'), appoint(second.id, 'security_admin')])
    ).map(codeOf);
    expect(codes.sort()).toEqual(['ADMINISTRATOR_EXISTS', 'done']);
    expect(codeOf(await appoint(busy.id, 'system_admin'))).toBe('INPUT_INVALID');
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../support/ask.ts';
import { buildCourt, buildPerson, type TestCourt, type TestPerson } from '../support/people.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';

let test: TestApp;
let court: TestCourt;
let system: TestPerson;
let audit: TestPerson;
let departmentId: string;

interface Event {
  readonly id: string;
  readonly command: string;
  readonly recordedAt: string;
}

beforeAll(async () => {
  test = await createTestApp();
  test.clock.set('2026-11-23T20:00:00.000+08:00');
  court = await buildCourt(test);
  system = await buildPerson(test, { court, role: 'system_admin', name: '系统甲' });
  const created = await system.agent.post('/api/departments').send({ name: '=法警大队' });
  departmentId = String((created.body as { id: string }).id);
  test.clock.set('2026-11-24T00:00:00.000+08:00');
  await system.agent.patch(`/api/departments/${departmentId}`).send({ name: '司法警察支队' });
  await ask(test).post('/api/session').send({ username: 'nobody.here', password: 'wrong' });
  test.clock.set('2026-11-24T09:30:00.000+08:00');
  audit = await buildPerson(test, { court, role: 'audit_admin' });
});
afterAll(() => test.close());

async function list(query: object): Promise<Event[]> {
  const response = await audit.agent.get('/api/audit-events').query(query);
  expect(response.status).toBe(200);
  return (response.body as { items: Event[] }).items;
}

describe('the audit trail', () => {
  it('keeps who did what to what, before and after', async () => {
    const [event] = await list({ command: 'updateDepartment' });
    const whole = await audit.agent.get(`/api/audit-events/${event?.id}`);
    expect(whole.body).toMatchObject({
      command: 'updateDepartment',
      outcome: 'done',
      actorId: system.id,
      actorName: '系统甲',
      actorRoles: ['system_admin'],
      via: 'session',
      subjectKind: 'department',
      subjectId: departmentId,
      recordedAt: '2026-11-24T00:00:00.000+08:00',
      before: { name: '=法警大队' },
      after: { name: '司法警察支队' },
    });
  });

  it.each<[string, () => object, string[]]>([
    ['a command', () => ({ command: 'createDepartment' }), ['createDepartment']],
    [
      'a day',
      () => ({ from: '2026-11-24', to: '2026-11-24', subjectKind: 'department' }),
      ['updateDepartment'],
    ],
    ['days up to one', () => ({ to: '2026-11-23', actorId: system.id }), ['createDepartment']],
    ['a person', () => ({ actorId: system.id }), ['updateDepartment', 'createDepartment']],
    [
      'a subject',
      () => ({ subjectKind: 'department', subjectId: departmentId }),
      ['updateDepartment', 'createDepartment'],
    ],
    ['an outcome', () => ({ outcome: 'refused' }), ['signIn']],
    ['part of a name', () => ({ q: '统甲' }), ['updateDepartment', 'createDepartment']],
    ['part of a subject', () => ({ q: '警察' }), ['updateDepartment']],
    ['a sign that is no wildcard', () => ({ q: '%' }), []],
  ])('is narrowed by %s', async (_, query, expected) => {
    expect((await list(query())).map(({ command }) => command)).toEqual(expected);
  });

  it('is read page by page, each event once', async () => {
    const all = (await list({ limit: 200 })).map(({ id }) => id);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page = await audit.agent
        .get('/api/audit-events')
        .query({ limit: 2, ...(after !== null && { after }) });
      const body = page.body as { items: Event[]; nextCursor: string | null };
      seen.push(...body.items.map(({ id }) => id));
      after = body.nextCursor;
    } while (after !== null);
    expect(all.length).toBeGreaterThan(4);
    expect(seen).toEqual(all);
  });

  it('is exported as CSV that no spreadsheet takes for formulas', async () => {
    const response = await audit.agent.get('/api/audit-events/export').query({ command: 'createDepartment' });
    expect(response.headers['content-disposition']).toContain(encodeURIComponent('审计记录-2026-11-24.csv'));
    const [head, row, rest] = response.text.replace('\ufeff', '').split('\r\n');
    expect(head).toBe('时间,操作人,角色,途径,地址,操作,结果,对象类别,对象,请求编号,记录编号');
    expect(row).toMatch(
      /^2026-11-23 20:00:00,系统甲,系统管理员,网页,[^,]*,createDepartment,成功,department,'=法警大队,/,
    );
    expect(rest).toBe('');
    const english = await audit.agent
      .get('/api/audit-events/export')
      .query({ command: 'createDepartment', language: 'en' });
    expect(english.text).toMatch(/Time,Who,Roles[^]*System administrator,web,[^,]*,createDepartment,done/);
  });

  it('of another court is out of sight; sign-ins of nobody are seen by root courts', async () => {
    const below = await buildCourt(test, { parent: court });
    const lower = await buildPerson(test, { court: below, role: 'audit_admin' });
    const [event] = await list({ command: 'updateDepartment' });
    expect((await lower.agent.get(`/api/audit-events/${event?.id}`)).status).toBe(404);
    expect((await lower.agent.get('/api/audit-events').query({ command: 'signIn' })).body).toMatchObject({
      items: [],
    });
    expect(await list({ command: 'signIn' })).toMatchObject([
      { actorName: '', subjectLabel: null, outcome: 'refused' },
    ]);
  });

  it('is read only, for the program too', async () => {
    const change = test.database.pool.query('update audit_events set actor_name = $1', ['别人']);
    await expect(change).rejects.toThrow(/permission denied/);
    const asOwner = test.database.ownerPool.query('delete from audit_events');
    await expect(asOwner).rejects.toThrow(/append-only/);
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSetUpLink } from '../../src/modules/accounts/create-set-up-link.ts';
import { ask } from '../support/ask.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';

const BODY = {
  court: {
    name: '巴彦淖尔市中级人民法院',
    shortName: '巴中院',
    divisionNumber: '150800',
    level: 'intermediate',
  },
  administrator: { username: 'First.Admin', fullName: '首位管理员', password: 'Camels drink rarely' },
};

let test: TestApp;
beforeEach(async () => {
  test = await createTestApp();
});
afterEach(() => test.close());

async function newToken(): Promise<string> {
  return (await createSetUpLink(test.dependencies))?.token ?? 'no link';
}

const read = (token: string) => ask(test).get(`/api/set-up/${token}`);
const complete = (token: string, body: object = BODY) => ask(test).post(`/api/set-up/${token}`).send(body);

describe('the set-up link', () => {
  it('makes the first court and its system administrator, once', async () => {
    const token = await newToken();
    expect((await read(token)).body).toEqual({ expiresAt: '2026-11-24T09:30:00.000+08:00' });
    expect((await complete(token)).status).toBe(200);
    const signedIn = await ask(test)
      .post('/api/session')
      .send({ username: 'first.admin', password: BODY.administrator.password });
    expect(signedIn.body).toMatchObject({
      person: {
        name: '首位管理员',
        mustChangePassword: false,
        badgeCode: expect.stringMatching(/^P150800/) as unknown,
      },
      court: { name: BODY.court.name, divisionNumber: '150800' },
      roles: ['system_admin'],
    });
    expect((await read(token)).body).toMatchObject({ code: 'SET_UP_LINK_INVALID' });
    expect((await complete(token)).status).toBe(404);
    expect(await createSetUpLink(test.dependencies)).toBeNull();
    const { rows } = await test.database.ownerPool.query(
      'select command, outcome, subject_kind, via from audit_events where court_id = 0 order by subject_kind',
    );
    expect(rows).toEqual([
      { command: 'completeSetUp', outcome: 'done', subject_kind: 'court', via: 'system' },
      { command: 'completeSetUp', outcome: 'done', subject_kind: 'person', via: 'system' },
    ]);
  });

  it('makes one court even when it is used twice at once', async () => {
    const token = await newToken();
    const other = {
      ...BODY,
      court: { ...BODY.court, divisionNumber: '150801' },
      administrator: { ...BODY.administrator, username: 'second.admin' },
    };
    const statuses = (await Promise.all([complete(token), complete(token, other)])).map(
      ({ status }) => status,
    );
    expect(statuses.sort()).toEqual([200, 404]);
    const { rows } = await test.database.ownerPool.query('select id from courts');
    expect(rows).toHaveLength(1);
  });

  it('is replaced by the next one and ends after a day', async () => {
    const first = await newToken();
    const second = await newToken();
    expect((await read(first)).status).toBe(404);
    test.clock.advanceMs(24 * 60 * 60_000 - 1);
    expect((await read(second)).status).toBe(200);
    test.clock.advanceMs(1);
    expect((await complete(second)).body).toMatchObject({ code: 'SET_UP_LINK_INVALID' });
  });

  it('stays good when the input is refused', async () => {
    const token = await newToken();
    const weak = { ...BODY, administrator: { ...BODY.administrator, password: 'first.admin' } };
    expect((await complete(token, weak)).body).toMatchObject({
      code: 'PASSWORD_UNFIT',
      problems: [{ code: 'PASSWORD_CONTAINS_NAME', path: 'body.administrator.password' }],
    });
    const broken = {
      court: { ...BODY.court, divisionNumber: '15080', level: 'moon' },
      administrator: { ...BODY.administrator, username: '空 格' },
    };
    const listed = await complete(token, broken);
    expect(listed.body).toMatchObject({ code: 'INPUT_INVALID', facts: { count: 3 } });
    expect((await complete(token)).status).toBe(200);
  });

  it('of a wrong token tells nothing', async () => {
    await newToken();
    expect((await read('a'.repeat(43))).body).toMatchObject({ code: 'SET_UP_LINK_INVALID' });
  });
});

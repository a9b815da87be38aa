import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestApp, type TestApp } from '../support/test-app.ts';
import { buildCourt, buildPerson } from '../support/people.ts';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
});
afterAll(() => test.close());

describe('the session', () => {
  it('names person, court, roles and rights', async () => {
    const court = await buildCourt(test);
    const person = await buildPerson(test, { court, role: 'equipment_admin' });
    const response = await person.agent.get('/api/session');
    expect(response.body).toMatchObject({
      person: { id: person.id, username: person.username, mustChangePassword: false, hasPin: false },
      court: { id: court.id, name: court.name },
      roles: ['equipment_admin'],
    });
    expect(response.status).toBe(200);
  });
});

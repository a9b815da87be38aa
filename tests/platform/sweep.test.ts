/** What is swept away while the system serves, and what stays. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sweep } from '../../src/sweep.ts';
import { buildCourt, buildPerson, type TestPerson } from '../support/people.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';

const START = '2026-11-23T09:30:00.000+08:00';

let test: TestApp;
let person: TestPerson;
beforeAll(async () => {
  test = await createTestApp();
  person = await buildPerson(test, { court: await buildCourt(test), role: 'system_admin' });
});
afterAll(() => test.close());

async function count(table: string): Promise<number> {
  const { rows } = await test.database.ownerPool.query<{ n: number }>(
    `select count(*)::integer as n from ${table}`,
  );
  return rows[0]?.n ?? 0;
}

const sweepAt = async (iso: string) => {
  test.clock.set(iso);
  await sweep(test.database.ownerUrl, test.dependencies.filesFolder, test.clock);
};

it('idempotency keys answer for seven days', async () => {
  test.clock.set(START);
  const register = (name: string) =>
    person.agent
      .post('/api/departments')
      .set('Idempotency-Key', 'key-of-archive')
      .send({ name, parentId: null });
  expect((await register('档案室')).status).toBe(200);
  await sweepAt('2026-11-30T09:30:00.000+08:00');
  expect(await count('idempotency_keys')).toBe(1);
  await sweepAt('2026-11-30T09:30:00.001+08:00');
  expect(await count('idempotency_keys')).toBe(0);
});

it.each([
  ['sign_in_attempts', '2026-11-24T09:30:00.000+08:00', '2026-11-24T09:30:00.001+08:00'],
  ['known_browsers', '2027-05-22T09:30:00.000+08:00', '2027-05-22T09:30:00.001+08:00'],
])('%s stay while they matter', async (table, kept, gone) => {
  const owner = test.database.ownerPool;
  await owner.query(
    `insert into sign_in_attempts (id, attempted_at, username_hash, address, succeeded)
     select gen_random_uuid(), $1, '\\x00', '10.0.0.1', false from generate_series(1, 5001)`,
    [START],
  );
  await owner.query(
    `insert into known_browsers (token_hash, person_id, first_used_at, last_used_at)
     values ('\\x01', $2, $1, $1) on conflict do nothing`,
    [START, person.id],
  );
  const before = await count(table);
  await sweepAt(kept);
  expect(await count(table)).toBe(before);
  await sweepAt(gone);
  expect(await count(table)).toBe(0);
});

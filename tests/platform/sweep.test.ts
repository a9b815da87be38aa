/** What is swept away while the system serves, and what stays. */
import { createHash } from 'node:crypto';
import { stat, utimes } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { uploadDepositSlipEndpoint } from '../../src/modules/seized-items/money/deposits.contract.ts';
import { uploadUncasedPhotoEndpoint } from '../../src/modules/seized-items/uncased/uncased.contract.ts';
import { contentPath } from '../../src/platform/files/content-store.ts';
import { sweep } from '../../src/sweep.ts';
import { bodyOf } from '../support/answers.ts';
import { buildCourt, buildPerson, type TestPerson } from '../support/people.ts';
import { buildSeizedCourt, PIXEL, type SeizedCourt } from '../support/seized-court.ts';
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

describe('files sent ahead of what they belong to', () => {
  let court: SeizedCourt;
  let finance: TestPerson;
  beforeAll(async () => {
    test.clock.set(START);
    court = await buildSeizedCourt(test);
    finance = await buildPerson(test, { court: court.court, role: 'finance_officer' });
  });

  const pathOf = (bytes: Buffer) => {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return contentPath(test.dependencies.filesFolder, { courtId: court.court.id, sha256 });
  };
  const pictured = (mark: string) => Buffer.concat([PIXEL, Buffer.from(mark)]);
  /** Answers the id under which the thing may be recorded. */
  async function photograph(bytes: Buffer, of?: string): Promise<string> {
    const query = of === undefined ? '' : `?uncasedId=${of}`;
    const path = `/api/uncased-photos${query}`;
    const answer = await court.custodian.agent.post(path).attach('file', bytes, 'photo.png').expect(200);
    return bodyOf(uploadUncasedPhotoEndpoint, answer).uncasedId;
  }
  async function sendSlip(bytes: Buffer): Promise<string> {
    const path = '/api/money-deposit-slips';
    const answer = await finance.agent.post(path).attach('file', bytes, 'slip.png').expect(200);
    return bodyOf(uploadDepositSlipEndpoint, answer).depositId;
  }
  const filesOf = async (subjectId: string) => {
    const said = 'select id, sha256 from stored_files where subject_id = $1';
    return (await test.database.ownerPool.query<{ id: string }>(said, [subjectId])).rows;
  };
  const isThere = (bytes: Buffer) => stat(pathOf(bytes)).then(Boolean, () => false);

  it('go a month after the last of them, and what any row refers to stays', async () => {
    const shared = pictured('同一张');
    const lone = pictured('没人登记');
    const again = pictured('又拍一张');
    const slip = pictured('凭证');
    const forgotten = await photograph(shared);
    await photograph(lone, forgotten);
    const recorded = await photograph(shared);
    await court.custodian.agent
      .post('/api/uncased-things')
      .send({
        ...{
          kind: 'found',
          name: '手机',
          quantity: '1',
          unit: '部',
          features: '无标签',
          uncasedId: recorded,
        },
        ...{ placeId: court.shelves[0], fromWhom: '保管员甲', secondPerson: court.secondPerson() },
      })
      .expect(200);
    const underway = await photograph(lone);
    await photograph(again, underway);
    const owner = test.database.ownerPool;
    await owner.query(`update stored_files set uploaded_at = $1 where subject_id = $2 and sha256 = $3`, [
      ...['2026-12-10T09:30:00.000+08:00', underway],
      createHash('sha256').update(again).digest('hex'),
    ]);
    const unused = await sendSlip(slip);
    for (const bytes of [shared, lone, again, slip])
      await utimes(pathOf(bytes), new Date(START), new Date(START));

    await sweepAt('2026-12-23T09:30:00.000+08:00');
    expect(await filesOf(forgotten)).toHaveLength(2);
    expect(await filesOf(unused)).toHaveLength(1);
    await sweepAt('2026-12-23T09:30:00.001+08:00');
    expect(await filesOf(forgotten)).toEqual([]);
    expect(await filesOf(unused)).toEqual([]);
    expect(await filesOf(recorded)).toHaveLength(1);
    expect(await filesOf(underway)).toHaveLength(2);
    expect(await Promise.all([shared, lone, again, slip].map(isThere))).toEqual([true, true, true, false]);

    await sweepAt('2027-01-09T09:30:00.001+08:00');
    expect(await filesOf(underway)).toEqual([]);
    expect(await Promise.all([shared, lone, again].map(isThere))).toEqual([true, false, false]);
  });

  it('stay while somebody records the thing', async () => {
    test.clock.set(START);
    const id = await photograph(pictured('正在登记'));
    const recording = await test.database.ownerPool.connect();
    await recording.query('begin');
    await recording.query('select from stored_files where subject_id = $1 for key share', [id]);
    await sweepAt('2027-01-23T09:30:00.000+08:00');
    expect(await filesOf(id)).toHaveLength(1);
    await recording.query('rollback');
    recording.release();
    await sweepAt('2027-01-23T09:30:00.000+08:00');
    expect(await filesOf(id)).toEqual([]);
  });
});

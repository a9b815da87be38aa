/** Parties and the numbers of their documents: sealed, masked, revealed with a reason, found, sealed anew. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseAnswer } from '../../src/modules/cases/case-fields.ts';
import * as contract from '../../src/modules/cases/contract.ts';
import * as parties from '../../src/modules/cases/parties.contract.ts';
import { canonicalJson } from '../../src/platform/canonical-json.ts';
import { addIdentityKey } from '../../src/platform/identity-keys/key-file.ts';
import { listNeededKeyIds, resealAll } from '../../src/platform/identity-keys/sealed-rows.sql.ts';
import { SEALED_TABLES } from '../../src/sealed-tables.ts';
import { bodyOf, codeOf } from '../support/answers.ts';
import { buildCourt, buildPerson, type TestCourt, type TestPerson } from '../support/people.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';

const NUMBER = '11010519491231002X';
const MASKED = '1***************2X';

let test: TestApp;
let court: TestCourt;
let judge: TestPerson;
let custodian: TestPerson;
let equipment: TestPerson;
let sequence = 0;

beforeAll(async () => {
  test = await createTestApp();
  court = await buildCourt(test, { divisionNumber: '150800' });
  judge = await buildPerson(test, { court, role: 'case_handler' });
  custodian = await buildPerson(test, { court, role: 'property_custodian' });
  equipment = await buildPerson(test, { court, role: 'equipment_admin' });
});
afterAll(() => test.close());

async function register(overrides: object = {}): Promise<CaseAnswer> {
  sequence += 1;
  const number = `（2026）内08刑初${sequence}号`;
  const body = { number, cause: '盗窃罪', handlerId: judge.id, acceptedOn: '2026-03-02', ...overrides };
  return bodyOf(contract.createCaseEndpoint, await judge.agent.post('/api/cases').send(body));
}

function change(found: CaseAnswer, verb: string, body: object, by = judge) {
  return by.agent.post(`/api/cases/${found.id}/${verb}`).set('If-Match', `"${found.version}"`).send(body);
}

const PARTY = {
  role: 'defendant',
  kind: 'person',
  name: '巴特尔',
  documentKind: 'resident_id',
  contact: '13900000000',
};

async function withParty(
  documentNumber: string | null = NUMBER,
  overrides: object = {},
): Promise<CaseAnswer> {
  const found = await register(overrides);
  return bodyOf(parties.addPartyEndpoint, await change(found, 'parties', { ...PARTY, documentNumber }));
}

function reveal(found: CaseAnswer, by: TestPerson, key?: string) {
  const call = by.agent.post(`/api/cases/${found.id}/parties/${found.parties[0]?.id}/reveal-number`);
  if (key !== undefined) call.set('Idempotency-Key', key);
  return call.send({ reason: '核对领取人身份' });
}

/** Everything that the database holds, as text. */
async function everything(): Promise<string> {
  const { rows } = await test.database.ownerPool.query<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  );
  const tables = await Promise.all(
    rows.map(({ name }) => test.database.ownerPool.query(`select t::text from "${name}" t`)),
  );
  return JSON.stringify(tables.map((table) => table.rows as unknown));
}

describe('a number of a document', () => {
  it('cannot be found by trying numbers against what is kept of the command that brought it', async () => {
    const { id: caseId, version } = await register();
    const body = { ...PARTY, documentNumber: NUMBER };
    await judge.agent
      .post(`/api/cases/${caseId}/parties`)
      .set('If-Match', `"${version}"`)
      .set('Idempotency-Key', 'party-once-0001')
      .send(body)
      .expect(200);
    const { rows } = await test.database.ownerPool.query<{ hash: string }>(
      "select encode(input_hash, 'hex') as hash from idempotency_keys where key = 'party-once-0001'",
    );
    const declared = parties.addPartyEndpoint;
    const input = {
      params: { caseId },
      query: {},
      body: declared.body.parse(body),
      expectedVersion: version,
    };
    const tried = createHash('sha256').update(canonicalJson({ command: declared.name, input }));
    expect(rows).toHaveLength(1);
    expect(rows[0]?.hash).not.toBe(tried.digest('hex'));
  });

  it('is shown masked, is nowhere in the database, and is revealed to whoever may and says why', async () => {
    const found = await withParty();
    expect(found.parties).toMatchObject([{ name: '巴特尔', numberMasked: MASKED, mayReveal: true }]);
    const revealed = await reveal(found, custodian, 'reveal-once-0001');
    expect(bodyOf(parties.revealPartyNumberEndpoint, revealed)).toEqual({ number: NUMBER });
    expect(await everything()).not.toContain(NUMBER.slice(0, 17));
    const again = await reveal(found, custodian, 'reveal-once-0001');
    expect(again.body).toEqual({ number: MASKED });
    const { rows } = await test.database.ownerPool.query<{ detail: object }>(
      `select detail from audit_events where command = 'revealPartyNumber' and subject_id = $1`,
      [found.id],
    );
    expect(rows).toMatchObject([
      { detail: { reason: '核对领取人身份', numberMasked: MASKED, name: '巴特尔' } },
    ]);
  });

  it('is not revealed to others, nor where names are masked', async () => {
    const found = await withParty();
    expect((await reveal(found, equipment)).status).toBe(403);
    const secret = await withParty(NUMBER, { secrecy: 'secret' });
    expect([(await reveal(secret, custodian)).status, (await reveal(secret, judge)).status]).toEqual([
      403, 200,
    ]);
    const shown = bodyOf(contract.readCaseEndpoint, await custodian.agent.get(`/api/cases/${secret.id}`));
    expect(shown.parties).toMatchObject([
      { name: '＊＊＊', numberMasked: null, contact: null, mayReveal: false },
    ]);
  });

  it.each([
    [{ documentNumber: '110105194912310021' }, 'DOCUMENT_NUMBER_INVALID'],
    [{ documentNumber: NUMBER, documentKind: null }, 'DOCUMENT_KIND_MISSING'],
  ])('%j is refused: %s, and the refusal does not repeat it', async (overrides, code) => {
    const answer = await change(await register(), 'parties', { ...PARTY, ...overrides });
    expect(codeOf(answer)).toBe(code);
    expect(JSON.stringify(answer.body)).not.toContain('194912');
  });

  it('finds the cases of a party, as far as they may be read', async () => {
    const number = 'E76543210';
    const party = { ...PARTY, documentKind: 'passport', documentNumber: number };
    for (const overrides of [{}, { secrecy: 'secret' }])
      await change(await register(overrides), 'parties', party);
    const find = async (documentNumber: string, by = custodian) => {
      const answer = await by.agent.post('/api/cases/find-by-document').send({ documentNumber });
      return bodyOf(parties.findCasesByDocumentEndpoint, answer).items.map(({ id }) => id);
    };
    expect(await find(' e7654 3210 ')).toHaveLength(1);
    expect(await find('E76543211')).toEqual([]);
    const stranger = await buildPerson(test, { court, role: 'case_handler' });
    expect(await find(number, stranger)).toEqual([]);
  });
});

describe('a party', () => {
  it('is corrected; a number that is left out stays, null takes it away', async () => {
    const found = await withParty();
    const id = found.parties[0]?.id;
    const correct = async (from: CaseAnswer, body: object) =>
      bodyOf(
        parties.correctPartyEndpoint,
        await change(from, `parties/${id}/correct`, { ...PARTY, ...body }),
      );
    const renamed = await correct(found, { name: '巴特尔夫' });
    expect(renamed.parties).toMatchObject([{ name: '巴特尔夫', numberMasked: MASKED }]);
    const without = await correct(renamed, { documentNumber: null, documentKind: null });
    expect(without.parties).toMatchObject([{ numberMasked: null, mayReveal: false }]);
    expect(codeOf(await reveal(without, judge))).toBe('PARTY_HAS_NO_NUMBER');
    const again = await correct(without, { documentNumber: NUMBER });
    expect(again.parties).toMatchObject([{ numberMasked: MASKED }]);
    const kept = await change(again, `parties/${id}/correct`, { ...PARTY, documentKind: null });
    expect(codeOf(kept)).toBe('DOCUMENT_KIND_MISSING');
  });

  it('leaves the case with a reason and is not changed any more', async () => {
    const found = await withParty(null);
    const id = found.parties[0]?.id;
    const removed = bodyOf(
      parties.removePartyEndpoint,
      await change(found, `parties/${id}/remove`, { reason: '误登' }),
    );
    expect(removed.parties).toMatchObject([{ leftOn: '2026-11-23', leftReason: '误登' }]);
    expect(codeOf(await change(removed, `parties/${id}/remove`, { reason: '再次' }))).toBe('PARTY_LEFT');
    const unknown = '01900000-0000-7000-8000-000000000000';
    expect(codeOf(await change(removed, `parties/${unknown}/remove`, { reason: '错' }))).toBe(
      'PARTY_NOT_FOUND',
    );
  });
});

describe('rotation', () => {
  it('seals every number with the newest key while the system runs, and finds them as before', async () => {
    const found = await withParty();
    const { identityKeys: keys, filesFolder } = test.dependencies;
    if (!keys) throw new Error('the test application has keys');
    const owner = test.database.ownerPool;
    const client = await owner.connect();
    try {
      const before = await listNeededKeyIds(client, SEALED_TABLES);
      expect(before).toEqual([keys.newest().id]);
      const file = path.join(filesFolder, 'keys', 'identity-keys.json');
      const added = await addIdentityKey(file, test.clock.now());
      const written = await withParty();
      expect((await listNeededKeyIds(client, SEALED_TABLES)).toSorted()).toEqual(
        [...before, added.id].toSorted(),
      );
      const done = await resealAll(client, SEALED_TABLES, keys);
      expect(done).toBeGreaterThan(0);
      expect(await listNeededKeyIds(client, SEALED_TABLES)).toEqual([added.id]);
      expect(await resealAll(client, SEALED_TABLES, keys)).toBe(0);
      for (const one of [found, written]) expect((await reveal(one, judge)).body).toEqual({ number: NUMBER });
      const answer = await judge.agent.post('/api/cases/find-by-document').send({ documentNumber: NUMBER });
      expect(bodyOf(parties.findCasesByDocumentEndpoint, answer).items.map(({ id }) => id)).toContain(
        found.id,
      );
      expect(await readFile(file, 'utf8')).toContain(before[0]);
    } finally {
      client.release();
    }
  });
});

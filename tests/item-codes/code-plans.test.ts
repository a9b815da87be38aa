/** What scans and lists of codes ask of a large directory: indexes, never the whole table. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { issueCodeBatchEndpoint } from '../../src/modules/item-codes/code-batches.contract.ts';
import { stockInAssetsEndpoint } from '../../src/modules/fixed-assets/contract.ts';
import { bodyOf } from '../support/answers.ts';
import { buildCourt, buildPerson, type TestCourt, type TestPerson } from '../support/people.ts';
import { collectStatements, explainStatements } from '../support/query-plans.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';

let test: TestApp;
let court: TestCourt;
let keeper: TestPerson;
const batches: string[] = [];
const codes: string[] = [];
let assetId = '';

beforeAll(async () => {
  test = await createTestApp();
  court = await buildCourt(test);
  keeper = await buildPerson(test, { court, role: 'equipment_admin' });
  for (let at = 0; at < 4; at += 1) {
    const made = await keeper.agent.post('/api/code-batches').send({ kind: 'A', count: 20_000 });
    const batch = bodyOf(issueCodeBatchEndpoint, made);
    batches.push(batch.id);
    codes.push(batch.firstCode);
  }
  const card = {
    name: '台式机',
    classCode: 'A02010105',
    acquisitionMethod: 'purchase',
    acquiredOn: '2026-03-05',
    originalValueFen: 1,
  };
  const stocked = await keeper.agent.post('/api/fixed-assets').send({ card, blankCodes: [codes[0]] });
  assetId = bodyOf(stockInAssetsEndpoint, stocked).assets[0]?.id ?? '';
  const owner = test.database.ownerPool;
  await owner.query(
    `insert into label_events (court_id, id, code, kind, occurred_at, actor_name)
     select $1, gen_random_uuid(), code, 'printed', now(), '某人' from item_codes where court_id = $1`,
    [court.id],
  );
  await owner.query('analyze item_codes, label_events, code_batches, assets');
});
afterAll(() => test.close());

it.each([
  ['a scan of a bound label', () => `/api/scan?text=${codes[0]}-1`],
  ['a scan of a blank label', () => `/api/scan?text=${codes[1]}`],
  ['the list of batches', () => '/api/code-batches?limit=2'],
  ['the codes of a batch', () => `/api/code-batches/${batches[2]}/codes?limit=50&state=issued`],
  ['the life of an asset', () => `/api/fixed-assets/${assetId}/timeline`],
])('%s reads no whole table of codes', async (_, path) => {
  const sent = await collectStatements(() => keeper.agent.get(path()).expect(200));
  const about = sent.filter(({ text }) => /item_codes|label_events|code_batches/.test(text));
  expect(about.length).toBeGreaterThan(0);
  for (const plan of await explainStatements(test.database.pool, [court.id], about))
    expect(plan).not.toMatch(/Seq Scan on (?:item_codes|label_events)/);
});

/** Which indexes the lists of cases and deadlines go along, with some thousands of rows. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addCases } from '../../src/modules/cases/add-cases.ts';
import { getJson, type Query } from '../support/http-json.ts';
import { buildCourt, buildPerson, writeAsSystem, type TestPerson } from '../support/people.ts';
import { collectStatements, explainStatements } from '../support/query-plans.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';

const CASES = 3_000;

let test: TestApp;
let judge: TestPerson;
let custodian: TestPerson;

beforeAll(async () => {
  test = await createTestApp();
  const court = await buildCourt(test, { divisionNumber: '150800' });
  judge = await buildPerson(test, { court, role: 'case_handler' });
  custodian = await buildPerson(test, { court, role: 'property_custodian' });
  const handlers = await Promise.all(
    Array.from({ length: 8 }, () => buildPerson(test, { court, role: 'case_handler' })),
  );
  const others = {
    clerkId: null,
    departmentId: null,
    effectiveOn: null,
    closedOn: null,
    sourceDocument: null,
  };
  const drafts = Array.from({ length: CASES }, (_, at) => ({
    ...others,
    number: `（2026）内08${at % 3 === 0 ? '执' : '刑初'}${at + 1}号`,
    cause: at % 2 === 0 ? '盗窃罪' : '诈骗罪',
    handlerId: (at % 300 === 0 ? judge : (handlers[at % handlers.length] ?? judge)).id,
    acceptedOn: `2026-${String((at % 11) + 1).padStart(2, '0')}-${String((at % 22) + 1).padStart(2, '0')}`,
    secrecy: 'open' as const,
    involvesMinors: false,
    seizingOrgan: null,
    procuratorate: null,
    otherNumbers: [],
    parties: [],
  }));
  await writeAsSystem(test, court.id, (command) => addCases(command, drafts));
  await test.database.ownerPool.query('analyze');
});
afterAll(() => test.close());

describe('what the database does', () => {
  it.each<readonly [string, string, Query, 'judge' | 'custodian', RegExp]>([
    ['the latest cases', '/cases', {}, 'custodian', /cases_by_acceptance/],
    ['the cases of a handler', '/cases', { handlerId: 'judge' }, 'custodian', /cases_by_handler/],
    [
      'a whole number',
      '/cases',
      { q: '(2026)内08刑初17号' },
      'custodian',
      /case_numbers_(?:by_canonical|of_one_case)/,
    ],
    ['a piece of a number', '/cases', { q: '刑初17' }, 'custodian', /case_numbers_by_sequence/],
    ['what is due', '/deadlines', {}, 'custodian', /deadlines_by_(?:due|owner)/],
    ['what is due for me', '/deadlines', { mine: true }, 'judge', /deadlines_by_owner/],
    ['my open cases', '/my/cases', {}, 'judge', /cases_by_handler/],
    ['what I have to check', '/my/filing-checks', {}, 'judge', /cases_by_handler/],
    ['what I count on the desk', '/my/deadlines/count', {}, 'judge', /deadlines_by_owner/],
  ])('%s: along an index', async (_, path, query, by, index) => {
    const person = by === 'judge' ? judge : custodian;
    const asked = 'handlerId' in query ? { ...query, handlerId: judge.id } : query;
    const statements = await collectStatements(() => getJson(person, path, asked));
    const plan = (await explainStatements(test.database.pool, [person.court.id], statements)).join('\n');
    expect(plan).toMatch(index);
  });

  it('every case answers under its own number', async () => {
    const found = await getJson<{ items: { number: string }[] }>(custodian, '/cases', { q: '2026执2998' });
    expect(found.items.map(({ number }) => number)).toEqual(['（2026）内08执2998号']);
  });
});

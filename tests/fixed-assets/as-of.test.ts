import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { addPlaces } from '../../src/modules/storage/add-places.ts';
import type { AsOfItem } from '../../src/modules/fixed-assets/as-of.contract.ts';
import type { AssetPage } from '../../src/modules/fixed-assets/asset-page.contract.ts';
import { getFile, getJson, readPages, sendJson, travelTo, type Query } from '../support/http-json.ts';
import {
  buildCourt,
  buildDepartment,
  buildPerson,
  writeAsSystem,
  type TestCourt,
  type TestPerson,
} from '../support/people.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';

let test: TestApp;
let court: TestCourt;
let keeper: TestPerson;
let people: TestPerson[];
let departments: { id: string; name: string }[];
let places: { id: string; path: string }[];

const START = '2026-06-01T08:00:00.000+08:00';
const CARD = {
  name: '执法记录仪',
  classCode: 'A02020600',
  acquisitionMethod: 'purchase',
  acquiredOn: '2026-01-05',
  originalValueFen: 120_000,
};

beforeAll(async () => {
  test = await createTestApp();
  test.clock.set(START);
  court = await buildCourt(test);
  keeper = await buildPerson(test, { court, role: 'equipment_admin' });
  departments = [await buildDepartment(test, court, '执行局'), await buildDepartment(test, court, '法警队')];
  people = [
    await buildPerson(test, { court, departmentId: departments[0]?.id ?? null, name: '甲' }),
    await buildPerson(test, { court, departmentId: departments[1]?.id ?? null, name: '乙' }),
  ];
  places = await writeAsSystem(test, court.id, async (command) => {
    const site = await addPlaces(command, { parentId: null, kind: 'site', names: ['大院'] });
    const rooms = await addPlaces(command, {
      parentId: site.added[0]?.id ?? null,
      kind: 'building',
      names: ['一号楼', '二号楼'],
    });
    return [...site.added, ...rooms.added].map(({ id, path }) => ({ id, path }));
  });
});
afterAll(() => test.close());

interface State {
  readonly status: string;
  readonly departmentId: string | null;
  readonly holderId: string | null;
  readonly placeId: string | null;
}
interface StateAsOf extends State {
  readonly sequence: number;
  readonly since: string;
  readonly card: { readonly name: string; readonly originalValueFen: number };
}

const stateOf = ({ status, departmentId, holderId, placeId }: State): State => ({
  status,
  departmentId,
  holderId,
  placeId,
});

async function stockIn(copies = 1): Promise<string[]> {
  const body = { card: CARD, copies, placeId: places[1]?.id, departmentId: departments[0]?.id };
  const made = await sendJson<{ assets: { id: string }[] }>(keeper, 'post', '/fixed-assets', body);
  return made.assets.map(({ id }) => id);
}

const now = () => test.clock.now().toISOString();
const readAsset = (id: string) => getJson<AssetPage>(keeper, `/fixed-assets/${id}`);
async function presentState(id: string): Promise<State> {
  const { status, department, holder, place } = await readAsset(id);
  const idOf = (thing: { id: string } | null) => thing?.id ?? null;
  return { status, departmentId: idOf(department), holderId: idOf(holder), placeId: idOf(place) };
}
async function stateAt(id: string, at: string, knownAt?: string): Promise<StateAsOf | null> {
  const query = knownAt === undefined ? { at } : { at, knownAt };
  return (await getJson<{ state: StateAsOf | null }>(keeper, `/fixed-assets/${id}/as-of`, query)).state;
}
const listAt = (at: string, query: Query = {}) =>
  readPages<AsOfItem>(keeper, '/fixed-assets/as-of', { at, limit: 2, ...query });

async function later(minutes = 60): Promise<void> {
  await travelTo(test, new Date(test.clock.now().getTime() + minutes * 60_000).toISOString());
}

interface Step {
  readonly move: string;
  readonly person: number;
  readonly place: number;
}

/** Tries one command; a refused one changes nothing. Answers whether it was done. */
async function attempt(id: string, { move, person, place }: Step): Promise<boolean> {
  const assetIds = [id];
  const holderId = people[person]?.id;
  const placeId = places[place]?.id;
  const bodies: Record<string, object> = {
    issue: { assetIds, holderId, placeId },
    return: { assetIds, placeId },
    transfer: { assetIds, departmentId: departments[person]?.id, holderId },
    relocate: { assetIds, placeId },
    loan: { assetIds, holderId, dueOn: '2027-12-31' },
    'give-back': { assetIds, placeId },
    'send-to-repair': { assetIds, repairer: '修理部', fault: '不开机' },
    'take-back': { assetIds, outcome: '已修好' },
    'mark-idle': { assetIds, reason: '闲置' },
    'end-idle': { assetIds },
  };
  if (move === 'sign') return sign(person);
  if (move === 'correct') {
    const { book } = await readAsset(id);
    const path = `/api/fixed-assets/${id}/entries/${book.entryCount}/correct`;
    return (await keeper.agent.post(path).send({ reason: '登记有误', placeId, holderId })).status === 200;
  }
  if (move === 'card') {
    const { card, version } = await readAsset(id);
    const changed = { ...card, originalValueFen: card.originalValueFen + 100, notes: `第 ${version} 版` };
    const sent = keeper.agent.patch(`/api/fixed-assets/${id}`).set('If-Match', `"${version}"`);
    return (await sent.send({ card: changed, reason: '补记' })).status === 200;
  }
  return (await keeper.agent.post(`/api/fixed-assets/${move}`).send(bodies[move] ?? {})).status === 200;
}

async function sign(person: number): Promise<boolean> {
  const receiver = people[person] ?? keeper;
  const { items } = await getJson<{ items: { id: string }[] }>(receiver, '/my/receipts');
  if (items.length === 0) return false;
  await sendJson(receiver, 'post', '/my/receipts/sign', { receiptIds: items.map((item) => item.id) });
  return true;
}

const MOVES = [
  ...['issue', 'issue', 'return', 'transfer', 'relocate', 'loan', 'give-back', 'send-to-repair', 'take-back'],
  ...['mark-idle', 'end-idle', 'sign', 'correct', 'correct', 'card'],
];

describe('any past moment', () => {
  it('is told by the ledger exactly as it stood then', async () => {
    const step = fc.record({
      move: fc.constantFrom(...MOVES),
      person: fc.integer({ min: 0, max: 1 }),
      place: fc.integer({ min: 0, max: 2 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), async (steps) => {
        const before = now();
        await later();
        const [id = ''] = await stockIn();
        const seen = [{ at: now(), state: await presentState(id), card: (await readAsset(id)).card }];
        for (const each of steps) {
          await later();
          if (!(await attempt(id, each))) continue;
          seen.push({ at: now(), state: await presentState(id), card: (await readAsset(id)).card });
        }
        expect(await stateAt(id, before)).toBeNull();
        for (const { at, state, card } of seen) {
          const told = await stateAt(id, at, at);
          expect(told && stateOf(told)).toEqual(state);
          expect(told?.card).toEqual(card);
          const [listed] = await listAt(at, { assetId: id, knownAt: at });
          expect(listed && stateOf(listed)).toEqual(state);
          expect(listed?.amountFen).toBe(card.originalValueFen);
        }
      }),
      { numRuns: 8 },
    );
  });
});

describe('a correction', () => {
  it('stands in for its entry from the day of that entry on, but only once it was recorded', async () => {
    const [id = ''] = await stockIn();
    await later();
    await attempt(id, { move: 'issue', person: 0, place: 1 });
    const issuedAt = now();
    await later();
    const inBetween = now();
    await later();
    const correct = (body: object, sequence: number) =>
      sendJson(keeper, 'post', `/fixed-assets/${id}/entries/${sequence}/correct`, {
        reason: '错登',
        ...body,
      });
    await correct({ holderId: people[1]?.id }, 2);
    await later();
    await correct({ placeId: places[2]?.id }, 3);
    expect(await stateAt(id, issuedAt, inBetween)).toMatchObject({ holderId: people[0]?.id, sequence: 2 });
    expect(await stateAt(id, issuedAt)).toMatchObject({
      holderId: people[1]?.id,
      placeId: places[2]?.id,
      sequence: 4,
      since: expect.stringContaining(new Date(issuedAt).toISOString().slice(14, 19)) as unknown,
    });
    expect(
      (await listAt(inBetween, { holderId: people[0]?.id ?? '' })).map(({ assetId }) => assetId),
    ).not.toContain(id);
    const known = await listAt(inBetween, { holderId: people[0]?.id ?? '', knownAt: inBetween });
    expect(known.map(({ assetId }) => assetId)).toContain(id);
  });

  it('of an earlier entry does not hide a later one of the same moment', async () => {
    const [id = ''] = await stockIn();
    await attempt(id, { move: 'issue', person: 0, place: 2 });
    const at = now();
    await sendJson(keeper, 'post', `/fixed-assets/${id}/entries/1/correct`, {
      reason: '单号',
      basis: '验收 2',
    });
    expect(await stateAt(id, at)).toMatchObject({ status: 'in_use', placeId: places[2]?.id, sequence: 2 });
  });

  it('is not undone by a signature that repeats where the thing was thought to be', async () => {
    const [id = ''] = await stockIn();
    await attempt(id, { move: 'issue', person: 0, place: 1 });
    await later();
    expect(await sign(0)).toBe(true);
    await later();
    await sendJson(keeper, 'post', `/fixed-assets/${id}/entries/2/correct`, {
      reason: '错登',
      placeId: places[2]?.id,
    });
    expect(await stateAt(id, now())).toMatchObject({ placeId: places[2]?.id });
  });
});

describe('a card', () => {
  async function correctCard(id: string, changes: object): Promise<void> {
    const { card, version } = await readAsset(id);
    const body = { card: { ...card, ...changes }, reason: '核对凭证' };
    await sendJson(keeper, 'patch', `/fixed-assets/${id}`, body, 200, { 'If-Match': `"${version}"` });
  }
  const then = async (id: string, at: string, knownAt?: string) => {
    const query = { at, ...(knownAt === undefined ? {} : { knownAt }) };
    const [row] = await listAt(at, { ...query, assetId: id });
    const totals = await getJson(keeper, '/fixed-assets/as-of/totals', { assetId: id, ...query });
    expect(totals).toEqual({ count: row ? 1 : 0, amountFen: row?.amountFen ?? 0 });
    const told = await stateAt(id, at, knownAt);
    expect(told && { name: told.card.name, amountFen: told.card.originalValueFen }).toEqual(
      row ? { name: row.name, amountFen: row.amountFen } : null,
    );
    return row;
  };
  const CORRECTED = {
    name: '执法记录仪（4G）',
    classCode: 'A02020000',
    specification: '双摄',
    unit: '台',
    quantity: '2',
    originalValueFen: 150_000,
  };
  const AS_CORRECTED = {
    ...{ name: CORRECTED.name, classCode: CORRECTED.classCode, specification: '双摄' },
    ...{ unit: '台', quantity: '2', amountFen: 150_000 },
  };
  const AS_BOOKED = { name: CARD.name, classCode: CARD.classCode, specification: null, amountFen: 120_000 };

  it('corrected later is shown as it was, also after a move that was recorded late', async () => {
    const [id = ''] = await stockIn();
    await later();
    const moved = now();
    await later();
    const before = now();
    await later();
    await correctCard(id, CORRECTED);
    await later();
    const body = { assetIds: [id], placeId: places[2]?.id, occurredAt: moved };
    await sendJson(keeper, 'post', '/fixed-assets/relocate', body);

    expect(await then(id, before)).toMatchObject({ ...AS_BOOKED, placeId: places[2]?.id });
    expect(await then(id, before, before)).toMatchObject({ ...AS_BOOKED, placeId: places[1]?.id });
    expect(await then(id, now())).toMatchObject({ ...AS_CORRECTED, placeId: places[2]?.id });
    const [written] = await listAt(before, { assetId: id });
    expect(written?.className).toBe('执法记录仪');
    const file = { at: before, assetId: id, format: 'csv' } as const;
    const csv = (await getFile(keeper, '/fixed-assets/as-of/export', file)).toString();
    expect(csv).toContain(`${CARD.name},${CARD.classCode},`);
    expect(csv).toContain(',1200.00,');
  });

  it('is read as it is sent, so that one field is corrected and the others stay', async () => {
    const [id = ''] = await stockIn();
    await correctCard(id, { openingDepreciationFen: 20_000, openingDepreciationMonth: '2026-05' });
    expect((await readAsset(id)).card.openingDepreciationMonth).toBe('2026-05');
    await correctCard(id, { notes: '附充电座' });
    expect((await readAsset(id)).card).toMatchObject({
      openingDepreciationFen: 20_000,
      openingDepreciationMonth: '2026-05',
    });
  });

  it('corrected twice is shown as it stood between the two', async () => {
    const [id = ''] = await stockIn();
    await later();
    await correctCard(id, { originalValueFen: 110_000, specification: '单摄' });
    const between = now();
    await later();
    await correctCard(id, { originalValueFen: 90_000, specification: null });
    expect(await then(id, between)).toMatchObject({ specification: '单摄', amountFen: 110_000 });
    expect(await then(id, now())).toMatchObject({ specification: null, amountFen: 90_000 });
  });
});

describe('a department, a place or a person at a past moment', () => {
  let ids: string[];
  let issuedAt: string;
  let lent: string;

  beforeAll(async () => {
    await later(60 * 24);
    ids = await stockIn(5);
    await later();
    await sendJson(keeper, 'post', '/fixed-assets/transfer', {
      assetIds: ids.slice(0, 3),
      departmentId: departments[1]?.id,
      holderId: people[1]?.id,
    });
    issuedAt = now();
    await later();
    await sign(1);
    await sendJson(keeper, 'post', '/fixed-assets/return', {
      assetIds: ids.slice(0, 1),
      placeId: places[2]?.id,
    });
    await later();
    lent = ids[4] ?? '';
    await attempt(lent, { move: 'loan', person: 0, place: 0 });
  });

  const among = (rows: readonly AsOfItem[]) => ids.filter((id) => rows.some(({ assetId }) => assetId === id));

  it('has what was there then, and no longer what left', async () => {
    const query = { departmentId: departments[1]?.id ?? '' };
    expect(among(await listAt(issuedAt, query))).toEqual(ids.slice(0, 3));
    expect(among(await listAt(now(), query))).toEqual(ids.slice(1, 3));
    expect(among(await listAt(issuedAt, { holderId: people[1]?.id ?? '' }))).toEqual(ids.slice(0, 3));
    expect(among(await listAt(now(), { holderId: people[0]?.id ?? '' }))).toEqual([lent]);
    // The place is asked for with everything in it.
    expect(among(await listAt(now(), { placeId: places[0]?.id ?? '' }))).toEqual(ids);
    expect(among(await listAt(now(), { placeId: places[2]?.id ?? '' }))).toEqual(ids.slice(0, 1));
    expect(among(await listAt(now(), { status: 'on_loan' }))).toEqual([lent]);
  });

  it.each([
    ['departmentId', 1],
    ['placeId', 0],
    [null, 0],
  ] as const)('adds up what the pages list (%s)', async (filter, index) => {
    const id = filter === 'departmentId' ? departments[index]?.id : places[index]?.id;
    const query: Query = filter === null ? {} : { [filter]: id ?? '' };
    const rows = await listAt(issuedAt, query);
    const totals = await getJson(keeper, '/fixed-assets/as-of/totals', { at: issuedAt, ...query });
    expect(totals).toEqual({
      count: rows.length,
      amountFen: rows.reduce((sum, { amountFen }) => sum + amountFen, 0),
    });
    const csv = (
      await getFile(keeper, '/fixed-assets/as-of/export', { at: issuedAt, format: 'csv', ...query })
    ).toString();
    expect(
      csv
        .trimEnd()
        .split('\r\n')
        .slice(1)
        .map((line) => line.split(',')[0]),
    ).toEqual(rows.map(({ code }) => code));
  });

  it('shows staff what was theirs, and a head what was the department’s', async () => {
    const head = await buildPerson(test, {
      court,
      role: 'department_head',
      departmentId: departments[1]?.id ?? null,
    });
    const [, second] = people;
    if (!second) throw new Error('there are two');
    for (const person of [head, second]) {
      const rows = await readPages<AsOfItem>(person, '/fixed-assets/as-of', { at: issuedAt });
      expect(among(rows)).toEqual(ids.slice(0, 3));
    }
  });
});

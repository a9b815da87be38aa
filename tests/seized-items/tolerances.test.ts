/** What may be lost by nature and how far weighings may differ, as a court sets it, through the public door. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listTolerancesEndpoint } from '../../src/modules/seized-items/tolerances/tolerances.contract.ts';
import { ITEM_CATEGORY_IDS } from '../../src/modules/seized-items/item-categories.ts';
import {
  findToleranceProblem,
  mostAllowed,
  shippedShare,
  toleranceFor,
  toleranceOn,
} from '../../src/modules/seized-items/tolerances/tolerances.rules.ts';
import { bodyOf, refusedBodyOf } from '../support/answers.ts';
import { buildPerson, type TestPerson } from '../support/people.ts';
import { buildSeizedCourt, GOODS_FACTS, listLine, type SeizedCourt } from '../support/seized-court.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let court: SeizedCourt;
let president: TestPerson;
let today: string;

beforeAll(async () => {
  app = await createTestApp();
  court = await buildSeizedCourt(app);
  president = await buildPerson(app, { court: court.court, role: 'president', name: '院长' });
  await court.enter(court.room, [court.custodian, court.reviewer]);
  today = app.clock.now().toISOString().slice(0, 10);
});
afterAll(() => app.close());

const set = async (body: object, status = 200, as = president) => {
  const paper = { effectiveFrom: today, document: '院发〔2026〕12号第3条', reason: '散装酒挥发快' };
  const answer = await as.agent
    .post('/api/item-tolerances')
    .send({ ...paper, ...body })
    .expect(status);
  return status === 200 ? '' : refusedBodyOf(answer).code;
};
const lose = async (id: string, quantity: string, status = 200) => {
  const answer = await court.custodian.agent
    .post(`/api/seized-items/${id}/natural-losses`)
    .send({ quantity, reason: '挥发', secondPerson: court.secondPerson() })
    .expect(status);
  return status === 200 ? '' : refusedBodyOf(answer).code;
};

describe('the rule', () => {
  const own = [
    {
      kind: 'natural_loss',
      category: 'tobacco_and_liquor',
      share: '0.03',
      effectiveFrom: '2026-12-01',
      document: '乙',
    },
    {
      kind: 'natural_loss',
      category: 'tobacco_and_liquor',
      share: '0.01',
      effectiveFrom: '2026-06-01',
      document: '甲',
    },
    { kind: 'weighing', category: 'usual', share: '0.004', effectiveFrom: '2026-06-01', document: '甲' },
  ] as const;

  it('the court’s newest in force goes before what ships, and every other category before nothing', () => {
    const liquor = (day: string) => toleranceFor(own, 'natural_loss', 'tobacco_and_liquor', day);
    expect(liquor('2026-05-31')).toMatchObject({ share: '0.02', isOwn: false });
    expect(liquor('2026-06-01')).toMatchObject({ share: '0.01', basis: '甲', version: '2026-06-01 甲' });
    expect(liquor('2026-12-01')?.share).toBe('0.03');
    expect(toleranceFor(own, 'weighing', 'knives', '2026-07-01')?.share).toBe('0.004');
    expect(toleranceFor(own, 'weighing', 'precious_metals', '2026-07-01')?.share).toBe('0.001');
    expect(toleranceFor(own, 'natural_loss', 'knives', '2026-07-01')).toBeNull();
  });

  it('what a court allowed beyond the bound before there was one counts as the bound', () => {
    const loose = { ...own[0], share: '0.999999' };
    expect(toleranceFor([loose], 'natural_loss', 'tobacco_and_liquor', '2026-12-01')).toMatchObject({
      ...{ share: '0.1', basis: '乙', isOwn: true },
    });
  });

  it('what ships lies within every bound', () => {
    const edition = toleranceOn('2026-12-01');
    for (const kind of ['natural_loss', 'weighing'] as const)
      for (const category of ITEM_CATEGORY_IDS) {
        const [shipped, most] = [shippedShare(edition, kind, category), mostAllowed(edition, kind, category)];
        expect([kind, category, Number(shipped ?? 0) <= Number(most)]).toEqual([kind, category, true]);
      }
  });

  it('gold is only weighed more strictly, nothing is given a loss that has none, and the past is not loosened', () => {
    const problem = (change: Partial<Parameters<typeof findToleranceProblem>[0]>) =>
      findToleranceProblem(
        {
          kind: 'weighing',
          category: 'precious_metals',
          share: '0.001',
          effectiveFrom: '2026-06-01',
          ...change,
        },
        '2026-06-01',
      );
    expect(problem({})).toBeNull();
    expect(problem({ share: '0.0011' })).toBe('TOLERANCE_TOO_LOOSE');
    expect(problem({ category: 'knives', share: '0.02' })).toBeNull();
    expect(problem({ category: 'knives', share: '0.0201' })).toBe('TOLERANCE_BEYOND_BOUND');
    const liquor = { kind: 'natural_loss', category: 'tobacco_and_liquor' } as const;
    expect(problem({ ...liquor, share: '0.1' })).toBeNull();
    expect(problem({ ...liquor, share: '0.999999' })).toBe('TOLERANCE_BEYOND_BOUND');
    expect(problem({ effectiveFrom: '2026-05-31' })).toBe('TOLERANCE_BACKDATED');
    expect(problem({ kind: 'natural_loss' })).toBe('NO_NATURAL_LOSS_THERE');
    expect(problem({ kind: 'natural_loss', category: 'usual' })).toBe('NO_NATURAL_LOSS_THERE');
  });
});

describe('a court’s own tolerance', () => {
  it('is set by the leadership, by a paper, from today on', async () => {
    const liquor = { kind: 'natural_loss', category: 'tobacco_and_liquor', percent: '5' };
    await set(liquor, 403, court.custodian);
    await set({ ...liquor, percent: '100' }, 400);
    expect(await set({ ...liquor, effectiveFrom: '2020-01-01' }, 409)).toBe('TOLERANCE_BACKDATED');
    expect(await set({ kind: 'natural_loss', category: 'knives', percent: '1' }, 409)).toBe(
      'NO_NATURAL_LOSS_THERE',
    );
    const gold = { kind: 'weighing', category: 'precious_metals', percent: '1' };
    expect(await set(gold, 409)).toBe('TOLERANCE_TOO_LOOSE');
    await set({ ...gold, percent: '0.05' });
    expect(await set({ ...liquor, percent: '99.9999' }, 409)).toBe('TOLERANCE_BEYOND_BOUND');
    const listed = await court.custodian.agent.get('/api/item-tolerances').expect(200);
    const { items } = bodyOf(listTolerancesEndpoint, listed);
    expect(
      items.find(({ category, kind }) => category === 'precious_metals' && kind === 'weighing'),
    ).toMatchObject({
      ...{ shipped: '0.001', isCeiling: true, own: { share: '0.0005', setByName: '院长' } },
    });
    expect(items.find(({ category }) => category === 'tobacco_and_liquor')).toMatchObject({
      ...{ shipped: '0.02', most: '0.1', isCapped: false },
    });
  });

  it('situation 69: decides from its day on how much liquor may evaporate', async () => {
    const facts = { ...GOODS_FACTS, specification: '散装' };
    const [id = ''] = await court.receive([
      listLine({ name: '白酒', category: 'tobacco_and_liquor', unit: '升', quantity: '100', facts }),
    ]);
    expect(await lose(id, '3', 409)).toBe('LOSS_BEYOND_TOLERANCE');
    await set({ kind: 'natural_loss', category: 'tobacco_and_liquor', percent: '4' });
    await lose(id, '3');
    expect(await lose(id, '1.1', 409)).toBe('LOSS_BEYOND_TOLERANCE');
    expect(await court.read(id)).toMatchObject({ onHand: '97', state: 'in_store' });
  });
});

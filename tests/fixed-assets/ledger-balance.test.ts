/** Opening, what came in, what went out and closing of the in/out ledger, against the state of things at both ends. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { shanghaiDay, startOfShanghaiDay } from '../../src/platform/clock.ts';
import { Refusal } from '../../src/platform/errors.ts';
import { runQuery } from '../../src/platform/run-query.ts';
import type { AsOfItem } from '../../src/modules/fixed-assets/as-of.contract.ts';
import { correctEntry } from '../../src/modules/fixed-assets/correct-entry.ts';
import { listAssetsAsOf } from '../../src/modules/fixed-assets/list-assets-as-of.ts';
import { listLedger } from '../../src/modules/fixed-assets/list-ledger.ts';
import { recordMoves } from '../../src/modules/fixed-assets/record-moves.ts';
import { totalLedger } from '../../src/modules/fixed-assets/total-ledger.ts';
import type { LedgerFilters } from '../../src/modules/fixed-assets/ledger.contract.ts';
import type { Actor } from '../../src/platform/actor.ts';
import { verifyLedger } from '../../src/verify-ledger.ts';
import { buildAssetCourt, type AssetCourt } from '../support/asset-court.ts';
import { performStep, randomStep } from '../support/random-steps.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let court: AssetCourt;

const HOURS = 3_600_000;

beforeAll(async () => {
  app = await createTestApp();
  court = await buildAssetCourt(app.dependencies, 8);
});
afterAll(() => app.close());

const ask = <T>(read: Parameters<typeof runQuery<T>>[3], actor: Actor = court.actor) =>
  runQuery(app.dependencies, actor, { requestId: 'test', address: null }, read);

type Inside = (item: AsOfItem) => boolean;

async function statesAt(at: Date): Promise<AsOfItem[]> {
  const items: AsOfItem[] = [];
  for (let after: string | undefined; ;) {
    const request = { at: at.toISOString(), limit: 200, after };
    const page = await ask((context) => listAssetsAsOf(context, request));
    items.push(...page.items);
    if (page.nextCursor === null) return items;
    after = page.nextCursor;
  }
}

const sumOf = (items: readonly AsOfItem[], inside: Inside) => {
  const within = items.filter(inside);
  return {
    count: within.length,
    quantity: String(within.reduce((sum, { quantity }) => sum + Number(quantity), 0)),
    amountFen: within.reduce((sum, { amountFen }) => sum + amountFen, 0),
  };
};

/** Every way to read the ledger that has a balance, and what then is inside. */
function viewpoints(): { filters: Partial<LedgerFilters>; inside: Inside; actor?: Actor }[] {
  const { departments, people, places } = court;
  const [department, other] = departments;
  const head = people.find(({ departmentId }) => departmentId === other?.id) ?? people[0];
  return [
    {
      filters: {},
      inside: ({ status, departmentId, holderId }) =>
        status === 'in_stock' || (status === 'idle' && departmentId === null && holderId === null),
    },
    ...departments.map(({ id }) => ({
      filters: { departmentId: [id] },
      inside: ({ departmentId }: AsOfItem) => departmentId === id,
    })),
    ...places.map(({ id }) => ({
      filters: { placeId: [id] },
      inside: ({ placeId }: AsOfItem) => placeId === id,
    })),
    ...people.slice(0, 2).map(({ id }) => ({
      filters: { holderId: [id] },
      inside: ({ holderId }: AsOfItem) => holderId === id,
    })),
    {
      filters: { departmentId: [department?.id ?? ''], placeId: places.slice(0, 2).map(({ id }) => id) },
      inside: ({ departmentId, placeId }) =>
        departmentId === department?.id && places.slice(0, 2).some(({ id }) => id === placeId),
    },
    ...(head === undefined
      ? []
      : [
          {
            filters: {},
            actor: court.actorOf(head, 'department_head'),
            inside: ({ departmentId, holderId }: AsOfItem) =>
              departmentId === head.departmentId || holderId === head.id,
          },
        ]),
  ];
}

async function expectBalance(from: string | undefined, to: string | undefined): Promise<void> {
  const start = from === undefined ? [] : await statesAt(new Date(startOfShanghaiDay(from).getTime() - 1));
  const nextDay = to === undefined ? null : startOfShanghaiDay(to).getTime() + 24 * HOURS;
  const end = await statesAt(nextDay === null ? app.clock.now() : new Date(nextDay - 1));
  for (const { filters, inside, actor } of viewpoints()) {
    const totals = await ask((context) => totalLedger(context, { ...filters, from, to }), actor);
    const { in: came, out: went, balance } = totals;
    expect(balance?.opening).toEqual(sumOf(start, inside));
    expect(balance?.closing).toEqual(sumOf(end, inside));
    const corrected = balance?.corrected ?? { quantity: '0', amountFen: 0 };
    expect(sumOf(start, inside).count + came.count - went.count).toBe(sumOf(end, inside).count);
    expect(sumOf(start, inside).amountFen + came.amountFen - went.amountFen + corrected.amountFen).toBe(
      sumOf(end, inside).amountFen,
    );
  }
}

describe('opening + in − out = closing', () => {
  it('whatever people do, in any period, seen from the stock, a department, a place or a person', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(randomStep, { minLength: 5, maxLength: 20 }),
        fc.tuple(fc.nat(40), fc.nat(40)),
        async (steps, days) => {
          const firstDay = shanghaiDay(app.clock.now());
          const assetIds = (await court.addCards(3)).map(({ id }) => id);
          for (const step of steps) {
            try {
              await performStep({ app, court, minuteMs: 2 * HOURS }, step, assetIds);
            } catch (error) {
              if (!(error instanceof Refusal)) throw error;
            }
          }
          const dayOf = (count: number) =>
            shanghaiDay(new Date(startOfShanghaiDay(firstDay).getTime() + count * 24 * HOURS));
          const [from, to] = [...days].sort((a, b) => a - b);
          await expectBalance(dayOf(from ?? 0), dayOf(to ?? 0));
          await expectBalance(undefined, undefined);
          app.clock.advanceMs(24 * HOURS);
        },
      ),
      { numRuns: 8 },
    );
    expect((await verifyLedger(app.database.ownerPool, {})).difference).toBeUndefined();
  });

  it('is not asked of a ledger from which some of what moved is left out', async () => {
    const totals = await ask((context) => totalLedger(context, { kind: ['issue'] }));
    expect(totals.balance).toBeNull();
  });
});

describe('a corrected movement', () => {
  async function lend(assetId: string, holderId: string): Promise<void> {
    const move = { basis: null, note: null, loanDueOn: '2027-12-31' };
    await court.run((command) =>
      recordMoves(command, { move: 'loan', assetIds: [assetId], target: { holderId }, ...move }),
    );
  }

  it('counts once, for where the thing truly went', async () => {
    const [asset] = await court.addCards(1, { originalValueFen: 77_000 });
    const [, wrong, right] = court.people;
    const id = asset?.id ?? '';
    await lend(id, wrong?.id ?? '');
    await court.run((command) =>
      correctEntry(command, { assetId: id, sequence: 2, reason: '错登', holderId: right?.id }),
    );
    const of = (holderId: string | undefined) =>
      ask((context) => totalLedger(context, { assetId: id, holderId: [holderId ?? ''] }));
    expect(await of(wrong?.id)).toMatchObject({ in: { count: 0 }, out: { count: 0 } });
    expect(await of(right?.id)).toMatchObject({ in: { count: 1, amountFen: 77_000 }, out: { count: 0 } });
    const whole = await ask((context) => totalLedger(context, { assetId: id }));
    expect(whole).toMatchObject({ in: { count: 1 }, out: { count: 1 }, entryCount: 3 });
    const listed = await ask((context) => listLedger(context, { assetId: id, direction: 'asc', limit: 10 }));
    expect(listed.items.map(({ kind, flow }) => [kind, flow]).sort()).toEqual([
      ['correct_entry', 'out'],
      ['loan', 'within'],
      ['stock_in', 'in'],
    ]);
    const out = await ask((context) =>
      listLedger(context, { assetId: id, flow: ['out'], direction: 'asc', limit: 10 }),
    );
    expect(out.items.map(({ kind }) => kind)).toEqual(['correct_entry']);
  });

  it('cannot be moved by way of its correction once the thing has gone on', async () => {
    const [asset] = await court.addCards(1);
    const [, holder] = court.people;
    const id = asset?.id ?? '';
    await lend(id, holder?.id ?? '');
    await court.run((command) =>
      recordMoves(command, { move: 'give_back', assetIds: [id], target: {}, basis: null, note: null }),
    );
    await court.run((command) =>
      correctEntry(command, { assetId: id, sequence: 2, reason: '单号', basis: '借条 3' }),
    );
    const moved = court.run((command) =>
      correctEntry(command, { assetId: id, sequence: 4, reason: '错登', placeId: court.places[2]?.id }),
    );
    await expect(moved).rejects.toMatchObject({ code: 'LATER_MOVE_EXISTS' });
  });
});

/** Depreciation: the rule as tables and properties, and posting a month through the public door. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { addAssets } from '../../src/modules/fixed-assets/add-assets.ts';
import type { AssetCard } from '../../src/modules/fixed-assets/asset-card.ts';
import {
  parentClassCode,
  usefulLifeMonthsOf,
  voucherClassCode,
  type AssetClass,
} from '../../src/modules/fixed-assets/asset-classes.ts';
import { decidePosting, nextMonthToPost } from '../../src/modules/fixed-assets/depreciation-posting.ts';
import {
  decideDepreciation,
  monthNumber,
  monthText,
  type DepreciableAsset,
} from '../../src/modules/fixed-assets/depreciation.ts';
import { NOWHERE } from '../../src/modules/ledger/entry.ts';
import { verifyLedger } from '../../src/verify-ledger.ts';
import * as contract from '../../src/modules/fixed-assets/depreciation.contract.ts';
import { bodyOf, codeOf } from '../support/answers.ts';
import { cardOf } from '../support/asset-court.ts';
import {
  buildCourt,
  buildDepartment,
  buildPerson,
  buildSession,
  signedInAgent,
  writeAsSystem,
  type TestCourt,
  type TestPerson,
} from '../support/people.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';

const asset = (overrides: Partial<DepreciableAsset> = {}): DepreciableAsset => ({
  originalValueFen: 1200,
  valueKind: 'original',
  acquiredIn: monthNumber('2026-01'),
  disposedIn: null,
  usefulLifeMonths: 12,
  openingThrough: null,
  accumulatedFen: 0,
  last: null,
  ...overrides,
});

/** Posts month after month; answers the amounts, 0 where nothing is depreciated. */
function postMonths(
  start: DepreciableAsset,
  from: number,
  to: number,
): { amounts: number[]; end: DepreciableAsset } {
  const amounts: number[] = [];
  let end = start;
  for (let month = from; month <= to; month += 1) {
    const verdict = decideDepreciation(end, month);
    amounts.push(verdict.depreciates ? verdict.amountFen : 0);
    if (verdict.depreciates) end = { ...end, accumulatedFen: verdict.accumulatedAfterFen, last: verdict };
  }
  return { amounts, end };
}

const total = (amounts: readonly number[]) => amounts.reduce((sum, amount) => sum + amount, 0);

describe('depreciation of one asset', () => {
  it.each([
    ['even months', 1200, 12, [100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100]],
    ['the last month takes the rest', 1000, 6, [167, 167, 167, 167, 167, 165]],
    ['rounded half up and never above the value', 9, 6, [2, 2, 2, 2, 1, 0]],
    ['less than a fen a month falls to the last', 2, 6, [0, 0, 0, 0, 0, 2]],
    ['a life of one month', 777, 1, [777]],
  ])('%s', (_name, originalValueFen, usefulLifeMonths, expected) => {
    const start = asset({ originalValueFen, usefulLifeMonths });
    const { amounts } = postMonths(start, start.acquiredIn, start.acquiredIn + usefulLifeMonths - 1);
    expect(amounts).toEqual(expected);
  });

  it.each([
    ['a class that is never depreciated', { usefulLifeMonths: null }, '2026-05', 'CLASS_NOT_DEPRECIATED'],
    ['a nominal value', { valueKind: 'nominal' as const }, '2026-05', 'NOMINAL_VALUE'],
    ['before it was acquired', {}, '2025-12', 'NOT_YET_ACQUIRED'],
    ['the month of disposal', { disposedIn: monthNumber('2026-05') }, '2026-05', 'DISPOSED'],
    ['the month taken over', { openingThrough: monthNumber('2026-05') }, '2026-05', 'TAKEN_OVER_LATER'],
    ['nothing left', { accumulatedFen: 1200 }, '2026-05', 'FULLY_DEPRECIATED'],
  ])('nothing for %s', (_name, overrides, month, reason) => {
    expect(decideDepreciation(asset(overrides), monthNumber(month))).toEqual({ depreciates: false, reason });
  });

  it('counts the month of acquisition and the month before disposal', () => {
    const sold = asset({ disposedIn: monthNumber('2026-05') });
    expect(postMonths(sold, monthNumber('2025-11'), monthNumber('2026-12')).amounts).toEqual([
      0, 0, 100, 100, 100, 100, 0, 0, 0, 0, 0, 0, 0, 0,
    ]);
  });

  it('goes on over the remaining months on the remaining value of a card taken over', () => {
    const taken = asset({ accumulatedFen: 500, openingThrough: monthNumber('2026-06') });
    const { amounts } = postMonths(taken, monthNumber('2026-06'), monthNumber('2026-12'));
    expect(amounts).toEqual([0, 117, 117, 117, 117, 117, 115]);
  });

  it('makes up for missed months in the next one', () => {
    const late = decideDepreciation(asset(), monthNumber('2026-04'));
    expect(late).toMatchObject({ amountFen: 400, monthsDue: 4, monthlyFen: 100 });
    const afterLife = decideDepreciation(asset(), monthNumber('2030-01'));
    expect(afterLife).toMatchObject({ amountFen: 1200 });
  });

  it('spreads a corrected value over the months that are left', () => {
    const half = postMonths(asset(), monthNumber('2026-01'), monthNumber('2026-06')).end;
    const raised = postMonths(
      { ...half, originalValueFen: 1800 },
      monthNumber('2026-07'),
      monthNumber('2026-12'),
    );
    expect(raised.amounts).toEqual([200, 200, 200, 200, 200, 200]);
    const longer = postMonths(
      { ...half, usefulLifeMonths: 18 },
      monthNumber('2026-07'),
      monthNumber('2027-06'),
    );
    expect(longer.amounts).toEqual([...Array.from({ length: 12 }, () => 50)]);
  });

  it('takes back once what was depreciated above a corrected value', () => {
    const half = postMonths(asset(), monthNumber('2026-01'), monthNumber('2026-06')).end;
    const lowered = postMonths(
      { ...half, originalValueFen: 450 },
      monthNumber('2026-07'),
      monthNumber('2026-08'),
    );
    expect(lowered.amounts).toEqual([-150, 0]);
  });
});

describe('properties of depreciation', () => {
  const life = fc.integer({ min: 1, max: 600 });
  const value = fc.oneof(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: 900_000_000_000_000 }));

  it('adds up to the value over the life, never falls and is never above the value', () => {
    fc.assert(
      fc.property(value, life, (originalValueFen, usefulLifeMonths) => {
        const start = asset({ originalValueFen, usefulLifeMonths });
        const { amounts } = postMonths(start, start.acquiredIn, start.acquiredIn + usefulLifeMonths);
        expect(amounts.every((amount) => amount >= 0)).toBe(true);
        expect(total(amounts)).toBe(originalValueFen);
        expect(amounts.at(-1)).toBe(0);
        const evenly = originalValueFen / usefulLifeMonths;
        const whole = amounts.slice(
          0,
          amounts.findLastIndex((amount) => amount > 0),
        );
        expect(whole.every((amount) => Math.abs(amount - evenly) <= 0.5 || amount === 0)).toBe(true);
        expect(new Set(whole.filter((amount) => amount > 0)).size).toBeLessThanOrEqual(1);
      }),
      { numRuns: 150 },
    );
  });

  it('adds up whatever was taken over, and whichever month the first run is', () => {
    fc.assert(
      fc.property(value, life, fc.nat(), fc.nat(), fc.nat(60), (originalValueFen, months, a, b, delay) => {
        const accumulatedFen = a % (originalValueFen + 1);
        const acquiredIn = monthNumber('2020-01');
        const openingThrough = acquiredIn - 1 + (b % (months + 1));
        const start = asset({
          originalValueFen,
          usefulLifeMonths: months,
          acquiredIn,
          accumulatedFen,
          openingThrough,
        });
        const first = openingThrough + 1 + delay;
        const { amounts } = postMonths(start, first, Math.max(first, acquiredIn + months));
        expect(amounts.every((amount) => amount >= 0)).toBe(true);
        expect(total(amounts)).toBe(originalValueFen - accumulatedFen);
      }),
      { numRuns: 150 },
    );
  });

  it('ends at the value whatever is corrected on the way', () => {
    const correction = fc.record({
      at: fc.nat(40),
      originalValueFen: fc.integer({ min: 0, max: 5_000_000 }),
      usefulLifeMonths: fc.integer({ min: 1, max: 60 }),
    });
    fc.assert(
      fc.property(fc.array(correction, { maxLength: 5 }), (corrections) => {
        let current = asset({ originalValueFen: 123_457, usefulLifeMonths: 36 });
        for (let step = 0; step <= 120; step += 1) {
          const change = corrections.find(({ at }) => at === step);
          if (change) current = { ...current, ...change };
          const month = current.acquiredIn + step;
          current = postMonths(current, month, month).end;
          expect(current.accumulatedFen).toBeLessThanOrEqual(current.originalValueFen);
        }
        expect(current.accumulatedFen).toBe(current.originalValueFen);
      }),
      { numRuns: 150 },
    );
  });
});

describe('classes and months', () => {
  const classOf = (code: string, name: string, depreciationYears: number | null): [string, AssetClass] => [
    code,
    { code, name, edition: 'GB/T 14885-2022', sourced: true, depreciationYears },
  ];
  const table = new Map([
    classOf('A01000000', '房屋和构筑物', null),
    classOf('A01010000', '房屋', 50),
    classOf('A01030000', '土地', 50),
    classOf('A02000000', '设备', null),
    classOf('A02010000', '信息化设备', 6),
    classOf('A02010104', '服务器', null),
    classOf('A03000000', '文物和陈列品', 10),
  ]);

  it.each([
    ['A02010104', 72],
    ['A02010105', 72],
    ['A02000000', null],
    ['A01010100', 600],
    ['A01030100', null],
    ['A03010000', null],
    ['nonsense', null],
  ])('the life of class %s is %s months', (code, months) => {
    expect(usefulLifeMonthsOf(code, table)).toBe(months);
  });

  it('lets the card decide, but not for what is never depreciated', () => {
    expect(usefulLifeMonthsOf('A02010104', table, 48)).toBe(48);
    expect(usefulLifeMonthsOf('A03000000', table, 48)).toBeNull();
  });

  it.each([
    ['A02010104', 'A02010100'],
    ['A02010100', 'A02010000'],
    ['A02010000', 'A02000000'],
    ['A02000000', null],
    ['A02000004', 'A02000000'],
  ])('above %s stands %s', (code, parent) => {
    expect(parentClassCode(code)).toBe(parent);
  });

  it('sums a voucher up under the second level, or the first where there is no second', () => {
    expect(voucherClassCode('A02010104', table)).toBe('A02010000');
    expect(voucherClassCode('A02090100', table)).toBe('A02000000');
    expect(voucherClassCode('A99010100', table)).toBe('A99010100');
  });

  it.each([
    ['2026-10', null, null, 'allowed'],
    ['2020-03', null, null, 'allowed'],
    ['2026-11', null, null, 'MONTH_NOT_OVER'],
    ['2026-10', '2026-05', '2026-09', 'allowed'],
    ['2026-09', '2026-05', '2026-09', 'MONTH_POSTED_ALREADY'],
    ['2026-04', '2026-05', '2026-09', 'MONTH_BEFORE_POSTED'],
    ['2026-10', '2026-05', '2026-08', 'EARLIER_MONTH_UNPOSTED'],
    ['2026-11', '2026-05', '2026-10', 'MONTH_NOT_OVER'],
  ])('posting %s after %s to %s is %s', (month, first, last, expected) => {
    const verdict = decidePosting(month, { first, last }, '2026-11-23');
    expect(verdict.allowed ? 'allowed' : verdict.reason).toBe(expected);
  });

  it('counts months over the turn of the year', () => {
    expect(nextMonthToPost('2025-12', '2026-11-23')).toBe('2026-01');
    expect(nextMonthToPost(null, '2026-01-05')).toBe('2025-12');
    expect(monthText(monthNumber('2026-12-31') + 1)).toBe('2027-01');
    expect(() => monthNumber('2026-13')).toThrow(RangeError);
  });
});

describe('posting', () => {
  let test: TestApp;
  let court: TestCourt;
  let finance: TestPerson;
  let equipment: TestPerson;

  /** Sessions end while weeks pass. */
  const comeBackAt = async (iso: string) => {
    test.clock.set(iso);
    const signIn = async (person: TestPerson) => {
      const session = await buildSession(test, person.id, court.id);
      return { ...person, session, agent: signedInAgent(test, session) };
    };
    finance = await signIn(finance);
    equipment = await signIn(equipment);
  };

  beforeAll(async () => {
    test = await createTestApp();
    court = await buildCourt(test);
    finance = await buildPerson(test, { court, role: 'finance_officer' });
    equipment = await buildPerson(test, { court, role: 'equipment_admin' });
  });
  afterAll(() => test.close());

  const addCards = (
    cards: readonly Partial<AssetCard>[],
    departmentId: string | null = court.departmentId,
    at = court,
  ) =>
    writeAsSystem(test, at.id, (command) =>
      addAssets(command, {
        courtId: at.id,
        kind: 'stock_in',
        drafts: cards.map((card) => ({
          card: cardOf({ classCode: 'A02010105', acquiredOn: '2026-10-08', ...card }),
          position: { ...NOWHERE, status: 'in_stock', departmentId },
          occurredAt: command.now,
          loanDueOn: null,
          basis: null,
          note: null,
        })),
      }),
    );

  const accumulatedOf = async (assetId: string) => {
    const { rows } = await test.database.ownerPool.query<{ fen: number }>(
      'select accumulated_depreciation_fen as fen from assets where id = $1',
      [assetId],
    );
    return rows[0]?.fen;
  };

  const preview = async (query: string) =>
    bodyOf(
      contract.previewDepreciationEndpoint,
      await finance.agent.get(`/api/depreciation/preview?${query}`).expect(200),
    );
  const post = (month: string, as = finance) => as.agent.post('/api/depreciation/post').send({ month });
  const posted = async (month: string) =>
    bodyOf(contract.postDepreciationEndpoint, await post(month).expect(200));
  const readMonth = async (month: string) =>
    bodyOf(
      contract.readDepreciationMonthEndpoint,
      await finance.agent.get(`/api/depreciation/months/${month}`).expect(200),
    );
  let first: Awaited<ReturnType<typeof addCards>> = [];

  it('previews by pages what posting would write', async () => {
    const other = await buildDepartment(test, court);
    const here = await addCards([
      { name: '台式计算机', originalValueFen: 720_000 },
      { name: '石碑', classCode: 'A03000000', originalValueFen: 500_000 },
      { name: '办公椅', classCode: 'A05010301', originalValueFen: 90_000 },
    ]);
    const takenOver = {
      originalValueFen: 720_000,
      acquiredOn: '2022-01-01',
      openingDepreciationFen: 570_000,
      openingDepreciationMonth: '2026-09-01',
    };
    first = [...here, ...(await addCards([takenOver], other.id))];
    const months = await finance.agent.get('/api/depreciation/months').expect(200);
    expect(months.body).toMatchObject({
      items: [],
      nextMonth: '2026-10',
      nextRefusal: null,
      availableActions: ['post'],
    });
    const page = await preview('month=2026-10&limit=2');
    const sum = { assetCount: 3, amountFen: 10_000 + 500 + 10_000 };
    expect(page.totals).toMatchObject({ ...sum, catchUp: { assetCount: 0 } });
    expect(page.totals?.byDepartment).toHaveLength(2);
    expect(page.totals?.byClass.map(({ classCode }) => classCode)).toEqual(['A02010000', 'A05010000']);
    const rest = await preview(`month=2026-10&limit=2&after=${page.nextCursor ?? ''}`);
    expect(rest).toMatchObject({ totals: null, nextCursor: null });
    const depreciated = [first[0], first[2], first[3]].map((each) => each?.id);
    expect([...page.items, ...rest.items].map((line) => line.assetId).sort()).toEqual(depreciated.sort());
  });

  it('posts once, and leaves a voucher that adds up', async () => {
    const run = await posted('2026-10');
    expect(run).toMatchObject({
      assetCount: 3,
      amountFen: 20_500,
      accounts: { debit: { zh: '业务活动费用' }, credit: { zh: '固定资产累计折旧' } },
    });
    expect(total(run.voucher.map((row) => row.amountFen))).toBe(20_500);
    expect(total(run.voucher.map((row) => row.assetCount))).toBe(3);
    const accumulated = await Promise.all(first.map((each) => accumulatedOf(each.id)));
    expect(accumulated).toEqual([10_000, 0, 500, 580_000]);
    expect(codeOf(await post('2026-10').expect(409))).toBe('MONTH_POSTED_ALREADY');
    expect(await readMonth('2026-10')).toEqual(run);
    const lines = await finance.agent.get('/api/depreciation/months/2026-10/lines').expect(200);
    const { items } = bodyOf(contract.listDepreciationLinesEndpoint, lines);
    expect(total(items.map((line) => line.amountFen))).toBe(20_500);
  });

  it('refuses a month that is not over, a gap, and a month before the first', async () => {
    const refusals = await Promise.all(
      ['2026-11', '2026-12', '2026-09'].map(async (month) => codeOf(await post(month).expect(409))),
    );
    expect(refusals).toEqual(['MONTH_NOT_OVER', 'EARLIER_MONTH_UNPOSTED', 'MONTH_BEFORE_POSTED']);
  });

  it('brings what came late or was corrected into the next month and leaves the posted one', async () => {
    const [late] = await addCards([{ originalValueFen: 720_000, acquiredOn: '2026-09-30' }]);
    const [corrected] = await addCards([{ originalValueFen: 720_000 }]);
    await comeBackAt('2026-12-01T09:00:00.000+08:00');
    await posted('2026-11');
    expect(await accumulatedOf(late?.id ?? '')).toBe(30_000);
    expect(await accumulatedOf(corrected?.id ?? '')).toBe(20_000);

    const card = {
      ...cardOf({ classCode: 'A02010105', acquiredOn: '2026-10-08', originalValueFen: 790_000 }),
      openingDepreciationMonth: null,
    };
    await equipment.agent
      .patch(`/api/fixed-assets/${corrected?.id ?? ''}`)
      .set('If-Match', '"1"')
      .send({ card, reason: '发票金额录错' })
      .expect(200);
    expect(await accumulatedOf(corrected?.id ?? '')).toBe(20_000);
    await comeBackAt('2027-01-04T09:00:00.000+08:00');
    await posted('2026-12');
    expect(await accumulatedOf(corrected?.id ?? '')).toBe(20_000 + 11_000);
    expect((await readMonth('2026-10')).amountFen).toBe(20_500);
  });

  it('gives one of two posts at once the month and refuses the other', async () => {
    await comeBackAt('2027-02-01T09:00:00.000+08:00');
    const answers = await Promise.all(['2027-01', '2027-01'].map(async (month) => post(month)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    const { rows } = await test.database.ownerPool.query<{ runs: number; lines: number; amount: number }>(
      `select count(distinct r.month)::int as runs, count(*)::int as lines, sum(l.amount_fen)::bigint as amount
       from depreciation_runs r join depreciation_lines l using (court_id, month) where r.month = '2027-01-01'`,
    );
    const won = answers.find((answer) => answer.status === 200);
    const run = won && bodyOf(contract.postDepreciationEndpoint, won);
    expect(rows[0]).toEqual({ runs: 1, amount: run?.amountFen, lines: run?.assetCount });
  });

  it('keeps posted rows from everyone, the owner included', async () => {
    for (const statement of [
      'update depreciation_lines set amount_fen = amount_fen + 1',
      'delete from depreciation_lines',
      'update depreciation_runs set amount_fen = 0',
      'truncate depreciation_runs cascade',
    ]) {
      await expect(test.database.ownerPool.query(statement)).rejects.toThrow(/append-only/);
    }
  });

  it('prints the voucher and exports the lines', async () => {
    const paper = await finance.agent.get('/api/depreciation/months/2026-10/voucher?format=pdf').expect(200);
    expect(paper.headers['content-type']).toBe('application/pdf');
    expect((paper.body as Buffer).subarray(0, 5).toString()).toBe('%PDF-');
    for (const path of ['voucher?format=xlsx', 'lines/export?language=en']) {
      const book = await finance.agent
        .get(`/api/depreciation/months/2026-10/${path}`)
        .buffer(true)
        .parse((response, done) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () => done(null, Buffer.concat(chunks)));
        })
        .expect(200);
      expect((book.body as Buffer).subarray(0, 2).toString()).toBe('PK');
      expect(book.headers['content-disposition']).toContain('attachment');
    }
    const missing = await finance.agent.get('/api/depreciation/months/2020-01/voucher').expect(404);
    expect(codeOf(missing)).toBe('MONTH_NOT_POSTED');
  });

  it('belongs to finance, and to no other court', async () => {
    await post('2027-01', equipment).expect(403);
    const stranger = await buildPerson(test, { court: await buildCourt(test), role: 'finance_officer' });
    const own = await stranger.agent.get('/api/depreciation/months').expect(200);
    expect(own.body).toMatchObject({ items: [] });
    await stranger.agent.get(`/api/depreciation/months?courtId=${court.id}`).expect(404);
    await stranger.agent.get(`/api/depreciation/months/2026-10?courtId=${court.id}`).expect(404);
    await stranger.agent.get(`/api/depreciation/preview?month=2027-02&courtId=${court.id}`).expect(404);
  });

  it('is added up anew by verify-ledger, which names what differs', async () => {
    const whole = await verifyLedger(test.database.ownerPool, {});
    expect(whole.difference).toBeUndefined();
    const { ownerPool } = test.database;
    await ownerPool.query(
      'update assets set accumulated_depreciation_fen = accumulated_depreciation_fen + 1 where accumulated_depreciation_fen > 0',
    );
    expect((await verifyLedger(ownerPool, {})).difference?.en).toContain('accumulatedFen differs');
    await ownerPool.query(
      'update assets set accumulated_depreciation_fen = accumulated_depreciation_fen - 1 where accumulated_depreciation_fen > 1',
    );
    expect((await verifyLedger(ownerPool, {})).difference).toBeUndefined();
    await ownerPool.query(`alter table depreciation_runs disable trigger user;
      update depreciation_runs set amount_fen = amount_fen - 1 where month = '2026-11-01';
      alter table depreciation_runs enable trigger user`);
    expect((await verifyLedger(ownerPool, {})).difference?.en).toContain('2026-11: runAmountFen differs');
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { AssetListItem } from '../../src/modules/fixed-assets/asset-list.contract.ts';
import { addressOf, getFile, getJson, readPages, type Query } from '../support/http-json.ts';
import { buildCourt, buildPerson, type TestCourt, type TestPerson } from '../support/people.ts';
import { buildRandomRegister, type ModelAsset, type RandomRegister } from '../support/random-register.ts';
import { collectStatements, explainStatements } from '../support/query-plans.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';

interface Page {
  readonly items: AssetListItem[];
  readonly nextCursor: string | null;
}
interface ProblemBody {
  readonly code: string;
  readonly problems: { path: string; code: string }[];
}

let test: TestApp;
let register: RandomRegister;
let keeper: TestPerson;

beforeAll(async () => {
  test = await createTestApp();
  const court = await buildCourt(test);
  keeper = await buildPerson(test, { court, role: 'equipment_admin' });
  register = await buildRandomRegister(test, court, { count: 400, seed: 7 });
  await labelAssets(court, '[13579]$');
});
afterAll(() => test.close());

/** The codes that match carry their first label. */
const labelAssets = (court: TestCourt, codes: string) =>
  test.database.ownerPool.query(
    `update item_codes set labelled_at = '2026-11-20T01:30:00Z', label_version = '1'
     where court_id = $1 and code ~ $2`,
    [court.id, codes],
  );
const isLabelled = ({ code }: { code: string }) => /[13579]$/.test(code);

const readAll = (person: TestPerson, query: Query) =>
  readPages<AssetListItem>(person, '/fixed-assets', query);

const codes = (items: readonly { code: string }[]) => items.map(({ code }) => code);

const SORT_KEYS: Record<string, (asset: ModelAsset) => string | number> = {
  code: (asset) => asset.code,
  name: (asset) => asset.card.name,
  acquired: (asset) => asset.card.acquiredOn,
  value: (asset) => asset.card.originalValueFen,
  updated: (asset) => asset.updatedAtMs,
};

function sorted(assets: readonly ModelAsset[], sort: string, direction: string): string[] {
  const key = SORT_KEYS[sort] ?? (() => 0);
  const compare = (a: string | number, b: string | number) =>
    typeof a === 'string' && typeof b === 'string'
      ? Buffer.compare(Buffer.from(a), Buffer.from(b))
      : Number(a) - Number(b);
  const ascending = [...assets].sort((a, b) => compare(key(a), key(b)) || compare(a.id, b.id));
  return codes(direction === 'asc' ? ascending : ascending.reverse());
}

const words = ({ card }: ModelAsset) =>
  [card.name, card.specification, card.brand, card.model, card.manufacturer, card.supplier, card.notes].join(
    ' ',
  );

interface Filter {
  readonly query: Query;
  readonly fits: (asset: ModelAsset) => boolean;
}

/** Filters by where a thing is, with what each means. */
function positionFilters(): Filter[] {
  const { departments, places, holders } = register;
  return [
    { query: {}, fits: () => true },
    {
      query: { status: ['idle', 'on_loan'] },
      fits: ({ position }) => ['idle', 'on_loan'].includes(position.status),
    },
    { query: { status: 'in_use' }, fits: ({ position }) => position.status === 'in_use' },
    {
      query: { departmentId: departments[0]?.id ?? '' },
      fits: ({ position }) => departments.slice(0, 2).some(({ id }) => id === position.departmentId),
    },
    {
      query: { departmentId: departments[2]?.id ?? '' },
      fits: ({ position }) => position.departmentId === departments[2]?.id,
    },
    {
      query: { placeId: places[0]?.id ?? '' },
      fits: ({ position }) => places.slice(0, 3).some(({ id }) => id === position.placeId),
    },
    { query: { placeId: places[2]?.id ?? '' }, fits: ({ position }) => position.placeId === places[2]?.id },
    {
      query: { holderId: holders[1]?.id ?? '' },
      fits: ({ position }) => position.holderId === holders[1]?.id,
    },
    {
      query: { assetId: register.assets.slice(3, 9).map(({ id }) => id) },
      fits: (asset) => register.assets.slice(3, 9).includes(asset),
    },
    {
      query: { codeFrom: register.assets[3]?.code ?? '', codeTo: register.assets[8]?.code ?? '' },
      fits: ({ code }) =>
        code >= (register.assets[3]?.code ?? '') && code <= (register.assets[8]?.code ?? ''),
    },
    { query: { hasHolder: false }, fits: ({ position }) => position.holderId === null },
    { query: { hasPlace: false }, fits: ({ position }) => position.placeId === null },
    {
      query: { overdue: true },
      fits: ({ position, loanDueOn }) => position.status === 'on_loan' && (loanDueOn ?? '9') < '2026-11-23',
    },
  ];
}

/** Filters by what the card says. */
function cardFilters(): Filter[] {
  return [
    { query: { classCode: 'A0201' }, fits: ({ card }) => card.classCode.startsWith('A0201') },
    {
      query: { classCode: ['A05010301', 'A05010502'] },
      fits: ({ card }) => ['A05010301', 'A05010502'].includes(card.classCode),
    },
    {
      query: { valueFromFen: 20_000, valueToFen: 50_000 },
      fits: ({ card }) => card.originalValueFen >= 20_000 && card.originalValueFen <= 50_000,
    },
    {
      query: { acquiredFrom: '2015-03-01', acquiredTo: '2019-02-28' },
      fits: ({ card }) => card.acquiredOn >= '2015-03-01' && card.acquiredOn <= '2019-02-28',
    },
    { query: { ageFromYears: 10 }, fits: ({ card }) => card.acquiredOn <= '2016-11-23' },
    {
      query: { ageFromYears: 2, ageToYears: 4 },
      fits: ({ card }) => card.acquiredOn > '2021-11-23' && card.acquiredOn <= '2024-11-23',
    },
    { query: { supplier: '商贸' }, fits: ({ card }) => card.supplier?.includes('商贸') === true },
    { query: { brand: 'thinkp' }, fits: ({ card }) => card.brand === 'ThinkPad' },
    { query: { model: '102' }, fits: ({ card }) => card.model?.includes('102') === true },
    { query: { name: '备用' }, fits: ({ card }) => card.name.includes('备用') },
    { query: { specification: '12' }, fits: ({ card }) => card.specification?.includes('12') === true },
    { query: { specification: '10%' }, fits: () => false },
    { query: { unit: '把' }, fits: ({ card }) => card.unit === '把' },
    { query: { notes: '电源' }, fits: ({ card }) => card.notes !== null },
    {
      query: { voucherNumber: '2023-00' },
      fits: ({ card }) => card.voucherNumber?.includes('2023-00') === true,
    },
    {
      query: { procurementForm: '集中' },
      fits: ({ card }) => card.procurementForm === '政府集中采购',
    },
    {
      query: { fiscalFundsFromFen: 20_000, fiscalFundsToFen: 50_000 },
      fits: ({ card: { fiscalFundsFen } }) =>
        fiscalFundsFen !== null && fiscalFundsFen >= 20_000 && fiscalFundsFen <= 50_000,
    },
    {
      query: { nonFiscalFundsFromFen: 1 },
      fits: ({ card }) => card.nonFiscalFundsFen !== null && card.nonFiscalFundsFen >= 1,
    },
    { query: { openingDepreciationFromFen: 1 }, fits: () => false },
  ];
}

/** Filters by what the card counts, what its label says, and typed words. */
function furtherFilters(): Filter[] {
  return [
    {
      query: { quantityFrom: 2, quantityTo: 3 },
      fits: ({ card }) => card.quantity === '2' || card.quantity === '3',
    },
    {
      query: { usefulLifeFromMonths: 72, usefulLifeToMonths: 96 },
      fits: ({ card: { usefulLifeMonths } }) =>
        usefulLifeMonths !== null && usefulLifeMonths >= 72 && usefulLifeMonths <= 96,
    },
    {
      query: { inUseFrom: '2022-01-01', inUseTo: '2023-12-31' },
      fits: ({ card: { inUseOn } }) => inUseOn !== null && inUseOn >= '2022' && inUseOn < '2024',
    },
    { query: { isLabelled: false }, fits: (asset) => !isLabelled(asset) },
    { query: { isLabelled: true }, fits: isLabelled },
    { query: { hasSerialNumber: true }, fits: ({ card }) => card.serialNumber !== null },
    { query: { q: '椅' }, fits: (asset) => words(asset).includes('椅') },
    { query: { q: '备用' }, fits: (asset) => words(asset).includes('备用') },
    {
      query: { q: '会议椅 瑞丰' },
      fits: (asset) => words(asset).includes('会议椅') && words(asset).includes('瑞丰'),
    },
    { query: { q: 'ＴＨＩＮＫpad' }, fits: (asset) => words(asset).includes('ThinkPad') },
    { query: { q: '计算机 不存在' }, fits: () => false },
  ];
}

const filterOf = (): fc.Arbitrary<Filter> =>
  fc.constantFrom(...positionFilters(), ...cardFilters(), ...furtherFilters());

describe('a page of the list', () => {
  it('follows the page before without gap or repeat, whatever the filters and the order', async () => {
    const request = fc.record({
      filters: fc.array(filterOf(), { minLength: 1, maxLength: 2 }),
      sort: fc.constantFrom('code', 'name', 'acquired', 'value', 'updated'),
      direction: fc.constantFrom('asc', 'desc'),
      limit: fc.integer({ min: 20, max: 200 }),
    });
    await fc.assert(
      fc.asyncProperty(request, async ({ filters, sort, direction, limit }) => {
        const query: Query = Object.assign(
          { sort, direction, limit },
          ...filters.map((filter) => filter.query),
        ) as Query;
        const last = new Map(
          filters.flatMap((filter) => Object.keys(filter.query).map((key) => [key, filter] as const)),
        );
        const effective = filters.filter((filter) =>
          Object.keys(filter.query).every((key) => last.get(key) === filter),
        );
        // Two choices for one filter overwrite each other, so only whole choices are asked together.
        fc.pre(effective.length === filters.length);
        const expected = register.assets.filter((asset) => effective.every(({ fits }) => fits(asset)));
        expect(codes(await readAll(keeper, query))).toEqual(sorted(expected, sort, direction));
        const totals = await getJson(
          keeper,
          '/fixed-assets/totals',
          Object.assign({}, ...effective.map((f) => f.query)) as Query,
        );
        const sum = expected.reduce((total, { card }) => total + card.originalValueFen, 0);
        expect(totals).toEqual({ count: expected.length, originalValueFen: sum, netValueFen: sum });
      }),
      { numRuns: 30 },
    );
  });

  it('says since when a thing carries its label, and which', async () => {
    const items = await readAll(keeper, { limit: 200 });
    expect(items.map(({ labelledAt, labelVersion }) => [labelledAt, labelVersion])).toEqual(
      items.map((item) => (isLabelled(item) ? ['2026-11-20T09:30:00.000+08:00', '1'] : [null, null])),
    );
  });

  it('names department, holder and place', async () => {
    const asset = register.assets.find(
      ({ position }) => position.holderId !== null && position.placeId !== null,
    );
    const page = await getJson<Page>(keeper, '/fixed-assets', { q: asset?.code ?? '' });
    expect(page.items).toHaveLength(1);
    expect(page.items[0]).toMatchObject({
      id: asset?.id,
      className: expect.any(String) as unknown,
      department: { id: asset?.position.departmentId, name: asset?.position.department },
      holder: { id: asset?.position.holderId, name: asset?.position.holder },
      place: { id: asset?.position.placeId, path: asset?.position.place },
      netValueFen: asset?.card.originalValueFen,
      photoId: null,
    });
  });

  it.each([
    ['not base64url of JSON', 'zzzz'],
    ['JSON of something else', Buffer.from('{"key":1}').toString('base64url')],
    [
      'of another order',
      Buffer.from(
        JSON.stringify({
          sort: 'name',
          direction: 'asc',
          key: 'a',
          id: '018cc252-0613-7e74-8303-28294d247952',
        }),
      ).toString('base64url'),
    ],
    [
      'with a key of another type',
      Buffer.from(
        JSON.stringify({
          sort: 'code',
          direction: 'asc',
          key: 7,
          id: '018cc252-0613-7e74-8303-28294d247952',
        }),
      ).toString('base64url'),
    ],
  ])('refuses a cursor that is %s', async (_what, after) => {
    const problem = await getJson<ProblemBody>(keeper, '/fixed-assets', { after }, 400);
    expect(problem).toMatchObject({
      code: 'INPUT_INVALID',
      problems: [{ path: 'query.after', code: 'CURSOR_INVALID' }],
    });
  });
});

describe('finding by number', () => {
  const sample = () => {
    const asset = register.assets.find(({ card }) => card.serialNumber !== null && card.oldNumber1 !== null);
    if (!asset) throw new Error('there is such an asset');
    return asset;
  };
  const found = async (text: string) =>
    getJson<{ items: { id: string }[]; labelVersion: string | null; isMisread: boolean }>(
      keeper,
      `/fixed-assets/by-code/${encodeURIComponent(text)}`,
    );

  it('takes the code in any writing, with a label version and as a link', async () => {
    const { code, id } = sample();
    const spaced = `${code.slice(0, 1)} ${code.slice(1, 7)} ${code.slice(7, 14)} ${code.slice(14)}`;
    for (const text of [code, spaced, code.toLowerCase(), `https://zc.example/c/${code}-3`, `${code}-3`]) {
      expect([text, (await found(text)).items.map((item) => item.id)]).toEqual([text, [id]]);
    }
    expect((await found(`${code}-3`)).labelVersion).toBe('3');
  });

  it('says that a code is misread when its check digits are wrong', async () => {
    const { code } = sample();
    const wrong = code.slice(0, 15) + String((Number(code.slice(15)) + 1) % 10);
    expect(await found(wrong)).toEqual({ items: [], labelVersion: null, isMisread: true });
  });

  it('takes serial number, old number, the serial of the code and the last digits', async () => {
    const { card, code, id } = sample();
    const serial = String(Number(code.slice(7, 14)));
    for (const text of [card.serialNumber ?? '', card.oldNumber1 ?? '', code.slice(-6)]) {
      expect((await found(text)).items.map((item) => item.id)).toContain(id);
    }
    expect((await found(serial)).items.map((item) => item.id)).toContain(id);
    expect((await found('没有这个号')).items).toEqual([]);
  });

  it('puts the number search into the list as well', async () => {
    const { card, code } = sample();
    for (const q of [code.slice(0, 12), card.serialNumber ?? '', (card.oldNumber1 ?? '').toLowerCase()]) {
      expect(codes(await readAll(keeper, { q, limit: 200 }))).toContain(code);
    }
  });
});

describe('who sees what', () => {
  it('shows staff their own, a head their department and their own, others nothing', async () => {
    const [first, , third] = register.departments;
    const staff = register.holders[0];
    const head = await buildPerson(test, {
      court: register.court,
      role: 'department_head',
      departmentId: third?.id ?? null,
    });
    const mine = register.assets.filter(({ position }) => position.holderId === staff?.id);
    if (!staff) throw new Error('there are holders');
    expect(codes(await readAll(staff, { limit: 200 }))).toEqual(sorted(mine, 'code', 'asc'));
    const theirs = register.assets.filter(({ position }) => position.departmentId === third?.id);
    expect(codes(await readAll(head, { limit: 200 }))).toEqual(sorted(theirs, 'code', 'asc'));
    expect(await readAll(head, { departmentId: first?.id ?? '' })).toEqual([]);
    const foreign = register.assets.find(({ position }) => position.departmentId === first?.id);
    await getJson(head, `/fixed-assets/${foreign?.id ?? ''}`, {}, 404);
    await getJson(head, `/fixed-assets/${theirs[0]?.id ?? ''}`);
    expect(
      (await getJson<{ items: unknown[] }>(head, `/fixed-assets/by-code/${foreign?.code ?? ''}`)).items,
    ).toEqual([]);
  });

  it('lets a supervisor read the court below, and nobody another court', async () => {
    const upper = await buildCourt(test);
    const lower = await buildCourt(test, { parent: upper });
    const supervisor = await buildPerson(test, { court: upper, role: 'supervisor' });
    const below = await buildRandomRegister(test, lower, { count: 5, seed: 3 });
    expect(codes(await readAll(supervisor, { courtId: lower.id }))).toEqual(
      sorted(below.assets, 'code', 'asc'),
    );
    expect(await readAll(supervisor, {})).toEqual([]);
    const own = await buildRandomRegister(test, upper, { count: 4, seed: 5 });
    const both = [...below.assets, ...own.assets];
    for (const [sort, direction] of [
      ['code', 'asc'],
      ['value', 'desc'],
      ['name', 'asc'],
    ] as const) {
      const query = { allCourts: true, sort, direction, limit: 2 };
      expect(codes(await readAll(supervisor, query))).toEqual(sorted(both, sort, direction));
    }
    expect(await getJson(supervisor, '/fixed-assets/totals', { allCourts: true })).toMatchObject({
      count: both.length,
      originalValueFen: both.reduce((sum, { card }) => sum + card.originalValueFen, 0),
    });
    const table = { allCourts: true, format: 'csv', column: ['code', 'court'] };
    const file = await getFile(supervisor, '/fixed-assets/export', table);
    const lines = file.toString('utf8').trim().split(/\r?\n/).slice(1);
    const line = (court: string) => (asset: ModelAsset) => `${asset.code},${court}`;
    expect(lines.sort()).toEqual(
      [...below.assets.map(line(lower.name)), ...own.assets.map(line(upper.name))].sort(),
    );
    expect(await readAll(keeper, { allCourts: true })).toHaveLength(register.assets.length);
    const page = await getJson<{ availableActions: string[] }>(
      supervisor,
      `/fixed-assets/${below.assets[0]?.id ?? ''}`,
    );
    expect(page.availableActions).toEqual([]);
    await getJson(supervisor, '/fixed-assets', { courtId: register.court.id }, 404);
    await getJson(keeper, '/fixed-assets', { courtId: lower.id }, 404);
    await getJson(keeper, `/fixed-assets/${below.assets[0]?.id ?? ''}`, {}, 404);
  });
});

describe('the list as a file', () => {
  const csvOf = async (query: Query) => {
    const response = await keeper.agent.get(addressOf('/fixed-assets/export', { format: 'csv', ...query }));
    expect(response.status).toBe(200);
    return response.text.replace('\ufeff', '').trimEnd().split('\r\n');
  };

  it('holds every row of the filtered list in its order, with the columns asked for', async () => {
    const lines = await csvOf({
      q: '椅',
      sort: 'value',
      direction: 'desc',
      column: ['code', 'originalValueFen', 'status', 'labelVersion'],
    });
    const items = await readAll(keeper, { q: '椅', sort: 'value', direction: 'desc', limit: 200 });
    const statuses: Record<string, string> = {
      in_use: '在用',
      in_stock: '在库',
      idle: '闲置',
      on_loan: '借出',
      in_repair: '维修中',
    };
    expect(lines[0]).toBe('资产编码,账面原值（元）,状态,标签版本');
    expect(lines.slice(1)).toEqual(
      items.map(
        ({ code, originalValueFen, status, labelVersion }) =>
          `${code},${(originalValueFen / 100).toFixed(2)},${statuses[status] ?? ''},${labelVersion ?? ''}`,
      ),
    );
  });

  it('has all columns and every asset without a choice, also as a workbook', async () => {
    expect(await csvOf({})).toHaveLength(register.assets.length + 1);
    const workbook = await getFile(keeper, '/fixed-assets/export', { format: 'xlsx', language: 'en' });
    expect(workbook.subarray(0, 2).toString()).toBe('PK');
  });
});

describe('what the database does', () => {
  let large: TestPerson;
  let largeRegister: RandomRegister;

  beforeAll(async () => {
    const court = await buildCourt(test);
    large = await buildPerson(test, { court, role: 'equipment_admin' });
    largeRegister = await buildRandomRegister(test, court, { count: 6_000, seed: 11, batch: 2000 });
    await labelAssets(court, '[0-8]$');
    await test.database.ownerPool.query('analyze');
  });

  const plansOf = async (path: string, query: Query) => {
    const statements = await collectStatements(() => getJson(large, path, query));
    return (await explainStatements(test.database.pool, [large.court.id], statements)).join('\n');
  };

  it.each([
    ['/fixed-assets', { sort: 'code' }],
    ['/fixed-assets', { sort: 'name' }],
    ['/fixed-assets', { sort: 'acquired', direction: 'desc' }],
    ['/fixed-assets', { sort: 'value', direction: 'desc' }],
    ['/fixed-assets', { sort: 'updated', direction: 'desc' }],
    ['/fixed-assets', { isLabelled: false }],
    ['/fixed-assets', { isLabelled: true }],
    ['/fixed-assets', { q: '审判庭' }],
    ['/fixed-assets', { q: '计算机 M1049 河套' }],
    ['/fixed-assets', { q: 'SN-0042X' }],
    ['/fixed-assets', { specification: '139×60', notes: '附电源' }],
    ['/fixed-assets', { voucherNumber: '记-2023-0042' }],
    ['/fixed-assets/by-code/SN0042X', {}],
    ['/fixed-assets/by-code/42', {}],
    ['/ledger/fixed-assets', {}],
    ['/ledger/fixed-assets', { from: '2026-11-01', to: '2026-11-30', direction: 'asc' }],
  ] as [string, Query][])('reads %s %j along indexes', async (path, query) => {
    const plan = await plansOf(path, query);
    expect(plan).toContain('Index');
    expect(plan).not.toMatch(/Seq Scan on (?:assets|asset_search|asset_aliases|ledger_entries|item_codes)/);
  });

  it('reads the past of a department along the index of what came there', async () => {
    const departmentId = largeRegister.departments[1]?.id ?? '';
    const plan = await plansOf('/fixed-assets/as-of', { at: '2026-12-31T00:00:00Z', departmentId });
    expect(plan).toContain('ledger_entries_to_department');
    expect(plan).not.toMatch(/Seq Scan on (?:assets|ledger_entries)/);
  });

  it('goes on from the cursor of a deep page along the index', async () => {
    const { nextCursor } = await getJson<Page>(large, '/fixed-assets', { sort: 'value', limit: 200 });
    const plan = await plansOf('/fixed-assets', { sort: 'value', after: nextCursor ?? '' });
    expect(plan).toMatch(/Index Cond: .*ROW\(.*original_value_fen/);
  });
});

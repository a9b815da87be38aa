import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extractText, getDocumentProxy } from 'unpdf';
import type { Dashboard } from '../../src/modules/fixed-assets/dashboard.contract.ts';
import type { PersonHoldings } from '../../src/modules/fixed-assets/holdings.contract.ts';
import type { LedgerTotals } from '../../src/modules/fixed-assets/ledger.contract.ts';
import type { SavedView } from '../../src/modules/fixed-assets/saved-views.contract.ts';
import type { SearchAnswer } from '../../src/modules/fixed-assets/search.contract.ts';
import { getFile, getJson, sendJson } from '../support/http-json.ts';
import { buildCourt, buildPerson, type TestPerson } from '../support/people.ts';
import { buildRandomRegister, type ModelAsset, type RandomRegister } from '../support/random-register.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';

let test: TestApp;
let register: RandomRegister;
let keeper: TestPerson;
let foreigner: TestPerson;

beforeAll(async () => {
  test = await createTestApp();
  const court = await buildCourt(test);
  keeper = await buildPerson(test, { court, role: 'equipment_admin' });
  register = await buildRandomRegister(test, court, { count: 150, seed: 21 });
  foreigner = await buildPerson(test, { court: await buildCourt(test), role: 'equipment_admin' });
});
afterAll(() => test.close());

function sumOf(assets: readonly ModelAsset[]) {
  const value = assets.reduce((sum, { card }) => sum + card.originalValueFen, 0);
  return { count: assets.length, originalValueFen: value, netValueFen: value };
}
const where = (fits: (asset: ModelAsset) => boolean) => sumOf(register.assets.filter(fits));
const holderOf = (index: number) => {
  const holder = register.holders[index];
  if (!holder) throw new Error('there are three holders');
  return holder;
};

describe('the dashboard', () => {
  it('counts and values by status, class, department and age, as the list does', async () => {
    const dashboard = await getJson<Dashboard>(keeper, '/dashboard/fixed-assets');
    expect(dashboard.today).toBe('2026-11-23');
    expect(dashboard.total).toEqual(sumOf(register.assets));
    for (const { status, ...sums } of dashboard.byStatus) {
      expect([status, sums]).toEqual([status, where(({ position }) => position.status === status)]);
    }
    for (const { code, children, name: _name, ...sums } of dashboard.byClass) {
      expect([code, sums]).toEqual([code, where(({ card }) => card.classCode.startsWith(code.slice(0, 3)))]);
      for (const { code: child, name: _childName, ...below } of children) {
        expect([child, below]).toEqual([
          child,
          where(({ card }) => card.classCode.startsWith(child.slice(0, 5))),
        ]);
      }
    }
    expect(dashboard.byClass.map(({ name }) => name).sort()).toEqual(['家具和用具', '设备']);
    for (const { department, ...sums } of dashboard.byDepartment) {
      expect(sums).toEqual(where(({ position }) => position.departmentId === (department?.id ?? null)));
    }
    expect(dashboard.byDepartment).toHaveLength(3);
    for (const { key, fromYears, toYears, ...sums } of dashboard.byAge) {
      const youngest = `${2026 - fromYears}-11-23`;
      const oldest = toYears === null ? '0000' : `${2026 - toYears - 1}-11-23`;
      const inBand = where(({ card }) => card.acquiredOn <= youngest && card.acquiredOn > oldest);
      expect([key, sums]).toEqual([key, inBand]);
    }
    expect(dashboard.idle).toEqual(where(({ position }) => position.status === 'idle'));
  });

  it('knows loans that are due, what waits for signatures, and what moved last', async () => {
    const overdue = register.assets.filter(({ loanDueOn }) => loanDueOn !== null && loanDueOn < '2026-11-23');
    const before = await getJson<Dashboard>(keeper, '/dashboard/fixed-assets');
    expect(before.loansOverdue).toEqual({
      count: overdue.length,
      oldestDueOn: overdue.map(({ loanDueOn }) => loanDueOn).sort()[0] ?? null,
    });
    const stocked = register.assets.filter(({ position }) => position.status === 'in_stock').slice(0, 2);
    await sendJson(keeper, 'post', '/fixed-assets/issue', {
      assetIds: stocked.map(({ id }) => id),
      holderId: holderOf(0).id,
    });
    const after = await getJson<Dashboard>(keeper, '/dashboard/fixed-assets');
    expect(after.receiptsPending.count).toBe(2);
    expect(after.recentMovements).toHaveLength(10);
    expect(after.recentMovements[0]).toMatchObject({ kind: 'issue', actorName: keeper.name });
    expect(after.recentMovements[0]?.to).toContain('使用人1');
    expect(after.movementsByMonth).toHaveLength(12);
    const inStock = ({ status, departmentId, holderId }: ModelAsset['position']) =>
      status === 'in_stock' || (status === 'idle' && departmentId === null && holderId === null);
    const came = register.assets.filter(({ position }) => inStock(position)).length;
    expect(after.movementsByMonth.at(-1)).toEqual({ month: '2026-11', in: came, out: 2, within: 150 - came });
    for (const flow of ['in', 'out', 'within'] as const) {
      const query = { from: '2026-11-01', to: '2026-11-30', flow };
      const listed = await getJson<LedgerTotals>(keeper, '/ledger/fixed-assets/totals', query);
      expect([flow, listed.entryCount]).toEqual([flow, after.movementsByMonth.at(-1)?.[flow]]);
    }
    expect(after.total).toEqual(before.total);
  });

  it('shows a head of department the department, and another court nothing of this one', async () => {
    const department = register.departments[2];
    const head = await buildPerson(test, {
      court: register.court,
      role: 'department_head',
      departmentId: department?.id ?? null,
    });
    const dashboard = await getJson<Dashboard>(head, '/dashboard/fixed-assets');
    const theirs = await getJson(head, '/fixed-assets/totals');
    expect(dashboard.total).toEqual(theirs);
    expect(dashboard.byDepartment.map((row) => row.department?.id)).toEqual([department?.id]);
    const empty = await getJson<Dashboard>(foreigner, '/dashboard/fixed-assets');
    expect(empty.total).toEqual({ count: 0, originalValueFen: 0, netValueFen: 0 });
    expect(empty.byClass).toEqual([]);
    await getJson(foreigner, '/dashboard/fixed-assets', { courtId: register.court.id }, 404);
    await getJson(holderOf(0), '/dashboard/fixed-assets', {}, 403);
  });
});

describe('what a person holds', () => {
  it('is everything in use, on loan and waiting for a signature, each once in the sum', async () => {
    const holder = holderOf(0);
    const holdings = await getJson<PersonHoldings>(keeper, `/people/${holder.id}/holdings`);
    const held = register.assets.filter(({ position }) => position.holderId === holder.id);
    const onLoan = held.filter(({ position }) => position.status === 'on_loan');
    expect(holdings.person).toMatchObject({ id: holder.id, name: '使用人1', department: '审判业务' });
    expect(holdings.onLoan.map(({ assetId }) => assetId).sort()).toEqual(onLoan.map(({ id }) => id).sort());
    // Two more were issued by the test before.
    expect(holdings.totals.inUse.count).toBe(held.length - onLoan.length + 2);
    expect(holdings.totals.pendingReceipts.count).toBe(2);
    expect(holdings.totals.all.count).toBe(held.length + 2);
    expect(holdings.isClear).toBe(false);
  });

  it('is clear when nothing is left', async () => {
    const leaver = await buildPerson(test, { court: register.court, role: 'staff' });
    const holdings = await getJson<PersonHoldings>(keeper, `/people/${leaver.id}/holdings`);
    expect(holdings).toMatchObject({ isClear: true, inUse: [], onLoan: [], pendingReceipts: [] });
  });

  it('is read by oneself, the head of the department and the office, by nobody else', async () => {
    const path = `/people/${holderOf(0).id}/holdings`;
    const head = await buildPerson(test, {
      court: register.court,
      role: 'department_head',
      departmentId: register.departments[0]?.id ?? null,
    });
    const otherHead = await buildPerson(test, {
      court: register.court,
      role: 'department_head',
      departmentId: register.departments[2]?.id ?? null,
    });
    for (const person of [holderOf(0), head]) await getJson(person, path);
    for (const person of [holderOf(1), otherHead, foreigner]) await getJson(person, path, {}, 404);
  });

  it('becomes the paper that is signed before a person leaves', async () => {
    const bytes = await getFile(keeper, `/people/${holderOf(0).id}/holdings/print`);
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
    for (const part of ['名下资产清退清单', '使用人1', '审判业务', '待签收', '资产管理员'])
      expect(text).toContain(part);
  });
});

describe('saved views', () => {
  const view = {
    list: 'fixed-assets',
    name: '闲置资产',
    query: 'status=idle&sort=value',
    columns: ['code', 'name'],
  };
  const viewsOf = async (person: TestPerson) =>
    (await getJson<{ items: SavedView[] }>(person, '/saved-views', { list: 'fixed-assets' })).items;

  it('are one’s own until they are shared, and are replaced by name', async () => {
    const [first, second] = [holderOf(0), holderOf(1)];
    const kept = await sendJson<SavedView>(first, 'post', '/saved-views', view);
    expect(kept).toMatchObject({ ...view, shared: false, isMine: true, ownerName: first.name });
    expect(await viewsOf(second)).toEqual([]);
    const again = await sendJson<SavedView>(first, 'post', '/saved-views', {
      ...view,
      shared: true,
      query: 'status=idle',
    });
    expect(again.id).toBe(kept.id);
    expect(await viewsOf(first)).toHaveLength(1);
    expect(await viewsOf(second)).toMatchObject([{ id: kept.id, query: 'status=idle', isMine: false }]);
    expect(await viewsOf(foreigner)).toEqual([]);
    await sendJson(second, 'delete', `/saved-views/${kept.id}`, {}, 404);
    await sendJson(first, 'delete', `/saved-views/${kept.id}`);
    expect(await viewsOf(second)).toEqual([]);
  });

  it('end at fifty, and then still can be replaced', async () => {
    const person = holderOf(2);
    for (let index = 0; index < 50; index += 1)
      await sendJson(person, 'post', '/saved-views', { ...view, name: `视图 ${index}` });
    await sendJson(person, 'post', '/saved-views', { ...view, name: '第五十一' }, 409);
    await sendJson(person, 'post', '/saved-views', { ...view, name: '视图 0', shared: false });
  });
});

describe('one search for everything', () => {
  const find = (person: TestPerson, q: string) => getJson<SearchAnswer>(person, '/search', { q });

  it('goes straight to the thing whose number it is', async () => {
    const asset = register.assets[0];
    const answer = await find(keeper, `${asset?.code ?? ''}-2`);
    expect(answer.exact).toEqual({ kind: 'fixed-asset', id: asset?.id });
    expect(answer.assets.items).toMatchObject([{ id: asset?.id, matched: 'number' }]);
    const badge = holderOf(0).badgeCode;
    if (badge !== null)
      expect((await find(keeper, badge)).exact).toEqual({ kind: 'person', id: holderOf(0).id });
    const places = await getJson<{ items: { id: string; code: string | null }[] }>(keeper, '/places');
    const place = places.items.find(({ code }) => code !== null);
    expect((await find(keeper, place?.code ?? '')).exact).toEqual({ kind: 'place', id: place?.id });
  });

  it('finds cards, people and places by words, a few of each', async () => {
    const chairs = await find(keeper, '会议椅');
    expect(chairs.exact).toBeNull();
    expect(chairs.assets.items).toHaveLength(8);
    expect(chairs.assets.hasMore).toBe(true);
    expect(
      chairs.assets.items.every(({ name, matched }) => name.includes('会议椅') && matched === 'words'),
    ).toBe(true);
    expect((await find(keeper, '使用人2')).people.items).toMatchObject([
      { id: holderOf(1).id, department: '审判业务一庭' },
    ]);
    expect((await find(keeper, '乙楼')).places.items).toMatchObject([{ path: '南院 / 乙楼' }]);
  });

  it('shows each only what they may read', async () => {
    const asset = register.assets.find(({ position }) => position.holderId === null);
    expect((await find(holderOf(0), asset?.code ?? '')).assets.items).toEqual([]);
    expect(await find(foreigner, asset?.code ?? '')).toMatchObject({ exact: null, assets: { items: [] } });
    const administrator = await buildPerson(test, { court: register.court, role: 'audit_admin' });
    const answer = await find(administrator, '椅');
    expect(answer.assets.items).toEqual([]);
    expect((await find(administrator, '使用人1')).people.items).toHaveLength(1);
  });
});

describe('the views that lists read', () => {
  it.each(['readable_assets', 'readable_asset_search', 'readable_ledger_entries'])(
    '%s raises without a tenant and hides every other court',
    async (view) => {
      const { pool } = test.database;
      await expect(pool.query(`select count(*) from ${view}`)).rejects.toThrow('no tenant is set');
      const client = await pool.connect();
      const courtsIn = async (courtIds: string) => {
        await client.query(`begin; set local app.courts = '${courtIds}'`);
        const { rows } = await client.query<{ court_id: number }>(`select distinct court_id from ${view}`);
        await client.query('rollback');
        return rows.map((row) => row.court_id);
      };
      expect(await courtsIn(String(register.court.id))).toEqual([register.court.id]);
      expect(await courtsIn('-1')).toEqual([]);
      client.release();
    },
  );
});

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { differenceOf } from '../../src/web/pages/accounts/audit-difference.ts';
import { tokenStateOf } from '../../src/web/pages/accounts/token-state.ts';
import { idsBelow, rowsFound, treeRows } from '../../src/web/components/tree-rows.ts';
import {
  expectNoSeriousFindings,
  openAt,
  startWebTest,
  type WebTest,
  expectUsableByEverybody,
} from '../support/browser.ts';
import { buildCourt, buildPerson, type TestPerson } from '../support/people.ts';

const ITEMS = [
  { id: 'b', parentId: 'a' },
  { id: 'a', parentId: null },
  { id: 'c', parentId: 'b' },
  { id: 'd', parentId: null },
  { id: 'e', parentId: 'gone' },
];

describe('a flat list as a tree', () => {
  it('puts parents before children, and at the top whatever has no parent in the list', () => {
    const rows = treeRows(ITEMS).map(({ item, depth }) => `${item.id}${depth}`);
    expect(rows).toEqual(['a0', 'b1', 'c2', 'd0', 'e0']);
  });

  it.each([
    ['a', ['a', 'b', 'c']],
    ['c', ['c']],
    ['d', ['d']],
    ['unknown', []],
  ])('finds what lies below %s', (id, below) => {
    expect([...idsBelow(ITEMS, id)]).toEqual(below);
  });

  it('keeps what stands above what a search finds', () => {
    const rows = rowsFound(ITEMS, ({ id }) => id === 'c').map(({ item }) => item.id);
    expect(rows).toEqual(['a', 'b', 'c']);
  });
});

describe('before and after', () => {
  it.each([
    [{ a: 1, b: 2 }, { a: 1, b: 3 }, ['a same', 'b changed']],
    [{ a: { b: 1 } }, { a: { b: 2 } }, ['a.b changed']],
    [{ roles: ['x'] }, { roles: ['x', 'y'] }, ['roles changed']],
    [{ lines: [{ n: 1 }] }, { lines: [{ n: 1 }, { n: 2 }] }, ['lines.0.n same', 'lines.1.n changed']],
    [{ gone: 1 }, {}, ['gone changed']],
    [{ a: null }, { a: null }, ['a same']],
    [null, { a: 1 }, ['a changed']],
    [null, null, []],
  ])('%j → %j', (before, after, lines) => {
    const told = differenceOf(before, after).map(
      ({ path, isChanged }) => `${path.join('.')} ${isChanged ? 'changed' : 'same'}`,
    );
    expect(told).toEqual(lines);
  });
});

describe('a token', () => {
  const now = new Date('2026-11-23T09:30:00.000+08:00');
  it.each([
    [null, '2027-02-01T00:00:00.000+08:00', 'valid'],
    [null, '2026-12-07T09:30:00.000+08:00', 'expiring'],
    [null, '2026-11-23T09:30:00.000+08:00', 'expired'],
    ['2026-11-01T00:00:00.000+08:00', '2027-02-01T00:00:00.000+08:00', 'revoked'],
  ])('revoked at %s, expiring at %s is %s', (revokedAt, expiresAt, state) => {
    expect(tokenStateOf({ revokedAt, expiresAt }, now)).toBe(state);
  });
});

describe('places and classes', () => {
  let test: WebTest;
  let equipment: TestPerson;
  let staff: TestPerson;
  beforeAll(async () => {
    test = await startWebTest();
    const court = await buildCourt(test);
    equipment = await buildPerson(test, { court, role: 'equipment_admin' });
    staff = await buildPerson(test, { court });
  });
  afterEach(() => test.closePages());
  afterAll(() => test.close());

  async function addPlace(parentId: string | null, kind: string, name: string): Promise<string> {
    const added = await equipment.agent.post('/api/places').send({ parentId, kind, name }).expect(200);
    // why: the endpoint's own schema says so.
    return (added.body as { id: string }).id;
  }

  const submit = (page: Page, name: string) =>
    page.getByRole('dialog').getByRole('button', { name, exact: true }).click();

  it('tells what each name would become before many rooms are added', async () => {
    const building = await addPlace(null, 'building', '审判楼');
    await addPlace(building, 'room', '303');
    const page = await test.openPage({ as: equipment });
    await openAt(page, `/places/${building}?do=bulk-${building}`);
    const dialog = page.getByRole('dialog', { name: '批量新增' });
    await dialog.getByRole('combobox', { name: '类别' }).click();
    await page.getByTitle('房间/库房').last().click();
    await dialog.getByLabel('名称', { exact: true }).fill('301～305\n档案室');
    await dialog.getByText('共 6 个，其中 1 个不能新增').waitFor();
    await dialog.getByText('同一上级之下已有').waitFor();
    await expectNoSeriousFindings(page);
    await dialog.getByLabel('名称', { exact: true }).fill('304～305\n档案室');
    await dialog.getByText('共 3 个，均可新增').waitFor();
    await submit(page, '全部新增');
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('link', { name: '档案室' }).waitFor();
    await openAt(page, '/places?q=审判楼 档案');
    await page.getByRole('link', { name: '审判楼 / 档案室' }).waitFor();
  });

  it('opens the tree, renames a place with what lies below it, and closes only what is empty', async () => {
    const building = await addPlace(null, 'building', '综合楼');
    await addPlace(building, 'room', '101');
    const page = await test.openPage({ as: equipment });
    await openAt(page, '/places');
    await page.getByRole('button', { name: '展开 综合楼' }).click();
    await page.getByRole('link', { name: '101' }).waitFor();
    await page.getByRole('button', { name: '综合楼 的操作' }).click();
    await page.getByRole('menuitem', { name: '改名' }).click();
    await page.getByRole('dialog').getByLabel('名称').fill('办公楼');
    await page.getByText('综合楼 →').waitFor();
    await submit(page, '改名');
    await page.getByRole('button', { name: '办公楼 的操作' }).click();
    await page.getByRole('menuitem', { name: '停用' }).click();
    await page.getByText('还有 1 个，请先停用或移走').waitFor();
    await submit(page, '停用');
    await page.getByRole('dialog').getByRole('alert').waitFor();
    const found = await equipment.agent.get('/api/places?q=101').expect(200);
    expect(found.body).toMatchObject({ items: [{ path: '办公楼 / 101', closedOn: null }] });
  });

  it('are picked by words of their path, of which the field shows the end where it is narrow', async () => {
    const building = await addPlace(null, 'building', '涉案财物集中保管中心大楼');
    const room = await addPlace(building, 'room', '贵重物品专用保管库房（二层东侧）');
    await addPlace(room, 'rack', '12 架');
    const page = await test.openPage({ as: equipment, viewport: { width: 390, height: 844 } });
    await openAt(page, '/assets/new');
    const field = page.getByRole('combobox', { name: /存放地点/ });
    await field.click();
    await field.fill('贵重 12');
    await page.locator('.ant-select-tree-title', { hasText: '12 架' }).click();
    const picked = page.locator('.ant-select').getByText('/ 12 架');
    await picked.waitFor();
    const isEndInside = await picked.evaluate((element) => {
      const range = element.ownerDocument.createRange();
      range.selectNodeContents(element);
      const edge = element.closest('.ant-select')?.getBoundingClientRect().right ?? 0;
      return range.getBoundingClientRect().right <= edge;
    });
    expect(isEndInside).toBe(true);
    await expectNoSeriousFindings(page);
    await field.click();
    await field.fill('没有这个地方');
    await page.getByText('没有找到该地点').waitFor();
  });

  it('offers nothing to change to those who may only look', async () => {
    await addPlace(null, 'building', '档案楼');
    const page = await test.openPage({ as: staff });
    await openAt(page, '/places');
    await page.getByRole('link', { name: '档案楼' }).waitFor();
    expect(await page.getByRole('button', { name: /新增|的操作/ }).count()).toBe(0);
  });

  it('lists every problem of a class table, and takes a good one whole', async () => {
    const page = await test.openPage({ as: equipment });
    const give = async (text: string) => {
      const file = { name: 'classes.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
      await page.locator('input[type=file]').setInputFiles(file);
      await page.getByRole('button', { name: '检查' }).click();
    };
    await openAt(page, '/asset-classes/import');
    await give('代码,名称,折旧年限\nA0201010,坏代码,6\nA02010106,网络计算机,六\n');
    await page.getByRole('heading', { name: '2 处问题' }).waitFor();
    expect(await page.getByRole('button', { name: '导入', exact: true }).count()).toBe(0);
    await expectNoSeriousFindings(page);
    await give('代码,名称,折旧年限\nA02010106,网络计算机,6\n');
    await page.getByRole('button', { name: '导入', exact: true }).click();
    await page.getByText('分类表已导入').first().waitFor();
    await openAt(page, '/asset-classes');
    await page.getByLabel('分类名称或代码').fill('网络计算机');
    await page.getByRole('row', { name: /网络计算机.*A02010106.*6 年/ }).waitFor();
  });

  it('can be used by everybody, on a desktop and on a phone', async () => {
    const page = await test.openPage({ as: equipment });
    await expectUsableByEverybody(page, ['/places', '/asset-classes', '/asset-classes/import']);
  });
});

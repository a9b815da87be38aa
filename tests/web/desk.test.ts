import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import type { LedgerTotals } from '../../src/modules/fixed-assets/ledger.contract.ts';
import { visitFiltersOf } from '../../src/web/pages/visits/visit-query.ts';
import type { FilterValues } from '../../src/web/components/list-page/list-state.ts';
import { assetFiltersOf } from '../../src/web/pages/fixed-assets/asset-list-query.ts';
import { readPeriod } from '../../src/web/pages/ledger/ledger-period.ts';
import { ledgerRequestOf } from '../../src/web/pages/ledger/ledger-query.ts';
import { openAt, startWebTest, type WebTest, expectUsableByEverybody } from '../support/browser.ts';
import { getJson, sendJson, travelTo, type Query } from '../support/http-json.ts';
import { buildCourt, buildPerson, type TestPerson } from '../support/people.ts';
import { buildWebRegister, type WebRegister } from '../support/web-register.ts';

let test: WebTest;
let register: WebRegister;
let head: TestPerson;
let supervisor: TestPerson;
let administrators: TestPerson[];

/** Things in every state: in stock, in use, on loan and overdue, in repair, idle, waiting for and refused signatures. */
beforeAll(async () => {
  test = await startWebTest();
  const upper = await buildCourt(test);
  const court = await buildCourt(test, { parent: upper });
  test.clock.set('2026-11-02T09:00:00.000+08:00');
  register = await buildWebRegister(test, court);
  const { keeper, judge, department, officeId } = register;
  const role = (name: 'department_head' | 'system_admin' | 'security_admin' | 'audit_admin') =>
    buildPerson(test, { court, role: name, departmentId: department.id });
  head = await role('department_head');
  supervisor = await buildPerson(test, { court: upper, role: 'supervisor' });
  administrators = [await role('system_admin'), await role('security_admin'), await role('audit_admin')];
  const things = await register.stockIn(8);
  await register.stockIn(1, { name: '办公椅', classCode: 'A05010301', warrantyUntil: '2026-12-20' });
  const at = (...indexes: number[]) => things.filter((_thing, index) => indexes.includes(index));
  await travelTo(test, '2026-11-10T10:00:00.000+08:00');
  await register.move('issue', at(0, 1, 2), { holderId: judge.id, placeId: officeId });
  await register.move('loan', at(3), { holderId: judge.id, dueOn: '2026-11-12' });
  await register.move('send-to-repair', at(4), { repairer: '修理部', fault: '不开机' });
  await register.move('mark-idle', at(5), { reason: '配置过低' });
  const { items } = await getJson<{ items: { id: string }[] }>(judge, '/my/receipts');
  await sendJson(judge, 'post', `/my/receipts/${items[0]?.id ?? ''}/refuse`, { reason: '不是本人的' });
  await sendJson(judge, 'post', '/my/receipts/sign', { receiptIds: [items[1]?.id] });
  const correct = { reason: '单号有误', basis: '领用单 8 号' };
  await sendJson(keeper, 'post', `/fixed-assets/${things[1]?.id ?? ''}/entries/2/correct`, correct);
  await register.move('relocate', at(6), { placeId: officeId, occurredAt: '2026-11-09T09:00:00+08:00' });
  await travelTo(test, '2026-11-23T09:30:00.000+08:00');
});
afterEach(() => test.closePages());
afterAll(() => test.close());

interface Figure {
  readonly address: string;
  readonly count: number;
}

/** Every whole number on the desk that is a link to a list, charts read as tables. */
async function figuresOf(page: Page): Promise<Figure[]> {
  const asTable = page.getByRole('button', { name: /^看表格|^表格/ });
  for (let left = await asTable.count(); left > 0; left -= 1) await asTable.first().click();
  const texts = await page.locator('main a[href]').evaluateAll((links) =>
    links.map((link) => ({
      address: link.getAttribute('href') ?? '',
      text: (link.querySelector('.cc-desk-figure, .cc-numeral-value, strong') ?? link).textContent ?? '',
    })),
  );
  return texts.flatMap(({ address, text }) => {
    const [, number] = /^([\d,]+)(?: 件)?$/.exec(text.trim()) ?? [];
    return number === undefined ? [] : [{ address, count: Number(number.replaceAll(',', '')) }];
  });
}

/** What the list behind the address counts, asked with the request that its page makes of the address. */
async function countBehind(person: TestPerson, address: string): Promise<number> {
  const { pathname, searchParams } = new URL(address, 'http://desk');
  const filters: FilterValues = Object.fromEntries(
    [...new Set(searchParams.keys())].map((key) => [key, searchParams.getAll(key)]),
  );
  if (pathname === '/receipts')
    return (await getJson<{ items: unknown[] }>(person, '/my/receipts')).items.length;
  if (pathname === '/ledger') {
    const request = ledgerRequestOf(filters, readPeriod(filters, '2026-11-23'));
    const totals = await getJson<LedgerTotals>(person, '/ledger/fixed-assets/totals', request as Query);
    return totals.entryCount;
  }
  if (pathname === '/visits') {
    const courtId = searchParams.get('courtId');
    const request = { ...visitFiltersOf(filters), ...(courtId === null ? {} : { courtId }) };
    return (await getJson<{ items: unknown[] }>(person, '/visits', request)).items.length;
  }
  if (pathname === '/print-jobs') {
    const request = { state: searchParams.getAll('state') };
    return (await getJson<{ items: unknown[] }>(person, '/print-jobs', request)).items.length;
  }
  if (pathname === '/seized-items') {
    const request = { limit: 200, state: searchParams.getAll('state') };
    return (await getJson<{ items: unknown[] }>(person, '/seized-items', request)).items.length;
  }
  if (pathname === '/deadlines') {
    const request = { mine: true, limit: 200, state: searchParams.get('state') ?? 'open' };
    return (await getJson<{ items: unknown[] }>(person, '/deadlines', request)).items.length;
  }
  const idle = pathname === '/idle-assets' ? { status: ['idle'] } : {};
  const request = { ...assetFiltersOf(filters), ...idle };
  return (await getJson<{ count: number }>(person, '/fixed-assets/totals', request as Query)).count;
}

describe('the desk', () => {
  it.each(['equipment officer', 'head of department', 'supervisor'] as const)(
    'of the %s leads from every number to a list that has as many',
    async (who) => {
      const person = { 'equipment officer': register.keeper, 'head of department': head, supervisor }[who];
      const page = await test.openPage({ as: person });
      await openAt(page, who === 'supervisor' ? `/?courtId=${register.court.id}` : '/');
      await page.getByRole('heading', { name: '资产总览' }).waitFor();
      await page.waitForFunction(() => !document.querySelector('main')?.textContent.includes('…'));
      const figures = await figuresOf(page);
      expect(figures.length).toBeGreaterThan(20);
      for (const { address, count } of figures)
        expect([address, count]).toEqual([address, await countBehind(person, address)]);
      const shown = new Set(figures.filter(({ count }) => count > 0).map(({ address }) => address));
      expect(shown.size).toBeGreaterThan(6);
    },
  );

  it('opens the list behind a number with the same number as its total', async () => {
    const page = await test.openPage({ as: register.keeper });
    await openAt(page, '/');
    await page.getByRole('link', { name: /借用逾期未还/ }).click();
    await page.getByText('共 1 件', { exact: true }).waitFor();
    await page.getByRole('row', { name: /台式计算机.*王法官/ }).waitFor();
  });

  it('of a higher court shows the court that is chosen, in the address', async () => {
    const page = await test.openPage({ as: supervisor });
    await openAt(page, '/');
    await page.getByRole('combobox', { name: '法院' }).click();
    await page.getByTitle(register.court.name).click();
    await page.waitForURL(new RegExp(`courtId=${register.court.id}`));
    await page.getByRole('link', { name: /资产总数\s*9/ }).waitFor();
    await openAt(page, '/assets');
    await page.getByText('还没有资产卡片').waitFor();
    await page.getByRole('combobox', { name: '法院' }).click();
    await page.getByTitle(register.court.name).click();
    await page.getByText('共 9 件', { exact: true }).waitFor();
    expect(new URL(page.url()).searchParams.get('courtId')).toBe(String(register.court.id));
  });

  it('of a member of staff has what is theirs and what waits for their signature', async () => {
    const page = await test.openPage({ as: register.judge });
    await openAt(page, '/');
    await page.getByRole('link', { name: '去签收（2 件）' }).waitFor();
    await page.getByText('共 3 件，原值').waitFor();
    expect(await page.getByRole('heading', { name: '资产总览' }).count()).toBe(0);
    expect(await page.getByRole('combobox', { name: '法院' }).count()).toBe(0);
  });

  it('of an administrator has no assets', async () => {
    for (const person of administrators) {
      const page = await test.openPage({ as: person });
      await openAt(page, '/');
      await page.getByRole('heading', { level: 2 }).first().waitFor();
      expect(await page.getByText('资产总览').count()).toBe(0);
    }
  });

  it('can be used by everybody, on a desktop and on a phone', async () => {
    for (const person of [register.keeper, head, register.judge, supervisor, ...administrators]) {
      await expectUsableByEverybody(await test.openPage({ as: person }), ['/']);
      await test.closePages();
    }
  }, 180_000);
});

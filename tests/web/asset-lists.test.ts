import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  expectNoSeriousFindings,
  expectUsableByEverybody,
  openAt,
  startWebTest,
  type WebTest,
  expectCount,
} from '../support/browser.ts';
import { sendJson, travelTo } from '../support/http-json.ts';
import { buildPerson, type TestPerson } from '../support/people.ts';
import { buildWebRegister, type StockedAsset, type WebRegister } from '../support/web-register.ts';

let test: WebTest;
let register: WebRegister;
let finance: TestPerson;
let chairs: StockedAsset[];
let computers: StockedAsset[];

/** 110 chairs and 3 computers of October; in November two computers are issued and the card of one is corrected. */
beforeAll(async () => {
  test = await startWebTest();
  test.clock.set('2026-10-12T09:00:00.000+08:00');
  register = await buildWebRegister(test);
  const { court, keeper, judge, officeId } = register;
  finance = await buildPerson(test, { court, role: 'finance_officer' });
  chairs = await register.stockIn(110, { name: '办公椅', classCode: 'A05010301', originalValueFen: 68_000 });
  computers = await register.stockIn(3, { voucherNumber: '记-2026-0310', fiscalFundsFen: 499_900 });
  await travelTo(test, '2026-11-03T10:00:00.000+08:00');
  await register.move('issue', computers.slice(0, 2), { holderId: judge.id, placeId: officeId });
  const found = await keeper.agent.get(`/api/fixed-assets/${computers[0]?.id ?? ''}`).expect(200);
  // why: the endpoint's own schema says so.
  const { card, version } = found.body as { card: object; version: number };
  const corrected = {
    card: { ...card, name: '图形工作站', originalValueFen: 900_000, fiscalFundsFen: 900_000 },
    reason: '型号有误',
  };
  const match = { 'If-Match': `"${version}"` };
  await sendJson(keeper, 'patch', `/fixed-assets/${computers[0]?.id ?? ''}`, corrected, 200, match);
  await travelTo(test, '2026-11-23T09:30:00.000+08:00');
});
afterEach(() => test.closePages());
afterAll(() => test.close());

describe('the asset list', () => {
  it('shows the next page when it is asked for, and sums the whole list', async () => {
    const page = await test.openPage({ as: register.keeper });
    await openAt(page, '/assets?name=办公椅');
    await page.getByText('共 110 件', { exact: true }).waitFor();
    await page.getByText('74,800.00').first().waitFor();
    await page
      .getByRole('row', { name: /办公椅/ })
      .last()
      .scrollIntoViewIfNeeded();
    await page.waitForFunction(
      (count) => document.querySelectorAll('tr[data-row-key]').length === count,
      chairs.length,
    );
  });

  it('keeps filters of the card in the address, and saves them as a view with its columns', async () => {
    const page = await test.openPage({ as: register.keeper });
    await openAt(page, '/assets');
    await page.getByRole('button', { name: '更多', exact: true }).click();
    await page.getByLabel('会计凭证号', { exact: true }).fill('0310');
    await page.getByLabel('财政性资金起', { exact: true }).fill('4000');
    await page.keyboard.press('Enter');
    await page.getByText('共 3 件', { exact: true }).waitFor();
    await page.waitForURL(
      ({ searchParams }) =>
        searchParams.get('voucherNumber') === '0310' && searchParams.get('fiscalFundsFromFen') === '400000',
    );
    await expectNoSeriousFindings(page);
    await page.getByRole('button', { name: '显示列' }).click();
    await page.getByRole('checkbox', { name: '会计凭证号' }).check();
    await page.keyboard.press('Escape');
    await page.getByRole('columnheader', { name: '会计凭证号' }).waitFor();
    await page.getByRole('button', { name: '存为视图' }).click();
    await page.getByLabel('视图名称').fill('三月凭证');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByRole('link', { name: '三月凭证' }).waitFor();
    await openAt(page, '/assets');
    await page.getByText('共 113 件', { exact: true }).waitFor();
    await page.getByRole('link', { name: '三月凭证' }).click();
    await page.getByText('共 3 件', { exact: true }).waitFor();
    await page.getByRole('columnheader', { name: '会计凭证号' }).waitFor();
  });
});

describe('the in/out ledger', () => {
  it('reconciles opening, in, out and closing, and gives the period as a PDF', async () => {
    const page = await test.openPage({ as: register.keeper });
    await openAt(page, '/ledger');
    const sums = page.getByRole('region', { name: '本期合计' });
    const line = (name: string) => sums.getByRole('row', { name: new RegExp(`^${name}`) });
    await line('期初').getByText('113', { exact: true }).first().waitFor();
    expect(await line('出库').locator('td').first().textContent()).toBe('2');
    expect(await line('期末').locator('td').first().textContent()).toBe('111');
    const href = await page.getByRole('link', { name: '打印台账' }).getAttribute('href');
    const paper = await register.keeper.agent.get(href ?? '').expect(200);
    expect(paper.headers['content-type']).toBe('application/pdf');
    await page.getByRole('button', { name: /^领用 2/ }).click();
    await page.waitForURL(/kind=issue/);
    await expectCount(page.locator('.cc-ledger tbody tr'), 2);
    await line('期初').waitFor({ state: 'detached' });
  });
});

describe('the past', () => {
  it('has names and values of the day', async () => {
    const page = await test.openPage({ as: register.keeper });
    await openAt(page, '/as-of?at=2026-10-31 23:59&status=in_stock');
    await page.getByText('共 113 件，账面原值').waitFor();
    await page.getByText('89,797.00').first().waitFor();
    expect(await page.getByText('图形工作站').count()).toBe(0);
    await openAt(page, `/as-of?at=2026-11-20 23:59&assetId=${computers[0]?.id ?? ''}`);
    await page.getByRole('heading', { name: /图形工作站/ }).waitFor();
    await page.getByText('王法官').first().waitFor();
  });
});

describe('depreciation and search', () => {
  async function openPostForm() {
    const page = await test.openPage({ as: finance });
    await openAt(page, '/depreciation');
    await page
      .getByRole('button', { name: /计提.*折旧|计提入账/ })
      .first()
      .click();
    await page.getByRole('dialog').waitFor();
    return page;
  }

  async function post(page: Awaited<ReturnType<typeof openPostForm>>) {
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('checkbox', { name: /已核对试算/ }).check();
    await dialog.getByRole('button', { name: '计提入账' }).click();
  }

  it('posts a month once it was looked at, and never lets it be posted again', async () => {
    const [page, slower] = [await openPostForm(), await openPostForm()];
    await post(page);
    await page
      .getByText(/折旧已入账/)
      .first()
      .waitFor();
    await page.waitForURL(/\/depreciation\/2026-10$/);
    await post(slower);
    await slower.getByText('2026-10 的折旧已计提入账，不能重复计提；差额会计入下一个月。').waitFor();
    await openAt(page, '/depreciation');
    await page.getByRole('link', { name: '2026-10', exact: true }).waitFor();
    await page
      .getByText(/2026-11/)
      .first()
      .waitFor();
    expect(await page.getByRole('button', { name: /计提入账/ }).count()).toBe(0);
    const { rows } = await test.database.ownerPool.query('select month::text from depreciation_runs');
    expect(rows).toEqual([{ month: '2026-10-01' }]);
  });

  it('goes from a code straight to the thing, and from words to what has them', async () => {
    const page = await test.openPage({ as: register.keeper });
    await openAt(page, '/');
    const code = chairs[7]?.code ?? '';
    await page.getByRole('search').getByRole('textbox').fill(code.toLowerCase());
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/assets/${chairs[7]?.id ?? ''}`);
    await page.getByRole('heading', { name: /办公椅/ }).waitFor();
    await openAt(page, `/search?q=${encodeURIComponent('图形工作站')}`);
    await page
      .getByRole('link', { name: /图形工作站/ })
      .first()
      .waitFor();
    await expectNoSeriousFindings(page);
  });
});

it('every list can be used by everybody, on a desktop and on a phone', async () => {
  const lists = ['/assets', '/idle-assets', '/ledger', '/as-of', '/search?q=办公椅'];
  await expectUsableByEverybody(await test.openPage({ as: register.keeper }), lists);
  await expectUsableByEverybody(await test.openPage({ as: finance }), ['/depreciation']);
});

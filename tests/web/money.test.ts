/** Money of cases in a real browser: owners on the page of an item, a deposit with its slip, a month and its closing. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { uploadDepositSlipEndpoint } from '../../src/modules/seized-items/money/deposits.contract.ts';
import { readCaseEndpoint } from '../../src/modules/cases/contract.ts';
import { formatMinor, readLines, readMinor } from '../../src/web/pages/money/money-amount.ts';
import { readShare } from '../../src/web/pages/seized-items/owners/read-share.ts';
import { bodyOf } from '../support/answers.ts';
import {
  DESKTOP,
  expectNoSeriousFindings,
  expectNoSidewaysScrolling,
  openAt,
  PHONE,
  startWebTest,
  type WebTest,
} from '../support/browser.ts';
import { choose, confirmBy } from '../support/browser-forms.ts';
import { travelTo } from '../support/http-json.ts';
import { buildPerson, TEST_PASSWORD, type TestPerson } from '../support/people.ts';
import { buildSeizedCourt, listLine, PIN, PIXEL, type SeizedCourt } from '../support/seized-court.ts';

describe('amounts as people write them', () => {
  it('reads and writes them by currency', () => {
    expect([readMinor('12,345.67', 'CNY'), readMinor('-50', 'CNY'), readMinor('1.5', 'JPY')]).toEqual([
      1_234_567,
      -5000,
      null,
    ]);
    expect([formatMinor(1_234_567, 'CNY'), formatMinor(-5, 'CNY'), formatMinor(500, 'JPY')]).toEqual([
      '12,345.67',
      '−0.05',
      '500',
    ]);
    expect(readLines('CK01\t1,200.00\n\nCK02，-3\nnothing', 'CNY')).toEqual({
      lines: [
        { label: 'CK01', minor: 120_000 },
        { label: 'CK02', minor: -300 },
      ],
      wrong: ['nothing'],
    });
    expect([readShare('1/3'), readShare('50%'), readShare('1'), readShare('半')]).toEqual([
      { numerator: 1, denominator: 3 },
      { numerator: 5000, denominator: 10_000 },
      { numerator: 1, denominator: 1 },
      null,
    ]);
  });
});

describe('money of cases', () => {
  let test: WebTest;
  let court: SeizedCourt;
  let finance: TestPerson;
  let itemId: string;
  let dollarsId: string;
  beforeAll(async () => {
    test = await startWebTest();
    court = await buildSeizedCourt(test);
    finance = await buildPerson(test, { court: court.court, role: 'finance_officer', name: '财务戊' });
    for (const { agent } of [finance, court.custodian])
      await agent.put('/api/session/pin').send({ currentPassword: TEST_PASSWORD, pin: PIN }).expect(200);
    await court.enter(court.room, [court.custodian, court.reviewer]);
    const facts = { denominations: '百元券', source: '扣押' };
    const line = listLine({ name: '赃款', category: 'cash', quantity: '1200', unit: 'CNY', facts });
    [itemId = ''] = await court.receive([line], () => ({
      denominations: [{ faceMinor: 10_000, pieces: 12 }],
    }));
    const dollars = { name: '美元', category: 'foreign_currency', quantity: '1000', unit: 'USD', facts };
    [dollarsId = ''] = await court.receive([listLine(dollars)], () => ({
      ...{ denominations: [{ faceMinor: 10_000, pieces: 10 }], sealNumber: 'W-1' },
    }));
    await court.custodian.agent
      .post('/api/seized-items/carry-out')
      .send({ itemIds: [itemId, dollarsId], secondPerson: court.secondPerson() })
      .expect(200);
    const slip = await finance.agent
      .post('/api/money-deposit-slips')
      .attach('file', PIXEL, 'slip.png')
      .expect(200);
    const { depositId } = bodyOf(uploadDepositSlipEndpoint, slip);
    await finance.agent
      .post('/api/money-deposits')
      .send({
        ...{ itemIds: [dollarsId], depositId, slipNumber: 'WB0001', bank: '中国银行' },
        ...{ accountAlias: '外币专户（尾号1234）', depositedOn: '2026-11-23' },
        secondPerson: { personId: court.custodian.id, pin: PIN },
      })
      .expect(200);
  });
  afterEach(() => test.closePages());
  afterAll(() => test.close());

  it('deposits cash with its slip, by custodian and finance, on a phone', async () => {
    const page = await test.openPage({ as: court.custodian, viewport: PHONE });
    await openAt(page, `/money?item=${itemId}`);
    await page.getByRole('button', { name: '存入专户（1 笔）' }).click();
    const form = page.getByRole('dialog');
    await form
      .locator('input[type=file]')
      .setInputFiles({ name: 'slip.png', mimeType: 'image/png', buffer: PIXEL });
    await form.getByText('slip.png').waitFor();
    await form.getByLabel('凭证号').fill('CK0001');
    await form.getByLabel('开户银行').fill('建设银行');
    await form.getByLabel('账户简称').fill('涉案款专户（尾号1234）');
    await confirmBy(page, page, '财务戊');
    await form.getByRole('button', { name: '登记存款' }).click();
    await form.waitFor({ state: 'detached' });
    await page.getByText('库房中没有现金。').waitFor();
    await page.getByRole('radio', { name: '存款登记' }).click();
    await page.getByText('凭证 CK0001').waitFor();
    await expectNoSidewaysScrolling(page);
    await expectNoSeriousFindings(page);
    expect(await court.read(itemId)).toMatchObject({ state: 'kept_elsewhere' });
  });

  it('finance enters the statement, the difference is explained, and both close the month', async () => {
    await travelTo(test, '2026-12-03T09:00:00.000+08:00');
    const page = await test.openPage({ as: finance, viewport: DESKTOP });
    await openAt(page, '/money');
    await page.getByRole('link', { name: /2026-11 人民币/ }).click();
    await page.getByRole('button', { name: '填写对账单' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('银行对账单余额').fill('1,250.00');
    await form.getByLabel('财务账面余额').fill('1200');
    await form.getByRole('button', { name: '保存' }).click();
    await form.waitFor({ state: 'detached' });
    await page.getByText('台账 1,200.00，对方 1,250.00').waitFor();
    await page.getByRole('button', { name: '结账' }).click();
    const closing = page.getByRole('dialog');
    await closing.getByPlaceholder('原因，如银行未达账项').fill('银行误入');
    await confirmBy(page, page, '保管员甲');
    await closing.getByRole('button', { name: '两人确认结账' }).click();
    await closing.waitFor({ state: 'detached' });
    await page.locator('#main').getByText('已结账', { exact: true }).waitFor();
    await page.getByText('未处理').waitFor();
    await expectNoSeriousFindings(page);
  });

  it('the judge records owners with shares on the page of an item', async () => {
    const { agent } = court.custodian;
    const answer = await agent.get(`/api/cases/${court.caseId}`).expect(200);
    const { version } = bodyOf(readCaseEndpoint, answer);
    await agent
      .post(`/api/cases/${court.caseId}/parties`)
      .set('If-Match', `"${version}"`)
      .send({ role: 'victim', kind: 'person', name: '王丽' })
      .expect(200);
    const page = await test.openPage({ as: court.handler, viewport: DESKTOP });
    await openAt(page, `/seized-items/${itemId}`);
    await page.getByRole('button', { name: '登记权属' }).click();
    const form = page.getByRole('dialog');
    await form.getByRole('combobox', { name: '权属' }).click();
    await page.locator('.ant-select-item-option', { hasText: '被害人' }).click();
    await form.getByRole('button', { name: '增加权利人' }).click();
    await choose(page, form.getByRole('combobox', { name: '权利人' }), '王丽');
    await form.getByLabel('份额').fill('2/3');
    await form.getByLabel('依据文书').fill('权属认定笔录1号');
    await form.getByLabel('理由').fill('提供购买凭证');
    await form.getByRole('button', { name: '登记权属' }).click();
    await form.waitFor({ state: 'detached' });
    const owners = page.getByRole('region', { name: '权属' });
    await owners.getByText('2/3').waitFor();
    await owners.getByText('1/3').waitFor();
    await expectNoSeriousFindings(page);
  });

  it('what the bank kept in dollars is converted later from the list of deposits, on a phone', async () => {
    await finance.agent
      .post('/api/exchange-rates')
      .send({ currency: 'USD', quotedOn: '2026-12-02', rate: '715', source: 'cfets' })
      .expect(200);
    const page = await test.openPage({ as: finance, viewport: PHONE });
    await openAt(page, '/money?tab=deposits');
    await page.getByRole('button', { name: '结汇', exact: true }).click();
    const form = page.getByRole('dialog');
    await form
      .locator('input[type=file]')
      .setInputFiles({ name: 'slip.png', mimeType: 'image/png', buffer: PIXEL });
    await form.getByText('slip.png').waitFor();
    await form.getByLabel('凭证号').fill('JH0001');
    await form.getByLabel('入账账户简称').fill('涉案款专户（尾号1234）');
    await form.getByLabel('银行结汇牌价').fill('713.2');
    await form.getByLabel('入账金额（元）').fill('7132');
    await form.getByText('差额 −18.00 元').waitFor();
    await confirmBy(page, form, '保管员甲');
    await form.getByRole('button', { name: '登记结汇' }).click();
    await form.waitFor({ state: 'detached' });
    await page.getByText('2026-12-03 结汇 1,000.00 美元，牌价 713.2，入账 7,132.00 元').waitFor();
    await page.getByRole('link', { name: '查看结汇凭证' }).waitFor();
    expect(await page.getByRole('button', { name: '结汇', exact: true }).count()).toBe(0);
    await expectNoSidewaysScrolling(page);
    await expectNoSeriousFindings(page);
    expect(await court.read(dollarsId)).toMatchObject({ onHand: '7132', unit: 'CNY' });
  });
});

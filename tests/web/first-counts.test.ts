/** First counts that differ, foreign money and labels in the wrong room, in a real browser. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CreatedPrintJob } from '../../src/modules/labels/print-jobs.contract.ts';
import { ensureReaderWorker } from '../imports/import-driver.ts';
import {
  DESKTOP,
  expectNoSeriousFindings,
  expectNoSidewaysScrolling,
  openAt,
  PHONE,
  startWebTest,
  type WebTest,
} from '../support/browser.ts';
import { confirmBy } from '../support/browser-forms.ts';
import { takeOver } from '../support/old-register.ts';
import { buildPerson, TEST_PASSWORD, type TestPerson } from '../support/people.ts';
import { buildReleaseCourt, type ReleaseCourt } from '../support/release-court.ts';
import { listLine, PIN, PIXEL } from '../support/seized-court.ts';

let test: WebTest;
let court: ReleaseCourt;
let finance: TestPerson;
beforeAll(async () => {
  await ensureReaderWorker();
  test = await startWebTest();
  court = await buildReleaseCourt(test);
  finance = await buildPerson(test, { court: court.court, role: 'finance_officer', name: '财务戊' });
  for (const { agent } of [finance, court.custodian])
    await agent.put('/api/session/pin').send({ currentPassword: TEST_PASSWORD, pin: PIN }).expect(200);
});
afterEach(() => test.closePages());
afterAll(() => test.close());

describe('situation 64: a first count that differs', () => {
  it('is recorded on a phone, asked for by the judge, and entered on the approval', async () => {
    const ids = await takeOver(court.custodian, [
      '1,（2026）内08刑初12号,ZW-1,旧手机,手机,2部,,被告人,一号库房/1架,,2020-03-04,',
    ]);
    const itemId = ids.get('旧手机') ?? '';
    const page = await test.openPage({ as: court.custodian, viewport: PHONE });
    await openAt(page, `/seized-items/${itemId}`);
    await page.getByRole('button', { name: '登记清点差异' }).click();
    const record = page.getByRole('dialog', { name: '登记清点差异' });
    await record.getByText('旧台账记 2 部').waitFor();
    await record.getByLabel('实点').fill('3');
    await record.getByLabel('差异原因').fill('旧台账漏记一部');
    await record
      .locator('input[type=file]')
      .setInputFiles({ name: '清点.png', mimeType: 'image/png', buffer: PIXEL });
    await confirmBy(page, record, court.reviewer.name);
    await expectNoSeriousFindings(page);
    await record.getByRole('button', { name: '登记清点差异' }).click();
    await record.waitFor({ state: 'detached' });
    await page.getByText('未申请认定').waitFor();
    await page.getByRole('button', { name: '重新清点' }).waitFor();
    expect(await page.getByRole('button', { name: '存量核对' }).count()).toBe(0);
    await page.getByText('清点差异待认定').waitFor();
    await expectNoSidewaysScrolling(page);

    const judge = await test.openPage({ as: court.handler, viewport: DESKTOP });
    await openAt(judge, '/count-differences');
    await judge.getByRole('button', { name: '全选' }).click();
    await judge.getByRole('button', { name: '申请认定（1）' }).click();
    const request = judge.getByRole('dialog', { name: '申请认定' });
    await request.getByText('旧手机：旧台账 2 部，实点 3 部').waitFor();
    await request.getByLabel('申请理由').fill('请以实点为准');
    await expectNoSeriousFindings(judge);
    await request.getByRole('button', { name: '申请认定' }).click();
    await judge.getByRole('link', { name: /审批中/ }).click();
    await judge.waitForURL(/\/approvals\//);
    const requestId = new URL(judge.url()).pathname.split('/').at(-1) ?? '';
    await court.decide(requestId, court.head);
    await court.decide(requestId, court.vicePresident);

    await openAt(page, '/count-differences');
    await page.getByRole('button', { name: '按批准认定' }).click();
    const settle = page.getByRole('dialog', { name: '按批准认定' });
    await confirmBy(page, settle, court.reviewer.name);
    await settle.getByRole('button', { name: '按批准认定' }).click();
    await settle.waitFor({ state: 'detached' });
    await page.getByText('没有待认定的清点差异').waitFor();
    expect(await court.read(itemId)).toMatchObject({ onHand: '3', isUnverified: false });
  });
});

describe('situation 11: foreign money', () => {
  it('is worth yuan once finance has entered a rate, and a conversion shows the difference', async () => {
    const facts = { denominations: '百元券', source: '扣押' };
    const line = { name: '美元', category: 'foreign_currency', quantity: '1000', unit: 'USD', facts };
    const [itemId = ''] = await court.receive([listLine(line)], () => ({
      ...{ denominations: [{ faceMinor: 10_000, pieces: 10 }], sealNumber: 'W-1' },
    }));
    await court.custodian.agent
      .post('/api/seized-items/carry-out')
      .send({ itemIds: [itemId], secondPerson: court.secondPerson() })
      .expect(200);
    const page = await test.openPage({ as: finance, viewport: PHONE });
    await openAt(page, '/money?tab=rates');
    await page.getByRole('button', { name: '登记汇率' }).click();
    const rate = page.getByRole('dialog', { name: '登记汇率' });
    await rate.getByRole('combobox', { name: '币种' }).click();
    await page.locator('.ant-select-item-option', { hasText: '美元' }).first().click();
    await rate.getByText('100 美元 = ？元').waitFor();
    await rate.getByLabel('汇率', { exact: true }).fill('712.3');
    await expectNoSeriousFindings(page);
    await rate.getByRole('button', { name: '登记汇率' }).click();
    await rate.waitFor({ state: 'detached' });
    await page.getByText('100 美元 = 712.3 元').waitFor();
    await expectNoSidewaysScrolling(page);

    await openAt(page, `/money?item=${itemId}`);
    await page.getByText('折合 7,123.00 元').first().waitFor();
    await page.getByRole('button', { name: '存入专户（1 笔）' }).click();
    const deposit = page.getByRole('dialog', { name: '存入专户' });
    await deposit
      .locator('input[type=file]')
      .setInputFiles({ name: '凭证.png', mimeType: 'image/png', buffer: PIXEL });
    await deposit.getByText('凭证.png').waitFor();
    await deposit.getByLabel('凭证号').fill('WH-1');
    await deposit.getByLabel('开户银行').fill('建设银行');
    await deposit.getByLabel('账户简称').fill('涉案款专户（尾号1234）');
    await deposit.getByText('结汇为人民币').click();
    await deposit.getByLabel('银行结汇牌价').fill('709.5');
    await deposit.getByLabel('入账金额（元）').fill('7,095');
    await deposit.getByText('差额 −28.00 元').waitFor();
    await confirmBy(page, deposit, court.custodian.name);
    await deposit.getByRole('button', { name: '登记存款' }).click();
    await deposit.waitFor({ state: 'detached' });
    await openAt(page, '/money?tab=deposits');
    await page.getByText('结汇牌价 709.5，入账 7,095.00 元，差额 −28.00 元').waitFor();
    await expectNoSidewaysScrolling(page);
    expect(await court.read(itemId)).toMatchObject({ onHand: '7095', unit: 'CNY' });
  });
});

describe('situation 24: a label', () => {
  async function printLabel(id: string): Promise<void> {
    const made = await court.custodian.agent
      .post('/api/print-jobs')
      .send({ selection: { kind: 'S', ids: [id] }, templateKey: 'seized-item-70x50', purpose: 'first' })
      .expect(200);
    const { job } = made.body as CreatedPrintJob;
    await court.custodian.agent
      .post(`/api/print-jobs/${job?.id ?? ''}/confirm`)
      .send({})
      .expect(200);
  }

  it('scanned twice where the thing lies leads, when it is on another thing, to the report of the incident', async () => {
    const [id = ''] = await court.receive([listLine({ name: '银锭' })]);
    await printLabel(id);
    const { code } = await court.read(id);
    const page = await test.openPage({ as: court.custodian, viewport: PHONE });
    await openAt(page, `/scan?text=${code}-1`);
    await page.getByRole('heading', { name: '银锭' }).waitFor();
    expect(await page.getByText('此标签刚才已扫过。').count()).toBe(0);
    await openAt(page, `/scan?text=${code}-1`);
    await page.getByText('此标签刚才已扫过。').waitFor();
    await expectNoSeriousFindings(page);
    await expectNoSidewaysScrolling(page);
    await page.getByRole('link', { name: '这是另一件物品，标签相同' }).click();
    const report = page.getByRole('dialog');
    await report.getByText('两件物品标签相同').waitFor();
    await report.getByLabel('经过').fill('架上另有一件银锭贴同一标签，已隔离');
    await expectNoSeriousFindings(page);
    await report.getByRole('button', { name: '报告异常' }).click();
    await report.waitFor({ state: 'detached' });
    expect(await court.read(id)).toMatchObject({ state: 'under_investigation' });
  });

  it('in the wrong room is answered with what to do, offers nothing but the report, and is put on record', async () => {
    const [id = ''] = await court.receive([listLine({ name: '移动硬盘' })]);
    await printLabel(id);
    const other = court.custodians[2];
    const room = await court.addRoom('二号库房');
    await court.appoint(room, other);
    await court.enter(room, [other]);
    const { code } = await court.read(id);
    const page = await test.openPage({ as: other, viewport: PHONE });
    const recorded = page.waitForResponse((answer) => answer.url().endsWith(`/seized-items/${id}/sightings`));
    await openAt(page, `/scan?text=${code}-1`);
    await page.locator('.cc-answer-notice', { hasText: '而您正在' }).waitFor();
    expect((await recorded).status()).toBe(200);
    const actions = page.getByRole('navigation', { name: /移动硬盘/ });
    await actions.getByRole('link', { name: '报告异常' }).waitFor();
    expect(await actions.getByRole('link', { name: '库内移位' }).count()).toBe(0);
    await expectNoSeriousFindings(page);
    await expectNoSidewaysScrolling(page);
  });
});

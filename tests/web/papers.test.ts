/** Papers in a real browser: issued from an item, printed, signed, voided; the case's tab, the register, the scanned code. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readPaperEndpoint } from '../../src/modules/papers/papers.contract.ts';
import { bodyOf } from '../support/answers.ts';
import {
  DESKTOP,
  PHONE,
  type WebTest,
  expectNoSeriousFindings,
  expectNoSidewaysScrolling,
  expectUsableAsItStands,
  openAt,
  sendByWedge,
  startWebTest,
} from '../support/browser.ts';
import { confirmBy } from '../support/browser-forms.ts';
import { issue } from '../support/paper-court.ts';
import { buildSeizedCourt, listLine, PIXEL, type SeizedCourt } from '../support/seized-court.ts';
import { approveUnsealing } from '../support/unsealing.ts';

describe('papers', () => {
  let test: WebTest;
  let court: SeizedCourt;
  beforeAll(async () => {
    test = await startWebTest();
    court = await buildSeizedCourt(test);
    await court.enter(court.room, [court.custodian, court.reviewer]);
  });
  afterEach(() => test.closePages());
  afterAll(() => test.close());

  it('are issued where the item stands, printed with a purpose, signed, and voided with a reason', async () => {
    const [id = ''] = await court.receive([listLine({ name: '玉镯' })]);
    const page = await test.openPage({ as: court.custodian, viewport: DESKTOP });
    await openAt(page, `/seized-items/${id}`);
    const offered = page.getByRole('region', { name: '待出具的文书' });
    await offered.getByText('涉案财物入库单').waitFor();
    await offered.getByRole('button', { name: '出具' }).click();
    const form = page.getByRole('dialog', { name: '出具涉案财物入库单' });
    await form.getByLabel('备注').fill('当面点清');
    await expectNoSeriousFindings(page);
    await form.getByRole('button', { name: '出具' }).click();

    await page.waitForURL(/\/papers\/[0-9a-f-]+\?do=print/);
    const print = page.getByRole('dialog', { name: '打印' });
    await print.getByLabel('打印用途').fill('交移送单位');
    await print.getByRole('button', { name: '打印' }).click();
    await print.waitFor({ state: 'detached' });
    const prints = page.getByRole('region', { name: '打印记录' });
    await prints.getByText('正本').waitFor();
    await prints.getByText('交移送单位').waitFor();
    await prints.getByRole('link', { name: '打开 PDF' }).waitFor();

    const scans = page.getByRole('region', { name: '签字扫描件' });
    await scans
      .locator('input[type=file]')
      .setInputFiles({ name: '签字件.png', mimeType: 'image/png', buffer: PIXEL });
    await scans.getByText('签字件.png').waitFor();
    await expectNoSeriousFindings(page);

    await page.getByRole('button', { name: '作废' }).click();
    const voiding = page.getByRole('dialog', { name: '作废' });
    await voiding.getByLabel('理由').fill('移送人写错');
    await voiding.getByRole('button', { name: '作废' }).click();
    await page.getByText('移送人写错').waitFor();
    await page.getByRole('link', { name: court.caseNumber }).click();
    await page.getByText('原文书已作废，待重新出具').waitFor();
  });

  it('wait to be issued as soon as something has happened, on the same page', async () => {
    const [id = ''] = await court.receive([listLine({ name: '封存的手机' })], () => ({ sealNumber: 'W-9' }));
    await approveUnsealing(test, court, [id]);
    const page = await test.openPage({ as: court.custodian, viewport: DESKTOP });
    await openAt(page, `/seized-items/${id}`);
    await page.getByRole('button', { name: '启封' }).click();
    const form = page.getByRole('dialog', { name: '启封' });
    await form.getByText('已批准，审批单号').waitFor();
    await form.getByLabel('事由').fill('核对串号');
    await confirmBy(page, form, '保管员乙');
    await form.getByRole('button', { name: '启封' }).click();
    await page.getByRole('region', { name: '待出具的文书' }).getByText('涉案财物启封记录').waitFor();
  });

  it('of a case are one tab, lists of it are made of chosen items', async () => {
    await court.receive([listLine({ name: '铜佛' })]);
    for (const viewport of [DESKTOP, PHONE]) {
      const page = await test.openPage({ as: court.custodian, viewport });
      await openAt(page, `/cases/${court.caseId}?tab=papers`);
      await page.getByRole('button', { name: '扣押（查封）财物清单' }).click();
      const form = page.getByRole('dialog', { name: '出具扣押（查封）财物清单' });
      await form.getByText('1. 玉镯').waitFor();
      await expectNoSeriousFindings(page);
      await form.getByRole('button', { name: '出具' }).click();
      await page.waitForURL(/\/papers\/[0-9a-f-]+\?do=print/);
      if (viewport === PHONE) await expectNoSidewaysScrolling(page);
    }
  });

  it('are found by the code on them, which tells whether the paper at hand is the one on record', async () => {
    const { id } = await issue(court.custodian, {
      ...{ form: 'statement', caseId: court.caseId, texts: { body: '清单字迹不清，已核实。' } },
    });
    const answer = await court.custodian.agent.get(`/api/papers/${id}`).expect(200);
    const { contentSha256 } = bodyOf(readPaperEndpoint, answer);
    const page = await test.openPage({ as: court.custodian, viewport: DESKTOP });
    await openAt(page, '/papers');
    await sendByWedge(page, `PAPER:${id}:${contentSha256.slice(0, 16)}`.toUpperCase());
    await page.getByText('扫描的文书与存档一致。').waitFor();
    await openAt(page, `/papers/${id}?check=0000000000000000`);
    await page.getByText('扫描的文书与存档不一致，请勿采用，并报告。').waitFor();
  });

  it('stand in a register that shows that no number is missing', async () => {
    const page = await test.openPage({ as: court.custodian, viewport: DESKTOP });
    await openAt(page, '/papers');
    const row = page.getByRole('row', { name: /情况说明/ });
    await row.getByText('连续').waitFor();
    await expectUsableAsItStands(page);
    const answer = await court.custodian.agent.get('/api/papers/register?year=2026').expect(200);
    expect(answer.status).toBe(200);
  });
});

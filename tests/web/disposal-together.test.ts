/** Many items of one case on one form, in a real browser: judge’s side, custodian at the door and in the yard. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { listCasePapersEndpoint } from '../../src/modules/papers/papers.contract.ts';
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
import { choose, confirmBy, sign } from '../support/browser-forms.ts';
import {
  buildDispositionCourt,
  demandPhotos,
  execution,
  line,
  listLine,
  TAKER_NUMBER,
  type DispositionCourt,
} from '../support/disposition-court.ts';
import { PIN, PIXEL } from '../support/seized-court.ts';

let test: WebTest;
let court: DispositionCourt;
beforeAll(async () => {
  test = await startWebTest();
  court = await buildDispositionCourt(test);
});
afterEach(() => test.closePages());
afterAll(() => test.close());

const secondPerson = (page: Page) => confirmBy(page, page, '保管员乙');

/** Tries the open form out, which says what would be, then sends it. */
async function checkAndSubmit(page: Page, what: string, count: number): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: `核对 ${count} 件` }).click();
  await dialog.getByText(`核对通过，尚未写入：${count} 件都可以${what}`).waitFor();
  await expectNoSeriousFindings(page);
  await dialog.getByRole('button', { name: `${what} ${count} 件`, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** One photo for all five, each of which lacks one. */
async function photographAll(page: Page): Promise<void> {
  await page.getByText('5 件照片不够').waitFor();
  expect(await page.getByText('须拍 5 张，已拍 4 张').count()).toBe(5);
  await expectNoSidewaysScrolling(page);
  await expectNoSeriousFindings(page);
  const [ofAll] = await page.locator('.cc-camera-input').all();
  await ofAll?.setInputFiles({ name: 'all.png', mimeType: 'image/png', buffer: PIXEL });
  await page.getByText('已拍 1 张').waitFor();
  await page.getByText('所选 5 件的照片都够了。').waitFor();
}

async function openMany(count: number, order: string, more: (index: number) => object = () => ({})) {
  const listed = Array.from({ length: count }, (_, index) => listLine({ name: `手机${index + 1}` }));
  const { caseId, itemIds } = await court.open(listed);
  await court.order(
    caseId,
    itemIds.map((itemId, index) => line(itemId, order, more(index))),
  );
  return { caseId, itemIds };
}

const statesOf = (itemIds: readonly string[]) =>
  Promise.all(itemIds.map(async (itemId) => (await court.read(itemId)).state));

describe('many things of one case', () => {
  it('wait, are asked for and are returned to one of two people, each step on one form', async () => {
    const of = (index: number) => ({ beneficiary: index < 5 ? '赵权利' : '钱丁' });
    const { caseId, itemIds } = await openMany(7, 'return_victim', of);
    const judge = await test.openPage({ as: court.handler, viewport: DESKTOP });
    await openAt(judge, `/cases/${caseId}?tab=items`);
    await judge.getByRole('checkbox', { name: '全选（7 件）' }).click();
    await judge.getByRole('link', { name: '一并处置（7 件）' }).click();
    await judge.getByRole('button', { name: '转待处置 7 件' }).click();
    await checkAndSubmit(judge, '转待处置', 7);
    await judge.getByText('已转待处置 7 件').first().waitFor();

    await judge.getByRole('button', { name: '只选返还给赵权利的 5 件' }).click();
    await judge.getByRole('button', { name: '提交处置审批 5 件' }).click();
    await judge.getByLabel('理由').fill('按判决返还');
    const dialog = judge.getByRole('dialog');
    await dialog.getByRole('button', { name: '核对 5 件' }).click();
    await dialog.getByText(/核对通过/).waitFor();
    await dialog.getByRole('button', { name: '提交处置审批 5 件' }).click();
    await judge.getByRole('link', { name: /^审批 / }).waitFor();
    const [request] = (await court.disposition(itemIds[0] ?? '')).requests;
    await court.approve(request?.id ?? '');

    await demandPhotos(court, 'return', 5);
    const custodian = await test.openPage({ as: court.custodian, viewport: PHONE });
    await openAt(custodian, '/dispositions?view=dispose');
    await custodian.getByRole('link', { name: '一并处置' }).first().click();
    await custodian.getByText('全选（5 件可以办）').waitFor();
    await custodian.getByText('其余 2 件现在不能办').click();
    await custodian.getByText('不在这份审批内').first().waitFor();
    await expectNoSidewaysScrolling(custodian);
    await expectNoSeriousFindings(custodian);
    await custodian.getByRole('button', { name: '返还 5 件' }).click();
    expect(await custodian.getByLabel('领取人姓名').inputValue()).toBe('赵权利');
    await custodian.getByLabel('证件号码').fill(TAKER_NUMBER);
    await photographAll(custodian);
    await sign(custodian, /领取人 签名/);
    await sign(custodian, /保管员甲 签名/);
    await secondPerson(custodian);
    await expectNoSidewaysScrolling(custodian);
    await checkAndSubmit(custodian, '返还', 5);
    await custodian.getByText('已返还 5 件').first().waitFor();
    await custodian.getByText('涉案财物返还清单').first().waitFor();
    await expectNoSidewaysScrolling(custodian);
    expect(await statesOf(itemIds)).toEqual([
      ...Array<string>(5).fill('returned'),
      ...Array<string>(2).fill('awaiting_disposition'),
    ]);
    const answer = await court.custodian.agent.get(`/api/cases/${caseId}/papers`).expect(200);
    const lists = bodyOf(listCasePapersEndpoint, answer).offers.filter(({ form }) => form === 'return_list');
    expect(lists).toMatchObject([{ itemCount: 5 }]);
    const last = await court.read(itemIds[4] ?? '');
    expect(last.files.filter(({ fileName }) => fileName === 'all.png')).toHaveLength(1);
  });

  it('are destroyed under one approval, each ticked by its code; one that is held stops them all', async () => {
    const { caseId, itemIds } = await openMany(3, 'destroy');
    await court.post('dispositions/await', { itemIds }, court.handler);
    await court.approved(
      'destruction',
      itemIds.map((itemId) => ({ itemId })),
    );
    const { from, to } = await court.photographDestruction(itemIds);
    const page = await test.openPage({ as: court.custodian, viewport: DESKTOP });
    await openAt(page, `/cases/${caseId}/disposal`);
    await page.getByRole('checkbox', { name: '全选（3 件可以办）' }).click();
    await page.getByText('已选 0 件').waitFor();
    for (const itemId of itemIds) {
      await page.getByLabel('扫码勾选').fill((await court.read(itemId)).code);
      await page.getByLabel('扫码勾选').press('Enter');
    }
    await page.getByText('已选 3 件').waitFor();
    expect(await page.getByText('已扫', { exact: true }).count()).toBe(3);
    await page.getByLabel('扫码勾选').fill('S1508000000001');
    await page.getByLabel('扫码勾选').press('Enter');
    await page.getByText('S1508000000001 不在可办的物品中').waitFor();
    await page.getByRole('button', { name: '销毁 3 件' }).click();
    await page.getByLabel('销毁方式').fill('压碎');
    await page.getByLabel('销毁地点').fill('市固废处理中心');
    for (const [label, moment] of [
      ['开始时间', from],
      ['结束时间', to],
    ] as const) {
      await page.getByLabel(label).fill(moment);
      await page.getByLabel(label).press('Enter');
    }
    await page.getByLabel('录像编号').fill('执法记录仪 0072');
    await secondPerson(page);
    await choose(page, page.getByRole('combobox', { name: '监督人' }), '督察己');
    await page.getByLabel('监督人确认码').fill(PIN);
    const hold = { kind: 'other', holder: '某某法院', document: '协执 3 号', placedOn: '2026-03-01' };
    await court.post('item-holds', { itemIds: [itemIds[1]], ...hold }, court.handler);
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '核对 3 件' }).click();
    await dialog.getByText('1 件不能办，全部未写入').waitFor();
    await dialog.getByText(/2\. 手机2.*某某法院/).waitFor();
    await expectNoSeriousFindings(page);
    const held = (await court.disposition(itemIds[1] ?? '')).holds[0]?.id ?? '';
    const release = { document: '解除函', releasedOn: '2026-03-01' };
    await court.post(`item-holds/${held}/release`, release, court.handler);
    await checkAndSubmit(page, '销毁', 3);
    await page.getByText('已销毁 3 件').first().waitFor();
    await page.getByText('没有可以一并处置的物品').waitFor({ state: 'detached' });
    expect(await statesOf(itemIds)).toEqual(Array(3).fill('destroyed'));
  });

  it('are receipted list by list, with one scan, from the list of what is on its way', async () => {
    const { caseId, itemIds } = await openMany(3, 'hand_over', () => ({ beneficiary: '市文物局' }));
    await court.post('dispositions/await', { itemIds }, court.handler);
    const to = { organ: '市文物局', receiver: '孙文', receiverDocument: '工作证 7' };
    for (const [list, ids] of [
      ['移交清单 1 号', itemIds.slice(0, 2)],
      ['移交清单 2 号', itemIds.slice(2)],
    ] as const) {
      const items = ids.map((itemId) => ({ itemId }));
      const requestId = await court.approved('hand_over', items);
      await court.post('dispositions/hand-over', execution(court, requestId, items, { ...to, list }));
    }
    const page = await test.openPage({ as: court.custodian, viewport: PHONE });
    await openAt(page, '/dispositions?view=transit');
    await page.getByRole('link', { name: '一并登记回执' }).click();
    await page.getByRole('link', { name: /移交清单 2 号.*1 件/ }).waitFor();
    await page.getByText('全选（2 件可以办）').waitFor();
    await expectNoSidewaysScrolling(page);
    await expectNoSeriousFindings(page);
    await page.getByRole('button', { name: '登记回执 2 件' }).click();
    await page.getByLabel('回执', { exact: true }).fill('文物局回执 9 号');
    const scan = { name: 'receipt.png', mimeType: 'image/png', buffer: PIXEL };
    await page.locator('.cc-upload-input').setInputFiles(scan);
    await page.getByText('已附 1 份扫描件：receipt.png').waitFor();
    await expectNoSidewaysScrolling(page);
    await checkAndSubmit(page, '登记回执', 2);
    await page.getByText('已登记回执 2 件').first().waitFor();
    await page.getByText('全选（1 件可以办）').waitFor();
    expect(await statesOf(itemIds)).toEqual(['handed_over', 'handed_over', 'in_transit']);
    await openAt(page, `/seized-items/${itemIds[1]}`);
    await page.getByRole('region', { name: '附件' }).getByRole('link', { name: 'receipt.png' }).waitFor();
    expect((await court.work('transit')).filter((row) => row.caseId === caseId)).toHaveLength(1);
  });

  it('are paid in by one slip, each money with its own amount, checked before it is sent', async () => {
    const facts = { denominations: '百元券', source: '扣押' };
    const cash = { category: 'cash', unit: 'CNY', facts };
    const { caseId, itemIds } = await court.open([
      listLine({ ...cash, name: '赃款一', quantity: '12000' }),
      listLine({ ...cash, name: '赃款二', quantity: '3400' }),
      listLine({ name: '手表' }),
    ]);
    const ordered = (index: number) =>
      index === 2 ? {} : { quantity: ['12000', '3400'][index], unit: 'CNY', description: '赃款' };
    await court.await(
      caseId,
      itemIds.map((itemId, index) => line(itemId, 'confiscate', ordered(index))),
    );
    await court.approved(
      'treasury',
      itemIds.map((itemId) => ({ itemId })),
    );
    const page = await test.openPage({ as: court.custodian, viewport: PHONE });
    await openAt(page, `/cases/${caseId}/disposal`);
    await page.getByRole('button', { name: '上缴国库 3 件' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('缴款书号').fill('缴款书 77');
    const second = dialog.getByLabel(/2\. 赃款二/u);
    expect(await dialog.getByLabel(/1\. 赃款一/u).inputValue()).toBe('12,000.00');
    await dialog.getByText('15,400.00 人民币').waitFor();
    await second.fill('3400.50');
    await dialog.getByText('该款项应缴 3,400.00，请核对缴款书').waitFor();
    await dialog.getByText('15,400.50 人民币').waitFor();
    await second.fill('3400');
    await dialog.getByText('1 件物品的作价金额').click();
    await dialog.getByLabel(/3\. 手表/u).fill('600');
    await dialog.getByText('16,000.00 人民币').waitFor();
    await secondPerson(page);
    await expectNoSidewaysScrolling(page);
    await checkAndSubmit(page, '上缴国库', 3);
    const fen = [];
    for (const itemId of itemIds) fen.push((await court.disposition(itemId)).dispositions[0]?.amountFen);
    expect(fen).toEqual([1_200_000, 340_000, 60_000]);
  });

  it('say why nothing can be done with them yet', async () => {
    const { caseId } = await court.open([listLine(), listLine()]);
    const page = await test.openPage({ as: court.handler, viewport: PHONE });
    await openAt(page, `/cases/${caseId}/disposal`);
    await page.getByText('没有可以一并处置的物品').waitFor();
    await page
      .getByText(/判决未处理/)
      .first()
      .waitFor();
    await expectNoSidewaysScrolling(page);
    await expectNoSeriousFindings(page);

    const { caseId: judged, itemIds } = await court.open([listLine(), listLine()]);
    await court.order(
      judged,
      itemIds.map((itemId) => line(itemId, 'confiscate')),
    );
    await court.post('dispositions/await', { itemIds: itemIds.slice(1) }, court.handler);
    const custodian = await test.openPage({ as: court.custodian, viewport: PHONE });
    await openAt(custodian, `/cases/${judged}/disposal`);
    await custodian.getByText('裁判已生效，等承办人或执行人员转待处置').waitFor();
    await custodian.getByText('还没有提交处置审批，由承办人提交').waitFor();
  });
});

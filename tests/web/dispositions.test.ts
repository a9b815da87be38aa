/** From the lines of a judgment to the closed ledger, in a real browser: judge’s side, enforcement, custodian. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { requestLossEndpoint } from '../../src/modules/seized-items/care/care.contract.ts';
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
import { choose, confirmBy, optionOf, sign } from '../support/browser-forms.ts';
import {
  buildDispositionCourt,
  demandPhotos,
  execution,
  line,
  listLine,
  SIGNED,
  TAKER,
  TAKER_NUMBER,
  type DispositionCourt,
} from '../support/disposition-court.ts';
import { TEST_PASSWORD } from '../support/people.ts';
import { PIN, PIXEL } from '../support/seized-court.ts';

let test: WebTest;
let court: DispositionCourt;
beforeAll(async () => {
  test = await startWebTest();
  court = await buildDispositionCourt(test);
});
afterEach(() => test.closePages());
afterAll(() => test.close());

/** Of a short list, which is not searched by typing. */
async function pick(page: Page, name: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name, exact: true }).click();
  await optionOf(page, option).click();
}

const secondPerson = (page: Page) => confirmBy(page, page, '保管员乙');

/** Presses the button of the open drawer and waits until it is gone. */
async function submit(page: Page, name: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

async function closeLedger(page: Page): Promise<void> {
  await page.getByRole('button', { name: '销账' }).click();
  await secondPerson(page);
  await page.getByRole('dialog').getByText('物品、款项、裁判处理均已办结').waitFor();
  await submit(page, '销账');
  await page.getByText('本案台账已销账').first().waitFor();
}

describe('from judgment to the end', () => {
  it('a judgment on many things is listed at once, and what was typed outlives the drawer', async () => {
    const names = ['铜锁', '铁钳', '木梯'];
    const { caseId } = await court.open(names.map((name) => listLine({ name })));
    const judge = await test.openPage({ as: court.handler, viewport: PHONE });
    await openAt(judge, `/cases/${caseId}?tab=judgments&do=enter_lines`);
    await judge.getByLabel('裁判文书').fill('（2026）内08刑初102号判决');
    await pick(judge, '处理方式', '没收上缴国库');
    await judge.getByRole('button', { name: '列入其余 3 件（处理方式同末项）' }).click();
    expect(await judge.getByLabel('裁判所称名称').count()).toBe(3);
    await judge.getByLabel('裁判所称名称').nth(2).fill('木梯（断一阶）');
    await judge.reload();
    await judge.getByText('已恢复上次未提交的内容').waitFor();
    expect(await judge.getByLabel('裁判所称名称').nth(2).inputValue()).toBe('木梯（断一阶）');
    expect(await judge.getByLabel('项号').nth(2).inputValue()).toBe('3');
    await expectNoSidewaysScrolling(judge);
  });

  it('a line is entered, confirmed, carried out on approval with both signatures, and the ledger is closed', async () => {
    const { caseId, itemIds } = await court.open([listLine({ name: '红色手机' })]);
    const [itemId = ''] = itemIds;
    const tab = `/cases/${caseId}?tab=judgments`;

    const judge = await test.openPage({ as: court.handler, viewport: DESKTOP });
    await openAt(judge, tab);
    await judge.getByText('还没有裁判处理项').waitFor();
    await judge.getByRole('button', { name: '登记裁判处理项' }).click();
    await judge.getByLabel('裁判文书').fill('（2026）内08刑初101号判决');
    await judge.getByLabel('生效日').fill('2026-03-01');
    await judge.getByLabel('生效日').press('Enter');
    await pick(judge, '处理方式', '返还被害人');
    await choose(judge, judge.getByRole('combobox', { name: '对应物品' }), '红色手机');
    await judge.getByLabel('返还给').last().fill('赵权利');
    await expectNoSeriousFindings(judge);
    await submit(judge, '登记裁判处理项');
    await judge.getByText('待确认').waitFor();

    const enforcement = await test.openPage({ as: court.enforcement, viewport: DESKTOP });
    await openAt(enforcement, '/dispositions?view=confirm');
    await enforcement.getByRole('link', { name: '红色手机' }).click();
    await enforcement.getByRole('button', { name: '确认 1 项' }).click();
    await enforcement.getByText('对应 红色手机，库存 1 部').waitFor();
    await submit(enforcement, '确认裁判处理项');
    await enforcement.getByRole('button', { name: '1 件转待处置' }).click();
    await submit(enforcement, '转待处置');
    await enforcement.getByText('待处置', { exact: true }).first().waitFor();
    await expectNoSeriousFindings(enforcement);

    await openAt(judge, `/seized-items/${itemId}`);
    await judge.getByRole('button', { name: '提交处置审批' }).click();
    await judge.getByLabel('理由').fill('按判决返还');
    await submit(judge, '提交处置审批');
    await judge.getByText('审批中').waitFor();
    const [request] = (await court.disposition(itemId)).requests;
    await court.approve(request?.id ?? '');

    const custodian = await test.openPage({ as: court.custodian, viewport: PHONE });
    await openAt(custodian, `/seized-items/${itemId}`);
    await custodian.getByRole('button', { name: '返还', exact: true }).click();
    await custodian.getByText('照片已够（4/1）').waitFor();
    expect(await custodian.getByLabel('领取人姓名').inputValue()).toBe('赵权利');
    await custodian.getByLabel('证件号码').fill(TAKER_NUMBER);
    await sign(custodian, /领取人 签名/);
    await sign(custodian, /保管员甲 签名/);
    await secondPerson(custodian);
    await expectNoSidewaysScrolling(custodian);
    await expectNoSeriousFindings(custodian);
    await submit(custodian, '返还');
    await custodian.getByText('已返还').first().waitFor();
    await custodian.getByText(/1\*+2X/).waitFor();
    await expectNoSidewaysScrolling(custodian);

    await openAt(custodian, `/cases/${caseId}?tab=ledger`);
    await closeLedger(custodian);
    await custodian.getByText(/已于 .* 销账（保管员甲、保管员乙）/).waitFor();
  });

  it('what was returned by mistake is asked back by the judge’s side and taken back by a leader', async () => {
    const { caseId, itemIds } = await court.open([listLine({ name: '银色手机' })]);
    const [itemId = ''] = itemIds;
    await court.await(caseId, [line(itemId, 'return_victim', { beneficiary: '赵权利' })]);
    const requestId = await court.approved('return', [{ itemId }]);
    const signed = { taker: TAKER, ...SIGNED };
    await court.post('dispositions/return', execution(court, requestId, [{ itemId }], signed));

    const judge = await test.openPage({ as: court.handler, viewport: DESKTOP });
    await openAt(judge, `/seized-items/${itemId}`);
    await judge.getByRole('button', { name: '申请冲正' }).click();
    await judge.getByLabel('依据文书').fill('更正笔录');
    await judge.getByLabel('理由').fill('扫错物品，实物仍在库');
    await expectNoSeriousFindings(judge);
    await submit(judge, '申请冲正');
    await judge.getByText('审批中').waitFor();
    const [request] = (await court.disposition(itemId)).requests;
    await court.approve(request?.id ?? '');

    const leader = await test.openPage({ as: court.head, viewport: PHONE });
    await openAt(leader, `/seized-items/${itemId}`);
    await leader.getByRole('button', { name: '冲正', exact: true }).click();
    await leader.getByLabel('依据文书').fill('更正笔录');
    await leader.getByLabel('理由').fill('扫错物品，实物仍在库');
    await secondPerson(leader);
    await expectNoSidewaysScrolling(leader);
    await expectNoSeriousFindings(leader);
    await submit(leader, '冲正');
    await leader.getByText('已冲正').waitFor();
    await leader.getByText(/第 \d+ 笔冲正第 \d+ 笔/).waitFor();
    await expectNoSidewaysScrolling(leader);
    await judge.reload();
    await judge.getByText('已冲正').waitFor();
  });

  it('what was booked as lost is taken back by a leader and waits on the custodian’s list for its place', async () => {
    const { itemIds } = await court.open([listLine({ name: '金色手机' })]);
    const [itemId = ''] = itemIds;
    const lost = { itemIds, kind: 'missing', description: '盘查时未见' };
    await court.post('seized-items/report-incident', lost);
    const why = { reason: '确认灭失' };
    const asked = await court.post(`seized-items/${itemId}/request-loss`, why, court.vicePresident);
    const lossId = bodyOf(requestLossEndpoint, { body: asked }).id;
    await court.approve(lossId);
    const loss = { requestId: lossId, conclusion: '保管不善' };
    await court.post(`seized-items/${itemId}/confirm-loss`, loss, court.head);

    const judge = await test.openPage({ as: court.handler, viewport: DESKTOP });
    await openAt(judge, `/seized-items/${itemId}`);
    await judge.getByRole('button', { name: '申请冲正' }).click();
    await judge.getByLabel('依据文书').fill('清点笔录');
    await judge.getByLabel('理由').fill('在另一货架找到');
    await expectNoSeriousFindings(judge);
    await submit(judge, '申请冲正');
    await judge.getByText('审批中').waitFor();
    const [request] = (await court.disposition(itemId)).requests;
    await court.approve(request?.id ?? '');

    const leader = await test.openPage({ as: court.head, viewport: PHONE });
    await openAt(leader, `/seized-items/${itemId}`);
    await leader.getByRole('button', { name: '冲正', exact: true }).click();
    await leader.getByLabel('依据文书').fill('清点笔录');
    await leader.getByLabel('理由').fill('在另一货架找到');
    await secondPerson(leader);
    await expectNoSidewaysScrolling(leader);
    await submit(leader, '冲正');
    await leader.getByText('物品还没有库位').waitFor();

    const custodian = await test.openPage({ as: court.custodian, viewport: PHONE });
    await openAt(custodian, '/dispositions?view=unplaced');
    await custodian.getByRole('link', { name: '金色手机' }).click();
    await custodian.getByRole('button', { name: '库内移位' }).waitFor();
    await expectNoSidewaysScrolling(custodian);
    await expectNoSeriousFindings(custodian);
  });

  it('goes to another organ with as many photos as the court asks for, counted on the form', async () => {
    const { caseId, itemIds } = await court.open([listLine({ name: '青铜镜', unit: '件' })]);
    const [itemId = ''] = itemIds;
    await court.await(caseId, [line(itemId, 'hand_over', { unit: '件', beneficiary: '市文物局' })]);
    await court.approved('hand_over', [{ itemId }]);
    await demandPhotos(court, 'hand_over', 5);
    const page = await test.openPage({ as: court.custodian, viewport: PHONE });
    await openAt(page, `/seized-items/${itemId}`);
    await page.getByRole('button', { name: '移交', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('须拍 5 张，已拍 4 张').waitFor();
    await dialog
      .locator('.cc-camera-input')
      .setInputFiles({ name: 'mirror.png', mimeType: 'image/png', buffer: PIXEL });
    await dialog.getByText('照片已够（5/5）').waitFor();
    await dialog.getByLabel('接收机关').fill('市文物局');
    await dialog.getByLabel('接收人', { exact: true }).fill('孙文');
    await dialog.getByLabel('接收人证件').fill('工作证 7');
    await dialog.getByLabel('移交清单').fill('移交清单 4 号');
    await secondPerson(page);
    await expectNoSidewaysScrolling(page);
    await expectNoSeriousFindings(page);
    await submit(page, '移交');
    expect(await court.read(itemId)).toMatchObject({ state: 'in_transit' });
  });

  it('is destroyed by two under an independent supervisor, on a phone', async () => {
    const { caseId, itemIds } = await court.open([listLine({ name: '游戏机', unit: '台' })]);
    const [itemId = ''] = itemIds;
    await court.await(caseId, [line(itemId, 'destroy', { unit: '台' })]);
    await court.approved('destruction', [{ itemId }]);
    const { from, to } = await court.photographDestruction(itemIds);
    const page = await test.openPage({ as: court.custodian, viewport: PHONE });
    await openAt(page, `/seized-items/${itemId}`);
    await page.getByRole('button', { name: '销毁', exact: true }).click();
    await page.getByLabel('销毁方式').fill('压碎');
    await page.getByLabel('销毁地点').fill('市固废处理中心');
    for (const [label, moment] of [
      ['开始时间', from],
      ['结束时间', to],
    ] as const) {
      await page.getByLabel(label).fill(moment);
      await page.getByLabel(label).press('Enter');
    }
    await page.getByLabel('录像编号').fill('执法记录仪 0071');
    await page.getByLabel('名称').fill('废金属');
    await page.getByRole('dialog').getByLabel('数量').last().fill('3.5');
    await page.getByLabel('单位').fill('千克');
    await secondPerson(page);
    await choose(page, page.getByRole('combobox', { name: '监督人' }), '督察己');
    await page.getByLabel('监督人确认码').fill(PIN);
    await expectNoSidewaysScrolling(page);
    await expectNoSeriousFindings(page);
    await submit(page, '销毁');
    await page.getByText('监督 督察己').waitFor();
    await page.getByRole('link', { name: '查看残余物' }).click();
    await page.getByRole('heading', { name: '废金属' }).waitFor();
  });

  it('is announced, sold at auction and taken by the buyer, and the price is money of the case', async () => {
    const { caseId, itemIds } = await court.open([listLine({ name: '黑色轿车', unit: '辆' })]);
    const [itemId = ''] = itemIds;
    await court.await(caseId, [line(itemId, 'confiscate', { unit: '辆' })]);
    await court.approved('sale', [{ itemId }]);
    const bureau = await test.openPage({ as: court.enforcement, viewport: PHONE });
    await openAt(bureau, `/seized-items/${itemId}`);
    await bureau.getByRole('button', { name: '发布拍卖公告' }).click();
    const announcing = bureau.getByRole('dialog', { name: '发布拍卖公告' });
    await announcing.getByLabel('评估报告号').fill('巴价评〔2026〕18号');
    await announcing.getByLabel('评估价').fill('5000');
    await announcing.getByLabel('起拍价').fill('4000');
    for (const [label, day] of [
      ['评估基准日', '2026-10-01'],
      ['有效期至', '2027-06-01'],
      ['公告日期', '2026-11-01'],
      ['拍卖日期', '2026-11-20'],
    ] as const) {
      await announcing.getByLabel(label).fill(day);
      await announcing.getByLabel(label).press('Enter');
    }
    await expectNoSidewaysScrolling(bureau);
    await submit(bureau, '发布拍卖公告');
    await bureau.getByText('发布拍卖公告：已办理').waitFor();
    await bureau.getByRole('button', { name: '登记拍卖结果' }).click();
    await pick(bureau, '结果', '成交');
    await bureau.getByLabel('成交价').fill('4500');
    await bureau.getByLabel('买受人').fill('周买受');
    await bureau.getByLabel('结果文书').fill('成交确认书 18 号');
    await submit(bureau, '登记拍卖结果');
    await bureau.getByText('周买受').waitFor();

    const custodian = await test.openPage({ as: court.custodian, viewport: DESKTOP });
    await openAt(custodian, `/seized-items/${itemId}`);
    await custodian.getByRole('button', { name: '成交出库' }).click();
    await custodian.getByLabel('存款回单号').fill('CK0001');
    await custodian.getByLabel('开户银行').fill('建设银行巴彦淖尔分行');
    await secondPerson(custodian);
    await expectNoSeriousFindings(custodian);
    await submit(custodian, '成交出库');
    await custodian.getByText('已上缴或变卖').first().waitFor();
    await custodian.getByRole('link', { name: '查看变价款' }).click();
    await custodian.getByRole('heading', { name: '黑色轿车 变价款' }).waitFor();
    await custodian.getByText('4,500 元').first().waitFor();
  });

  it('shows what does not fit, and no way around a missing consent', async () => {
    const { caseId, itemIds } = await court.open([
      listLine({ name: '鲜肉', quantity: '3' }),
      listLine({ name: '相机' }),
    ]);
    const [meat = '', camera = ''] = itemIds;
    const page = await test.openPage({ as: court.handler, viewport: PHONE });
    await openAt(page, `/seized-items/${meat}`);
    await page.getByRole('button', { name: '先行处置' }).click();
    await pick(page, '情形', '不宜长期保存');
    await page.getByLabel('权利人', { exact: true }).fill('赵权利');
    await pick(page, '权利人意见', '权利人不同意');
    await page.getByRole('dialog').getByText('条件不足').first().waitFor();
    await page.getByLabel('依据文书').fill('审查表');
    await page.getByLabel('理由').fill('易腐');
    await expectNoSeriousFindings(page);
    await submit(page, '记录条件不足');
    await page.getByText('条件不足').first().waitFor();
    await page.getByRole('button', { name: '报请合议庭' }).click();
    await page.getByLabel('提请评议文书').fill('提请评议表');
    await submit(page, '报请合议庭');
    await page.getByText('条件不足，已报合议庭').waitFor();

    await court.order(caseId, [line(meat, 'confiscate', { quantity: '4' }), line(null, 'confiscate')]);
    await openAt(page, `/cases/${caseId}?tab=judgments`);
    await page.getByText(/判决未处理 1 件/).waitFor();
    await page.getByText('裁判 4 部，库存 3 部').waitFor();
    await page.getByText(/1 项没有对应的在管物品/).waitFor();
    await expectNoSidewaysScrolling(page);
    await openAt(page, '/dispositions?view=forgotten');
    await page.getByRole('link', { name: '相机' }).waitFor();
    await expectNoSidewaysScrolling(page);
    await openAt(page, `/seized-items/${camera}`);
    await page.getByText(/判决未处理本物品/).waitFor();
    await page.getByRole('button', { name: '登记冻结处置' }).click();
    await pick(page, '类别', '监察');
    await page.getByLabel('要求冻结的机关').fill('市监察委');
    await page.getByLabel('依据文书').fill('协助函');
    await submit(page, '登记冻结处置');
    await page.getByText('市监察委').first().waitFor();
    await page.getByRole('button', { name: '解除' }).waitFor();
  });
});

describe('after a judgment is reversed', () => {
  /** A phone that was given back to the victim; finance, custodian and bureau can confirm for each other. */
  async function returned(name: string): Promise<string> {
    const { caseId, itemIds } = await court.open([listLine({ name })]);
    const [itemId = ''] = itemIds;
    await court.await(caseId, [line(itemId, 'return_victim', { beneficiary: '赵权利' })]);
    const requestId = await court.approved('return', [{ itemId }]);
    const signed = { taker: TAKER, ...SIGNED };
    await court.post('dispositions/return', execution(court, requestId, [{ itemId }], signed));
    for (const { agent } of [court.finance, court.custodian, court.enforcement])
      await agent.put('/api/session/pin').send({ currentPassword: TEST_PASSWORD, pin: PIN }).expect(200);
    return itemId;
  }

  async function openClaim(page: Page, amount: string): Promise<void> {
    await page.getByRole('button', { name: '登记回转、赔偿' }).first().click();
    await pick(page, '类别', '执行回转');
    await page.getByLabel('改判文书').fill('（2026）内08刑再1号判决');
    await page.getByLabel('请求人').fill('被告人');
    await page.getByLabel('金额').fill(amount);
    await page.getByLabel('理由').fill('改判无罪');
    await submit(page, '登记回转、赔偿');
    await page.getByText('（2026）内08刑再1号判决 · 改判无罪').waitFor();
  }

  async function recover(page: Page, amount: string, slip: string, currency?: string): Promise<void> {
    await page.getByRole('button', { name: '登记追回款项' }).click();
    if (currency !== undefined) await pick(page, '币种', currency);
    await page.getByLabel('追回金额').fill(amount);
    await page.getByLabel('付款人').fill('赵权利');
    await page.getByLabel('追回依据（裁定、通知）').fill('执行回转裁定');
    await page.getByLabel('存款回单号').fill(slip);
    await page.getByLabel('到账银行与账户简称').fill('涉案款专户（尾号1234）');
    await confirmBy(page, page, court.finance.name);
    await expectNoSidewaysScrolling(page);
    await expectNoSeriousFindings(page);
    await submit(page, '登记追回款项');
  }

  it('what is owed comes back in part, and the rest ends on the approval of leaders', async () => {
    const itemId = await returned('白色手机');
    const judge = await test.openPage({ as: court.handler, viewport: DESKTOP });
    await openAt(judge, `/seized-items/${itemId}`);
    await openClaim(judge, '2300');
    expect(await judge.getByRole('button', { name: '办结请求' }).count()).toBe(0);
    expect(await judge.getByRole('button', { name: '申请冲正' }).count()).toBe(0);

    const bureau = await test.openPage({ as: court.enforcement, viewport: PHONE });
    await openAt(bureau, `/seized-items/${itemId}`);
    await recover(bureau, '1000', 'WHZ-1');
    await bureau.getByRole('link', { name: '查看追回款' }).waitFor();
    await bureau.getByText('涉案款专户（尾号1234） WHZ-1').waitFor();

    await judge.reload();
    await judge.getByRole('button', { name: '申请未足额终结' }).first().click();
    await pick(judge, '结果', '终结追回');
    await judge.getByLabel('办结文书').fill('终结执行裁定');
    await judge.getByLabel('理由').fill('无财产可供执行');
    await submit(judge, '申请未足额终结');
    await judge.getByText('审批中').waitFor();
    await court.approve((await court.disposition(itemId)).requests[0]?.id ?? '');
    await judge.reload();
    await judge.getByRole('button', { name: '办结请求' }).first().click();
    await pick(judge, '结果', '终结追回');
    await judge.getByLabel('办结文书').fill('终结执行裁定');
    await expectNoSeriousFindings(judge);
    await submit(judge, '办结请求');
    await judge.locator('#main').getByText('终结追回', { exact: true }).waitFor();
    expect((await court.disposition(itemId)).claims).toMatchObject([{ openFen: 1300_00 }]);
  });

  it('dollars that came back settle the claim by the rate of the day, and the bank changes them', async () => {
    await court.finance.agent
      .post('/api/exchange-rates')
      .send({ currency: 'USD', quotedOn: '2026-11-23', rate: '712.3', source: 'cfets' })
      .expect(200);
    const itemId = await returned('灰色手机');
    const bureau = await test.openPage({ as: court.enforcement, viewport: PHONE });
    await openAt(bureau, `/seized-items/${itemId}`);
    await openClaim(bureau, '712.30');
    await recover(bureau, '100', 'WHZ-2', '美元');
    await bureau.getByRole('button', { name: '办结请求' }).first().click();
    await pick(bureau, '结果', '已办结');
    await bureau.getByLabel('办结文书').fill('回转完毕报告');
    await submit(bureau, '办结请求');
    await bureau.locator('#main').getByText('已办结', { exact: true }).waitFor();

    const finance = await test.openPage({ as: court.finance, viewport: PHONE });
    const [claim] = (await court.disposition(itemId)).claims;
    const dollarsId = claim?.recoveries[0]?.itemId ?? '';
    await openAt(finance, '/money?tab=deposits');
    await finance.getByRole('button', { name: '结汇', exact: true }).click();
    const form = finance.getByRole('dialog');
    await form
      .locator('input[type=file]')
      .setInputFiles({ name: 'slip.png', mimeType: 'image/png', buffer: PIXEL });
    await form.getByText('slip.png').waitFor();
    await form.getByLabel('开户银行').fill('建设银行');
    await form.getByLabel('凭证号').fill('WJH-1');
    await form.getByLabel('入账账户简称').fill('涉案款专户（尾号1234）');
    await form.getByLabel('银行结汇牌价').fill('711');
    await form.getByLabel('入账金额（元）').fill('711');
    await confirmBy(finance, form, '保管员甲');
    await expectNoSidewaysScrolling(finance);
    await expectNoSeriousFindings(finance);
    await submit(finance, '登记结汇');
    await finance.getByText('2026-11-23 结汇 100.00 美元，牌价 711，入账 711.00 元').waitFor();
    expect(await court.read(dollarsId)).toMatchObject({ onHand: '711', unit: 'CNY' });
  });
});

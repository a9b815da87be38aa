/** What is done to items in store, in a real browser: split with a live sum, boxed and sealed, examined, found. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import type { Role } from '../../src/modules/accounts/roles.ts';
import { buildPerson, TEST_PASSWORD } from '../support/people.ts';
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
import { parkCar } from '../support/seized-car.ts';
import { buildSeizedCourt, listLine, PIN, PIXEL, type SeizedCourt } from '../support/seized-court.ts';

describe('items in store', () => {
  let test: WebTest;
  let court: SeizedCourt;
  beforeAll(async () => {
    test = await startWebTest();
    court = await buildSeizedCourt(test);
    const { handler } = court;
    await handler.agent
      .put('/api/session/pin')
      .send({ currentPassword: TEST_PASSWORD, pin: PIN })
      .expect(200);
    await court.enter(court.room, [court.custodian, court.reviewer, handler]);
  });
  afterEach(() => test.closePages());
  afterAll(() => test.close());

  /** A form of the item that stands behind the menu. */
  async function openForm(page: Page, name: string): Promise<Locator> {
    await page.getByRole('button', { name: '更多办理' }).click();
    await page.getByRole('menuitem', { name, exact: true }).click();
    const dialog = page.getByRole('dialog', { name });
    await dialog.waitFor();
    return dialog;
  }

  it('splits a sample off on a phone, with the sum while it is typed, keeps no PIN, and offers its label', async () => {
    const [id = ''] = await court.receive([listLine({ name: '白色粉末', unit: '克', quantity: '12.5' })]);
    const page = await test.openPage({ as: court.custodian, viewport: PHONE });
    await openAt(page, `/seized-items/${id}`);
    const dialog = await openForm(page, '拆分、取样');
    await dialog.getByLabel('数量', { exact: true }).fill('13');
    await dialog.getByText('超过结存，请核对。').waitFor();
    await dialog.getByLabel('数量', { exact: true }).fill('0.5');
    await dialog.getByText('结存 12.5 克 − 拆出 0.5 克 − 损耗 0 克 = 余 12 克').waitFor();
    await dialog.getByLabel(/^名称/).fill('白色粉末（检材）');
    await dialog.getByLabel('事由').fill('送检取样');
    await expectNoSeriousFindings(page);
    await confirmBy(page, dialog, '承办人丁');
    const drafts = await page.evaluate(() => Object.values(sessionStorage).join('\n'));
    expect(drafts).toContain('白色粉末（检材）');
    expect(drafts).not.toContain(PIN);
    await dialog.getByRole('button', { name: '拆分、取样' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('已列出 1 件，请打印标签并贴好。').waitFor();
    await page.getByRole('link', { name: '白色粉末（检材）' }).waitFor();
    await expectNoSidewaysScrolling(page);
    expect(await court.read(id)).toMatchObject({ onHand: '12' });
  });

  it('makes a box, puts an item in, seals it, and shows where everything is', async () => {
    await court.receive([listLine({ name: '银色手机' })]);
    const page = await test.openPage({ as: court.custodian, viewport: DESKTOP });
    await openAt(page, '/containers');
    await page.getByText('还没有箱袋').waitFor();
    await page.getByRole('button', { name: '新建箱袋' }).first().click();
    const making = page.getByRole('dialog', { name: '新建箱袋' });
    await making.getByLabel('名称').fill('3号物证箱');
    const place = making.getByRole('combobox', { name: '库位' });
    await place.click();
    await place.fill('1架');
    await page.locator('.ant-select-tree-title:visible', { hasText: '1架' }).first().click();
    await expectNoSeriousFindings(page);
    await making.getByRole('button', { name: '新建箱袋' }).click();
    await making.waitFor({ state: 'detached' });
    await page.getByText('已新建 1 个，请打印并贴标签。').waitFor();
    await page.getByRole('link', { name: '3号物证箱' }).click();
    await page.getByRole('button', { name: '装入物品' }).click();
    const filling = page.getByRole('dialog', { name: '装入物品' });
    await choose(page, filling.getByRole('combobox', { name: '物品' }), '银色手机');
    await page.keyboard.press('Escape');
    await filling.getByRole('button', { name: '装入物品' }).click();
    await filling.waitFor({ state: 'detached' });
    await page.getByRole('link', { name: '银色手机' }).waitFor();
    await page.getByRole('button', { name: '更多' }).click();
    await page.getByRole('menuitem', { name: '封箱' }).click();
    const sealing = page.getByRole('dialog', { name: '封箱' });
    await sealing.getByLabel('封条号').fill('WB-1');
    await confirmBy(page, sealing, '保管员乙');
    await sealing.getByRole('button', { name: '封箱' }).click();
    await sealing.waitFor({ state: 'detached' });
    await page.getByText(/存于 一号库房 \/ 1架，封条 WB-1/).waitFor();
    await expectNoSeriousFindings(page);
    await page.getByRole('link', { name: '银色手机' }).click();
    await page.getByRole('link', { name: '在“3号物证箱”内' }).waitFor();
  });

  it('reads the odometer of a car where it stands; one that went up is told and becomes an incident', async () => {
    const car = await parkCar(court, '52300');
    const desk = await test.openPage({ as: court.custodian, viewport: DESKTOP });
    await openAt(desk, `/seized-items/${car}`);
    const reading = await openForm(desk, '读取里程');
    await reading.getByText('上次 52300 公里').waitFor();
    await expectNoSeriousFindings(desk);
    await reading.getByLabel('里程表读数（公里）').fill('52,300');
    await reading.getByText('上次 52300 公里，相差 0 公里').waitFor();
    await reading.getByRole('button', { name: '读取里程' }).click();
    await reading.waitFor({ state: 'detached' });
    const page = await test.openPage({ as: court.custodian, viewport: PHONE });
    await openAt(page, `/seized-items/${car}`);
    const driven = await openForm(page, '读取里程');
    await driven.getByLabel('里程表读数（公里）').fill('52288');
    await driven.getByText('里程比上次少，可能换表或不是同一辆车').waitFor();
    await driven.getByLabel('里程表读数（公里）').fill('52312');
    await driven.getByText('里程增加，超出批准行驶的 0 公里').waitFor();
    await expectNoSeriousFindings(page);
    await expectNoSidewaysScrolling(page);
    await driven.getByLabel('情况说明').fill('清洗车场时挪位');
    await driven.getByRole('button', { name: '读取里程' }).click();
    await driven.waitFor({ state: 'detached' });
    await page.getByText('（较上次 +12 公里）').waitFor();
    await expectNoSidewaysScrolling(page);
    expect(await court.read(car)).toMatchObject({ state: 'under_investigation' });
  });

  it('sends an item to be valued, takes the opinion in, and shows it with the case', async () => {
    const [id = ''] = await court.receive([listLine({ name: '摩托车' })]);
    const page = await test.openPage({ as: court.custodian, viewport: DESKTOP });
    await openAt(page, `/seized-items/${id}`);
    const sending = await openForm(page, '委托鉴定评估');
    await sending.getByText('评估', { exact: true }).click();
    await sending.getByLabel('委托书号').fill('（2026）内08鉴委3号');
    await sending.getByLabel('鉴定评估机构').fill('巴彦淖尔价格认证中心');
    await sending.getByLabel('机构资质').fill('价格认定机构');
    await sending.getByLabel('委托事项').fill('价值评估');
    const today = test.clock.now().toISOString().slice(0, 10);
    await sending.getByLabel('送检日期').fill(today);
    await page.keyboard.press('Enter');
    await confirmBy(page, sending, '保管员乙');
    await expectNoSeriousFindings(page);
    await sending.getByRole('button', { name: '委托鉴定评估' }).click();
    await sending.waitFor({ state: 'detached' });
    await page.getByText('待出意见').waitFor();
    await page.getByRole('button', { name: '登记意见' }).click();
    const opinion = page.getByRole('dialog', { name: '登记意见' });
    await opinion.getByLabel('意见书号').fill('巴价鉴〔2026〕8号');
    for (const field of ['意见书日期', '评估基准日']) {
      await opinion.getByLabel(field).fill(today);
      await page.keyboard.press('Enter');
    }
    await opinion.getByLabel('鉴定人').fill('刘工');
    await opinion.getByLabel('结论').fill('市场价 8000 元');
    await opinion.getByLabel('评估额（元）').fill('8000');
    await expectNoSeriousFindings(page);
    await opinion.getByRole('button', { name: '登记意见' }).click();
    await opinion.waitFor({ state: 'detached' });
    await page
      .getByText(/有效至/)
      .first()
      .waitFor();
    await openAt(page, `/cases/${court.caseId}?tab=examinations`);
    await page.getByRole('link', { name: /摩托车/ }).waitFor();
    await expectNoSeriousFindings(page);
  });

  it('what was not found is asked to be written off, approved and confirmed, on a phone', async () => {
    const [id = ''] = await court.receive([listLine({ name: '金戒指', quantity: '3', unit: '枚' })]);
    const lost = { itemIds: [id], kind: 'missing', description: '盘查时缺 2 枚' };
    await court.custodian.agent.post('/api/seized-items/report-incident').send(lost).expect(200);
    const person = (role: Role, name: string) => buildPerson(test, { court: court.court, role, name });
    const [president, confirming] = [
      await person('president', '院长己'),
      await person('vice_president', '分管院长庚'),
    ];
    const page = await test.openPage({ as: court.vicePresident, viewport: PHONE });
    await openAt(page, `/seized-items/${id}`);
    const asking = await openForm(page, '申请确认灭失');
    await asking.getByLabel('灭失数量').fill('2');
    await asking.getByLabel('查找经过与申请理由').fill('两次盘查未见');
    await expectNoSeriousFindings(page);
    await asking.getByRole('button', { name: '提交审批' }).click();
    await asking.waitFor({ state: 'detached' });
    await page.getByText('已提交灭失审批').waitFor();

    const deciding = await test.openPage({ as: president, viewport: PHONE });
    await openAt(deciding, '/approvals');
    await deciding
      .getByText(/金戒指/)
      .first()
      .click();
    await deciding.getByRole('button', { name: '同意', exact: true }).click();
    const verdict = deciding.getByRole('dialog');
    await verdict.locator('button[type=submit]').click();
    await verdict.waitFor({ state: 'detached' });

    const ending = await test.openPage({ as: confirming, viewport: PHONE });
    await openAt(ending, `/seized-items/${id}`);
    const form = await openForm(ending, '确认灭失');
    await form.getByRole('combobox', { name: '审批单' }).click();
    await ending.locator('.ant-select-item-option').first().click();
    await form.getByLabel('灭失数量').fill('2');
    await form.getByLabel('调查结论与责任认定').fill('保管不善，责任人已处理');
    await expectNoSidewaysScrolling(ending);
    await form.getByRole('button', { name: '确认灭失' }).click();
    await form.waitFor({ state: 'detached' });
    expect(await court.read(id)).toMatchObject({ state: 'under_investigation', onHand: '1' });
  });

  it('keeps what was found without a label apart, on a phone', async () => {
    const page = await test.openPage({ as: court.custodian, viewport: PHONE });
    await openAt(page, '/uncased-things');
    await page.getByText('没有待办理的物品').waitFor();
    await expectNoSeriousFindings(page);
    await page.getByRole('button', { name: '登记' }).click();
    const dialog = page.getByRole('dialog', { name: '登记' });
    await dialog.getByLabel('名称').fill('钥匙');
    await dialog.getByLabel('特征').fill('三把，铁环');
    await dialog.getByLabel('发现人').fill('保管员甲');
    const place = dialog.getByRole('combobox', { name: '发现位置或存放库位' });
    await place.click();
    await place.fill('2架');
    await page.locator('.ant-select-tree-title:visible', { hasText: '2架' }).first().click();
    await dialog
      .locator('input[type=file]')
      .setInputFiles({ name: '钥匙.png', mimeType: 'image/png', buffer: PIXEL });
    await dialog.getByText('已拍 1 张').waitFor();
    await confirmBy(page, dialog, '保管员乙');
    await dialog.getByRole('button', { name: '登记' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('钥匙').waitFor();
    await page.getByRole('img', { name: '钥匙 的照片' }).waitFor();
    await expectNoSidewaysScrolling(page);
  });

  it('situation 31: what was found is laid beside the pictures of what is looked for, on a phone', async () => {
    const { agent } = court.custodian;
    const itemIds = await court.receive([listLine({ name: '车钥匙' })]);
    const missing = { itemIds, kind: 'missing', description: '盘查未见' };
    await agent.post('/api/seized-items/report-incident').send(missing).expect(200);
    const kept = await agent.post('/api/uncased-photos').attach('file', PIXEL, 'photo.png').expect(200);
    const { uncasedId } = kept.body as { uncasedId: string };
    const found = {
      ...{ uncasedId, kind: 'found', name: '银色钥匙', quantity: '1', unit: '把', features: '铁环' },
      ...{ placeId: court.shelves[0], fromWhom: '保管员甲', secondPerson: court.secondPerson() },
    };
    await agent.post('/api/uncased-things').send(found).expect(200);
    const page = await test.openPage({ as: court.custodian, viewport: PHONE });
    await openAt(page, '/uncased-things');
    await page
      .getByRole('listitem')
      .filter({ hasText: '银色钥匙' })
      .getByRole('button', { name: '认定' })
      .click();
    const dialog = page.getByRole('dialog', { name: '认定' });
    await dialog.getByRole('img', { name: '银色钥匙 的照片' }).waitFor();
    const tile = dialog.getByRole('radio', { name: /车钥匙/ });
    await dialog.getByRole('img', { name: '车钥匙 的照片' }).waitFor();
    await expectNoSidewaysScrolling(page);
    await expectNoSeriousFindings(page);
    await dialog.getByLabel('认定为').fill('没有这样的东西');
    await tile.waitFor({ state: 'detached' });
    await dialog.getByLabel('认定为').fill('车钥匙');
    await tile.check();
    await dialog.getByLabel('比对依据').fill('铁环上的划痕与照片一致');
    await confirmBy(page, dialog, court.handler.name);
    await dialog.getByRole('button', { name: '认定' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('link', { name: '已认定' }).click();
    await page.getByText('铁环上的划痕与照片一致').waitFor();
  });
});

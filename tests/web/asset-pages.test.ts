import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import type { AssetPage } from '../../src/modules/fixed-assets/asset-page.contract.ts';
import {
  expectNoSeriousFindings,
  openAt,
  startWebTest,
  type WebTest,
  expectCount,
  expectUsableByEverybody,
} from '../support/browser.ts';
import { getJson, sendJson } from '../support/http-json.ts';
import { buildWebRegister, type StockedAsset, type WebRegister } from '../support/web-register.ts';

let test: WebTest;
let register: WebRegister;

beforeAll(async () => {
  test = await startWebTest();
  register = await buildWebRegister(test);
});
afterEach(() => test.closePages());
afterAll(() => test.close());

const read = (asset: StockedAsset) => getJson<AssetPage>(register.keeper, `/fixed-assets/${asset.id}`);
async function one(card: object = {}): Promise<StockedAsset> {
  const [asset] = await register.stockIn(1, card);
  if (!asset) throw new Error('one was stocked in');
  return asset;
}

async function choose(page: Page, label: string, typed: string, option: RegExp | string): Promise<void> {
  const box = page.getByRole('combobox', { name: new RegExp(`^${label}`) });
  await box.click();
  await box.fill(typed);
  await page
    .locator('.ant-select-item-option:visible, .ant-select-tree-title:visible')
    .filter({ hasText: option })
    .first()
    .click();
}
const submit = (page: Page, name: string) =>
  page.getByRole('dialog').getByRole('button', { name, exact: true }).click();

describe('cards', () => {
  it('are stocked in by a form that names every missing field, several alike at once', async () => {
    const page = await test.openPage({ as: register.keeper });
    await openAt(page, '/assets/new');
    await page.getByRole('button', { name: '入库', exact: true }).click();
    await page.getByText('请填写资产名称').waitFor();
    await page.getByText('请填写账面原值').waitFor();
    await page.getByLabel('资产名称', { exact: true }).fill('会议椅');
    await choose(page, '资产分类', '会议椅', 'A05010303');
    await page.getByLabel('取得方式').click();
    await page.getByTitle('购置').click();
    await page.getByLabel('取得日期').fill('2026-11-01');
    await page.keyboard.press('Enter');
    await page.getByLabel('账面原值').fill('860');
    await page.getByLabel('数量（张卡片）').fill('3');
    await page.getByRole('button', { name: '入库 3 件' }).click();
    await page.getByText('已入库 3 件，编码如下').first().waitFor();
    await expectCount(page.locator('.cc-created a'), 3);
    const totals = await getJson(register.keeper, '/fixed-assets/totals', { name: '会议椅' });
    expect(totals).toMatchObject({ count: 3, originalValueFen: 258_000 });
  });

  it('that two people correct at once show both versions, and lose neither', async () => {
    const asset = await one({ name: '激光打印机', classCode: 'A02021004', brand: '联想' });
    const page = await test.openPage({ as: register.keeper });
    await openAt(page, `/assets/${asset.id}/correct`);
    await page.getByLabel('品牌').fill('奔图');
    const { card, version } = await read(asset);
    const other = { card: { ...card, brand: '惠普', model: 'M1' }, reason: '核对铭牌' };
    const match = { 'If-Match': `"${version}"` };
    await sendJson(register.keeper, 'patch', `/fixed-assets/${asset.id}`, other, 200, match);
    await page.getByLabel('更正原因').fill('品牌登记有误');
    await page.getByRole('button', { name: '更正卡片' }).click();
    await page.getByRole('button', { name: '对照最新内容' }).click();
    await page.getByText('他人刚更正了此卡片的 2 处').waitFor();
    await page.getByRole('row', { name: /品牌.*联想.*惠普.*奔图/ }).waitFor();
    await expectNoSeriousFindings(page);
    expect((await read(asset)).card.brand).toBe('惠普');
    await page.getByRole('button', { name: '更正卡片' }).click();
    await page.waitForURL(new RegExp(`/assets/${asset.id}$`));
    expect((await read(asset)).card).toMatchObject({ brand: '奔图', model: 'M1' });
  });
});

describe('moves', () => {
  it('of several assets tell the verdict of each line, and are done whole', async () => {
    const [first, second] = await register.stockIn(2, { name: '执法记录仪', classCode: 'A02020600' });
    if (!first || !second) throw new Error('two were stocked in');
    await register.move('mark-idle', [second], { reason: '备用' });
    await register.move('issue', [second], { departmentId: register.department.id });
    const page = await test.openPage({ as: register.keeper });
    await openAt(page, '/assets?name=执法记录仪');
    await page.getByRole('checkbox', { name: '选择已列出的全部' }).check();
    const bar = page.getByRole('region', { name: '对所选记录办理' });
    await bar.getByRole('button', { name: '领用' }).click();
    const dialog = page.getByRole('dialog');
    await choose(page, '领用人', '王法官', '王法官');
    await dialog.getByText('2 件中有 1 件不能办理').waitFor();
    await expectNoSeriousFindings(page);
    await dialog.getByRole('button', { name: '移出不能办理的 1 件' }).click();
    await dialog.getByText('1 件均可办理').waitFor();
    await submit(page, '全部领用');
    await page.getByText('已办理领用 1 件').first().waitFor();
    expect(await read(first)).toMatchObject({ status: 'in_use', holder: { name: '王法官' } });
  });

  it('lend and give back, send to repair and take back, mark idle and end it, from the page of the asset', async () => {
    const asset = await one({ name: '投影仪' });
    const page = await test.openPage({ as: register.keeper });
    const open = async (action: string, fill: () => Promise<void>, name: string) => {
      await openAt(page, `/assets/${asset.id}?do=${action}`);
      await fill();
      await submit(page, name);
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      return (await read(asset)).status;
    };
    const field = (label: string, text: string) => page.getByRole('dialog').getByLabel(label).fill(text);
    const lend = async () => {
      await choose(page, '借用人', '王法官', '王法官');
      await field('应还日期', '2026-12-20');
      await page.keyboard.press('Enter');
    };
    expect(await open('loan', lend, '借用')).toBe('on_loan');
    await page.getByText('应于 2026-12-20 归还').waitFor();
    expect(await open('give_back', () => field('归还时状况', '完好'), '归还')).toBe('in_stock');
    const repair = async () => {
      await field('维修单位', '蒙维科技');
      await field('故障情况', '灯泡不亮');
    };
    expect(await open('send_to_repair', repair, '送修')).toBe('in_repair');
    expect(await open('take_back', () => field('维修结果', '已换灯泡'), '修复取回')).toBe('in_stock');
    expect(await open('mark_idle', () => field('闲置原因', '会议室已装大屏'), '标记闲置')).toBe('idle');
    expect(await open('end_idle', () => Promise.resolve(), '解除闲置')).toBe('in_stock');
  });
});

describe('receipts', () => {
  it('are signed and refused by the receiver, and the drawn signature stands in the life of the thing', async () => {
    const [kept, refused, drawn] = await register.stockIn(3, { name: '移动硬盘' });
    if (!kept || !refused || !drawn) throw new Error('three were stocked in');
    await register.move('issue', [kept, refused], { holderId: register.judge.id });
    const pixel =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    const receipt = { method: 'drawn', imageDataUrl: `data:image/png;base64,${pixel}` };
    await register.move('issue', [drawn], { holderId: register.judge.id, receipt });
    const page = await test.openPage({ as: register.judge });
    await openAt(page, '/receipts');
    const lines = page.locator('.cc-receipt').filter({ hasText: '移动硬盘' });
    await lines.nth(1).waitFor();
    await expectNoSeriousFindings(page);
    await lines.last().getByRole('button', { name: '拒签' }).click();
    await page.getByRole('dialog').getByLabel('理由').fill('不是本人领用');
    await submit(page, '拒绝签收');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await lines.first().getByRole('button', { name: '签收' }).click();
    await page.getByText('已签收 1 件').first().waitFor();
    const states = await Promise.all([read(kept), read(refused)]);
    expect(states.map(({ status }) => status).sort()).toEqual(['in_stock', 'in_use']);

    await openAt(page, `/assets/${drawn.id}?tab=life`);
    const signature = page.getByRole('img', { name: '王法官的手写签名' });
    await signature.scrollIntoViewIfNeeded();
    await page.waitForFunction(() => {
      const image = document.querySelector<HTMLImageElement>('.cc-life-signature img');
      return image !== null && image.complete && image.naturalWidth > 0;
    });
    await openAt(page, `/people/${register.judge.id}/holdings`);
    await page
      .getByRole('heading', { name: /名下资产/ })
      .first()
      .waitFor();
    await page
      .getByRole('link', { name: '打印清退清单' })
      .or(page.getByText('打印清退清单'))
      .first()
      .waitFor();
    await page.getByText('移动硬盘').first().waitFor();
  });
});

describe('photos', () => {
  it('are uploaded from the page and lead it', async () => {
    const asset = await one({ name: '文件柜', classCode: 'A05010502' });
    const page = await test.openPage({ as: register.keeper });
    await openAt(page, `/assets/${asset.id}?tab=files`);
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    const file = { name: '正面.png', mimeType: 'image/png', buffer: png };
    await page.locator('input[type=file]').first().setInputFiles(file);
    await page.getByRole('heading', { name: '照片（1）' }).waitFor();
    await page.getByRole('img', { name: '文件柜的照片' }).first().waitFor();
    expect((await read(asset)).photos).toMatchObject([{ fileName: '正面.png' }]);
  });
});

describe('every page of an asset', () => {
  it('can be used by everybody, on a desktop and on a phone', async () => {
    const asset = await one({ name: '便携式计算机', classCode: 'A02010108' });
    await register.move('issue', [asset], { holderId: register.judge.id });
    const tab = (name: string) => `/assets/${asset.id}?tab=${name}`;
    await expectUsableByEverybody(await test.openPage({ as: register.keeper }), [
      ...[
        tab('life'),
        '/assets/new',
        tab('card'),
        '/assets/bulk',
        tab('book'),
        `/assets/${asset.id}/correct`,
      ],
      ...[
        tab('files'),
        '/receipts',
        tab('depreciation'),
        `/people/${register.judge.id}/holdings`,
        tab('family'),
      ],
    ]);
  }, 300_000);
});

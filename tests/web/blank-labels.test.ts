/** Blank labels in a real browser: a batch from issue to void, and the standing flow that binds labels to things. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import {
  issueCodeBatchEndpoint,
  listBatchCodesEndpoint,
} from '../../src/modules/item-codes/code-batches.contract.ts';
import { groupItemCode } from '../../src/modules/item-codes/item-code.ts';
import { stockInAssetsEndpoint } from '../../src/modules/fixed-assets/contract.ts';
import { bodyOf } from '../support/answers.ts';
import {
  expectNoSeriousFindings,
  openAt,
  startWebTest,
  type WebTest,
  expectUsableByEverybody,
} from '../support/browser.ts';
import { buildCourt, buildPerson, type TestPerson } from '../support/people.ts';

let test: WebTest;
let keeper: TestPerson;
let auditor: TestPerson;

beforeAll(async () => {
  test = await startWebTest();
  const court = await buildCourt(test, { name: '本院', divisionNumber: '150802' });
  keeper = await buildPerson(test, { court, role: 'equipment_admin' });
  auditor = await buildPerson(test, { court, role: 'auditor' });
});
afterEach(() => test.closePages());
afterAll(() => test.close());

async function issue(count: number, note: string, kind = 'A') {
  const { agent } = keeper;
  const made = await agent.post('/api/code-batches').send({ kind, count, note });
  const batch = bodyOf(issueCodeBatchEndpoint, made);
  const listed = await agent.get(`/api/code-batches/${batch.id}/codes`);
  return { batch, codes: bodyOf(listBatchCodesEndpoint, listed).items.map(({ code }) => code) };
}

async function stockIn(name: string, serialNumber: string) {
  const card = {
    name,
    classCode: 'A02010105',
    acquisitionMethod: 'purchase',
    acquiredOn: '2026-03-05',
    originalValueFen: 499_900,
    serialNumber,
  };
  const made = await keeper.agent.post('/api/fixed-assets').send({ card });
  const [asset] = bodyOf(stockInAssetsEndpoint, made).assets;
  if (!asset) throw new Error('one asset was stocked in');
  return asset;
}

/** As a scanner does in the field: the whole text at once, then Enter. */
async function scan(page: Page, text: string): Promise<void> {
  const field = page.getByRole('textbox', { name: '扫码或输入编码' });
  await field.fill(text);
  await field.press('Enter');
}

describe('batches of blank labels', () => {
  it('are issued, listed with their counts, and voided with a reason', async () => {
    const page = await test.openPage({ as: keeper });
    await openAt(page, '/blank-labels');
    await page.getByRole('button', { name: '发放空白标签' }).first().click();
    const dialog = page.getByRole('dialog', { name: '发放空白标签' });
    await dialog.getByLabel('张数').fill('12');
    await dialog.getByLabel('用途').fill('审判楼三层补贴');
    await expectNoSeriousFindings(page);
    await dialog.getByRole('button', { name: '发放', exact: true }).click();
    await page.getByRole('heading', { name: '审判楼三层补贴' }).waitFor();
    await page.getByText('固定资产标签 12 张').waitFor();

    await page.getByRole('button', { name: '作废', exact: true }).click();
    const voiding = page.getByRole('dialog', { name: '作废' });
    await voiding.getByText('全部未绑定的').click();
    await voiding.getByRole('textbox', { name: '理由' }).fill('印刷偏移');
    await voiding.getByRole('button', { name: '作废', exact: true }).click();
    await page.getByText('已作废 12 张空白标签').waitFor();
    await page.getByText('作废：印刷偏移').first().waitFor();
    await page.getByRole('button', { name: '作废', exact: true }).waitFor({ state: 'detached' });
  });

  it('offer nothing to change to those who may only look', async () => {
    const { batch } = await issue(3, '只读批次');
    const page = await test.openPage({ as: auditor });
    await openAt(page, `/blank-labels/${batch.id}`);
    await page.getByText(groupItemCode(batch.firstCode)).first().waitFor();
    expect(await page.getByRole('button', { name: /作废|导出|绑定/ }).count()).toBe(0);
  });
});

describe('binding labels', () => {
  it('pairs label and thing in either order, undoes a line, and writes all with one confirm', async () => {
    const { codes } = await issue(4, '边贴边绑');
    const chair = await stockIn('办公椅', 'CHAIR-01');
    await stockIn('文件柜', 'CABINET-01');
    await stockIn('饮水机', 'WATER-01');
    const page = await test.openPage({ as: keeper });
    await openAt(page, '/blank-labels/bind');
    await scan(page, `${codes[0]}-1`);
    await page.getByRole('status').getByText('标签已扫，请扫实物').waitFor();
    await scan(page, 'chair-01');
    await page.getByRole('status').getByText('已配对：办公椅').waitFor();
    await scan(page, 'CABINET-01');
    await page.getByRole('status').getByText('文件柜 已扫，请扫空白标签').waitFor();
    await scan(page, codes[1] ?? '');
    await page.getByRole('status').getByText('已配对：文件柜').waitFor();
    await scan(page, codes[0] ?? '');
    await page.getByRole('status').getByText('这张标签已在清单中').waitFor();
    await scan(page, '6901234567892');
    await page.getByRole('status').getByText('商品条码').waitFor();
    await scan(page, codes[2] ?? '');
    await scan(page, 'WATER-01');
    await page.getByText('3 对', { exact: true }).waitFor();
    await expectNoSeriousFindings(page);

    await page.getByRole('button', { name: '撤销 饮水机' }).click();
    await page.reload();
    await page.getByRole('button', { name: '确认绑定 2 对' }).click();
    await page.getByText('已绑定 2 对标签与实物').waitFor();
    await openAt(page, `/assets/${chair.id}`);
    await page
      .getByText(groupItemCode(codes[0] ?? ''))
      .first()
      .waitFor();
    await page.getByText('绑定标签').first().waitFor();
    await page.getByText('改用标签编码').first().waitFor();
  });

  it('takes the label that a link brings, and places and people by name', async () => {
    const [forPlaces, forPeople] = [await issue(1, '位置', 'L'), await issue(1, '工牌', 'P')];
    await keeper.agent.post('/api/places').send({ kind: 'building', name: '诉讼服务中心' }).expect(200);
    const page = await test.openPage({ as: keeper });
    await openAt(page, `/blank-labels/bind?text=${forPlaces.codes[0]}`);
    await page.getByRole('status').getByText('标签已扫，请扫实物').waitFor();
    const choose = async (label: RegExp, name: string) => {
      await page.getByRole('combobox', { name: label }).fill(name);
      await page.getByTitle(name).last().click();
      await page.getByRole('status').getByText(`已配对：${name}`).waitFor();
    };
    await choose(/按名称选择位置/, '诉讼服务中心');
    await scan(page, forPeople.codes[0] ?? '');
    await choose(/按姓名选择人员/, auditor.name);
    await page.getByRole('button', { name: '确认绑定 2 对' }).click();
    await page.getByText('已绑定 2 对标签与实物').waitFor();
  });

  it('asks why a labelled thing gets another label, and shows what the server refuses at its line', async () => {
    const { batch, codes } = await issue(3, '改绑');
    const asset = await stockIn('碎纸机', 'SHRED-01');
    await keeper.agent
      .post('/api/label-bindings')
      .send({ lines: [{ code: codes[0], subjectKind: 'A', subjectId: asset.id }] })
      .expect(200);
    const page = await test.openPage({ as: keeper });
    await openAt(page, '/blank-labels/bind');
    await scan(page, codes[1] ?? '');
    await page.getByRole('status').getByText('标签已扫').waitFor();
    await scan(page, 'SHRED-01');
    const confirm = page.getByRole('button', { name: '确认绑定 1 对' });
    await confirm.waitFor();
    expect(await confirm.isDisabled()).toBe(true);
    await page.getByLabel('此物已有标签，请填写改绑原因').fill('改用耐高温标签');
    await keeper.agent
      .post(`/api/code-batches/${batch.id}/void`)
      .send({ what: { which: 'codes', codes: [codes[1]] }, reason: '破损' })
      .expect(200);
    await confirm.click();
    await page.getByText('已作废，不能再用').first().waitFor();
    await page.getByRole('button', { name: '撤销 碎纸机' }).click();
    await scan(page, codes[2] ?? '');
    await page.getByRole('status').getByText('标签已扫').waitFor();
    await scan(page, codes[0] ?? '');
    await page.getByLabel('此物已有标签，请填写改绑原因').fill('改用耐高温标签');
    await confirm.click();
    await page.getByText('已绑定 1 对标签与实物').waitFor();
  });
});

describe('everybody', () => {
  it('can use the pages on a desktop and on a phone', async () => {
    const { batch } = await issue(3, '无障碍');
    const page = await test.openPage({ as: keeper });
    await expectUsableByEverybody(page, ['/blank-labels', `/blank-labels/${batch.id}`, '/blank-labels/bind']);
  });
});

/** Receiving on a phone from the case to both signatures, the page of an item, the ledger of a case, in a real browser. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { countRequestOf } from '../../src/web/pages/seized-items/count-values.ts';
import {
  DESKTOP,
  expectNoSeriousFindings,
  expectNoSidewaysScrolling,
  openAt,
  PHONE,
  sendByWedge,
  startWebTest,
  type WebTest,
} from '../support/browser.ts';
import { choose, confirmBy, sign } from '../support/browser-forms.ts';
import { buildSeizedCourt, listLine, PIXEL, type SeizedCourt } from '../support/seized-court.ts';

describe('what the form of a counted line sends', () => {
  const values = {
    quantity: ' 2 ',
    placeId: 'p',
    sealNumber: ' ',
    difference: '少一件',
    keeper: '停车场',
    pieces: { '10000': 3, '50': null },
  };
  it.each([
    [
      'matches',
      '部',
      { quantity: '2', placeId: 'p', sealNumber: null, difference: null, keeper: null, denominations: [] },
    ],
    ['differs', '部', { placeId: 'p', difference: '少一件' }],
    ['kept_elsewhere', '部', { placeId: null, keeper: '停车场' }],
    ['matches', 'CNY', { denominations: [{ faceMinor: 10_000, pieces: 3 }] }],
  ] as const)('%s, counted in %s', (outcome, unit, expected) => {
    expect(countRequestOf({ ...values, outcome }, { unit })).toMatchObject({ outcome, ...expected });
  });

  it('nothing but the reason when it is refused', () => {
    expect(countRequestOf({ ...values, outcome: 'refused' }, { unit: '部' })).toEqual({
      outcome: 'refused',
      difference: '少一件',
    });
  });
});

describe('seized items', () => {
  let test: WebTest;
  let court: SeizedCourt;
  beforeAll(async () => {
    test = await startWebTest();
    court = await buildSeizedCourt(test);
    await court.enter(court.room, [court.custodian, court.reviewer]);
  });
  afterEach(() => test.closePages());
  afterAll(() => test.close());

  /** What is not found is registered on the spot; here it is there already. */
  async function chooseCase(page: Page): Promise<void> {
    await page.getByLabel('案号或案由').fill('（2026）内08刑初777号');
    await page.getByRole('button', { name: '登记案件' }).click();
    const register = page.getByRole('dialog', { name: '登记案件' });
    expect(await register.getByLabel('案号').inputValue()).toBe('（2026）内08刑初777号');
    await register.getByRole('button', { name: '取消' }).click();
    await page.getByLabel('案号或案由').fill('(2026)内08刑初12');
    await page.getByRole('button', { name: /（2026）内08刑初12号/ }).click();
  }

  /** The second line begins as the first; what was typed survives a reload. */
  async function enterList(page: Page): Promise<void> {
    await page.getByLabel('清单号').fill('临检移字〔2026〕31号');
    await page.getByLabel('名称').fill('黑色手机');
    await choose(page, page.getByRole('combobox', { name: '类别' }), '其他');
    await page.getByLabel('名称').press('Enter');
    await page.getByLabel('名称').nth(1).fill('白色手机');
    await page.reload();
    await page.getByText('已恢复上次未提交的内容').waitFor();
    expect(await page.getByLabel('名称').nth(1).inputValue()).toBe('白色手机');
    await page.getByRole('button', { name: '预登记' }).click();
    await page.getByText('1. 黑色手机 1 件').waitFor();
    await page.getByText('2. 白色手机 1 件').waitFor();
  }

  async function keepsWhatWasTyped(page: Page): Promise<void> {
    // A long path is cut, the page stays as wide as the phone.
    await page
      .getByText(/一号库房 \/ 1架/)
      .first()
      .evaluate((shown) => {
        shown.textContent = '巴彦淖尔市中级人民法院 / 审判综合楼 / 涉案财物一号库房 / 1 架 / 1 层 / 12 格';
      });
    await expectNoSidewaysScrolling(page);
    // The camera of a phone may cost the page; what was typed is there again.
    await page.reload();
    await page.getByText('已拍 1 张，至少 1 张').waitFor();
    expect(await page.getByLabel('缺损特征', { exact: true }).inputValue()).toBe('无');
    await page
      .getByText(/一号库房 \/ 1架/)
      .first()
      .waitFor();
  }

  it('receives standing: case by its number, list, delivery, count with photo and scanned place, both signatures', async () => {
    const page = await test.openPage({ as: court.custodian, viewport: PHONE });
    await openAt(page, '/intakes/new');
    await chooseCase(page);
    await enterList(page);
    await page.getByLabel('移送单位').fill('临河区检察院');
    await page.getByLabel('移送人', { exact: true }).fill('王检');
    await confirmBy(page, page, '保管员乙');
    await expectNoSeriousFindings(page);
    await page.getByRole('button', { name: '登记送达' }).click();

    await page.getByRole('button', { name: '查验完毕' }).waitFor();
    const describeAndPhotograph = async (features: string) => {
      for (const [label, text] of [
        ['新旧程度', '八成新'],
        ['缺损特征', '无'],
        ['来源', '扣押'],
        ['特征', features],
      ] as const)
        await page.getByLabel(label, { exact: true }).fill(text);
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: `${features}.png`, mimeType: 'image/png', buffer: PIXEL });
      await page.getByText('已拍 1 张，至少 1 张').waitFor();
      await page.getByRole('list', { name: '照片' }).getByRole('img').waitFor();
    };
    await describeAndPhotograph('黑色');
    const places = await court.equipment.agent.get('/api/places?q=1架').expect(200);
    const [shelf] = (places.body as { items: { code: string }[] }).items;
    await sendByWedge(page, shelf?.code ?? '');
    await page
      .getByText(/一号库房 \/ 1架/)
      .first()
      .waitFor();
    await expectNoSeriousFindings(page);
    await keepsWhatWasTyped(page);
    await page.getByRole('button', { name: '查验完毕' }).click();
    // The next one lies where this one was put, unless somebody says otherwise.
    await page.getByText('已查验 1 / 2 件').waitFor();
    await describeAndPhotograph('白色');
    await page.getByRole('button', { name: '查验完毕' }).click();

    await sign(page, /王检 签名/);
    await confirmBy(page, page, '保管员乙');
    await expectNoSidewaysScrolling(page);
    await page.getByRole('button', { name: '办结入库' }).click();
    await page.getByText('已办结，复核人 保管员乙').waitFor();
    await page.getByRole('link', { name: /黑色手机/ }).click();
    await page.getByText(/现存于 一号库房 \/ 1架/).waitFor();
    await page.getByText('依据 临检移字〔2026〕31号').first().waitFor();
  });

  it('shows an item with its life, and does what may be done', async () => {
    const [id = ''] = await court.receive([listLine({ name: '笔记本电脑' })], () => ({ sealNumber: 'W-1' }));
    const page = await test.openPage({ as: court.custodian, viewport: DESKTOP });
    await openAt(page, `/seized-items/${id}`);
    await page
      .getByText(/封条 W-1/)
      .first()
      .waitFor();
    await page.getByText('查验入库').waitFor();
    await expectNoSeriousFindings(page);
    await page.getByRole('button', { name: '报告异常' }).click();
    const dialog = page.getByRole('dialog', { name: '报告异常' });
    await dialog.getByRole('combobox', { name: '情形' }).click();
    await page.getByTitle('封条破损').click();
    await dialog.getByLabel('经过').fill('封条右上角断裂');
    await expectNoSeriousFindings(page);
    await dialog.getByRole('button', { name: '报告异常' }).click();
    await page.getByText('异常调查中').waitFor();
    expect(await court.read(id)).toMatchObject({ state: 'under_investigation' });
    await expectNoSidewaysScrolling(page);
  });

  it('proves the ledger of a case on its first page', async () => {
    await court.receive([listLine({ name: '玉镯' })]);
    for (const viewport of [DESKTOP, PHONE]) {
      const page = await test.openPage({ as: court.custodian, viewport });
      await openAt(page, `/cases/${court.caseId}?tab=ledger`);
      await page.getByRole('heading', { name: /数量守恒.*成立/ }).waitFor();
      await page.getByText('玉镯').first().waitFor();
      await expectNoSeriousFindings(page);
      await page.getByRole('link', { name: '物品', exact: true }).click();
      await page.getByRole('heading', { name: /数量守恒/ }).waitFor({ state: 'detached' });
      if (viewport === DESKTOP) {
        await page.getByRole('link', { name: /玉镯/ }).first().click();
        const preview = page.getByRole('complementary', { name: '摘要' });
        await preview.getByRole('link', { name: '打开完整页面' }).waitFor();
        await expectNoSeriousFindings(page);
        await page.keyboard.press('Escape');
        await preview.waitFor({ state: 'detached' });
      }
      await page.getByRole('link', { name: '照片墙' }).click();
      await page.getByRole('link', { name: /玉镯.*1 部/ }).waitFor();
      await expectNoSeriousFindings(page);
      if (viewport === PHONE) await expectNoSidewaysScrolling(page);
    }
  });

  it('shows how full a room is, rack by rack, and lists what lies at a place', async () => {
    await court.receive([listLine({ name: '木箱' })]);
    for (const viewport of [DESKTOP, PHONE]) {
      const page = await test.openPage({ as: court.custodian, viewport });
      await openAt(page, `/rooms/${court.room}/map`);
      const rack = page.getByRole('region', { name: '1架' });
      await rack.getByText('很多').waitFor();
      await page.getByRole('region', { name: '2架' }).getByText('空').waitFor();
      await expectNoSeriousFindings(page);
      if (viewport === PHONE) await expectNoSidewaysScrolling(page);
      await rack.getByRole('link', { name: /本架/ }).click();
      await page.waitForURL(/\/seized-items\?.*placeId=/);
      await page.getByText('木箱').first().waitFor();
    }
  });

  it.each(['/seized-items', '/intakes', '/intakes?state=completed'])(
    '%s can be used by everybody',
    async (address) => {
      for (const viewport of [DESKTOP, PHONE]) {
        const page = await test.openPage({ as: court.custodian, viewport });
        await openAt(page, address);
        await expectNoSeriousFindings(page);
        if (viewport === PHONE) await expectNoSidewaysScrolling(page);
      }
    },
  );
});

/** Receiving on a phone from the case to both signatures, the page of an item, the ledger of a case, in a real browser. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { ENVIRONMENT_KEYS } from '../../src/modules/rooms/item-categories.ts';
import { formatItemCode } from '../../src/modules/item-codes/item-code.ts';
import type { MovedThing } from '../../src/modules/seized-items/room-moves/room-moves.contract.ts';
import { entriesOf, isChoosable, judgeScan, whyTwo } from '../../src/web/pages/room-moves/moved-things.ts';
import { countRequestOf } from '../../src/web/pages/seized-items/count-values.ts';
import {
  DESKTOP,
  PHONE,
  type WebTest,
  expectNoSeriousFindings,
  expectNoSidewaysScrolling,
  expectUsableAsItStands,
  expectUsableByEverybody,
  openAt,
  sendByWedge,
  startWebTest,
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

describe('what is scanned while a room is moved', () => {
  const CODES = [1, 2, 3, 4].map((serial) => formatItemCode({ kind: 'S', divisionNumber: '150800', serial }));
  const boxCode = formatItemCode({ kind: 'B', divisionNumber: '150800', serial: 1 });
  const thing = (index: number, change: Partial<MovedThing> = {}): MovedThing => ({
    ...{ itemId: `i${index}`, code: CODES[index] ?? '', name: '手机', caseNumber: '案', number: 1 },
    ...{ quantity: '1', unit: '部', sealNumber: null, state: 'in_transit', where: 'carried' },
    ...{ place: null, holder: '甲', asksForTwo: false, isInYourHands: true, container: null },
    ...change,
  });
  const things = [
    thing(0, { sealNumber: 'W-1' }),
    thing(1, { isInYourHands: false }),
    thing(2, { where: 'left', isInYourHands: false }),
    thing(3, { container: { id: 'b', name: '箱', code: boxCode } }),
  ];
  it.each([
    [CODES[0], [], 'ticked'],
    [` ${CODES[0]?.toLowerCase()}-A`, [], 'ticked'],
    ['W-1', ['i0'], 'again'],
    [CODES[1], [], 'in_other_hands'],
    [CODES[2], [], 'other_list'],
    [CODES[3], [], 'box'],
    [boxCode, [], 'box'],
    ['W-2', [], 'unknown'],
  ])('%s with %j ticked: %s', (text = '', chosen, kind) =>
    expect(judgeScan(text, { things }, 'carried', new Set(chosen)).kind).toBe(kind),
  );

  it.each([
    [false, [], null],
    [false, [thing(0)], null],
    [false, [thing(0), thing(1, { asksForTwo: true })], 'dear'],
    [true, [thing(0)], 'room'],
    [true, [thing(1, { asksForTwo: true })], 'room'],
  ])('in a room that asks for two people (%s) with %j: %s', (requiresTwoPersons, chosen, why) =>
    expect(whyTwo(chosen, { requiresTwoPersons })).toBe(why),
  );

  it('shows a box once, and lets nobody choose what lies in it or what another carries', () => {
    const boxed = [...things, thing(0, { itemId: 'i4', container: things[3]?.container ?? null })];
    expect(
      entriesOf(boxed).map((entry) => (entry.box === null ? entry.thing.itemId : entry.things.length)),
    ).toEqual(['i0', 'i1', 'i2', 2]);
    expect(boxed.filter(isChoosable).map(({ itemId }) => itemId)).toEqual(['i0', 'i2']);
  });
});

describe('seized items', () => {
  let test: WebTest;
  let court: SeizedCourt;
  beforeAll(async () => {
    test = await startWebTest();
    court = await buildSeizedCourt(test);
    await goInto(court.room);
  });
  afterEach(() => test.closePages());
  afterAll(() => test.close());

  let inside: { readonly roomId: string; readonly visitIds: readonly string[] } | undefined;

  /** Both leave where they are and go there. */
  async function goInto(roomId: string): Promise<void> {
    if (inside !== undefined) {
      const { roomId: left, visitIds } = inside;
      test.clock.advanceMs(60_000);
      await court.custodian.agent.post(`/api/rooms/${left}/leave`).send({ visitIds }).expect(200);
      test.clock.advanceMs(60_000);
    }
    const entered = await court.enter(roomId, [court.custodian, court.reviewer]);
    inside = { roomId, visitIds: entered.map(({ id }) => id) };
  }

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
    await page.getByText('已拍 2 张，至少 1 张').waitFor();
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
    await page.getByText('整批照片 0 张').waitFor();
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'whole.png', mimeType: 'image/png', buffer: PIXEL });
    await page.getByText('整批照片 1 张').waitFor();
    await page.getByText('已拍 1 张，至少 1 张').waitFor();
    await expectNoSidewaysScrolling(page);
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
        .last()
        .setInputFiles({ name: `${features}.png`, mimeType: 'image/png', buffer: PIXEL });
      await page.getByText('已拍 2 张，至少 1 张').waitFor();
      await page.getByRole('list', { name: '照片' }).getByRole('img').first().waitFor();
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

  it('brings into the room what a keeper had since its receipt', async () => {
    const [id = ''] = await court.receive([listLine({ name: '电缆盘' })], () => ({
      ...{ outcome: 'kept_elsewhere', placeId: null, keeper: '临河区停车场' },
    }));
    test.clock.advanceMs(60_000);
    await court.photograph(id);
    const page = await test.openPage({ as: court.custodian, viewport: PHONE });
    await openAt(page, `/seized-items/${id}`);
    await page.getByRole('button', { name: '外部保管收回' }).click();
    const form = page.getByRole('dialog', { name: '外部保管收回' });
    const place = form.getByRole('combobox', { name: '库位' });
    await place.click();
    await place.fill('1架');
    await page.locator('.ant-select-tree-title:visible', { hasText: '1架' }).first().click();
    await form.getByLabel('状况').fill('完好');
    await form.getByLabel('保管单位交接人').fill('看场人老李');
    await sign(page, '交接人签名');
    await confirmBy(page, form, '保管员乙');
    await expectNoSeriousFindings(page);
    await expectNoSidewaysScrolling(page);
    await form.getByRole('button', { name: '外部保管收回' }).click();
    await form.waitFor({ state: 'detached' });
    expect(await court.read(id)).toMatchObject({ state: 'in_store', keeper: null });
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
    const page = await test.openPage({ as: court.custodian, viewport: DESKTOP });
    await openAt(page, `/rooms/${court.room}/map`);
    const rack = page.getByRole('region', { name: '1架' });
    await rack.getByText('很多').waitFor();
    await page.getByRole('region', { name: '2架' }).getByText('空').waitFor();
    await expectUsableAsItStands(page);
    await rack.getByRole('link', { name: /本架/ }).click();
    await page.waitForURL(/\/seized-items\?.*placeId=/);
    await page.getByText('木箱').first().waitFor();
  });

  /** Two rooms of one custodian, the old one with two things in it. */
  async function fillOldRoom() {
    const environment = [...ENVIRONMENT_KEYS];
    const [oldRoom, newRoom] = [
      await court.addRoom('旧库房', { environment }),
      await court.addRoom('新库房', { environment }),
    ];
    const [oldRack, newRack] = [
      await court.addPlace('旧架', 'rack', oldRoom),
      await court.addPlace('新架', 'rack', newRoom),
    ];
    await court.appoint(oldRoom, court.custodian);
    await court.appoint(newRoom, court.custodian);
    await goInto(oldRoom);
    const ids = await court.receive([listLine({ name: '铜壶' }), listLine({ name: '瓷瓶' })], () => ({
      placeId: oldRack,
    }));
    return { newRoom, newRack, ids };
  }

  async function beginMove(page: Page): Promise<void> {
    await openAt(page, '/rooms');
    await page.getByRole('button', { name: '整库搬迁' }).click();
    await page.getByText('还没有整库搬迁').waitFor();
    await page.getByRole('button', { name: '开始整库搬迁' }).click();
    await choose(page, page.getByRole('combobox', { name: '原库房' }), '旧库房');
    await choose(page, page.getByRole('combobox', { name: '新库房' }), '新库房');
    await page.getByLabel('依据').fill('装备〔2026〕9号');
    await page.getByRole('button', { name: '开始搬迁' }).click();
    await page.getByRole('heading', { name: '旧库房 → 新库房' }).waitFor();
  }

  it('situation 24: moves a whole room on a phone: scanned, a second scan asked about, taken out, put down, signed by both', async () => {
    const { newRoom, newRack, ids } = await fillOldRoom();
    const page = await test.openPage({ as: court.custodian, viewport: PHONE });
    await beginMove(page);
    const codes = await Promise.all(ids.map(async (id) => (await court.read(id)).code));
    await sendByWedge(page, codes[0] ?? '');
    await page.getByText('已选中 铜壶').waitFor();
    expect(await page.getByLabel('选择 铜壶').isChecked()).toBe(true);
    expect(await page.getByLabel('选择 瓷瓶').isChecked()).toBe(false);
    await sendByWedge(page, codes[0] ?? '');
    const again = page.getByRole('alert').filter({ hasText: '“铜壶”的编码已扫过' });
    await again.waitFor();
    await expectNoSeriousFindings(page);
    await expectNoSidewaysScrolling(page);
    await again.getByRole('button', { name: '同一件，重复扫描' }).click();
    await again.waitFor({ state: 'detached' });
    expect(await page.getByLabel('选择 铜壶').isChecked()).toBe(true);
    await sendByWedge(page, court.custodian.badgeCode ?? '');
    await page.getByText(/不在本次搬迁的清单中/).waitFor();
    expect(await page.getByRole('button', { name: '办结搬迁' }).isDisabled()).toBe(true);
    await page.getByText('原库还剩 2 件、途中 0 件').waitFor();
    await expectNoSeriousFindings(page);
    await page.getByLabel('全选（2 件）').check();
    await expectNoSidewaysScrolling(page);
    await page.getByRole('button', { name: '取出 2 件' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '取出 2 件' }).click();
    await page.getByText('原库中没有剩余物品。').waitFor();

    await goInto(newRoom);
    await page.getByRole('link', { name: /途中/ }).click();
    await page.getByRole('region', { name: '途中' }).waitFor();
    for (const [index, name] of ['铜壶', '瓷瓶'].entries()) {
      await sendByWedge(page, codes[index] ?? '');
      await page.getByText(`已选中 ${name}`).waitFor();
    }
    await page.getByRole('button', { name: '放入 2 件' }).click();
    await choose(page, page.getByRole('combobox', { name: '放入位置' }), '新架');
    await expectNoSeriousFindings(page);
    await page.getByRole('dialog').getByRole('button', { name: '放入 2 件' }).click();
    await page.getByText('途中没有物品。').waitFor();
    expect(await court.read(ids[1] ?? '')).toMatchObject({ place: { id: newRack } });
    await page.getByRole('button', { name: '办结搬迁' }).click();
    await confirmBy(page, page.getByRole('dialog'), '保管员乙');
    await page.getByRole('dialog').getByRole('button', { name: '办结搬迁' }).click();
    await page.getByText('物品已全部离开原库，搬迁已由两人共同确认。').waitFor();
    await page.getByRole('link', { name: /已到新库/ }).click();
    await page.getByRole('link', { name: '瓷瓶' }).waitFor();
    await expectNoSeriousFindings(page);
    await page.getByRole('link', { name: '整库搬迁' }).click();
    await page.getByText('已到 2 / 共 2').waitFor();
    await expectNoSeriousFindings(page);
    await expectNoSidewaysScrolling(page);
    await goInto(court.room);
  });

  it.each(['/seized-items', '/intakes', '/intakes?state=completed'])(
    '%s can be used by everybody',
    async (address) => {
      const page = await test.openPage({ as: court.custodian });
      await expectUsableByEverybody(page, [address]);
    },
  );
});

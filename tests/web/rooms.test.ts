/** Storage rooms in a real browser: set up, at the door, in the log, against the doors, handed over. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { NOBODY, withoutPerson, withPerson, withVisitor } from '../../src/web/pages/rooms/entering-list.ts';
import { visitFiltersOf } from '../../src/web/pages/visits/visit-query.ts';
import {
  DESKTOP,
  PHONE,
  type WebTest,
  expectNoSeriousFindings,
  expectNoSidewaysScrolling,
  expectUsableByEverybody,
  openAt,
  sendByWedge,
  startWebTest,
} from '../support/browser.ts';
import { buildPerson, TEST_PASSWORD, type TestPerson } from '../support/people.ts';
import { registerRoomContents } from '../../src/modules/rooms/room-contents.ts';
import { buildRoomCourt, type RoomCourt } from '../support/room-court.ts';

/** Two keys that the custodian of this room alone has open: what runs after this in the same process has rooms, too. */
function registerKeysOf(roomId: string): void {
  registerRoomContents({
    key: 'testKeys',
    label: { zh: '钥匙', en: 'keys' },
    listHeld: () => Promise.resolve([]),
    countHeld: () => Promise.resolve(0),
    listOpenMatters: (_reader, room) =>
      Promise.resolve(
        (room.roomId === roomId ? ['正门钥匙', '保险柜钥匙'] : []).map((title) => ({
          ...{ kind: 'key' as const, title, detail: null },
        })),
      ),
  });
}

describe('who is about to enter', () => {
  const person = { personId: 'p', name: '甲', unit: null, badgeCode: null };
  it('is listed once, with the badge when it was scanned, and can be taken off again', () => {
    const byBadge = withPerson(withPerson(NOBODY, person), { ...person, badgeCode: 'P1' });
    expect(withPerson(byBadge, person).people).toEqual([{ ...person, badgeCode: 'P1' }]);
    const visitor = { name: '张三', unit: '公安局', documentNumber: null };
    expect(withoutPerson(withVisitor(byBadge, visitor), 'p')).toEqual({ people: [], visitors: [visitor] });
  });
});

describe('the filters of the log', () => {
  it.each([
    [{ alarm: ['true'], inside: ['no'] }, { alarm: 'true' }],
    [
      { purpose: ['patrol', 'nonsense'], roomId: ['r'] },
      { purpose: ['patrol'], roomId: ['r'] },
    ],
    [
      { enteredFrom: ['2026-11-01'], unknown: ['x'], q: ['张'] },
      { enteredFrom: '2026-11-01', q: '张' },
    ],
  ])('%j asks for %j', (filters, query) => expect(visitFiltersOf(filters)).toEqual(query));
});

describe('storage rooms', () => {
  let test: WebTest;
  let built: RoomCourt;
  let custodian: TestPerson;
  let second: TestPerson;
  beforeAll(async () => {
    test = await startWebTest();
    built = await buildRoomCourt(test);
    [custodian, second] = built.custodians;
  });
  afterEach(() => test.closePages());
  afterAll(() => test.close());

  const submit = (page: Page, name: string) =>
    page.getByRole('dialog').getByRole('button', { name, exact: true }).click();

  it('are set up on the page of a place, and get their custodian', async () => {
    const placeId = await built.addPlace('新库房');
    const page = await test.openPage({ as: built.equipment });
    await openAt(page, `/places/${placeId}`);
    await page.getByRole('link', { name: '设为涉案财物库房' }).click();
    const dialog = page.getByRole('dialog', { name: '库房设置' });
    await dialog.getByLabel('须两人以上在内（双人库）').check();
    await expectNoSeriousFindings(page);
    await submit(page, '保存设置');
    await page.getByText('双人库').first().waitFor();
    await page.getByRole('button', { name: '任命保管人' }).click();
    await page.getByRole('dialog').getByRole('combobox', { name: '人员' }).click();
    await page
      .getByTitle(/保管员甲/)
      .last()
      .click();
    await page.getByRole('dialog').getByLabel('任命依据').fill('装备〔2026〕30号');
    await submit(page, '任命保管人');
    await page.getByText('装备〔2026〕30号 · 装备科甲 办理').waitFor();
    expect((await built.read(placeId)).custodian?.name).toBe('保管员甲');
    await page.getByRole('button', { name: '保管员甲 的操作' }).click();
    await page.getByRole('menuitem', { name: '登记回避' }).click();
    await page.getByRole('dialog').getByLabel('案号').fill('（2026）内08刑初12号');
    await page.getByRole('dialog').getByLabel('理由').fill('与被告人系近亲属');
    await submit(page, '登记回避');
    await page.getByRole('heading', { name: '回避', exact: true }).waitFor();
    await page.getByRole('button', { name: '撤销回避' }).click();
    await page.getByRole('dialog').getByLabel('理由').fill('核实无关');
    await submit(page, '撤销回避');
    await page.getByText('装备科甲 撤销：核实无关').waitFor();
  });

  it('stand on the page of whoever leaves the court, who is not clear while answering for one', async () => {
    const page = await test.openPage({ as: built.equipment });
    await openAt(page, `/people/${custodian.id}/holdings`);
    await page.getByRole('heading', { name: /保管的涉案财物库房/ }).waitFor();
    expect(await page.getByText('可办理离任手续').count()).toBe(0);
  });

  it('say what a fridge or a safe in them offers beyond the room', async () => {
    const roomId = await built.addRoom('冷藏库房', { environment: ['dry'] });
    const fridge = await built.addPlace('冷藏柜', 'locker', roomId);
    for (const viewport of [DESKTOP, PHONE]) {
      const page = await test.openPage({ as: built.equipment, viewport });
      await openAt(page, `/places/${fridge}`);
      await page.getByText('保管条件：').waitFor();
      await page.getByRole('button', { name: '登记本库位的保管条件' }).click();
      const dialog = page.getByRole('dialog', { name: '登记本库位的保管条件' });
      await dialog.getByText('所在库房和上级位置已具备：防潮').waitFor();
      const field = dialog.getByRole('combobox', { name: '保管环境' });
      await field.click();
      await page
        .getByTitle(viewport === DESKTOP ? '冷藏' : '涉密', { exact: true })
        .last()
        .click();
      await expectNoSeriousFindings(page);
      await expectNoSidewaysScrolling(page);
      await page.keyboard.press('Escape');
      await dialog.getByRole('button', { name: '保存条件' }).click();
      await dialog.waitFor({ state: 'detached' });
      await page.getByText(viewport === DESKTOP ? '防潮、冷藏' : '防潮、冷藏、涉密').waitFor();
      await expectNoSeriousFindings(page);
    }
    const custodianPage = await test.openPage({ as: custodian, viewport: PHONE });
    await openAt(custodianPage, `/places/${fridge}`);
    await custodianPage.getByText('防潮、冷藏、涉密').waitFor();
    expect(await custodianPage.getByRole('button', { name: '登记本库位的保管条件' }).count()).toBe(0);
  });

  it('let two in by their badges on a phone, and out together with one tap', async () => {
    const roomId = await built.addRoom('门口库房', { requiresTwoPersons: true });
    const page = await test.openPage({ as: custodian, viewport: PHONE });
    await openAt(page, `/rooms/${roomId}/door`);
    const field = page.getByLabel('扫工牌，或输入工牌编码');
    const scan = async (person: TestPerson) => {
      await field.fill(person.badgeCode ?? '');
      await field.press('Enter');
    };
    await scan(custodian);
    await page.getByRole('button', { name: '登记进入（1 人）' }).click();
    await page.getByRole('alert').getByText('双人库内须始终有两名以上本院人员').waitFor();
    await scan(second);
    await page.getByRole('button', { name: '登记进入（2 人）' }).click();
    await page.getByText('保管员甲、保管员乙 已进入').first().waitFor();
    await page.getByRole('heading', { name: '在库人员（2）' }).waitFor();
    await expectNoSeriousFindings(page);
    await expectNoSidewaysScrolling(page);
    await page.getByRole('button', { name: '与 保管员乙 一同离开' }).click();
    await page.getByRole('heading', { name: '在库人员（0）' }).waitFor();
    await page.getByRole('alert').getByText('保管员甲、保管员乙 已离开').waitFor();
    const log = await custodian.agent.get(`/api/visits?roomId=${roomId}`).expect(200);
    expect(log.body).toMatchObject({ items: [{ signedByBadge: true }, { signedByBadge: true }] });
  });

  it('let the one who is inside out by the same badge, scanned anywhere', async () => {
    const roomId = await built.addRoom('扫码库房');
    await built.enter(roomId, [second]);
    const page = await test.openPage({ as: custodian });
    await openAt(page, `/rooms/${roomId}/door`);
    await page.getByRole('heading', { name: '在库人员（1）' }).waitFor();
    await page.getByRole('heading', { name: '扫码库房' }).click();
    await sendByWedge(page, second.badgeCode ?? '');
    await page.getByText('保管员乙 已离开').first().waitFor();
  });

  it('have a log that is searched and corrected in the open', async () => {
    const roomId = await built.addRoom('日志库房');
    const at = (minutes: number) => new Date(test.clock.now().getTime() - minutes * 60_000).toISOString();
    await built.enter(roomId, [second], { enteredAt: at(120), leftAt: at(90), note: '送检材料' });
    const page = await test.openPage({ as: custodian });
    await openAt(page, '/visits?q=送检材料');
    await page.getByRole('row', { name: /保管员乙.*补录.*日志库房/ }).click();
    await page.getByRole('button', { name: '更正' }).click();
    const dialog = page.getByRole('dialog', { name: '更正' });
    await dialog.getByLabel('理由', { exact: true }).fill('事由录错');
    await dialog.getByLabel('备注').fill('送检材料，共2箱');
    await submit(page, '更正');
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('row', { name: /共2箱/ }).waitFor();
    const all = await custodian.agent.get(`/api/visits?roomId=${roomId}&withCorrected=true`).expect(200);
    expect((all.body as { items: unknown[] }).items).toHaveLength(2);
  });

  it('are held against their doors', async () => {
    const roomId = await built.addRoom('门禁库房', { doors: ['B1-西门'] });
    const page = await test.openPage({ as: built.equipment });
    await openAt(page, `/rooms/${roomId}/doors`);
    await page.getByText('这段时间没有导入门禁记录').waitFor();
    await page.getByRole('button', { name: '导入门禁记录' }).click();
    const buffer = Buffer.from(`时间,门,姓名,方向\n2026-11-23 09:00,B1-西门,${second.name},进\n`);
    await page.locator('input[type=file]').setInputFiles({ name: '门禁.csv', mimeType: 'text/csv', buffer });
    await page.getByText('新导入 1 笔').first().waitFor();
    await page.getByText('有门禁，无登记').waitFor();
    await expectNoSeriousFindings(page);
  });

  it('are handed over on one screen', async () => {
    const roomId = await built.addRoom('交接库房');
    await built.appoint(roomId, custodian);
    registerKeysOf(roomId);
    const supervisor = await buildPerson(test, {
      court: built.court,
      role: 'department_head',
      name: '监交人己',
    });
    for (const person of [custodian, second, supervisor])
      await person.agent
        .put('/api/session/pin')
        .send({ pin: '190283', currentPassword: TEST_PASSWORD })
        .expect(200);
    const people = { incomingId: second.id, supervisorId: supervisor.id, leadId: supervisor.id };
    const opened = await built.equipment.agent
      .post(`/api/rooms/${roomId}/handovers`)
      .send({ cause: 'transfer', document: '装备〔2026〕31号', ...people })
      .expect(200);
    const page = await test.openPage({ as: supervisor, viewport: PHONE });
    await openAt(page, `/handovers/${(opened.body as { id: string }).id}`);
    await page.getByText('钥匙：2 项待明确').waitFor();
    await page.getByRole('button', { name: '全部由接收人接管' }).click();
    await page.getByText('接收人接管').nth(1).waitFor();
    await page.getByRole('button', { name: '结束清点' }).click();
    for (const name of ['保管员甲', '保管员乙', '监交人己']) {
      await page
        .getByRole('listitem')
        .filter({ hasText: name })
        .getByRole('button', { name: '签字' })
        .click();
      if (name === '保管员乙')
        await page.getByLabel('门锁、钥匙、密码、门禁权限的更换情况').fill('已全部更换');
      await page.getByRole('dialog').getByLabel(`${name} 的确认码`).fill('190283');
      await submit(page, '签字');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    await page.getByText('责任已转移给接收人。').waitFor();
    await expectNoSidewaysScrolling(page);
    const office = await test.openPage({ as: built.equipment, viewport: DESKTOP });
    await openAt(office, new URL(page.url()).pathname);
    const papers = office.getByRole('region', { name: '文书' });
    await papers.getByText('涉案财物盘点表').waitFor();
    await expectNoSeriousFindings(office);
    await papers.getByRole('button', { name: '出具涉案财物保管交接书' }).click();
    await office.waitForURL(/\/papers\/[0-9a-f-]+\?do=print/);
    await office.getByText('涉财接〔2026〕0001号').first().waitFor();
    expect((await built.read(roomId)).custodian?.name).toBe('保管员乙');
  });

  it('can be used by everybody, on a desktop and on a phone', async () => {
    const roomId = await built.addRoom('通用库房');
    await built.enter(roomId, [built.custodians[2]]);
    const page = await test.openPage({ as: custodian });
    await expectUsableByEverybody(page, ['/rooms', `/rooms/${roomId}`, '/visits', `/rooms/${roomId}/doors`]);
  });
});

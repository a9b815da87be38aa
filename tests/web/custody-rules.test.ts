/** The court's rules of custody as the leadership changes them and the custodian meets them, in a real browser. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { TestPerson } from '../support/people.ts';
import {
  DESKTOP,
  expectNoSeriousFindings,
  expectNoSidewaysScrolling,
  openAt,
  PHONE,
  startWebTest,
  type WebTest,
} from '../support/browser.ts';
import { buildReleaseCourt, type ReleaseCourt } from '../support/release-court.ts';
import { listLine } from '../support/seized-court.ts';

describe('rules of custody', () => {
  let test: WebTest;
  let court: ReleaseCourt;
  let president: TestPerson;
  beforeAll(async () => {
    test = await startWebTest();
    court = await buildReleaseCourt(test);
    president = court.president;
  });
  afterEach(() => test.closePages());
  afterAll(() => test.close());

  it('the president demands two photos of ordinary things that leave; the form of the custodian says what lacks', async () => {
    const page = await test.openPage({ as: president, viewport: DESKTOP });
    await openAt(page, '/photo-policy');
    await page.getByText('系统默认，非法定标准').waitFor();
    await expectNoSeriousFindings(page);
    await page.getByRole('button', { name: '修改拍照规定' }).click();
    const form = page.getByRole('dialog', { name: '修改拍照规定' });
    await form.getByLabel('临时出库 一般').fill('2');
    await form.getByLabel('依据或说明').fill('院务会纪要');
    await expectNoSeriousFindings(page);
    await form.getByRole('button', { name: '保存规定' }).click();
    await form.waitFor({ state: 'detached' });
    await page.getByText(/第 1 版/).waitFor();

    const [id = ''] = await court.receive([listLine({ name: '黑色手机' })]);
    test.clock.advanceMs(60_000);
    const requestId = await court.askLoan([id]);
    await court.decide(requestId);
    const releaseId = await court.prepare(requestId, [id]);
    const desk = await test.openPage({ as: court.custodian, viewport: PHONE });
    await openAt(desk, `/releases/${releaseId}`);
    await desk.getByRole('button', { name: '出库交付' }).click();
    await desk.getByText(/须拍 2 张，已拍 1 张/).waitFor();
    await expectNoSeriousFindings(desk);
    await expectNoSidewaysScrolling(desk);
    await court.photograph(id);
    expect(await court.read(id)).toMatchObject({ state: 'awaiting_release' });
  });

  it('a tolerance of the court stands beside what ships', async () => {
    const page = await test.openPage({ as: president, viewport: PHONE });
    await openAt(page, '/item-tolerances');
    await page.getByRole('heading', { name: '称量允差', exact: true }).waitFor();
    await expectNoSeriousFindings(page);
    await expectNoSidewaysScrolling(page);
    await page.getByRole('button', { name: '设定本院允差' }).click();
    const form = page.getByRole('dialog', { name: '设定本院允差' });
    await form.getByRole('combobox', { name: '类别' }).click();
    await page.getByTitle('烟酒').click();
    await form.getByText(/默认 2 %/).waitFor();
    await form.getByLabel('允许范围').fill('3');
    await form.getByLabel('依据文件、条款').fill('院发〔2026〕12号第3条');
    await form.getByLabel('理由').fill('散装酒挥发快');
    await expectNoSeriousFindings(page);
    await form.getByRole('button', { name: '设定本院允差' }).click();
    await form.waitFor({ state: 'detached' });
    await page.getByText(/院发〔2026〕12号第3条/).waitFor();
  });

  it('a thing that needs cold goes into a box that stands in the warm for a stated reason only', async () => {
    const [id = ''] = await court.receive([listLine({ name: '血样', keeping: ['cold'] })]);
    await court.set(court.room, 1, { environment: ['dry'] }).expect(200);
    const fridge = await court.addPlace('冷藏柜', 'locker', court.room);
    await court.equipment.agent
      .put(`/api/places/${fridge}/environment`)
      .send({ environment: ['refrigerated'] })
      .expect(200);
    const send = (path: string, body: object) =>
      court.custodian.agent.post(`/api/${path}`).send(body).expect(200);
    await send('seized-items/relocate', { itemIds: [id], placeId: fridge });
    await send('containers', { kind: 'box', name: '常温箱', count: 1, placeId: court.shelves[0] });
    const page = await test.openPage({ as: court.custodian, viewport: PHONE });
    await openAt(page, `/seized-items/${id}?do=put_in_box`);
    const form = page.getByRole('dialog', { name: '装入箱袋' });
    await form.getByRole('combobox', { name: '箱袋' }).click();
    await page.locator('.ant-select-item-option', { hasText: '常温箱' }).click();
    await form.getByText('须冷藏保管，该库位不具备').waitFor();
    await form.getByText(/别处可放：.*冷藏柜/).waitFor();
    await expectNoSeriousFindings(page);
    await expectNoSidewaysScrolling(page);
    await form.getByRole('button', { name: '装入箱袋' }).click();
    await form.getByText('请填写暂放原因，或改选符合的库位').waitFor();
    await form.getByLabel('暂放原因').fill('送检前一小时装箱');
    await form.getByRole('button', { name: '装入箱袋' }).click();
    await form.waitFor({ state: 'detached' });
    const { life, container } = await court.read(id);
    expect([container?.name, life.at(-1)?.difference]).toEqual(['常温箱', '送检前一小时装箱']);
  });

  it.each(['/photo-policy', '/item-tolerances', '/kept-wrongly'])(
    '%s can be read by a custodian',
    async (address) => {
      const page = await test.openPage({ as: court.custodian, viewport: PHONE });
      await openAt(page, address);
      await expectNoSeriousFindings(page);
      await expectNoSidewaysScrolling(page);
    },
  );
});

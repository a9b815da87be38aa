/** An item asked for from its case, decided on, handed out by both signatures and taken back, in a real browser on a phone. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { moveToKeeperEndpoint } from '../../src/modules/seized-items/releases/release-steps.contract.ts';
import type { ReleaseLine } from '../../src/modules/seized-items/releases/releases.contract.ts';
import { differencesOf, returnedLinesOf } from '../../src/web/pages/releases/return-values.ts';
import {
  DESKTOP,
  PHONE,
  type WebTest,
  expectNoSeriousFindings,
  expectNoSidewaysScrolling,
  expectUsableByEverybody,
  openAt,
  startWebTest,
} from '../support/browser.ts';
import { confirmBy, sign } from '../support/browser-forms.ts';
import { bodyOf } from '../support/answers.ts';
import { buildReleaseCourt, type ReleaseCourt } from '../support/release-court.ts';
import { parkCar } from '../support/seized-car.ts';
import { listLine, SIGNATURE } from '../support/seized-court.ts';

const LINE: ReleaseLine = {
  ...{ itemId: 'i', code: 'S1', name: '手机', number: 1, caseId: 'c', caseNumber: '案', category: 'other' },
  ...{ grade: 'ordinary', hazards: [], keeping: [], itemState: 'on_loan', state: 'out', quantity: '1' },
  ...{ releasedQuantity: '1', unit: '部', place: null, dueAt: null, isOverdue: false, conditionOut: '完好' },
  ...{
    sealOut: 'S-1',
    sealNow: 'S-1',
    odometerOut: null,
    odometerLast: null,
    hasOpenCount: false,
    incident: null,
    backAt: null,
    conditionBack: null,
  },
  ...{ sealBack: null, receivedByName: null, note: null, isDear: false, isVehicle: false, photoFileId: null },
};

const LOAN = { kind: 'loan', allowedKm: null } as const;

describe('what the form of returned things sends', () => {
  const back = { quantity: '1', seal: 'S-1', condition: ' 完好 ', placeId: 'p' };
  const values = { lines: { i: { isTaken: true } }, returnerName: '李', returnerSignature: 'x' };

  it('nothing to report where nothing differs', () => {
    const same = { ...back, isAsPictured: 'same', isConditionSame: 'same', incident: '旧文字' } as const;
    expect(differencesOf(LOAN, LINE, same)).toEqual([]);
    expect(returnedLinesOf(LOAN, [LINE], { ...values, back: { i: same } })).toMatchObject([
      { itemId: 'i', isAsPictured: true, condition: '完好', incident: null, sealReason: null },
    ]);
  });

  it('what differs stands at the beginning of the report', () => {
    const torn = { ...back, seal: ' ', isAsPictured: 'same', isConditionSame: 'differs' } as const;
    const said = { ...torn, incident: '法警搬运时跌落' };
    expect(returnedLinesOf(LOAN, [LINE], { ...values, back: { i: said } })[0]?.incident).toBe(
      '封条不符：出库时 S-1，归还时 无封条；状况与出库时不符。法警搬运时跌落',
    );
  });

  it('a thing that stays away is left out', () => {
    expect(
      returnedLinesOf(LOAN, [LINE], { ...values, lines: { i: { isTaken: false } }, back: { i: back } }),
    ).toEqual([]);
  });
});

describe('releases', () => {
  let test: WebTest;
  let court: ReleaseCourt;
  beforeAll(async () => {
    test = await startWebTest();
    court = await buildReleaseCourt(test);
  });
  afterEach(() => test.closePages());
  afterAll(() => test.close());

  async function typeDue(field: Locator, text: string): Promise<void> {
    await field.click();
    await field.fill(text);
    await field.press('Enter');
  }

  async function askFromCase(): Promise<void> {
    const judge = await test.openPage({ as: court.handler, viewport: PHONE });
    await openAt(judge, `/cases/${court.caseId}?tab=items`);
    await judge.getByRole('checkbox', { name: '选择黑色手机' }).check();
    await judge.getByRole('link', { name: '申请出库' }).click();
    await judge.waitForURL(/item-requests\/new/);
    await judge.getByRole('combobox', { name: '用途' }).click();
    await judge.getByTitle('开庭').click();
    await judge.getByLabel('去向').fill('第一法庭');
    await typeDue(judge.getByLabel('归还时限'), '2026-11-25 18:00');
    await judge.getByLabel('事由').fill('出示物证');
    await expectNoSeriousFindings(judge);
    await expectNoSidewaysScrolling(judge);
    await judge.getByRole('button', { name: '提交审批' }).click();
    await judge.getByText('审批中').first().waitFor();
  }

  async function decideOnPhone(): Promise<void> {
    const head = await test.openPage({ as: court.head, viewport: PHONE });
    await openAt(head, '/approvals');
    await head.getByRole('link', { name: /涉案财物借出：黑色手机/ }).click();
    await head.getByText('第一法庭').first().waitFor();
    await head.getByRole('link', { name: '黑色手机' }).waitFor();
    await expectNoSeriousFindings(head);
    await expectNoSidewaysScrolling(head);
    await head.getByRole('button', { name: '同意', exact: true }).click();
    await head.getByRole('dialog').getByRole('button', { name: '同意', exact: true }).click();
    await head.getByText('已批准').waitFor();
  }

  /** From the work list to both signatures; answers the page of the release. */
  async function prepareAndHandOut(): Promise<Page> {
    const page = await test.openPage({ as: court.custodian, viewport: PHONE });
    await openAt(page, '/releases');
    await expectNoSeriousFindings(page);
    await expectNoSidewaysScrolling(page);
    await page.getByRole('button', { name: '备货' }).click();
    const preparing = page.getByRole('dialog', { name: '备货' });
    await preparing.getByLabel('扫描或输入物品编码、封条号').fill('R-1');
    await preparing.getByLabel('扫描或输入物品编码、封条号').press('Enter');
    await preparing.getByText('已扫码').waitFor();
    const code = (await preparing.locator('.cc-item-code').first().textContent()) ?? '';
    const scan = async () => {
      await preparing.getByLabel('扫描或输入物品编码、封条号').fill(code);
      await preparing.getByLabel('扫描或输入物品编码、封条号').press('Enter');
    };
    await scan();
    await scan();
    await preparing.getByText('“黑色手机”的编码已扫过').waitFor();
    await preparing.getByRole('button', { name: '同一件，重复扫描' }).click();
    await expectNoSeriousFindings(page);
    await preparing.getByRole('button', { name: '备货' }).click();
    await page.waitForURL(/releases\/[0-9a-f-]{36}/);
    await page.getByRole('button', { name: '出库交付' }).click();
    const handing = page.getByRole('dialog', { name: '出库交付' });
    await handing.getByLabel('领取人', { exact: true }).waitFor();
    await expectNoSeriousFindings(page);
    await handing.getByLabel('领取人', { exact: true }).fill('书记员小李');
    await handing.getByLabel('单位或部门').fill('刑事审判庭');
    await handing.getByLabel('证件号').fill('152801199001011234');
    await sign(page, '领取人签名');
    await sign(page, /保管员 保管员甲 签名/);
    await handing.getByRole('button', { name: '出库交付' }).click();
    await handing.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '归还入库' }).waitFor();
    await expectNoSeriousFindings(page);
    return page;
  }

  async function takeBack(page: Page): Promise<void> {
    await page.getByRole('button', { name: '归还入库' }).click();
    const back = page.getByRole('dialog', { name: '归还入库' });
    const same = (group: string) =>
      back.getByRole('radiogroup', { name: group }).getByText('一致', { exact: true });
    await same('外观与出库照片').click();
    await same('状况与出库时').click();
    await back.getByText('逐项相符，可以入库').waitFor();
    await back.getByLabel('归还时的封条号').fill('R-2');
    await back.getByText('封条不符：出库时 R-1，归还时 R-2').waitFor();
    await expectNoSeriousFindings(page);
    await back.getByLabel('归还时的封条号').fill('R-1');
    await back.getByText('逐项相符，可以入库').waitFor();
    await back.getByRole('button', { name: /放回原库位：.*1架/ }).click();
    await back.getByRole('button', { name: /放回原库位/ }).waitFor({ state: 'detached' });
    await back.getByLabel('归还人', { exact: true }).fill('书记员小李');
    await sign(page, '归还人签名');
    await back.getByRole('button', { name: '归还入库' }).click();
    await back.waitFor({ state: 'detached' });
    await page.getByText('已办结').first().waitFor();
  }

  it('is asked for from the case, decided on, prepared, handed out and taken back', async () => {
    const [id = ''] = await court.receive([listLine({ name: '黑色手机' })], () => ({ sealNumber: 'R-1' }));
    await askFromCase();
    await decideOnPhone();
    const page = await prepareAndHandOut();
    expect(await court.read(id)).toMatchObject({ state: 'on_loan' });
    const judge = await test.openPage({ as: court.handler, viewport: PHONE });
    await openAt(judge, '/my-property');
    await judge
      .getByRole('link', { name: /黑色手机/ })
      .first()
      .waitFor();
    await expectNoSeriousFindings(judge);
    await expectNoSidewaysScrolling(judge);
    await takeBack(page);
    expect(await court.read(id)).toMatchObject({ state: 'in_store', sealNumber: 'R-1' });
  });

  it('a car at a keeper is read at every inspection, and one that was driven is reported on the same form', async () => {
    const car = await parkCar(court, '52300');
    const asked = (await court.ask('outside-keeping', {
      ...{ items: [{ itemId: car }], reason: '院内无车场', receiver: '恒通停车场', allowedKm: 20 },
      contractNumber: '委保〔2026〕8号',
    })) as { id: string };
    await court.decide(asked.id);
    await court.decide(asked.id, court.vicePresident);
    const handing = {
      lines: [{ itemId: car, condition: '完好', odometer: '52300' }],
      ...{ keeperPerson: '老赵', keeperSignature: SIGNATURE, secondPerson: court.secondPerson() },
    };
    const path = `/api/item-requests/${asked.id}/to-keeper`;
    const handed = await court.custodian.agent.post(path).send(handing).expect(200);
    const { id: releaseId } = bodyOf(moveToKeeperEndpoint, handed);
    test.clock.advanceMs(60_000);
    await court.photograph(car, 3);
    for (const viewport of [DESKTOP, PHONE]) {
      const page = await test.openPage({ as: court.custodian, viewport });
      await openAt(page, `/releases/${releaseId}`);
      await page.getByRole('button', { name: '登记巡查' }).click();
      const form = page.getByRole('dialog', { name: '登记巡查' });
      const [last, left] = viewport === DESKTOP ? [52300, 20] : [52315, 5];
      await form.getByText(`上次 ${last} 公里，批准还可行驶 ${left} 公里`).waitFor();
      await form.getByText('照片已够（3/1）').waitFor();
      await form.getByRole('button', { name: '登记巡查' }).click();
      await form.getByText('请填写里程表读数；读不出的填“读不出”').waitFor();
      await confirmBy(page, form, '保管员乙');
      await form.getByLabel('里程表读数（公里）').fill(viewport === DESKTOP ? '52315' : '52388');
      if (viewport === PHONE) {
        await form.getByText('里程增加，超出批准行驶的 5 公里').waitFor();
        await form.getByLabel('情况说明').fill('保管单位擅自使用');
      }
      await expectNoSeriousFindings(page);
      await expectNoSidewaysScrolling(page);
      await form.getByRole('button', { name: '登记巡查' }).click();
      await form.waitFor({ state: 'detached' });
      await page.getByText(viewport === DESKTOP ? '里程 52315 公里' : '里程 52388 公里').waitFor();
    }
    expect(await court.read(car)).toMatchObject({ state: 'under_investigation' });
  });

  it.each(['/releases?view=closed', '/releases?view=out', '/releases?view=overdue'])(
    '%s can be used by everybody',
    async (address) => {
      const page = await test.openPage({ as: court.custodian });
      await expectUsableByEverybody(page, [address]);
    },
  );
});

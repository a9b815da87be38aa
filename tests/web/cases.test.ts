/** Cases in the browser: found by any number, registered with a number that is checked while typed, numbers revealed. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { createCaseEndpoint } from '../../src/modules/cases/contract.ts';
import { bodyOf } from '../support/answers.ts';
import {
  PHONE,
  type WebTest,
  expectNoSeriousFindings,
  expectNoSidewaysScrolling,
  expectUsableByEverybody,
  openAt,
  startWebTest,
} from '../support/browser.ts';
import { buildCourt, buildPerson, type TestPerson } from '../support/people.ts';

let test: WebTest;
let judge: TestPerson;
let colleague: TestPerson;
let head: TestPerson;
let equipment: TestPerson;
let caseId: string;

beforeAll(async () => {
  test = await startWebTest();
  const court = await buildCourt(test, { divisionNumber: '150800' });
  judge = await buildPerson(test, { court, role: 'case_handler', name: '阿木尔' });
  colleague = await buildPerson(test, { court, role: 'case_handler', name: '苏和' });
  head = await buildPerson(test, { court, role: 'department_head' });
  equipment = await buildPerson(test, { court, role: 'equipment_admin' });
  const party = { role: 'defendant', kind: 'person', name: '呼日勒' };
  const made = await judge.agent.post('/api/cases').send({
    number: '（2026）内08刑初12号',
    cause: '盗窃罪',
    handlerId: judge.id,
    acceptedOn: '2026-03-02',
    involvesMinors: true,
    otherNumbers: [{ number: '（2026）内刑终3号', relation: 'appeal' }],
    parties: [{ ...party, documentKind: 'resident_id', documentNumber: '11010519491231002X' }],
  });
  caseId = bodyOf(createCaseEndpoint, made).id;
});
afterEach(() => test.closePages());
afterAll(() => test.close());

const submit = (page: Page, name: string) =>
  page.getByRole('dialog').getByRole('button', { name, exact: true }).click();

describe('cases', () => {
  it('are found by any number, and the scan box opens the case', async () => {
    const page = await test.openPage({ as: judge });
    await openAt(page, '/cases');
    await page.getByLabel('案号、案由、当事人').fill('[2026] 内刑终 3 号');
    await page.getByRole('link', { name: '（2026）内08刑初12号' }).waitFor();
    await page.getByLabel('案号、案由、当事人').fill('刑初13');
    await page.getByText('没有').first().waitFor();
    await page.getByRole('search').getByRole('textbox').fill('(2026)内08刑初１２号');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/cases/${caseId}`);
    await page.getByRole('heading', { name: '（2026）内08刑初12号' }).waitFor();
  });

  it('are registered with a number that is checked while it is typed', async () => {
    const page = await test.openPage({ as: judge });
    await openAt(page, '/cases?do=register');
    const dialog = page.getByRole('dialog', { name: '登记案件' });
    const number = dialog.getByLabel('案号', { exact: true });
    await number.fill('（2026）蒙08刑初77号');
    await dialog.getByText('内蒙古法院的代字是“内”').waitFor();
    await expectNoSeriousFindings(page);
    await number.fill('【2026】内08刑初12号');
    await dialog.getByRole('link', { name: /刑初12号.*盗窃罪/ }).waitFor();
    await number.fill('【2026】内08刑初77号');
    await dialog.getByText('可以登记：（2026）内08刑初77号').waitFor();
    await dialog.getByLabel('案由').fill('诈骗罪');
    await submit(page, '登记');
    await page.getByRole('heading', { name: '（2026）内08刑初77号' }).waitFor();
    await page.getByText('登记时写作“【2026】内08刑初77号”').waitFor();
  });

  it('gain numbers and parties, and change their handler', async () => {
    const page = await test.openPage({ as: head });
    await openAt(page, `/cases/${caseId}`);
    await page.getByRole('button', { name: '增加案号' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('案号', { exact: true }).fill('(2026)内08执5号');
    await dialog.getByRole('combobox', { name: '与本案的关系' }).click();
    await page.getByTitle('执行').last().click();
    await submit(page, '增加案号');
    await page.getByText('（2026）内08执5号').waitFor();
    await page.getByRole('button', { name: '变更承办人' }).click();
    await dialog.getByRole('combobox', { name: '新承办人' }).fill('苏和');
    await page.getByTitle('苏和').last().click();
    await dialog.getByLabel('理由').fill('岗位调整');
    await submit(page, '变更承办人');
    await page.getByText('原承办人', { exact: true }).waitFor();
    expect((await colleague.agent.get(`/api/cases/${caseId}`)).body).toMatchObject({ handler: '苏和' });
  });

  it('show a document number once, to whoever says why; masked names to others', async () => {
    const page = await test.openPage({ as: colleague });
    await openAt(page, `/cases/${caseId}`);
    await page.getByText('居民身份证 1***************2X').waitFor();
    await page.getByRole('button', { name: '呼日勒 的操作' }).click();
    await page.getByRole('menuitem', { name: '查看证件号码' }).click();
    await page.getByRole('dialog').getByLabel('理由').fill('核对身份');
    await submit(page, '查看');
    await page.getByText('11010519491231002X').waitFor();
    const other = await test.openPage({ as: equipment });
    await openAt(other, `/cases/${caseId}`);
    await other.getByText('呼某某').waitFor();
    expect(await other.getByText('呼日勒').count()).toBe(0);
    expect(await other.getByRole('button', { name: /更正|增加|变更/ }).count()).toBe(0);
  });

  it('are found by the number of a document, and a type is added where it is missing', async () => {
    const page = await test.openPage({ as: colleague });
    await openAt(page, '/cases');
    await page.getByRole('button', { name: '更多' }).first().click();
    await page.getByRole('menuitem', { name: '按证件号码查案件' }).click();
    await page.getByRole('dialog').getByLabel('证件号码').fill('11010519491231002x');
    await submit(page, '查找');
    await page.getByRole('dialog').getByRole('link', { name: '（2026）内08刑初12号' }).waitFor();
    expect(page.url()).not.toContain('1101051949');
    const office = await test.openPage({ as: equipment });
    await openAt(office, '/case-number-types');
    await office.getByRole('button', { name: '增补代字' }).click();
    await office.getByRole('dialog').getByLabel('类型代字').fill('刑试');
    await office.getByRole('dialog').getByLabel('依据文件').fill('内高法〔2026〕3号');
    await submit(office, '增补代字');
    await office.getByText('刑试').first().waitFor();
    await expectNoSeriousFindings(office);
  });

  it('of a prosecution: its filing waits on the phone, is checked there, and what is missing becomes a notice', async () => {
    await judge.agent
      .post('/api/cases')
      .send({
        ...{ number: '（2026）内08刑初218号', cause: '盗窃罪', handlerId: judge.id },
        ...{ acceptedOn: '2026-11-23', procuratorate: '市检察院' },
      })
      .expect(200);
    const page = await test.openPage({ as: judge, viewport: PHONE });
    await openAt(page, '/my-property');
    await page.getByRole('link', { name: /刑初218号.*公诉案件收案审查/ }).waitFor();
    await expectNoSeriousFindings(page);
    await expectNoSidewaysScrolling(page);
    await page.getByRole('link', { name: /刑初218号.*待收案审查/ }).click();
    await page.getByRole('button', { name: '登记审查结果' }).click();
    const dialog = page.getByRole('dialog', { name: '收案审查' });
    for (const [at, answer] of ['是', '是', '是', '是', '是', '否'].entries())
      await dialog.locator('.ant-radio-group').nth(at).getByText(answer, { exact: true }).click();
    await expectNoSeriousFindings(page);
    await submit(page, '登记审查结果');
    await dialog.getByText('请选择所涉物品或者写明缺什么').waitFor();
    await dialog.getByLabel('说明').fill('缺价格认定');
    await submit(page, '登记审查结果');
    await page.getByText('缺 1 项').waitFor();
    await page.getByText('2026-11-26').first().waitFor();
    await expectNoSidewaysScrolling(page);
    await page.getByRole('button', { name: '出具补充材料通知书' }).click();
    const notice = page.getByRole('dialog');
    expect(await notice.getByLabel('补正要求').inputValue()).toContain('相关证据材料 (缺价格认定)');
    await submit(page, '出具');
    await page.waitForURL('**/papers/**');
  });

  it('can be used by everybody, on a desktop and on a phone', async () => {
    const page = await test.openPage({ as: colleague });
    await expectUsableByEverybody(page, [`/cases/${caseId}`, '/cases', `/cases/${caseId}?do=add_party`]);
  });
});

/** Approvals in a real browser: a decision on a phone, a return and a new start, delegating, and the rules. */
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { readApprovalEndpoint } from '../../src/modules/approvals/approvals.contract.ts';
import { registerTestKinds, submitTestRequest, TEST_LINE } from '../support/approval-kinds.ts';
import { bodyOf } from '../support/answers.ts';
import {
  expectNoSeriousFindings,
  expectNoSidewaysScrolling,
  openAt,
  PHONE,
  startWebTest,
  type WebTest,
} from '../support/browser.ts';
import { buildCourt, buildPerson, type TestPerson } from '../support/people.ts';
import { newId } from '../../src/platform/ids.ts';

registerTestKinds();

let test: WebTest;
let judge: TestPerson;
let head: TestPerson;
let vice: TestPerson;

beforeAll(async () => {
  test = await startWebTest();
  const court = await buildCourt(test, { name: '本院', departmentName: '刑事审判庭' });
  judge = await buildPerson(test, { court, role: 'case_handler', name: '苏日娜' });
  head = await buildPerson(test, { court, role: 'department_head', name: '巴特尔' });
  vice = await buildPerson(test, { court, role: 'vice_president', name: '高峰' });
});
afterEach(() => test.closePages());
afterAll(() => test.close());

const stateOf = async (id: string) =>
  bodyOf(readApprovalEndpoint, await judge.agent.get(`/api/approvals/${id}`)).state;

it('lets the head of a department decide on a phone, with every fact on one screen', async () => {
  const facts = [{ zh: '现状', en: 'Now', value: '在库，封条完好' }];
  const { id } = await submitTestRequest(test, judge, {
    title: { zh: '借出手机一部', en: 'Loan of a phone' },
    reason: '11月25日开庭出示',
    lines: [{ ...TEST_LINE, subjectId: newId(), facts }],
  });
  const named = { title: { zh: '试验借出：账册', en: 'A loan of tests: books' } };
  await submitTestRequest(test, judge, named);
  const page = await test.openPage({ as: head, viewport: PHONE });
  await openAt(page, '/');
  await page.locator('.cc-bottom-bar').getByRole('link', { name: '审批' }).click();
  await expectNoSeriousFindings(page);
  await expectNoSidewaysScrolling(page);
  await page
    .getByRole('link', { name: /借出手机一部/ })
    .filter({ hasText: '试验借出 · ' })
    .waitFor();
  const row = page.getByRole('link', { name: /账册/ });
  expect((await row.textContent())?.split('试验借出')).toHaveLength(2);
  await page.getByRole('link', { name: /借出手机一部/ }).click();
  await page.getByText('在库，封条完好').waitFor();
  await page.getByText('11月25日开庭出示').first().waitFor();
  await expectNoSeriousFindings(page);
  await expectNoSidewaysScrolling(page);
  await page.getByRole('button', { name: '同意', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: '同意', exact: true }).click();
  await page.getByText('已批准').waitFor();
  expect(await stateOf(id)).toBe('approved');
  await page.getByRole('link', { name: '下一项待我审批' }).click();
  await page.getByRole('heading', { name: '试验借出：账册' }).waitFor();
  await page.getByRole('button', { name: '同意', exact: true }).waitFor();
});

it('goes back to its applicant with a reason and comes again with less', async () => {
  const { id } = await submitTestRequest(test, judge, { title: { zh: '借出账册', en: 'Loan of books' } });
  const heads = await test.openPage({ as: head });
  await openAt(heads, `/approvals/${id}`);
  await heads.getByRole('button', { name: '退回修改' }).click();
  const dialog = heads.getByRole('dialog');
  await dialog.getByRole('button', { name: '退回修改' }).click();
  await dialog.getByText('请写明理由，申请人需要知道原因').waitFor();
  await dialog.getByLabel('意见').fill('一册即可');
  await dialog.getByRole('button', { name: '退回修改' }).click();
  await heads.getByText('一册即可').waitFor();
  const judges = await test.openPage({ as: judge });
  await openAt(judges, '/approvals?view=mine');
  await judges.getByRole('link', { name: /借出账册/ }).click();
  await judges.getByRole('button', { name: '修改后重新提交' }).click();
  const form = judges.getByRole('dialog');
  await form.getByLabel('手机 1 部').fill('1');
  await form.getByRole('button', { name: '修改后重新提交' }).click();
  await judges.getByText('审批中').waitFor();
  const { lines, round } = bodyOf(readApprovalEndpoint, await judge.agent.get(`/api/approvals/${id}`));
  expect({ quantity: lines[0]?.quantity, round }).toEqual({ quantity: '1', round: 2 });
});

it('is delegated for some days and the delegation is ended', async () => {
  const page = await test.openPage({ as: head });
  await openAt(page, '/approvals/delegations');
  await page.getByRole('button', { name: '委托他人' }).first().click();
  const form = page.getByRole('dialog');
  await form.getByLabel('受托人').fill('高峰');
  await page.getByTitle('高峰').click();
  await form.getByLabel('自', { exact: true }).fill('2026-11-23');
  await form.getByLabel('至', { exact: true }).fill('2026-11-27');
  await form.getByLabel('原因').fill('出差');
  await form.getByRole('button', { name: '委托', exact: true }).click();
  await page.getByText('进行中').waitFor();
  await expectNoSeriousFindings(page);
  await page.getByRole('button', { name: '终止' }).click();
  await page.getByText('已终止').waitFor();
});

it('has rules that the leadership changes for requests to come', async () => {
  const page = await test.openPage({ as: vice });
  await openAt(page, '/approvals/policies');
  await page.getByRole('heading', { name: '其他试验' }).waitFor();
  await expectNoSeriousFindings(page);
  const policy = page.locator('section', { has: page.getByRole('heading', { name: '其他试验' }) });
  await policy.getByRole('button', { name: '修改规则' }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('button', { name: '在前面增加一条规则' }).click();
  await form.getByLabel('金额不低于（可不填）').fill('50000');
  await form.getByLabel('环节名称').first().fill('分管院长');
  await form.getByLabel('审批人').first().fill('分管院长');
  await page.getByTitle('分管院长', { exact: true }).click();
  await form.getByLabel('期限（天）').last().fill('7');
  await form.getByLabel('修改说明').fill('按院务会决定');
  await expectNoSeriousFindings(page);
  await form.getByRole('button', { name: '保存规则' }).click();
  await page.getByText(/第 1 版.*按院务会决定/).waitFor();
  await page.getByText('办理与执行期限各 7 天').waitFor();
  await page.getByText('金额不低于 ¥ 50,000.00').waitFor();
});

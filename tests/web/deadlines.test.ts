/** What is due, in the browser: the list, a case’s part, settling, the calendar of holidays. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createCaseEndpoint } from '../../src/modules/cases/contract.ts';
import { dayLines, readDayLines } from '../../src/web/pages/deadlines/day-lines.ts';
import { bodyOf } from '../support/answers.ts';
import { type WebTest, expectUsableByEverybody, openAt, startWebTest } from '../support/browser.ts';
import { buildCourt, buildPerson, type TestPerson } from '../support/people.ts';

describe('the lines of a calendar', () => {
  const words = { holiday: '放假', workday: '上班' };
  it('are read as they are written', () => {
    const days = [
      { day: '2027-02-06', kind: 'holiday' as const, name: '春节' },
      { day: '2027-02-14', kind: 'workday' as const, name: '春节 调休' },
    ];
    expect(readDayLines(dayLines(days, words), words)).toEqual({ days });
    expect(readDayLines('\n\n', words)).toEqual({ days: [] });
  });

  it.each(['2027-02-06 春节', '2027-13-01 放假 春节', '6日 放假 春节', '2027-02-06 休息 春节'])(
    '%s is named as wrong',
    (line) => {
      expect(readDayLines(`2027-01-01 放假 元旦\n${line}`, words).wrong).toBe(line);
    },
  );
});

describe('deadlines', () => {
  let test: WebTest;
  let judge: TestPerson;
  let equipment: TestPerson;
  let caseId: string;

  beforeAll(async () => {
    test = await startWebTest();
    const court = await buildCourt(test, { divisionNumber: '150800' });
    judge = await buildPerson(test, { court, role: 'case_handler' });
    equipment = await buildPerson(test, { court, role: 'equipment_admin' });
    const made = await judge.agent.post('/api/cases').send({
      number: '（2026）内08刑初12号',
      cause: '盗窃罪',
      handlerId: judge.id,
      acceptedOn: '2026-11-20',
      procuratorate: '市检察院',
    });
    caseId = bodyOf(createCaseEndpoint, made).id;
  });
  afterEach(() => test.closePages());
  afterAll(() => test.close());

  it('are found from the case and settled there', async () => {
    const page = await test.openPage({ as: judge });
    await openAt(page, `/cases/${caseId}?tab=deadlines`);
    await page.getByText('2026-11-27').waitFor();
    await page.getByRole('button', { name: '公诉案件收案审查 （2026）内08刑初12号 的操作' }).click();
    await page.getByRole('menuitem', { name: '办结' }).click();
    await page.getByRole('dialog').getByLabel('办理说明').fill('已审查');
    await page.getByRole('dialog').getByRole('button', { name: '办结', exact: true }).click();
    await page.getByText(/已审查/).waitFor();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.waitForURL(({ searchParams }) => !searchParams.has('do'));
    await openAt(page, '/deadlines?state=settled');
    await page.getByRole('link', { name: '（2026）内08刑初12号' }).waitFor();
  });

  it('the holidays of a year are set whole, and a line that cannot be read is named', async () => {
    const page = await test.openPage({ as: equipment });
    await openAt(page, '/calendar');
    await page.getByText('2026-10-10 · 国庆节调休').waitFor();
    await page.getByRole('button', { name: '2027' }).click();
    await page.getByText('2027 年的节假日安排还没有录入').waitFor();
    await page.getByRole('button', { name: '设置 2027 年' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('日期').fill('2027-01-01 元旦');
    await dialog.getByRole('button', { name: '保存', exact: true }).click();
    await dialog.getByText('这一行看不懂').waitFor();
    await dialog.getByLabel('日期').fill('2027-01-01 放假 元旦');
    await dialog.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByText('2027-01-01 · 元旦').waitFor();
  });

  it('can be used by everybody, on a desktop and on a phone', async () => {
    const page = await test.openPage({ as: equipment });
    const ofTheCase = `/cases/${caseId}?tab=deadlines`;
    await expectUsableByEverybody(page, ['/calendar', '/deadlines', '/calendar?do=set', ofTheCase]);
  });
});

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import {
  startWebTest,
  openAt,
  expectNoSeriousFindings,
  expectNoSidewaysScrolling,
  type WebTest,
} from '../support/browser.ts';
import { buildCourt, buildPerson, TEST_PASSWORD, type TestCourt } from '../support/people.ts';

let test: WebTest;
let court: TestCourt;

beforeAll(async () => {
  test = await startWebTest();
  court = await buildCourt(test);
});
afterAll(() => test.close());
afterEach(() => test.closePages());

describe('signing in', () => {
  it('leads to the address that was asked for', async () => {
    const person = await buildPerson(test, { court, name: '王秀英' });
    const page = await test.openPage();
    await openAt(page, '/account');
    await expectNoSeriousFindings(page);
    await page.getByLabel('用户名').fill(person.username);
    await page.getByLabel('密码', { exact: true }).fill(TEST_PASSWORD);
    await page.getByRole('button', { name: /登\s*录/ }).click();
    await page.getByRole('heading', { name: '个人设置' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/account');
    await expectNoSeriousFindings(page);
    await expectNoSidewaysScrolling(page);
  });
});

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { createSetUpLink } from '../../src/modules/accounts/create-set-up-link.ts';
import { permittedNavigation, phonePlaces } from '../../src/web/navigation.ts';
import {
  expectNoSeriousFindings,
  expectNoSidewaysScrolling,
  openAt,
  PHONE,
  startWebTest,
  type WebTest,
} from '../support/browser.ts';
import { buildCourt, buildPerson, buildSession, TEST_PASSWORD, type TestCourt } from '../support/people.ts';

const NEW_PASSWORD = 'camels drink rarely';

async function signIn(page: Page, username: string, password: string): Promise<void> {
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录' }).click();
}

async function chooseNewPassword(page: Page, password: string, repeated = password): Promise<void> {
  await page.getByLabel('新密码', { exact: true }).fill(password);
  await page.getByLabel('再次输入新密码').fill(repeated);
}

describe('the four places at the bottom of a phone', () => {
  const everything = permittedNavigation(() => true);
  it.each([
    ['equipment_admin', ['desk', 'scan', 'assets', 'receipts']],
    ['vice_president', ['desk', 'scan', 'approvals', 'deadlines']],
    ['property_custodian', ['desk', 'scan', 'intakes', 'releases']],
  ])('of %s are %j', (role, keys) =>
    expect(phonePlaces(everything, [role]).map(({ key }) => key)).toEqual(keys),
  );
});

describe('the set-up link of an empty system', () => {
  let test: WebTest;
  beforeAll(async () => {
    test = await startWebTest();
  });
  afterEach(() => test.closePages());
  afterAll(() => test.close());

  it('says that a link is wrong and leads to sign-in', async () => {
    const page = await test.openPage({ viewport: PHONE });
    await openAt(page, '/set-up/wrong-link');
    await page.getByText('首次设置链接无效').waitFor();
    expect(await page.getByRole('link', { name: '前往登录' }).getAttribute('href')).toBe('/sign-in');
    await expectNoSeriousFindings(page);
  });

  it('makes the first court and an administrator who signs in, and works once', async () => {
    const link = await createSetUpLink(test.dependencies);
    const address = `/set-up/${link?.token ?? ''}`;
    const page = await test.openPage();
    await openAt(page, address);
    await page.getByRole('button', { name: '完成设置' }).click();
    await page.getByText('请填写法院名称').waitFor();
    await page.getByLabel('法院名称').fill('巴彦淖尔市中级人民法院');
    await page.getByLabel('法院简称').fill('巴彦淖尔中院');
    await page.getByLabel('行政区划代码').fill('150800');
    await page.getByLabel('管理员姓名').fill('王秀英');
    await page.getByLabel('用户名').fill('wang.xiuying');
    await chooseNewPassword(page, 'password123');
    await page.getByRole('button', { name: '完成设置' }).click();
    await page.getByText('该密码过于常见').first().waitFor();
    await expectNoSeriousFindings(page);
    await chooseNewPassword(page, NEW_PASSWORD);
    await page.getByRole('button', { name: '完成设置' }).click();
    await page.getByRole('heading', { name: '设置完成' }).waitFor();
    await page.getByRole('link', { name: '前往登录' }).click();
    await signIn(page, 'Wang.Xiuying', NEW_PASSWORD);
    await page.getByText('巴彦淖尔市中级人民法院').first().waitFor();
    await openAt(page, '/people');
    await page.getByText('本院尚无安全管理员、审计管理员').waitFor();
    await openAt(page, address);
    await page.getByText('首次设置链接无效').waitFor();
  });
});

describe('signing in', () => {
  let test: WebTest;
  let court: TestCourt;
  beforeAll(async () => {
    test = await startWebTest();
    court = await buildCourt(test);
  });
  afterEach(() => test.closePages());
  afterAll(() => test.close());

  it('leads to the address that was asked for', async () => {
    const person = await buildPerson(test, { court, name: '王秀英' });
    const page = await test.openPage();
    await openAt(page, '/account');
    await expectNoSeriousFindings(page);
    await signIn(page, person.username, TEST_PASSWORD);
    await page.getByRole('heading', { name: '个人设置' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/account');
    await expectNoSeriousFindings(page);
    await expectNoSidewaysScrolling(page);
  });

  it('never leads to another site', async () => {
    const person = await buildPerson(test, { court });
    const page = await test.openPage();
    await openAt(page, '/sign-in?from=//example.org/');
    await signIn(page, person.username, TEST_PASSWORD);
    await page.getByRole('button', { name: new RegExp(person.name) }).waitFor();
    expect(new URL(page.url()).origin).toBe(test.origin);
  });

  it('says that name or password is wrong and keeps the name', async () => {
    const person = await buildPerson(test, { court });
    const page = await test.openPage({ viewport: PHONE });
    await openAt(page, '/sign-in');
    await signIn(page, person.username, 'not the password');
    await page.getByText('用户名或密码不正确').waitFor();
    expect(await page.getByLabel('用户名').inputValue()).toBe(person.username);
    await expectNoSeriousFindings(page);
    await expectNoSidewaysScrolling(page);
  });

  it('asks for an own password before anything else when the first one was given', async () => {
    const person = await buildPerson(test, { court, mustChangePassword: true });
    const page = await test.openPage();
    await openAt(page, '/sign-in?from=/account');
    await signIn(page, person.username, TEST_PASSWORD);
    await page.getByRole('heading', { name: '设置您的密码' }).waitFor();
    await expectNoSeriousFindings(page);
    await openAt(page, '/account');
    await page.getByRole('heading', { name: '设置您的密码' }).waitFor();
    await page.getByLabel('当前密码').fill(TEST_PASSWORD);
    await chooseNewPassword(page, NEW_PASSWORD, 'something else');
    await page.getByRole('button', { name: '修改密码' }).click();
    await page.getByText('两次输入的密码不一致').waitFor();
    await chooseNewPassword(page, NEW_PASSWORD);
    await page.getByRole('button', { name: '修改密码' }).click();
    await page.getByRole('button', { name: new RegExp(person.name) }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/');
  });

  it('is asked for again over the page when the session has ended, and keeps what was typed', async () => {
    const person = await buildPerson(test, { court, role: 'system_admin' });
    const page = await test.openPage({ as: person });
    await openAt(page, '/people?do=register');
    await page.getByLabel('姓名', { exact: true }).fill('李建国');
    await page.getByLabel('用户名', { exact: true }).fill('li.jianguo');
    await test.database.ownerPool.query('update sessions set ended_at = now() where person_id = $1', [
      person.id,
    ]);
    await page.getByRole('button', { name: '登记', exact: true }).click();
    const again = page.getByRole('dialog', { name: '登录已失效' });
    await again.getByLabel('密码', { exact: true }).fill(TEST_PASSWORD);
    await again.getByRole('button', { name: '登录' }).click();
    await again.waitFor({ state: 'detached' });
    expect(await page.getByLabel('姓名', { exact: true }).inputValue()).toBe('李建国');
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await page.getByRole('dialog', { name: '已登记' }).waitFor();
  });

  it('can be ended for a device that is not at hand', async () => {
    const person = await buildPerson(test, { court });
    await buildSession(test, person.id, court.id);
    const page = await test.openPage({ as: person });
    await openAt(page, '/account');
    await page.getByText('本设备').waitFor();
    await page.getByRole('button', { name: /^退出 / }).click();
    await page.getByRole('button', { name: /^退出 / }).waitFor({ state: 'detached' });
    const left = await person.agent.get('/api/sessions');
    expect(left.body).toMatchObject({ items: [{ current: true }] });
  });

  it('speaks English where English was chosen', async () => {
    const page = await test.openPage({ language: 'en' });
    await openAt(page, '/sign-in');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    await page.getByRole('button', { name: '中文' }).click();
    await page.getByRole('button', { name: '登录' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
  });
});

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { groupItemCode } from '../../src/modules/item-codes/item-code.ts';
import { ask } from '../support/ask.ts';
import {
  expectUsableAsItStands,
  expectNoSeriousFindings,
  openAt,
  startWebTest,
  type WebTest,
  sendByWedge,
  expectUsableByEverybody,
} from '../support/browser.ts';
import {
  buildCourt,
  buildDepartment,
  buildPerson,
  TEST_PASSWORD,
  type TestCourt,
  type TestPerson,
} from '../support/people.ts';

const PIN = '730519';

let test: WebTest;
let court: TestCourt;
let system: TestPerson;
let security: TestPerson;
let audit: TestPerson;
let equipment: TestPerson;

beforeAll(async () => {
  test = await startWebTest();
  court = await buildCourt(test, { name: '第一试验法院', departmentName: '装备科' });
  system = await buildPerson(test, { court, role: 'system_admin', name: '系统员甲' });
  security = await buildPerson(test, { court, role: 'security_admin', name: '安全员乙' });
  audit = await buildPerson(test, { court, role: 'audit_admin', name: '审计员丙' });
  equipment = await buildPerson(test, { court, role: 'equipment_admin', name: '装备员丁' });
});
afterEach(() => test.closePages());
afterAll(() => test.close());

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).click();
  await page.getByTitle(option, { exact: true }).click();
}

function submit(page: Page, name: string): Promise<void> {
  return page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
}

describe('the three administrators', () => {
  it('system: registers a person, whose first password is shown once', async () => {
    const page = await test.openPage({ as: system });
    await openAt(page, '/people');
    await page.getByRole('button', { name: '登记人员' }).click();
    await submit(page, '登记');
    await page.getByText('请填写姓名').waitFor();
    await page.getByLabel('姓名', { exact: true }).fill('赵海萍');
    await page.getByLabel('用户名', { exact: true }).fill('zhao.haiping');
    await submit(page, '登记');
    const told = page.getByRole('dialog', { name: '已登记' });
    const password = (await told.locator('output').textContent()) ?? '';
    expect(password.length).toBeGreaterThanOrEqual(10);
    await expectNoSeriousFindings(page);
    await told.getByRole('button', { name: '已记下' }).click();
    await page.getByRole('heading', { name: '赵海萍', level: 1 }).waitFor();
    expect(await page.getByText(password).count()).toBe(0);
    const session = await ask(test).post('/api/session').send({ username: 'zhao.haiping', password });
    expect(session.body).toMatchObject({ code: 'NO_ROLE_TODAY' });
  });

  it('system: corrects a person, sees from what to what, and is told of somebody else’s change', async () => {
    const person = await buildPerson(test, { court, name: '李明' });
    const page = await test.openPage({ as: system });
    await openAt(page, `/people/${person.id}?do=update`);
    await page.getByLabel('电话').fill('0478-8888888');
    await page.getByText('无 →').waitFor();
    await person.agent.get('/api/session');
    await system.agent
      .patch(`/api/people/${person.id}`)
      .set('If-Match', '"1"')
      .send({ employeeNumber: 'N-77' })
      .expect(200);
    await submit(page, '保存修改');
    await page.getByRole('button', { name: '载入最新内容' }).click();
    await page.getByText('N-77').first().waitFor();
    await submit(page, '保存修改');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByText('0478-8888888').waitFor();
  });

  it('security: grants a role with an end and ends it at once; administrators are kept apart', async () => {
    const person = await buildPerson(test, { court, roles: [], name: '周梦丽' });
    const page = await test.openPage({ as: security });
    await openAt(page, `/people/${person.id}`);
    await page.getByText('在本院没有角色').waitFor();
    await page.getByRole('button', { name: '授予角色' }).click();
    await choose(page, '角色', '盘点人');
    await page.getByText('可办理：').waitFor();
    await page.getByLabel('终止日期').fill('2026-12-31');
    await page.getByLabel('终止日期').press('Enter');
    await submit(page, '授予');
    await page.getByText('2026-11-23 起，至 2026-12-31 止').waitFor();
    await page.getByRole('button', { name: '授予角色' }).click();
    await page.getByRole('combobox', { name: '角色' }).fill('审计管理员');
    const option = page.locator('.ant-select-item-option', { hasText: '审计管理员' });
    expect(await option.getAttribute('aria-disabled')).toBe('true');
    await page.getByRole('dialog').getByRole('button', { name: '取消' }).click();
    await page.getByRole('button', { name: '终止角色 盘点人' }).click();
    await page.getByText('立即', { exact: true }).waitFor();
    await submit(page, '终止');
    await page.getByText('已终止', { exact: true }).waitFor();
    const { body } = (await security.agent.get(`/api/people/${person.id}`)) as { body: unknown };
    expect(body).toMatchObject({ roles: [], memberships: [{ role: 'auditor', active: false }] });
  });

  it('security: signs a person out everywhere', async () => {
    const person = await buildPerson(test, { court });
    const page = await test.openPage({ as: security });
    await openAt(page, `/people/${person.id}`);
    await page.getByText('登录于').first().waitFor();
    await page.getByRole('button', { name: '强制下线' }).click();
    await submit(page, '强制下线');
    await page.getByText('目前没有登录').waitFor();
    await person.agent.get('/api/session').expect(401);
  });

  it('each is offered only their own part', async () => {
    const person = await buildPerson(test, { court });
    const names = ['修改信息', '重置密码', '授予角色', '强制下线'];
    const offered = async (as: TestPerson) => {
      const page = await test.openPage({ as });
      await openAt(page, `/people/${person.id}`);
      const counts = await Promise.all(
        names.map((name) => page.getByRole('button', { name, exact: true }).count()),
      );
      return names.filter((_name, index) => counts[index] === 1);
    };
    expect(await offered(system)).toEqual(['修改信息', '重置密码']);
    expect(await offered(security)).toEqual(['授予角色', '强制下线']);
    expect(await offered(audit)).toEqual([]);
    const page = await test.openPage({ as: audit });
    await openAt(page, '/people');
    await page.getByRole('heading', { name: '无权查看' }).waitFor();
  });
});

describe('a second person', () => {
  it('confirms with badge and PIN when an administrator’s password is reset', async () => {
    await audit.agent.put('/api/session/pin').send({ currentPassword: TEST_PASSWORD, pin: PIN }).expect(200);
    const page = await test.openPage({ as: system });
    await openAt(page, `/people/${security.id}?do=resetPassword`);
    const dialog = page.getByRole('dialog', { name: '重置密码' });
    await dialog.getByText('须由本院另一名管理员确认').waitFor();
    await sendByWedge(page, 'A150800000000001');
    await dialog.getByText('这不是工牌编码').waitFor();
    await sendByWedge(page, security.badgeCode ?? '');
    await dialog.getByText('此人不能为这项操作确认').waitFor();
    await sendByWedge(page, groupItemCode(audit.badgeCode ?? ''));
    await dialog.getByText('等待 审计员丙 本人输入确认码').waitFor();
    await expectNoSeriousFindings(page);
    await page.keyboard.type('111222');
    await submit(page, '重置密码');
    await dialog.getByText('审计员丙 的确认码不正确').waitFor();
    await dialog.getByLabel('确认码').fill(PIN);
    await submit(page, '重置密码');
    await page.getByRole('dialog', { name: '密码已重置' }).getByText('首次密码', { exact: true }).waitFor();
    await security.agent.get('/api/session').expect(401);
    security = await buildPerson(test, { court, role: 'security_admin', name: '安全员戊' });
  });
});

describe('departments and courts', () => {
  it('makes, moves and closes departments, and says why one cannot be closed', async () => {
    const page = await test.openPage({ as: system });
    await openAt(page, '/departments');
    await page.getByRole('button', { name: '新建部门' }).click();
    await page.getByRole('dialog').getByLabel('部门名称').fill('执行局');
    await submit(page, '新建');
    await page.getByRole('button', { name: '执行局 的操作' }).click();
    await page.getByRole('menuitem', { name: '修改、移动部门' }).click();
    await choose(page, '上级部门', '装备科');
    await page.getByText('无（直属本院） →').waitFor();
    await submit(page, '保存修改');
    await page.getByText('（位于装备科之下）').waitFor();
    await page.getByRole('button', { name: '装备科 的操作' }).click();
    await page.getByRole('menuitem', { name: '撤销部门' }).click();
    await submit(page, '撤销');
    await page.getByRole('alert').getByText(/请先/).waitFor();
    await page.getByRole('dialog').getByRole('button', { name: '取消' }).click();
    await page.getByRole('button', { name: '执行局 的操作' }).click();
    await page.getByRole('menuitem', { name: '撤销部门' }).click();
    await submit(page, '撤销');
    await page.getByRole('rowheader', { name: /执行局/ }).waitFor({ state: 'detached' });
    await page.getByLabel('显示已撤销的').check();
    await page.getByText('2026-11-23 撤销').waitFor();
  });

  it('opens a court below with its first administrator', async () => {
    const page = await test.openPage({ as: system });
    await openAt(page, '/courts?do=open');
    await page.getByLabel('法院名称').fill('五原县人民法院');
    await page.getByLabel('法院简称').fill('五原县法院');
    await page.getByLabel('行政区划代码').fill('150821');
    await page.getByLabel('系统管理员姓名').fill('谭若敏');
    await page.getByLabel('系统管理员用户名').fill('tan.ruomin');
    await submit(page, '开通');
    const told = page.getByRole('dialog', { name: '法院已开通' });
    await told.getByText('tan.ruomin').waitFor();
    await told.getByRole('button', { name: '已记下' }).click();
    await page.getByRole('row', { name: /五原县人民法院.*150821/ }).waitFor();
  });
});

describe('the audit trail', () => {
  it('shows who changed what, before and after, by filters that stand in the address', async () => {
    const department = await buildDepartment(test, court, '研究室');
    await system.agent.patch(`/api/departments/${department.id}`).send({ name: '审判研究室' }).expect(200);
    const page = await test.openPage({ as: audit });
    await openAt(page, '/audit?q=审判研究室');
    await page
      .getByRole('row', { name: /审判研究室/ })
      .getByRole('cell', { name: '系统员甲' })
      .click();
    const preview = page.getByRole('complementary', { name: '摘要' });
    await preview.getByText('系统管理员').waitFor();
    const change = preview.locator('dl', { hasText: '研究室' }).last();
    expect(await change.locator('del').textContent()).toBe('研究室');
    await expectNoSeriousFindings(page);
    await choose(page, '操作', '登录');
    await page.getByText('没有符合筛选条件的记录').waitFor();
    expect(new URL(page.url()).searchParams.get('command')).toBe('signIn');
    const link = await page.getByRole('link', { name: '导出 CSV' }).getAttribute('href');
    expect(link).toMatch(/^\/api\/audit-events\/export\?.*command=signIn/);
  });
});

describe('API tokens', () => {
  it('are shown once, may do what was chosen, and end when they are revoked', async () => {
    const page = await test.openPage({ as: equipment });
    await openAt(page, '/tokens');
    await page.getByRole('button', { name: '新建令牌' }).click();
    await page.getByLabel('名称').fill('财务系统对接');
    await submit(page, '新建');
    await page.getByText('请至少选择一项权限').waitFor();
    await page.getByLabel('查看库房与位置').check();
    await submit(page, '新建');
    const told = page.getByRole('dialog', { name: '令牌已新建' });
    const token = (await told.locator('output').textContent()) ?? '';
    await told.getByRole('button', { name: '已记下' }).click();
    const call = (path: string) => ask(test).get(path).set('Authorization', `Bearer ${token}`);
    await call('/api/places').expect(200);
    await call('/api/fixed-assets').expect(403);
    await page.getByRole('button', { name: '撤销令牌 财务系统对接' }).click();
    await submit(page, '撤销');
    await page.getByText('已撤销', { exact: true }).waitFor();
    await call('/api/places').expect(401);
  });
});

describe('pages of accounts', () => {
  it('can be used by everybody, on a desktop and on a phone', async () => {
    const pages: readonly [TestPerson, string[]][] = [
      [system, ['/people', '/departments', '/people?do=register', '/courts']],
      [audit, ['/audit']],
      [equipment, ['/tokens?do=create', '/account']],
    ];
    for (const [person, addresses] of pages)
      await expectUsableByEverybody(await test.openPage({ as: person }), addresses);
  });

  it('a person’s page can be used by everybody, on a desktop and on a phone', async () => {
    const page = await test.openPage({ as: security });
    await openAt(page, `/people/${equipment.id}?do=grantRole`);
    await page.getByText('登录于').first().waitFor();
    await expectUsableAsItStands(page);
  });
});

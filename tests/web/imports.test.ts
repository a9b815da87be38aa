import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { IMPORT_LOCK } from '../../src/modules/imports/import-run.sql.ts';
import { columnLetters } from '../../src/web/pages/imports/column-list.tsx';
import { fileSize } from '../../src/web/pages/imports/file-size.ts';
import { differenceFen } from '../../src/web/pages/imports/reconciliation.tsx';
import { ensureReaderWorker, ImportDriver, newAsset, templateCsv } from '../imports/import-driver.ts';
import {
  expectUsableAsItStands,
  expectNoSeriousFindings,
  openAt,
  startWebTest,
  type WebTest,
  expectCount,
} from '../support/browser.ts';
import { buildCourt, buildPerson, type TestCourt, type TestPerson } from '../support/people.ts';

describe('what the page works out itself', () => {
  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [299, 'KN'],
  ])('column %i is called %s', (position, letters) => {
    expect(columnLetters(position)).toBe(letters);
  });

  it.each([
    [0, '0 B'],
    [1536, '1.5 KB'],
    [50 * 1024 * 1024, '50 MB'],
    [3 * 1024 ** 4, '3145728 MB'],
  ])('%i bytes are %s', (bytes, size) => {
    expect(fileSize(bytes)).toBe(size);
  });

  it('compares both sides only where there are two', () => {
    const sums = { rows: 1, rowsWithValue: 1, fileFen: 100 };
    expect(differenceFen({ ...sums, registerFen: 99 })).toBe(-1);
    expect(differenceFen({ ...sums, registerFen: null })).toBe(null);
  });
});

describe('importing', () => {
  let test: WebTest;
  let court: TestCourt;
  let equipment: TestPerson;
  beforeAll(async () => {
    await ensureReaderWorker();
    test = await startWebTest();
    court = await buildCourt(test);
    equipment = await buildPerson(test, { court, role: 'equipment_admin' });
  });
  afterEach(() => test.closePages());
  afterAll(() => test.close());

  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
  const outcome = (page: Page, name: string) =>
    page
      .getByRole('term')
      .filter({ hasText: new RegExp(`^${name}$`) })
      .locator('+ dd');

  async function upload(page: Page, name: string, content: string): Promise<void> {
    await openAt(page, '/imports');
    const file = { name, mimeType: 'text/csv', buffer: Buffer.from(content) };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByRole('heading', { level: 1, name }).waitFor();
  }

  /** Keeps every import of the court from writing until it is released, as another import would. */
  async function holdWriting() {
    const client = await test.database.ownerPool.connect();
    await client.query('select pg_advisory_lock($1, $2)', [IMPORT_LOCK, court.id]);
    return {
      release: async () => {
        await client.query('select pg_advisory_unlock($1, $2)', [IMPORT_LOCK, court.id]);
        client.release();
      },
    };
  }

  it('goes from problems over names to a reconciliation, and shows what it made', async () => {
    const page = await test.openPage({ as: equipment });
    await upload(
      page,
      '清单.csv',
      templateCsv([
        newAsset({ code: 'PG001', departmentName: '立案二庭', placePath: '审判楼/3层/301室' }),
        newAsset({ code: 'PG002', departmentName: '装备办', originalValueFen: '1.2万' }),
        newAsset({ code: 'PG003', originalValueFen: '一千五' }),
      ]),
    );
    await page.getByRole('heading', { name: '待对应的名称' }).waitFor();
    const problem = page.getByRole('row', { name: /^4 .*一千五.*不是可识别的金额/ });
    await problem.waitFor();
    await expectCount(page.getByRole('row', { name: /^4 / }), 1);
    expect(await outcome(page, '不能导入').innerText()).toBe('3');
    expect(await button(page, '导入 0 行').isDisabled()).toBe(true);

    await page.getByRole('combobox', { name: '“装备办”对应' }).fill(court.departmentName);
    await page.getByTitle(court.departmentName).last().click();
    await button(page, /^全部新建（部门 1 个、位置 1 个）$/).click();
    await page.getByText('将新建：审判楼（楼栋）').waitFor();
    await page.getByText('均已有对应').waitFor();
    await button(page, '重新检查').click();
    await page.getByText('有 1 行不能导入').waitFor();
    expect(await button(page, '导入 2 行').isDisabled()).toBe(true);
    await expectNoSeriousFindings(page);
    await page.getByRole('radio', { name: '只导入没有问题的行' }).check();
    await button(page, '导入 2 行').click();

    await page.getByText('文件与登记簿金额一致').waitFor();
    await page.getByRole('row', { name: /^新建 2 2 ¥ 12,650\.00 ¥ 12,650\.00 ¥ 0\.00$/ }).waitFor();
    await page.getByText('同时新建部门 1 个、位置 3 个').waitFor();
    await expectNoSeriousFindings(page);
    await button(page, '看这些资产').click();
    await page.getByText('共 2 件').waitFor();
    await page.getByRole('row', { name: /办公椅.*立案二庭/ }).waitFor();
    await page.getByRole('row', { name: new RegExp(`办公椅.*${court.departmentName}`) }).waitFor();
  });

  it('gives the refused rows back in their layout with the reasons', async () => {
    const page = await test.openPage({ as: equipment });
    await upload(
      page,
      '退回.csv',
      templateCsv([newAsset({ code: 'TH1', acquiredOn: '2024-13-45' }), newAsset({ code: 'TH2' })]),
    );
    const waiting = page.waitForEvent('download');
    await button(page, '下载不能导入的行').click();
    const download = await waiting;
    const text = await readFile(await download.path(), 'utf8');
    expect(text.split('\r\n')).toHaveLength(3);
    expect(text.split('\r\n')[0]).toMatch(/^\ufeff资产名称,.*,资产编码,原因$/);
    expect(text).toMatch(/2024-13-45,.*TH1,【取得日期】日历上没有“2024-13-45”/);
  });

  it('takes a foreign file once its columns are mapped, and knows it the next time', async () => {
    const foreign = (rows: string) => `代号;物件;买入;花费;备忘\n${rows}`;
    const page = await test.openPage({ as: equipment });
    await upload(page, '外来.csv', foreign('W1;茶几;2020.1.2;350;角柜旁\nW2;沙发;2020年1月2日;1,250.5;\n'));
    await page.getByText('未识别，需手工对应').waitFor();
    expect(await button(page, '检查').isDisabled()).toBe(true);
    const map = async (header: string, field: string) => {
      const select = page.getByRole('combobox', { name: new RegExp(`列“${header}”对应的字段`) });
      await select.fill(field);
      await page.getByTitle(field, { exact: true }).last().click();
    };
    await map('代号', '资产编码');
    await map('物件', '资产名称');
    await map('买入', '取得日期');
    await map('花费', '账面原值（元）');
    await expectNoSeriousFindings(page);
    await button(page, '检查').click();
    await page.getByRole('button', { name: /新建资产缺少/ }).waitFor();

    await button(page, /^导入选项/).click();
    await page.getByLabel('分类', { exact: true }).fill('A05010301');
    await page.getByRole('option', { name: /A05010301/ }).waitFor({ state: 'attached' });
    await page.keyboard.press('Enter');
    await page.getByLabel('取得方式').click();
    await page.getByTitle('购置').last().click();
    await button(page, '重新检查').click();
    await button(page, '导入 2 行').click();
    await page.getByRole('row', { name: /^新建 2 2 ¥ 1,600\.50 ¥ 1,600\.50/ }).waitFor();

    await upload(page, '再来.csv', foreign('W3;书柜;2021-01-02;80;\nW1;茶几;2020.1.2;351;角柜旁\n'));
    await page.getByText('沿用上次的对应').waitFor();
    await page.getByText('将新建 1 件，更改 1 件').waitFor();
    await button(page, /^更改示例/).click();
    await page.getByText('¥350.00 → ¥351.00').or(page.getByText('350.00 → 351.00')).waitFor();
    await button(page, '取消导入').click();
    await page.getByText('该次导入已取消').waitFor();
  });

  it('shows a step of the server live, after a reload too, and catches up when the line is back', async () => {
    const page = await test.openPage({ as: equipment });
    await upload(page, '进度.csv', templateCsv([newAsset({ code: 'LV1' })]));
    const held = await holdWriting();
    await button(page, '导入 1 行').click();
    await page.getByRole('progressbar').waitFor();
    await page.reload();
    await page.getByRole('progressbar').waitFor();
    await expectNoSeriousFindings(page);
    await page.route('**/api/**', (route) => route.abort('connectionrefused'));
    await page.getByText('服务器上的导入不受影响').waitFor();
    await held.release();
    await page.unroute('**/api/**');
    await page.getByText('文件与登记簿金额一致').waitFor();
  });

  it('takes a step back that is under way, and nothing of it is written', async () => {
    const page = await test.openPage({ as: equipment });
    await upload(page, '撤回.csv', templateCsv([newAsset({ code: 'QX1' })]));
    const held = await holdWriting();
    await button(page, '导入 1 行').click();
    await page.getByRole('progressbar').waitFor();
    const taken = page.waitForResponse((response) => response.url().endsWith('/cancel'));
    await button(page, '取消导入').click();
    await taken;
    await held.release();
    await page.getByText('该次导入已取消').waitFor();
    const found = await equipment.agent.get('/api/fixed-assets?q=QX1').expect(200);
    expect(found.body).toMatchObject({ items: [] });
  });

  it('is offered where somebody looks for it, and only to those who may', async () => {
    const page = await test.openPage({ as: equipment });
    await openAt(page, '/assets');
    await page.getByRole('main').getByRole('button', { name: '导入', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: '导入' }).waitFor();
    const staff = await test.openPage({ as: await buildPerson(test, { court }) });
    await openAt(staff, '/imports');
    await staff.getByRole('heading', { name: '无权查看' }).waitFor();
    expect(await staff.getByRole('link', { name: '导入', exact: true }).count()).toBe(0);
  });

  it('can be used by everybody, on a desktop and on a phone, in either language', async () => {
    const run = await new ImportDriver(equipment).upload(
      templateCsv([
        newAsset({ code: 'AX1', departmentName: '名称很长的部门'.repeat(6), notes: '甲'.repeat(300) }),
        newAsset({ code: 'AX2', acquiredOn: 'x'.repeat(120) }),
      ]),
      `${'很长的文件名'.repeat(12)}.csv`,
    );
    for (const address of ['/imports', `/imports/${run.id}`]) {
      const page = await test.openPage({ as: equipment });
      await openAt(page, address);
      for (const name of ['读取设置', '列的对应', '导入选项']) {
        const section = page.getByRole('button', { name: new RegExp(`^${name}`) });
        if ((await section.count()) > 0) await section.click();
      }
      await expectUsableAsItStands(page);
    }
    const english = await test.openPage({ as: equipment, language: 'en' });
    await openAt(english, `/imports/${run.id}`);
    await english.getByRole('heading', { name: 'Names to be matched' }).waitFor();
  });
});

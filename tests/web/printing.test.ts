import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import type { PrinterAnswer } from '../../src/modules/labels/printers.contract.ts';
import type { LabelTemplateHead } from '../../src/modules/labels/templates.contract.ts';
import { groupBySentence } from '../../src/web/pages/printing/dialog/plan-reasons.ts';
import {
  bodyOfValues,
  questionOfValues,
  settleChoice,
  type PrintValues,
} from '../../src/web/pages/printing/dialog/print-values.ts';
import { knowledgeOf } from '../../src/web/pages/printing/jobs/job-knowledge.ts';
import { inputOfValues, NEW_PRINTER } from '../../src/web/pages/printing/printers/printer-values.ts';
import { labellingRows, percentOf } from '../../src/web/pages/printing/progress/labelling-rows.ts';
import {
  expectNoSeriousFindings,
  openAt,
  startWebTest,
  type WebTest,
  expectUsableByEverybody,
} from '../support/browser.ts';
import { startFakePrinter, type FakePrinter } from '../support/fake-printer.ts';
import { getJson } from '../support/http-json.ts';
import { buildPrintCourt, type PrintCourt } from '../support/print-court.ts';

const head = (key: string, changes: Partial<LabelTemplateHead> = {}): LabelTemplateHead => ({
  ...{ key, version: 0, name: { zh: key, en: key }, kinds: ['A'], sizeMm: { width: 70, height: 40 } },
  ...{ sheet: null, isShipped: true, isRetired: false, note: null, savedAt: null, savedBy: null },
  availableActions: [],
  ...changes,
});
const device = (id: string, changes: Partial<PrinterAnswer> = {}): PrinterAnswer => ({
  ...{ id, name: id, language: 'zpl', address: { host: '127.0.0.1', port: 9100 }, dpi: 203, version: 1 },
  ...{ stockMm: { width: 70, height: 40, gap: 2 }, offsetMm: { x: 0, y: 0 }, darkness: null },
  ...{ speedMmPerSecond: null, place: null, templateKeys: ['small'], closedAt: null, jobsAtWork: 0 },
  availableActions: [],
  ...changes,
});
const VALUES: PrintValues = {
  ...{ purpose: 'first', output: 'zpl', dpi: 300, skipCells: 99, copies: 1 },
  ...{ codeForm: 'template', skipRefused: false },
};
const OFFERED = {
  templates: [head('small'), head('sheet', { sheet: { columns: 3, rows: 8 } })],
  printers: [device('closed', { closedAt: '2026-01-01' }), device('open')],
};

describe('what a choice comes to', () => {
  it.each([
    [{}, { printer: 'open', output: 'zpl', dpi: 203, cells: 0 }],
    [
      { templateKey: 'gone', device: 'gone' },
      { printer: 'open', output: 'zpl', dpi: 203, cells: 0 },
    ],
    [{ device: 'closed' }, { printer: 'open', output: 'zpl', dpi: 203, cells: 0 }],
    [{ device: 'file' }, { printer: null, output: 'zpl', dpi: 300, cells: 0 }],
    [
      { templateKey: 'sheet', device: 'open' },
      { printer: null, output: 'pdf', dpi: 300, cells: 24 },
    ],
  ])('%j', (changes, expected) => {
    const settled = settleChoice({ ...VALUES, ...changes }, OFFERED);
    expect({ ...settled, printer: settled?.printer?.id ?? null }).toMatchObject(expected);
  });

  it('is nothing without a template', () =>
    expect(settleChoice(VALUES, { ...OFFERED, templates: [] })).toBeUndefined());

  it('sends what plays a part, and asks before a reason is typed', () => {
    const settled = settleChoice({ ...VALUES, templateKey: 'sheet' }, OFFERED);
    if (settled === undefined) throw new Error('there are templates');
    const again: PrintValues = { ...VALUES, purpose: 'replacement', replacementReason: 'lost', reason: ' ' };
    expect(bodyOfValues(again, settled)).toMatchObject({ replacementReason: 'lost', skipCells: 23 });
    expect(bodyOfValues(again, settled)).not.toHaveProperty('reason');
    expect(bodyOfValues({ ...again, purpose: 'first' }, settled)).not.toHaveProperty('replacementReason');
    expect(questionOfValues(again, settled)).toMatchObject({ skipRefused: true, reason: '?' });
  });
});

describe('what is said', () => {
  const counts = { waiting: 0, sent: 0, in_doubt: 0, printed: 0, failed: 0, cancelled: 0 };
  const printer = { id: 'p', name: 'p' };
  it.each([
    ['ready', { waiting: 3 }, null, [], 'readyFile'],
    ['ready', { waiting: 3 }, printer, ['send'], 'readyPrinter'],
    ['queued', { waiting: 3 }, printer, [], 'queued'],
    ['sending', { waiting: 3 }, printer, [], 'sending'],
    ['sent', { sent: 3 }, printer, [], 'sent'],
    ['interrupted', { in_doubt: 1, waiting: 2 }, printer, [], 'inDoubt'],
    ['interrupted', { printed: 1, waiting: 2 }, printer, ['resume'], 'toResume'],
    ['cancelled', { cancelled: 3 }, printer, [], 'cancelled'],
    ['cancelled', { sent: 1, cancelled: 2 }, printer, [], 'cancelledInDoubt'],
    ['confirmed', { printed: 3 }, printer, [], 'confirmed'],
  ] as const)('of a job that is %s with %j', (state, some, on, actions, known) =>
    expect(
      knowledgeOf({ state, counts: { ...counts, ...some }, printer: on, availableActions: [...actions] }),
    ).toBe(known),
  );

  it('groups what cannot be printed by its sentence, the most frequent first', () => {
    const line = (zh: string, itemCode: string | null) => ({ key: zh, sentence: { zh, en: zh }, itemCode });
    const groups = groupBySentence([line('乙', 'A1'), line('甲', 'A2'), line('甲', null)]);
    expect(groups.map(({ sentence, count, codes }) => [sentence.zh, count, codes])).toEqual([
      ['甲', 2, ['A2']],
      ['乙', 1, ['A1']],
    ]);
  });

  it('adds departments below to those above, and keeps closed ones and what has none', () => {
    const departments = [
      { id: 'a', name: '院', parentId: null },
      { id: 'b', name: '庭', parentId: 'a' },
      { id: 'c', name: '空', parentId: 'a' },
    ];
    const rows = labellingRows(
      [
        { department: { id: 'b', name: '庭' }, due: 4, labelled: 1 },
        { department: { id: 'x', name: '撤' }, due: 2, labelled: 2 },
        { department: null, due: 3, labelled: 0 },
      ],
      departments,
    );
    expect(rows.map((row) => [row.department?.name, row.depth, row.labelled, row.due])).toEqual([
      ['院', 0, 1, 4],
      ['庭', 1, 1, 4],
      ['撤', 0, 2, 2],
      [undefined, 0, 0, 3],
    ]);
  });

  it.each([
    [{ due: 0, labelled: 0 }, 100],
    [{ due: 1000, labelled: 999 }, 99],
    [{ due: 3, labelled: 3 }, 100],
  ])('%j is %i percent', (sums, percent) => expect(percentOf(sums)).toBe(percent));

  it('an office printer has no address, whatever was typed before', () => {
    const values = { ...NEW_PRINTER, name: ' 办公室 ', language: 'pdf', reach: 'network' } as const;
    const typed = { address: { host: '10.0.0.1', port: 9100 }, dpi: 300 } as const;
    const measures = { stockMm: { width: 210.004, height: 297, gap: 0 }, offsetMm: { x: 0, y: 0 } };
    expect(inputOfValues({ ...values, ...typed, ...measures })).toMatchObject({
      ...{ name: '办公室', address: null, darkness: null, templateKeys: [] },
      stockMm: { width: 210, height: 297, gap: 0 },
    });
  });
});

describe('printing', () => {
  let test: WebTest;
  let court: PrintCourt;
  let fake: FakePrinter;

  beforeAll(async () => {
    test = await startWebTest({
      printers: { networks: ['127.0.0.0/8'], ports: [{ first: 1, last: 65_535 }] },
      printerTimeouts: { connectMs: 1000, stalledMs: 400, finishMs: 400 },
    });
    court = await buildPrintCourt(test);
    fake = await startFakePrinter();
  });
  afterEach(() => test.closePages());
  afterAll(async () => {
    await test.close();
    await fake.close();
  });

  const openPage = (address: string) =>
    test.openPage({ as: court.keeper }).then(async (page) => {
      await openAt(page, address);
      return page;
    });

  const inDrawer = (page: Page) => page.getByRole('dialog');

  it('registers a printer; an address outside the networks and a stock that does not fit are told', async () => {
    const page = await openPage('/printers?do=create');
    const drawer = inDrawer(page);
    await drawer.getByLabel('名称').fill('三楼标签机');
    await drawer.getByLabel('IP 地址').fill('10.9.9.9');
    await drawer.getByLabel('固定资产 70×40').check();
    await drawer.getByText(/个模板尺寸不符/).click();
    await drawer.getByText('模板大于标签纸').first().waitFor();
    await drawer.getByRole('button', { name: '登记打印机' }).click();
    await drawer.getByText(/地址 10\.9\.9\.9 不在允许的打印机网段内/).waitFor();
    await drawer.getByLabel('IP 地址').fill('127.0.0.1');
    await drawer.getByLabel('端口').fill(String(fake.port));
    await drawer.getByLabel('宽').fill('60');
    await drawer.getByText('仍选中，取消后才能保存').waitFor();
    await drawer.getByRole('button', { name: '登记打印机' }).click();
    await drawer.getByText(/有 1 个模板与标签纸尺寸不符/).waitFor();
    await drawer.getByLabel('宽').fill('70');
    await expectNoSeriousFindings(page);
    await drawer.getByRole('button', { name: '登记打印机' }).click();
    await page.getByText('可打印：固定资产 70×40').waitFor();
    await page.getByRole('button', { name: '在 三楼标签机 上打印校准页' }).click();
    await page.getByText('校准页已发送').first().waitFor();
  });

  it('prints a selection, says that nothing is confirmed, and takes the last label that came out', async () => {
    fake.manner = { kind: 'takes' };
    await court.printer(fake.port, { name: '二楼标签机' });
    const assets = await court.stock(3);
    const page = await openPage('/assets');
    await page.getByRole('checkbox', { name: '选择已列出的全部' }).check();
    await page.getByRole('button', { name: '打印所选标签' }).click();
    const drawer = inDrawer(page);
    await drawer.getByText('将打印 3 张').waitFor();
    await drawer.getByRole('img', { name: '固定资产 70×40的样张' }).first().waitFor();
    await expectNoSeriousFindings(page);
    await drawer.getByLabel('打印机').click();
    await page
      .getByTitle(/二楼标签机/)
      .last()
      .click();
    await drawer.getByRole('button', { name: '打印 3 张' }).click();
    await page.getByText('已发送，尚未确认').waitFor();
    await expectNoSeriousFindings(page);
    await page.getByRole('button', { name: '打开摄像头' }).waitFor();
    await page.getByLabel('编码或序号').fill(assets[1]?.code ?? '');
    await page.getByLabel('编码或序号').press('Enter');
    await page.getByText('第 1 至 2 张记为已打印，其后 1 张可继续打印').waitFor();
    await page.getByRole('button', { name: '记录' }).click();
    await page.getByText('已中断，还有 1 张未打印').waitFor();
    await page.getByRole('button', { name: '继续打印' }).click();
    await page.getByText('已发送，尚未确认').waitFor();
    await page.getByRole('button', { name: '全部已打出' }).click();
    await page.getByText('已确认打印 3 张').waitFor();
    await openAt(page, `/assets/${assets[0]?.id ?? ''}`);
    await page.getByRole('group', { name: '标签' }).getByText('已贴标').waitFor();
  });

  it('asks why a label is printed again, and leaves out what cannot be printed only when told to', async () => {
    const [labelled] = await court.stock(1, undefined, '投影仪');
    const { job } = await court.print({
      selection: { kind: 'A', ids: [labelled?.id ?? ''] },
      ...{ purpose: 'first', templateKey: 'asset-70x40' },
    });
    await court.step(job?.id ?? '', 'confirm');
    await court.stock(1, undefined, '投影仪');
    const page = await openPage('/assets?q=投影仪&do=print-list');
    const drawer = inDrawer(page);
    await drawer.getByRole('heading', { name: '1 件不能打印' }).waitFor();
    const send = drawer.getByRole('button', { name: /1 张/ });
    expect(await send.isDisabled()).toBe(true);
    await drawer.getByLabel(/有 1 件不能打印，跳过它们/).check();
    await drawer.locator('button:enabled', { hasText: /1 张/ }).waitFor();
    await openAt(page, `/assets/${labelled?.id ?? ''}`);
    await page.getByRole('button', { name: '换新标签' }).click();
    await drawer.getByText('将打印 1 张').waitFor();
    await drawer.getByRole('combobox', { name: '打印机' }).click();
    await page.getByTitle('生成文件，下载打印').last().click();
    await drawer.getByRole('button', { name: '生成文件（1 张）' }).click();
    await drawer.getByText('请选择换新原因').waitFor();
    await drawer.getByLabel('损坏').check();
    await drawer.getByRole('button', { name: '生成文件（1 张）' }).click();
    await page.getByText('尚未确认打印').waitFor();
    await page.getByRole('link', { name: '下载文件' }).waitFor();
    const labels = await getJson(court.keeper, `/item-labels/A/${labelled?.id ?? ''}`);
    expect(labels).toMatchObject({ labelVersion: '2' });
  });

  it('shows labelling by department, each number a link to the assets that it counts', async () => {
    const page = await openPage('/labelling');
    const row = page.getByRole('row', { name: /未归部门/ });
    await row.getByRole('link').last().click();
    await page.waitForURL(/isLabelled=false/);
    await page.getByRole('checkbox', { name: '选择已列出的全部' }).waitFor();
    await openAt(page, '/');
    await page.getByRole('link', { name: /标签打印待确认/ }).waitFor();
  });

  it('every page can be used by everybody, also on a phone', async () => {
    const page = await test.openPage({ as: court.keeper });
    await expectUsableByEverybody(page, ['/labelling', '/print-jobs', '/printers']);
  });
});

/** What else is printed: blank labels, what an import wrote, and labels of which some cannot be drawn. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CodeBatch } from '../../src/modules/item-codes/code-batches.contract.ts';
import type { ThingLabels } from '../../src/modules/labels/labels.contract.ts';
import type { CreatedPrintJob } from '../../src/modules/labels/print-jobs.contract.ts';
import type { SavedLabelTemplate } from '../../src/modules/labels/templates.contract.ts';
import { codeOf, refusedBodyOf } from '../support/answers.ts';
import { getJson, sendJson } from '../support/http-json.ts';
import { ensureReaderWorker, ImportDriver, newAsset, templateCsv } from '../imports/import-driver.ts';
import { buildPrintCourt, choices, createPrintingApp, TEMPLATE } from '../support/print-court.ts';
import type { PrintCourt } from '../support/print-court.ts';
import type { TestApp } from '../support/test-app.ts';

let test: TestApp;
let court: PrintCourt;

beforeAll(async () => {
  await ensureReaderWorker();
  test = await createPrintingApp();
});
beforeEach(async () => {
  court = await buildPrintCourt(test);
});
afterAll(() => test.close());

describe('a batch of blank labels', () => {
  it('is printed in the order of its codes; confirmed, they are printed, and then they can be bound', async () => {
    const { keeper } = court;
    const issued = await sendJson<CodeBatch>(keeper, 'post', '/code-batches', { kind: 'A', count: 5 });
    const selection = { batchId: issued.id };
    const wrong = await keeper.agent.post('/api/print-jobs').send({ selection, ...choices() });
    expect(codeOf(wrong)).toBe('PRINT_PURPOSE_DIFFERS');
    const { job, plan } = await court.print({ selection, ...choices({ purpose: 'batch' }) });
    expect([job?.state, job?.batchId, job?.labelCount]).toEqual(['ready', issued.id, 5]);
    const codes = plan.labels.map(({ code }) => code);
    expect([codes[0], codes.at(-1)]).toEqual([issued.firstCode, issued.lastCode]);
    expect(codes).toEqual(codes.toSorted());
    const countsOf = async () => (await getJson<CodeBatch>(keeper, `/code-batches/${issued.id}`)).counts;
    expect(await countsOf()).toEqual({ issued: 5, printed: 0, bound: 0, void: 0 });
    const told = await court.step(job?.id ?? '', 'confirm-up-to', { last: { position: 3 } });
    expect([told.state, told.counts.printed, told.counts.waiting]).toEqual(['ready', 3, 2]);
    expect(await countsOf()).toEqual({ issued: 2, printed: 3, bound: 0, void: 0 });
    expect((await court.step(job?.id ?? '', 'confirm')).state).toBe('confirmed');
    expect(await countsOf()).toEqual({ issued: 0, printed: 5, bound: 0, void: 0 });
    const [asset] = await court.stock(1);
    const line = { code: codes[0], subjectKind: 'A', subjectId: asset?.id };
    await sendJson(keeper, 'post', '/label-bindings', { lines: [line] });
    expect(await countsOf()).toEqual({ issued: 0, printed: 4, bound: 1, void: 0 });
    const labels = await getJson<ThingLabels>(keeper, `/item-labels/A/${asset?.id}`);
    expect(labels).toMatchObject({ labelVersion: '1', availableActions: ['reprint', 'replacement'] });
    expect(labels.labelledAt).not.toBeNull();
  });

  it('a batch of nobody is nothing to print', async () => {
    const selection = { batchId: '00000000-0000-4000-8000-000000000000' };
    const body = { selection, ...choices({ purpose: 'batch' }) };
    expect(codeOf(await court.keeper.agent.post('/api/print-jobs').send(body))).toBe('PRINT_NOTHING_CHOSEN');
  });
});

describe('what an import wrote', () => {
  it('is printed together, and nothing else is', async () => {
    await court.stock(2);
    const rows = ['书柜', '文件柜', '会议桌'].map((name) => newAsset({ name }));
    const run = await new ImportDriver(court.keeper).importAll(templateCsv(rows));
    expect(run.result?.counts.created).toBe(3);
    const body = { selection: { importId: run.id }, ...choices() };
    const made = await sendJson<CreatedPrintJob>(court.keeper, 'post', '/fixed-assets/print-jobs', body);
    expect(made.plan.labels.map(({ title }) => title).toSorted()).toEqual(
      ['书柜', '文件柜', '会议桌'].toSorted(),
    );
    const unknown = { importId: '00000000-0000-4000-8000-000000000000' };
    const answer = await court.keeper.agent
      .post('/api/fixed-assets/print-jobs')
      .send({ selection: unknown, ...choices() });
    expect(codeOf(answer)).toBe('PRINT_NOTHING_CHOSEN');
  });
});

describe('labels of which one cannot be drawn', () => {
  const LONG = '审判楼东侧地下一层涉案财物保管库房专用双开门防火防磁密集架';

  /** A long name runs into what must stay white around the code; a short one does not. */
  async function saveTightTemplate(): Promise<void> {
    const { template } = await getJson<SavedLabelTemplate>(court.keeper, `/label-templates/${TEMPLATE}`);
    const elements = [
      { type: 'text', x: 2, y: 14, width: 64, height: 5, text: '{name}', fontSizePt: 8 },
      { type: 'qr', x: 50, y: 8, width: 18, height: 18 },
    ];
    const saved = await court.keeper.agent
      .put('/api/label-templates/tight')
      .set('If-Match', '"0"')
      .send({ template: { ...template, key: 'tight', elements } });
    expect([saved.status, saved.body]).toMatchObject([200, { version: 1 }]);
  }

  it('all are refused with its name; left out, it is a row of the job that never counts as printed', async () => {
    await saveTightTemplate();
    const good = await court.stock(2, undefined, '椅');
    const [bad] = await court.stock(1, undefined, LONG);
    const selection = { kind: 'A', ids: [...good, bad].map((asset) => asset?.id) };
    const body = { selection, ...choices({ templateKey: 'tight' }) };
    const refused = refusedBodyOf(await court.keeper.agent.post('/api/print-jobs').send(body));
    expect([refused.code, refused.problems.map(({ path, code }) => [path, code])]).toEqual([
      'PRINT_THINGS_REFUSED',
      [[`labels.${bad?.code}`, 'QUIET_ZONE_TOUCHED']],
    ]);
    const { job, plan } = await court.print({ ...body, skipRefused: true });
    const jobId = job?.id ?? '';
    expect([plan.labelCount, plan.undrawableCount, job?.labelCount]).toEqual([2, 1, 3]);
    const rows = await court.labels(jobId);
    expect(rows.map(({ code, state }) => [code, state])).toEqual([
      ...good.map(({ code }) => [code, 'waiting']),
      [bad?.code, 'failed'],
    ]);
    const done = await court.step(jobId, 'confirm');
    expect([done.state, done.counts.printed, done.counts.failed]).toEqual(['confirmed', 2, 1]);
    const labels = await getJson<ThingLabels>(court.keeper, `/item-labels/A/${bad?.id}`);
    expect(labels).toMatchObject({ labelVersion: null, labelledAt: null, availableActions: ['first'] });
  });

  it('a character outside the typeface is told by name, and the label is good', async () => {
    const assets = await court.stock(1, undefined, '柜\u{10FFFD}');
    const selection = { kind: 'A', ids: assets.map(({ id }) => id) };
    const { job, plan } = await court.print({ selection, ...choices() });
    expect([plan.labelCount, plan.warningCount, job?.counts.waiting]).toEqual([1, 1, 1]);
    expect(plan.warnings[0]?.problems[0]).toMatchObject({ code: 'CHARACTER_NOT_IN_FONT' });
    expect(plan.warnings[0]?.problems[0]?.zh).toContain('U+10FFFD');
  });
});

/** What is printed: versions, reasons, selections, templates of a court, printers and their addresses. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LabellingProgress } from '../../src/modules/fixed-assets/labelling.contract.ts';
import type { ThingLabels } from '../../src/modules/labels/labels.contract.ts';
import type { CreatedPrintJob } from '../../src/modules/labels/print-jobs.contract.ts';
import {
  previewLabelEndpoint,
  type SavedLabelTemplate,
} from '../../src/modules/labels/templates.contract.ts';
import { bodyOf, codeOf, refusedBodyOf } from '../support/answers.ts';
import { getFile, getJson, readPages, sendJson } from '../support/http-json.ts';
import {
  buildPrintCourt,
  choices,
  createPrintingApp,
  printerBody,
  TEMPLATE,
} from '../support/print-court.ts';
import type { PrintCourt } from '../support/print-court.ts';
import type { TestApp } from '../support/test-app.ts';

let test: TestApp;
let court: PrintCourt;

beforeAll(async () => {
  test = await createPrintingApp();
});
beforeEach(async () => {
  court = await buildPrintCourt(test);
});
afterAll(() => test.close());

const selectionOf = (assets: readonly { id: string }[]) => ({
  selection: { kind: 'A', ids: assets.map(({ id }) => id) },
});
const labelsOf = (id: string) => getJson<ThingLabels>(court.keeper, `/item-labels/A/${id}`);

async function refusedPrint(body: object): Promise<[string, string[]]> {
  const answer = await court.keeper.agent.post('/api/print-jobs').send(body);
  return [codeOf(answer), refusedBodyOf(answer).problems.map(({ code }) => code)];
}

async function printAndConfirm(body: object): Promise<string> {
  const { job } = await court.print(body);
  if (!job) throw new Error('a job was made');
  expect((await court.step(job.id, 'confirm')).state).toBe('confirmed');
  return job.id;
}

describe('versions of a label', () => {
  it('first print 1, reprint 1 with a reason, replacement 2: the old one gives way, and each is on record', async () => {
    const assets = await court.stock(1);
    const [asset] = assets;
    const id = asset?.id ?? '';
    const chosen = selectionOf(assets);
    expect((await labelsOf(id)).availableActions).toEqual(['first']);
    expect(await refusedPrint({ ...chosen, ...choices({ purpose: 'reprint', reason: '卡纸' }) })).toEqual([
      'PRINT_THINGS_REFUSED',
      ['LABEL_NEVER_MADE'],
    ]);
    await printAndConfirm({ ...chosen, ...choices() });
    expect(await refusedPrint({ ...chosen, ...choices() })).toEqual([
      'PRINT_THINGS_REFUSED',
      ['LABEL_ALREADY_MADE'],
    ]);
    expect((await refusedPrint({ ...chosen, ...choices({ purpose: 'reprint' }) }))[0]).toBe(
      'PRINT_REASON_MISSING',
    );
    await printAndConfirm({ ...chosen, ...choices({ purpose: 'reprint', reason: '卡纸' }) });
    const replacement = choices({ purpose: 'replacement', replacementReason: 'damaged' });
    const { job } = await court.print({ ...chosen, ...replacement });
    expect(await labelsOf(id)).toMatchObject({ labelVersion: '2', labelledAt: null, openJobId: job?.id });
    await court.step(job?.id ?? '', 'confirm');
    const { labels, availableActions } = await labelsOf(id);
    expect(labels.map(({ version, replacementReason }) => [version, replacementReason])).toEqual([
      ['2', null],
      ['1', 'damaged'],
    ]);
    expect(availableActions).toEqual(['reprint', 'replacement']);
    const { rows } = await test.database.ownerPool.query(
      `select kind, label_version as version, reason from label_events where court_id = $1 order by id`,
      [court.court.id],
    );
    expect(rows).toEqual([
      { kind: 'printed', version: '1', reason: null },
      { kind: 'reprinted', version: '1', reason: '卡纸' },
      { kind: 'replaced', version: '2', reason: 'damaged' },
    ]);
  });

  it('a replacement that is cancelled leaves the old label in force', async () => {
    const assets = await court.stock(1);
    const id = assets[0]?.id ?? '';
    await printAndConfirm({ ...selectionOf(assets), ...choices() });
    const before = await labelsOf(id);
    const replacement = choices({ purpose: 'replacement', replacementReason: 'lost' });
    const { job } = await court.print({ ...selectionOf(assets), ...replacement });
    expect(await refusedPrint({ ...selectionOf(assets), ...replacement })).toEqual([
      'PRINT_THINGS_REFUSED',
      ['LABEL_WAITS_IN_JOB'],
    ]);
    await court.step(job?.id ?? '', 'cancel');
    expect(await labelsOf(id)).toEqual(before);
  });

  it('32 clients print the same things at once: one job, one version each', async () => {
    const assets = await court.stock(8);
    const answers = await Promise.all(
      Array.from({ length: 32 }, () =>
        court.keeper.agent.post('/api/print-jobs').send({ ...selectionOf(assets), ...choices() }),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([
      200,
      ...Array.from({ length: 31 }, () => 409),
    ]);
    const { rows } = await test.database.ownerPool.query(
      `select count(*)::integer as labels, (select count(*)::integer from print_jobs where court_id = $1) as jobs
       from labels where court_id = $1`,
      [court.court.id],
    );
    expect(rows).toEqual([{ labels: 8, jobs: 1 }]);
  });

  it('a range of a job is printed again in the same version, as a job of its own with a reason', async () => {
    const assets = await court.stock(5);
    const jobId = await printAndConfirm({ ...selectionOf(assets), ...choices() });
    const body = { fromPosition: 2, toPosition: 3, reason: '第 2、3 张模糊' };
    const again = await sendJson<CreatedPrintJob>(court.keeper, 'post', `/print-jobs/${jobId}/reprint`, body);
    const labels = await court.labels(jobId);
    expect(again.job).toMatchObject({
      purpose: 'reprint',
      reason: body.reason,
      labelCount: 2,
      state: 'ready',
    });
    expect(again.plan.labels.map(({ code, version }) => [code, version])).toEqual(
      labels.slice(1, 3).map(({ code, version }) => [code, version]),
    );
  });
});

describe('a dry run', () => {
  it('says how many, in which order, and what cannot be printed; nothing is written', async () => {
    const building = await court.place('building', '审判楼');
    const [second, first] = [
      await court.place('floor', '2层', building),
      await court.place('floor', '1层', building),
    ];
    const room = await court.place('room', '201', second);
    const upstairs = await court.stock(1, room, '桌');
    const downstairs = [...(await court.stock(1, first, '柜')), ...(await court.stock(1, first, '椅'))];
    const unknown = { id: '00000000-0000-4000-8000-000000000000' };
    const body = { ...selectionOf([...upstairs, ...downstairs, unknown]), ...choices() };
    const tried = await sendJson<CreatedPrintJob>(court.keeper, 'post', '/print-jobs?dryRun=true', body);
    expect(tried.job).toBeNull();
    expect(tried.plan).toMatchObject({ labelCount: 3, refusedCount: 1, undrawableCount: 0 });
    expect(tried.plan.labels.map(({ place, title }) => `${place} ${title}`)).toEqual(
      ['审判楼 / 1层 柜', '审判楼 / 1层 椅', '审判楼 / 2层 / 201 桌'].toSorted((a, b) =>
        a.includes('2层') === b.includes('2层') ? 0 : a.includes('2层') ? 1 : -1,
      ),
    );
    expect(tried.plan.refused[0]).toMatchObject({ thingId: unknown.id, code: 'LABEL_THING_NOT_FOUND' });
    expect(await readPages(court.keeper, '/print-jobs')).toEqual([]);
    expect((await refusedPrint(body))[0]).toBe('PRINT_THINGS_REFUSED');
    expect((await court.print({ ...body, skipRefused: true })).job?.labelCount).toBe(3);
  });

  it('a label that cannot be drawn is refused by name, or left out as a visible row of the job', async () => {
    const assets = await court.stock(2);
    const shipped = await getJson<SavedLabelTemplate>(court.keeper, `/label-templates/${TEMPLATE}`);
    const tiny = { type: 'qr', x: 1, y: 1, width: 3, height: 3 };
    const template = { ...shipped.template, key: 'too-small', elements: [tiny] };
    await court.keeper.agent.put('/api/label-templates/too-small').set('If-Match', '"0"').send({ template });
    const body = { ...selectionOf(assets), ...choices({ templateKey: 'too-small' }) };
    expect(await refusedPrint(body)).toEqual(['PRINT_THINGS_REFUSED', ['CODE_TOO_SMALL', 'CODE_TOO_SMALL']]);
    expect((await refusedPrint({ ...body, skipRefused: true }))[0]).toBe('PRINT_THINGS_REFUSED');
  });
});

describe('what is printed of assets', () => {
  it('a room, an unlabelled department, a selection; disposed things are left out; progress follows', async () => {
    const building = await court.place('building', '综合楼');
    const room = await court.place('room', '101', building);
    await court.stock(3, room);
    await court.stock(2);
    const printed = await sendJson<CreatedPrintJob>(court.keeper, 'post', '/fixed-assets/print-jobs', {
      selection: { filters: { placeId: [building] } },
      ...choices(),
    });
    expect(printed.plan.labelCount).toBe(3);
    await court.step(printed.job?.id ?? '', 'confirm');
    const progress = await getJson<LabellingProgress>(court.keeper, '/fixed-assets/labelling');
    expect(progress.total).toEqual({ due: 5, labelled: 3 });
    const unlabelled = await readPages<{ code: string }>(court.keeper, '/fixed-assets', {
      isLabelled: false,
    });
    expect(unlabelled).toHaveLength(2);
    expect(await readPages(court.keeper, '/fixed-assets', { isLabelled: true })).toHaveLength(3);
    const rest = { selection: { filters: { isLabelled: 'false' } }, ...choices() };
    const others = await sendJson<CreatedPrintJob>(court.keeper, 'post', '/fixed-assets/print-jobs', rest);
    expect(others.plan.labels.map(({ code }) => code).toSorted()).toEqual(
      unlabelled.map(({ code }) => code).toSorted(),
    );
    const counts = await getJson(court.keeper, '/print-jobs/counts');
    expect(counts).toEqual({ toConfirm: 0, interrupted: 0, ready: 1, atWork: 0 });
  });
});

describe('the file of a job', () => {
  it.each([
    ['pdf', '%PDF', 'application/pdf'],
    ['zpl', '^XA', 'application/octet-stream'],
    ['tspl', 'SIZE 70', 'application/octet-stream'],
  ])('%s is streamed and marks nothing as printed', async (output, begins, type) => {
    const assets = await court.stock(2);
    const { job } = await court.print({ ...selectionOf(assets), ...choices({ output, codeForm: 'link' }) });
    const path = `/print-jobs/${job?.id}/file`;
    const file = await getFile(court.keeper, path);
    expect(file.toString('latin1').startsWith(begins)).toBe(true);
    const { headers } = await court.keeper.agent.get(`/api${path}`);
    expect([headers['content-type'], headers['content-disposition']]).toEqual([
      type,
      expect.stringMatching(new RegExp(`^attachment; .*\\.${output}`)),
    ]);
    expect((await court.job(job?.id ?? '')).counts).toMatchObject({ waiting: 2, printed: 0 });
    if (output === 'zpl') expect(file.toString('latin1')).toContain('wuzi.example');
  });

  it('sheets are for paper, and no more cells are skipped than a sheet has', async () => {
    const assets = await court.stock(1);
    const sheet = { templateKey: 'asset-a4-3x8' };
    expect((await refusedPrint({ ...selectionOf(assets), ...choices({ ...sheet, output: 'zpl' }) }))[0]).toBe(
      'TEMPLATE_IS_SHEET',
    );
    expect((await refusedPrint({ ...selectionOf(assets), ...choices({ ...sheet, skipCells: 24 }) }))[0]).toBe(
      'PRINT_SKIPS_SHEET',
    );
    const { plan } = await court.print({
      ...selectionOf(assets),
      ...choices({ ...sheet, skipCells: 23, copies: 2 }),
    });
    expect(plan.sheetCount).toBe(2);
  });
});

describe('templates of a court', () => {
  const put = (version: number, template: object) =>
    court.keeper.agent
      .put(`/api/label-templates/${TEMPLATE}`)
      .set('If-Match', `"${version}"`)
      .send({ template });

  it('each save is the next version; an older one comes back as a new one; what was retired is not offered', async () => {
    const path = `/label-templates/${TEMPLATE}`;
    const { template } = await getJson<SavedLabelTemplate>(court.keeper, path);
    const renamed = { ...template, name: { zh: '本院资产标签', en: 'Our asset label' } };
    expect((await put(0, renamed)).body).toMatchObject({ version: 1, isShipped: true, name: renamed.name });
    expect(codeOf(await put(0, renamed))).toBe('VERSION_STALE');
    const restored = await sendJson<SavedLabelTemplate>(
      court.keeper,
      'post',
      `${path}/restore`,
      { version: 0 },
      200,
      { 'If-Match': '"1"' },
    );
    expect([restored.version, restored.name]).toEqual([2, template.name]);
    await sendJson(court.keeper, 'post', `${path}/retire`, {}, 200, { 'If-Match': '"2"' });
    const { items } = await getJson<{ items: { key: string }[] }>(court.keeper, '/label-templates');
    expect(items.map(({ key }) => key)).not.toContain(TEMPLATE);
    const versions = await getJson<{ items: { version: number; isRetired: boolean }[] }>(
      court.keeper,
      `${path}/versions`,
    );
    expect(versions.items.map(({ version, isRetired }) => [version, isRetired])).toEqual([
      [3, true],
      [2, false],
      [1, false],
      [0, false],
    ]);
    const assets = await court.stock(1);
    expect((await refusedPrint({ ...selectionOf(assets), ...choices() }))[0]).toBe('TEMPLATE_NOT_FOUND');
  });

  it('a wrong one is refused with every problem at its place', async () => {
    const { template } = await getJson<SavedLabelTemplate>(court.keeper, `/label-templates/${TEMPLATE}`);
    const text = { type: 'text', x: 1, y: 1, width: 10, height: 5, fontSizePt: 8, text: '{identityNumber}' };
    const wrong = { ...template, elements: [text, { ...text, text: '好', x: 90 }] };
    const answer = await put(0, wrong);
    expect(answer.status).toBe(400);
    expect(refusedBodyOf(answer).problems.map(({ path }) => path.split('.').slice(0, 4).join('.'))).toEqual([
      'body.template.elements.0',
      'body.template.elements.1',
    ]);
    expect(codeOf(await put(0, { ...template, key: 'other' }))).toBe('TEMPLATE_KEY_DIFFERS');
  });

  it('a preview is an SVG with what is wrong, of sample values or of a thing', async () => {
    const [asset] = await court.stock(1, undefined, '𬭚斯柜');
    const { template } = await getJson<SavedLabelTemplate>(court.keeper, `/label-templates/${TEMPLATE}`);
    for (const thing of [{}, { thingId: asset?.id }]) {
      const answer = await court.keeper.agent
        .post('/api/label-templates/preview')
        .send({ template, kind: 'A', ...thing });
      const shown = bodyOf(previewLabelEndpoint, answer);
      expect(shown.svg).toMatch(/^<svg /);
    }
  });
});

describe('printers', () => {
  const post = (body: object) => court.keeper.agent.post('/api/printers').send(body);

  it('are named once, print only templates that fit, and are closed with their jobs kept', async () => {
    const made = await court.printer(9100);
    expect(codeOf(await post(printerBody(9100)))).toBe('PRINTER_NAME_TAKEN');
    const misfit = await post(
      printerBody(9101, { templateKeys: ['asset-40x25', 'asset-a4-3x8', 'nothing'] }),
    );
    expect([codeOf(misfit), refusedBodyOf(misfit).problems.map(({ path, code }) => [path, code])]).toEqual([
      'PRINTER_TEMPLATES_DO_NOT_FIT',
      [
        ['body.templateKeys.0', 'SMALLER_THAN_STOCK'],
        ['body.templateKeys.1', 'SHEET_ON_ROLL'],
        ['body.templateKeys.2', 'TEMPLATE_NOT_FOUND'],
      ],
    ]);
    const change = (version: number, body: object) =>
      court.keeper.agent.put(`/api/printers/${made.id}`).set('If-Match', `"${version}"`).send(body);
    expect(codeOf(await change(2, printerBody(9100)))).toBe('VERSION_STALE');
    const changed = await change(1, printerBody(9100, { offsetMm: { x: 1.5, y: -0.25 } }));
    expect(changed.body).toMatchObject({ version: 2, offsetMm: { x: 1.5, y: -0.25 } });
    const closed = await court.keeper.agent
      .post(`/api/printers/${made.id}/close`)
      .set('If-Match', '"2"')
      .send({});
    expect(closed.status).toBe(200);
    const assets = await court.stock(1);
    expect((await refusedPrint({ ...selectionOf(assets), ...choices({ printerId: made.id }) }))[0]).toBe(
      'PRINTER_CLOSED',
    );
  });

  it.each([
    [{ host: 'printer.example', port: 9100 }, 'PRINTER_ADDRESS_NOT_LITERAL'],
    [{ host: '0177.0.0.1', port: 9100 }, 'PRINTER_ADDRESS_NOT_LITERAL'],
    [{ host: '192.168.1.5', port: 9100 }, 'PRINTER_ADDRESS_NOT_ALLOWED'],
    [{ host: '169.254.169.254', port: 9100 }, 'PRINTER_ADDRESS_NOT_ALLOWED'],
    [{ host: '::ffff:127.0.0.1', port: 9100 }, 'PRINTER_ADDRESS_NOT_ALLOWED'],
    [{ host: '::1', port: 9100 }, 'PRINTER_ADDRESS_NOT_ALLOWED'],
  ])('the address %o is refused', async (address, code) => {
    expect(codeOf(await post(printerBody(9100, { address })))).toBe(code);
  });
});

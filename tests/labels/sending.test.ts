/** Sending to printers that behave badly: the job says so, and no label counts as printed that nobody saw. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { interruptPrintJobs } from '../../src/modules/labels/interrupted-print-jobs.sql.ts';
import { printingSettings, usePrintingSettings } from '../../src/modules/labels/printing-settings.ts';
import type { PrinterAnswer } from '../../src/modules/labels/printers.contract.ts';
import {
  closedPort,
  startFakePrinter,
  type FakePrinter,
  type PrinterManner,
} from '../support/fake-printer.ts';
import { buildPrintCourt, choices, createPrintingApp, type PrintCourt } from '../support/print-court.ts';
import { refusedBodyOf } from '../support/answers.ts';
import type { TestApp } from '../support/test-app.ts';

let test: TestApp;
let court: PrintCourt;
let device: FakePrinter;
let printer: PrinterAnswer;

beforeAll(async () => {
  test = await createPrintingApp();
});
beforeEach(async () => {
  court = await buildPrintCourt(test);
  device = await startFakePrinter();
  printer = await court.printer(device.port);
});
afterEach(() => device.close());
afterAll(() => test.close());

const labelsIn = (received: string) => received.match(/[A-Z]\d{15}-[0-9A-Z]/g) ?? [];

async function printAssets(count: number) {
  const assets = await court.stock(count);
  const ids = assets.map(({ id }) => id);
  const { job } = await court.print({ selection: { kind: 'A', ids }, ...choices({ printerId: printer.id }) });
  if (!job) throw new Error('a job was made');
  return { job, assets };
}

async function labelledCount(): Promise<number> {
  const { rows } = await test.database.ownerPool.query<{ count: number }>(
    `select count(*)::integer as count from item_codes where court_id = $1 and labelled_at is not null`,
    [court.court.id],
  );
  return rows[0]?.count ?? 0;
}

describe.each([{ kind: 'takes' }, { kind: 'sips' }] satisfies PrinterManner[])(
  'a printer that $kind all',
  (manner) => {
    it('gets every label once in walking order; the job is sent and nothing is printed until a person says so', async () => {
      device.manner = manner;
      const { job } = await printAssets(30);
      const sent = await court.settled(job.id);
      expect([sent.state, sent.counts.sent, sent.counts.printed, sent.failure]).toEqual([
        'sent',
        30,
        0,
        null,
      ]);
      const labels = await court.labels(job.id);
      expect(labelsIn(device.received[0] ?? '')).toEqual(
        labels.map(({ code, version }) => `${code}-${version}`),
      );
      expect(await labelledCount()).toBe(0);
      const confirmed = await court.step(job.id, 'confirm');
      expect([confirmed.state, confirmed.counts.printed]).toEqual(['confirmed', 30]);
      expect(await labelledCount()).toBe(30);
      expect(device.received).toHaveLength(1);
    });
  },
);

describe('a printer that goes wrong in the middle', () => {
  it.each<[PrinterManner, string]>([
    [{ kind: 'drops', afterBytes: 40 }, 'PRINTER_CONNECTION_LOST'],
    [{ kind: 'closes', afterBytes: 40 }, 'PRINTER_CLOSED_CONNECTION'],
  ])('%o: what was handed over is in doubt, the rest waits, nothing is printed', async (manner, code) => {
    device.manner = manner;
    const { job } = await printAssets(300);
    const broken = await court.settled(job.id);
    const { waiting, in_doubt: inDoubt, printed, sent } = broken.counts;
    expect([broken.state, printed, sent, (waiting ?? 0) + (inDoubt ?? 0)]).toEqual([
      'interrupted',
      0,
      0,
      300,
    ]);
    expect(inDoubt).toBeGreaterThan(0);
    expect([code, 'PRINTER_CONNECTION_LOST']).toContain(broken.failure?.code);
    expect(broken.failure?.zh).toMatch(/核对最后打出的一张/);
    expect(await labelledCount()).toBe(0);
    expect(broken.availableActions).not.toContain('resume');
    expect(device.received).toHaveLength(1);
  });

  it('what came out last is scanned; the rest is sent again, each label exactly once', async () => {
    device.manner = { kind: 'drops', afterBytes: 60 };
    const { job } = await printAssets(40);
    await court.settled(job.id);
    const refused = await court.keeper.agent.post(`/api/print-jobs/${job.id}/resume`).send({});
    expect(refusedBodyOf(refused).code).toBe('PRINT_JOB_IN_DOUBT');
    const labels = await court.labels(job.id);
    const last = labels[1];
    const told = await court.step(job.id, 'confirm-up-to', {
      last: { scanned: `${last?.code}-${last?.version}` },
    });
    expect([told.state, told.counts.printed, told.counts.waiting]).toEqual(['interrupted', 2, 38]);
    expect(await labelledCount()).toBe(2);
    device.manner = { kind: 'takes' };
    await court.step(job.id, 'resume');
    const resumed = await court.settled(job.id);
    expect([resumed.state, resumed.counts.sent]).toEqual(['sent', 38]);
    expect(labelsIn(device.received[1] ?? '')).toEqual(labels.slice(2).map(({ code }) => `${code}-1`));
    const done = await court.step(job.id, 'confirm');
    expect([done.state, done.counts.printed]).toEqual(['confirmed', 40]);
  });

  it('a label of another job, and one that was never handed over, are no last labels', async () => {
    const stranger = await court.stock(1);
    device.manner = { kind: 'takes' };
    const { job } = await printAssets(3);
    await court.settled(job.id);
    for (const [last, code] of [
      [{ scanned: stranger[0]?.code }, 'PRINT_LABEL_NOT_IN_JOB'],
      [{ scanned: 'nonsense' }, 'PRINT_LABEL_NOT_IN_JOB'],
      [{ position: 4 }, 'PRINT_LABEL_NOT_HANDED_OVER'],
    ]) {
      const answer = await court.keeper.agent.post(`/api/print-jobs/${job.id}/confirm-up-to`).send({ last });
      expect([answer.status, refusedBodyOf(answer).code]).toEqual([409, code]);
    }
    const none = await court.step(job.id, 'confirm-up-to', { last: { position: 0 } });
    expect([none.state, none.counts.waiting]).toEqual(['interrupted', 3]);
  });
});

describe('a printer that has everything and never ends the connection', () => {
  it.each<PrinterManner>([{ kind: 'stays' }, { kind: 'stalls', afterBytes: 40 }])(
    '%o: the job is sent with a note and nothing is printed; what did not come out is sent again',
    async (manner) => {
      device.manner = manner;
      const { job } = await printAssets(5);
      const sent = await court.settled(job.id);
      expect([sent.state, sent.failure?.code, sent.counts.sent, sent.counts.printed]).toEqual([
        'sent',
        'PRINTER_KEEPS_CONNECTION',
        5,
        0,
      ]);
      expect(sent.failure?.zh).toMatch(/核对最后打出的一张/);
      expect(await labelledCount()).toBe(0);
      const told = await court.step(job.id, 'confirm-up-to', { last: { position: 3 } });
      expect([told.state, told.failure, told.counts.printed, told.counts.waiting]).toEqual([
        'interrupted',
        null,
        3,
        2,
      ]);
      device.manner = { kind: 'takes' };
      await court.step(job.id, 'resume');
      expect((await court.settled(job.id)).counts).toMatchObject({ printed: 3, sent: 2 });
      expect(labelsIn(device.received[1] ?? '')).toHaveLength(2);
    },
  );
});

describe('a printer that is not there', () => {
  it('leaves everything waiting, and the next try is a person’s', async () => {
    const away = await court.printer(await closedPort());
    const assets = await court.stock(2);
    const ids = assets.map(({ id }) => id);
    const { job } = await court.print({ selection: { kind: 'A', ids }, ...choices({ printerId: away.id }) });
    const broken = await court.settled(job?.id ?? '');
    expect([broken.state, broken.failure?.code, broken.counts.waiting]).toEqual([
      'interrupted',
      'PRINTER_REFUSED',
      2,
    ]);
    expect(broken.availableActions).toEqual(['resume', 'cancel']);
    const cancelled = await court.step(broken.id, 'cancel');
    expect([cancelled.state, cancelled.counts.cancelled]).toEqual(['cancelled', 2]);
    const again = await court.print({ selection: { kind: 'A', ids }, ...choices() });
    expect(again.plan.labels.map(({ version }) => version)).toEqual(['1', '1']);
  });
});

describe('two jobs on one printer', () => {
  it('are sent one after the other over one connection each', async () => {
    device.manner = { kind: 'sips' };
    const [first, second, third] = [await printAssets(20), await printAssets(20), await printAssets(20)];
    for (const { job } of [first, second, third]) expect((await court.settled(job.id)).state).toBe('sent');
    expect(device.openMost()).toBe(1);
    expect(device.received.map((text) => labelsIn(text).length)).toEqual([20, 20, 20]);
  });

  it('one that waits is cancelled without ever being sent', async () => {
    device.manner = { kind: 'stays' };
    const asUsual = printingSettings();
    usePrintingSettings({ ...asUsual, timeouts: { ...asUsual.timeouts, finishMs: 60_000 } });
    const first = await printAssets(5);
    while (device.received.length === 0) await court.job(first.job.id);
    usePrintingSettings(asUsual);
    const second = await printAssets(5);
    const cancelled = await court.step(second.job.id, 'cancel');
    expect([cancelled.state, cancelled.counts.cancelled]).toEqual(['cancelled', 5]);
    await court.step(first.job.id, 'cancel');
    expect((await court.settled(first.job.id)).state).toBe('cancelled');
    device.manner = { kind: 'takes' };
    const third = await printAssets(1);
    expect((await court.settled(third.job.id)).state).toBe('sent');
    expect(device.received).toHaveLength(2);
  });
});

describe('a process that dies while it sends', () => {
  it('leaves the job interrupted and in doubt whatever had been marked', async () => {
    const { job } = await printAssets(6);
    await court.settled(job.id);
    const owner = test.database.ownerPool;
    const at = [court.court.id, job.id];
    await owner.query(`update print_jobs set state = 'sending' where court_id = $1 and id = $2`, at);
    await owner.query(
      `update print_job_labels set state = 'waiting' where court_id = $1 and job_id = $2 and position > 4`,
      at,
    );
    expect(await interruptPrintJobs(owner, test.clock.now())).toBe(1);
    const found = await court.job(job.id);
    expect([found.state, found.failure?.code, found.counts.in_doubt, found.counts.waiting]).toEqual([
      'interrupted',
      'SENDING_STOPPED',
      4,
      2,
    ]);
    await court.step(job.id, 'confirm-up-to', { last: { position: 4 } });
    await court.step(job.id, 'resume');
    expect((await court.settled(job.id)).counts).toMatchObject({ printed: 4, sent: 2 });
  });
});

/** Jobs that do not fit into what lies between us and the printer, calibration pages, and addresses that changed. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  printingSettings,
  usePrintingSettings,
  type PrintingSettings,
} from '../../src/modules/labels/printing-settings.ts';
import type { PrinterAnswer } from '../../src/modules/labels/printers.contract.ts';
import { codeOf } from '../support/answers.ts';
import { startFakePrinter, type FakePrinter } from '../support/fake-printer.ts';
import { getFile, sendJson } from '../support/http-json.ts';
import { NOISY, noisyPrinterBody, saveNoisyTemplate } from '../support/noisy-template.ts';
import { buildPrintCourt, choices, createPrintingApp, printerBody } from '../support/print-court.ts';
import type { PrintCourt } from '../support/print-court.ts';
import type { TestApp } from '../support/test-app.ts';

const LABEL_COUNT = 300;
const ELSEWHERE = { networks: ['10.0.0.0/8'], ports: [{ first: 1, last: 65_535 }] };

let test: TestApp;
let court: PrintCourt;
let device: FakePrinter;
let asUsual: PrintingSettings;

beforeAll(async () => {
  test = await createPrintingApp();
  asUsual = printingSettings();
});
beforeEach(async () => {
  court = await buildPrintCourt(test);
  device = await startFakePrinter();
});
afterEach(async () => {
  usePrintingSettings(asUsual);
  await device.close();
});
afterAll(() => test.close());

const change = (changes: Partial<PrintingSettings>) => usePrintingSettings({ ...asUsual, ...changes });

async function printLarge(): Promise<{ jobId: string; printer: PrinterAnswer }> {
  await saveNoisyTemplate(court.keeper);
  const printer = await sendJson<PrinterAnswer>(
    court.keeper,
    'post',
    '/printers',
    noisyPrinterBody(device.port),
  );
  const assets = await court.stock(LABEL_COUNT);
  const selection = { kind: 'A', ids: assets.map(({ id }) => id) };
  const wanted = choices({ templateKey: NOISY, printerId: printer.id });
  const { job } = await court.print({ selection, ...wanted });
  return { jobId: job?.id ?? '', printer };
}

describe('a job that is larger than every buffer on its way', () => {
  it('a printer that stops taking it interrupts it: some in doubt, the rest waiting, nothing printed', async () => {
    device.manner = { kind: 'stalls', afterBytes: 40 };
    const { jobId } = await printLarge();
    const broken = await court.settled(jobId);
    const { in_doubt: inDoubt = 0, waiting = 0, sent, printed } = broken.counts;
    expect([broken.state, broken.failure?.code, sent, printed]).toEqual([
      'interrupted',
      'PRINTER_STALLED',
      0,
      0,
    ]);
    expect(inDoubt).toBeGreaterThan(0);
    expect(waiting).toBeGreaterThan(0);
    expect(inDoubt + waiting).toBe(LABEL_COUNT);
  });

  it('cancelled on its way, it ends at the next label: what was handed over is in doubt, the rest cancelled', async () => {
    change({ timeouts: { ...asUsual.timeouts, stalledMs: 60_000 } });
    device.manner = { kind: 'stalls', afterBytes: 40 };
    const { jobId, printer } = await printLarge();
    while (device.received.length === 0) await court.job(jobId);
    const testPage = await court.keeper.agent.post(`/api/printers/${printer.id}/test-page`).send({});
    expect(codeOf(testPage)).toBe('PRINTER_AT_WORK');
    await court.step(jobId, 'cancel');
    const cancelled = await court.settled(jobId);
    const { in_doubt: inDoubt = 0, cancelled: over = 0, printed } = cancelled.counts;
    expect([cancelled.state, inDoubt + over, printed]).toEqual(['cancelled', LABEL_COUNT, 0]);
    expect(over).toBeGreaterThan(0);
    const told = await court.step(jobId, 'confirm-up-to', { last: { position: 0 } });
    expect([told.state, told.counts.cancelled]).toEqual(['cancelled', LABEL_COUNT]);
  });
});

describe('an address that the configuration allowed when the printer was saved', () => {
  it('is refused when it is printed on, and nothing is sent to it by a job that was made before', async () => {
    const printer = await court.printer(device.port);
    const assets = await court.stock(2);
    const selection = { kind: 'A', ids: assets.map(({ id }) => id) };
    device.manner = { kind: 'drops', afterBytes: 1 };
    const { job } = await court.print({ selection, ...choices({ printerId: printer.id }) });
    expect((await court.settled(job?.id ?? '')).state).toBe('interrupted');
    await court.step(job?.id ?? '', 'confirm-up-to', { last: { position: 0 } });
    change({ printers: ELSEWHERE });
    for (const [path, body] of [
      [`/api/print-jobs/${job?.id}/resume`, {}],
      [`/api/printers/${printer.id}/test-page`, {}],
      ['/api/print-jobs', { selection, ...choices({ printerId: printer.id }) }],
    ] as const)
      expect([path, codeOf(await court.keeper.agent.post(path).send(body))]).toEqual([
        path,
        'PRINTER_ADDRESS_NOT_ALLOWED',
      ]);
    expect(device.received).toHaveLength(1);
  });

  it('is looked at once more just before the connection is opened', async () => {
    const printer = await court.printer(device.port);
    const assets = await court.stock(2);
    device.manner = { kind: 'stays' };
    change({ timeouts: { ...asUsual.timeouts, finishMs: 60_000 } });
    const print = (index: number) => {
      const selection = { kind: 'A', ids: [assets[index]?.id] };
      return court.print({ selection, ...choices({ printerId: printer.id }) });
    };
    const [first, second] = [await print(0), await print(1)];
    while (device.received.length === 0) await court.job(first.job?.id ?? '');
    change({ printers: ELSEWHERE });
    await court.step(first.job?.id ?? '', 'cancel');
    const refused = await court.settled(second.job?.id ?? '');
    expect([refused.state, refused.failure?.code, refused.counts.waiting]).toEqual([
      'interrupted',
      'PRINTER_ADDRESS_CHANGED',
      1,
    ]);
    expect(device.received).toHaveLength(1);
  });
});

describe('a calibration page', () => {
  it('is taken by the printer, or the answer says why not; the same command again does not send it again', async () => {
    const printer = await court.printer(device.port);
    const path = `/api/printers/${printer.id}/test-page`;
    const send = (key: string) => court.keeper.agent.post(path).set('Idempotency-Key', key).send({});
    const taken = await send('calibration-1');
    expect([taken.status, taken.body]).toEqual([200, { isHandedOver: true, failure: null }]);
    expect(device.received[0]).toContain('^XA');
    expect((await send('calibration-1')).body).toMatchObject({ failure: { code: 'TEST_PAGE_UNKNOWN' } });
    expect(device.received).toHaveLength(1);
    device.manner = { kind: 'stays' };
    expect((await send('calibration-2')).body).toEqual({ isHandedOver: true, failure: null });
    device.manner = { kind: 'drops', afterBytes: 1 };
    expect((await send('calibration-3')).body).toMatchObject({ isHandedOver: false });
    const file = await court.keeper.agent.get(path);
    expect([file.status, file.headers['content-type']]).toEqual([200, 'application/octet-stream']);
    expect(file.headers['content-disposition']).toMatch(/^attachment; filename=.*\.zpl"/);
  });

  it('of an office printer is a PDF of the size of its stock', async () => {
    const office = await sendJson<PrinterAnswer>(
      court.keeper,
      'post',
      '/printers',
      printerBody(null, { language: 'pdf', stockMm: { width: 210, height: 297, gap: 0 }, templateKeys: [] }),
    );
    const file = (await getFile(court.keeper, `/printers/${office.id}/test-page`)).toString('latin1');
    expect(file.startsWith('%PDF-')).toBe(true);
    const box = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(file);
    expect([Number(box?.[1]), Number(box?.[2])]).toEqual([
      expect.closeTo((210 / 25.4) * 72, 1),
      expect.closeTo((297 / 25.4) * 72, 1),
    ]);
    const answer = await court.keeper.agent.post(`/api/printers/${office.id}/test-page`).send({});
    expect(codeOf(answer)).toBe('PRINTER_HAS_NO_ADDRESS');
  });
});

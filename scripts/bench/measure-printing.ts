/** Labels over HTTP: a register to PDF, the same to a label printer, blank labels issued and bound. */
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { get, type IncomingMessage } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { codeBatch } from '../../src/modules/item-codes/code-batches.contract.ts';
import {
  createdPrintJob,
  printJob,
  type PrintJobAnswer,
} from '../../src/modules/labels/print-jobs.contract.ts';
import { printer as printerAnswer } from '../../src/modules/labels/printers.contract.ts';
import { newId } from '../../src/platform/ids.ts';
import type { BenchCourt } from './bench-court.ts';
import { getText, HttpConnection, postText, sendWell } from './http-connection.ts';
import { findingOfSeconds, type Finding } from './report.ts';
import { withPool, type RunningBench } from './running-bench.ts';

/** As many as the sample courts have together. */
export const PRINTED_CARDS = 13_365;
const BATCH_CODES = 20_000;
const BOUND_CODES = 5000;
const BINDINGS_A_COMMAND = 1000;
const TEMPLATE = 'asset-70x40';
const POLL_MS = 100;
const MEMORY_POLL_MS = 20;
const AIMS = { planSeconds: 1, pdfSeconds: 5, firstByteSeconds: 0.5, memoryMiB: 250 };

interface Printing {
  readonly court: BenchCourt;
  readonly url: string;
  readonly pid: number;
  readonly connection: HttpConnection;
}

async function post(printing: Printing, path: string, body: unknown): Promise<unknown> {
  const { connection, court } = printing;
  return JSON.parse(await sendWell(connection, postText(path, court.session, newId(), body)));
}

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; seconds: number }> {
  const startedAt = performance.now();
  const value = await work();
  return { value, seconds: (performance.now() - startedAt) / 1000 };
}

async function createJob(
  printing: Printing,
  ids: readonly string[],
  choices: object,
): Promise<PrintJobAnswer> {
  const selection = { kind: 'A', ids };
  const body = { selection, templateKey: TEMPLATE, ...choices };
  const { job } = createdPrintJob.parse(await post(printing, '/api/print-jobs', body));
  if (job === null) throw new Error('the job was not made');
  return job;
}

/** Seconds of processor time that the server has used, and what it holds in memory now. */
async function readUse(pid: number): Promise<{ cpuSeconds: number; memoryMiB: number }> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const ticks = Number(fields[11]) + Number(fields[12]);
  return { cpuSeconds: ticks / 100, memoryMiB: Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024 };
}

/** What the server needed for `work`: its processor time, and its most memory above what it held before. */
async function watchUse<T>(pid: number, work: () => Promise<T>) {
  const before = await readUse(pid);
  let mostMiB = before.memoryMiB;
  const watch = setInterval(() => {
    void readUse(pid).then(({ memoryMiB }) => (mostMiB = Math.max(mostMiB, memoryMiB)));
  }, MEMORY_POLL_MS);
  const value = await work().finally(() => clearInterval(watch));
  const { cpuSeconds } = await readUse(pid);
  return { value, cpuSeconds: cpuSeconds - before.cpuSeconds, grownMiB: mostMiB - before.memoryMiB };
}

async function download({ url, court }: Printing, jobId: string) {
  const startedAt = performance.now();
  const headers = { cookie: court.session.cookie };
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get(`${url}/api/print-jobs/${jobId}/file`, { headers }, resolve).on('error', reject);
  });
  if (response.statusCode !== 200) throw new Error(`the file: ${response.statusCode}`);
  let [firstByteSeconds, bytes] = [0, 0];
  response.on('data', (piece: Buffer) => {
    if (bytes === 0) firstByteSeconds = (performance.now() - startedAt) / 1000;
    bytes += piece.length;
  });
  await once(response, 'end');
  return { firstByteSeconds, bytes, seconds: (performance.now() - startedAt) / 1000 };
}

const findingOfMemory = (what: Finding['what'], memoryMiB: number): Finding => ({
  what,
  measured: `${memoryMiB.toFixed(0)} MiB`,
  aim: `< ${AIMS.memoryMiB} MiB`,
  isMet: memoryMiB < AIMS.memoryMiB,
  numbers: { memoryMiB },
});

const findingOfRate = (what: Finding['what'], count: number, seconds: number): Finding => ({
  what,
  measured: `${Math.round(count / seconds).toLocaleString('en')}/s`,
  numbers: { count, seconds, perSecond: count / seconds },
});

async function measureFile(printing: Printing, ids: readonly string[]): Promise<Finding[]> {
  const labels = ids.length.toLocaleString('en');
  const selection = { kind: 'A', ids };
  const plan = { selection, templateKey: TEMPLATE, purpose: 'first' };
  const planned = await timed(() => post(printing, '/api/print-jobs?dryRun=true', plan));
  const made = await watchUse(printing.pid, () =>
    timed(() => createJob(printing, ids, { purpose: 'first' })),
  );
  const jobId = made.value.value.id;
  const file = await watchUse(printing.pid, () => download(printing, jobId));
  const confirmed = await timed(() => post(printing, `/api/print-jobs/${jobId}/confirm`, {}));
  return [
    findingOfSeconds(
      { zh: `试算，${labels} 张`, en: `trying out a job of ${labels} labels` },
      planned.seconds,
      AIMS.planSeconds,
    ),
    findingOfSeconds(
      { zh: `建立打印任务，${labels} 张`, en: `making a job of ${labels} labels` },
      made.value.seconds,
    ),
    findingOfMemory(
      { zh: '其间服务端内存增量', en: 'memory of the server meanwhile, above idle' },
      made.grownMiB,
    ),
    findingOfSeconds(
      { zh: 'PDF：首字节', en: 'PDF: first byte' },
      file.value.firstByteSeconds,
      AIMS.firstByteSeconds,
    ),
    findingOfSeconds(
      { zh: `PDF：全部（${(file.value.bytes / 1e6).toFixed(1)} MB）`, en: 'PDF: whole file' },
      file.value.seconds,
      AIMS.pdfSeconds,
    ),
    findingOfSeconds(
      { zh: '其中：服务端处理器时间', en: 'of which processor time of the server' },
      file.cpuSeconds,
    ),
    findingOfMemory(
      { zh: 'PDF：服务端内存增量', en: 'PDF: memory of the server, above idle' },
      file.grownMiB,
    ),
    findingOfSeconds({ zh: '确认全部已出', en: 'confirming all of them' }, confirmed.seconds),
  ];
}

/** A printer that takes everything at once. */
async function openSink(): Promise<{ port: number; close: () => void }> {
  const server = createServer((socket) => socket.resume());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // why: a server that listens at a port has an address of this shape.
  const { port } = server.address() as AddressInfo;
  return { port, close: () => server.close() };
}

async function registerPrinter(printing: Printing, port: number, dpi: number): Promise<string> {
  const body = {
    name: `${dpi} dpi`,
    language: 'zpl',
    address: { host: '127.0.0.1', port },
    dpi,
    stockMm: { width: 70, height: 40, gap: 2 },
    offsetMm: { x: 0, y: 0 },
    darkness: null,
    speedMmPerSecond: null,
    placeId: null,
    templateKeys: [TEMPLATE],
  };
  return printerAnswer.parse(await post(printing, '/api/printers', body)).id;
}

async function settled({ connection, court }: Printing, jobId: string): Promise<PrintJobAnswer> {
  for (;;) {
    const path = `/api/print-jobs/${jobId}`;
    const job = printJob.parse(JSON.parse(await sendWell(connection, getText(path, court.session))));
    if (job.state !== 'queued' && job.state !== 'sending') return job;
    await pause(POLL_MS);
  }
}

async function measureSending(printing: Printing, ids: readonly string[], dpi: number): Promise<Finding[]> {
  const sink = await openSink();
  const printerId = await registerPrinter(printing, sink.port, dpi);
  const made = await createJob(printing, ids, { purpose: 'reprint', reason: '基准测试', printerId });
  const sending = await watchUse(printing.pid, () => timed(() => settled(printing, made.id)));
  sink.close();
  const job = sending.value.value;
  if (job.state !== 'sent') throw new Error(`the job is ${job.state}: ${JSON.stringify(job.failure)}`);
  const { seconds } = sending.value;
  return [
    findingOfRate(
      { zh: `ZPL ${dpi} dpi 发往打印机`, en: `ZPL at ${dpi} dpi to a printer, labels` },
      ids.length,
      seconds,
    ),
    findingOfMemory(
      { zh: '其间服务端内存增量', en: 'memory of the server meanwhile, above idle' },
      sending.grownMiB,
    ),
  ];
}

async function measureBlankLabels(printing: Printing, owner: RunningBench): Promise<Finding[]> {
  const issued = await timed(async () =>
    codeBatch.parse(await post(printing, '/api/code-batches', { kind: 'A', count: BATCH_CODES })),
  );
  const things = await listAssets(owner, printing.court, BOUND_CODES);
  const codes = await withPool(owner.ownerUrl, async (pool) => {
    const { rows } = await pool.query<{ code: string }>(
      'select code from item_codes where court_id = $1 and batch_id = $2 order by code limit $3',
      [printing.court.id, issued.value.id, BOUND_CODES],
    );
    return rows.map(({ code }) => code);
  });
  const bound = await timed(async () => {
    for (let start = 0; start < codes.length; start += BINDINGS_A_COMMAND) {
      const lines = codes.slice(start, start + BINDINGS_A_COMMAND).map((code, index) => ({
        code,
        subjectKind: 'A',
        subjectId: things[start + index],
        reason: '基准测试',
      }));
      await post(printing, '/api/label-bindings', { lines });
    }
  });
  return [
    findingOfRate(
      { zh: '发放空白标签编码，一批', en: 'codes issued, one batch' },
      BATCH_CODES,
      issued.seconds,
    ),
    findingOfRate(
      { zh: '绑定空白标签，每次 1,000', en: 'codes bound, 1,000 a command' },
      codes.length,
      bound.seconds,
    ),
  ];
}

async function listAssets({ ownerUrl }: RunningBench, court: BenchCourt, count: number): Promise<string[]> {
  return withPool(ownerUrl, async (pool) => {
    const { rows } = await pool.query<{ id: string }>(
      `select id from assets where court_id = $1 and status <> 'disposed' order by id limit $2`,
      [court.id, count],
    );
    if (rows.length < count) throw new Error(`only ${rows.length} assets`);
    return rows.map(({ id }) => id);
  });
}

/** In a court that has no labels yet. */
export async function measurePrinting(bench: RunningBench, court: BenchCourt): Promise<Finding[]> {
  const { url, pid } = bench.product;
  const connection = new HttpConnection(url);
  const printing = { court, url, pid, connection };
  const ids = await listAssets(bench, court, PRINTED_CARDS);
  const findings = [
    ...(await measureFile(printing, ids)),
    ...(await measureSending(printing, ids, 203)),
    ...(await measureSending(printing, ids, 300)),
    ...(await measureBlankLabels(printing, bench)),
  ];
  connection.close();
  return findings;
}

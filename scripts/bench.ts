/**
 * `npm run bench [-- --sizes 10000,100000,1000000] [--only start,verify,import,reading,posting,custody,printing,scanning] [--keep]`: measures the
 * product as it is started by `npm start`, in a data folder of its own (DATA_DIR/bench), prints a table and writes
 * DATA_DIR/bench.json. Exit code 0 whatever was met.
 */
import { rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../src/config.ts';
import { makeBenchCourt, type BenchCourt } from './bench/bench-court.ts';
import { growRegister, prepareGrowth } from './bench/grow-register.ts';
import { measureCustody } from './bench/measure-custody.ts';
import { measureImport } from './bench/measure-import.ts';
import { measureLabels } from './bench/measure-labels.ts';
import { measurePosting } from './bench/measure-posting.ts';
import { measurePrinting, PRINTED_CARDS } from './bench/measure-printing.ts';
import { measureReading } from './bench/measure-reading.ts';
import { measureScanning } from './bench/measure-scanning.ts';
import { measureStart, measureVerification } from './bench/measure-start.ts';
import { writeChapter, writeReport, type Chapter } from './bench/report.ts';
import { emptyFolder, startBench, withClient, withPool, type RunningBench } from './bench/running-bench.ts';
import type { Latency } from './bench/statistics.ts';
import { runCommandLine, tell } from './command-line.ts';

const SIZES = '10000,100000,1000000';
const CHAPTERS = [
  'start',
  'verify',
  'import',
  'labels',
  'reading',
  'posting',
  'custody',
  'printing',
  'scanning',
] as const;
type ChapterName = (typeof CHAPTERS)[number];
const ON_SAMPLES: readonly ChapterName[] = ['start', 'verify', 'import'];
const ON_REGISTER: readonly ChapterName[] = ['reading', 'posting', 'custody', 'printing', 'scanning'];
const BENCH_COURT = { id: 100, divisionNumber: '159900', name: '基准测试高级人民法院' };

function readSizes(text: string): number[] {
  const sizes = text.split(',').map(Number);
  const isRising = sizes.every(
    (size, index) => Number.isInteger(size) && size >= Math.max(4000, (sizes[index - 1] ?? 0) + 1),
  );
  if (!isRising)
    throw new Error(`--sizes ${text}: whole numbers of at least 4000, rising, separated by commas`);
  return sizes;
}

function readChapterNames(text: string): ReadonlySet<ChapterName> {
  const names = text.split(',');
  const unknown = names.find((name) => !CHAPTERS.some((chapter) => chapter === name));
  if (unknown !== undefined) throw new Error(`--only ${unknown}: one or more of ${CHAPTERS.join(',')}`);
  return new Set(CHAPTERS.filter((chapter) => names.includes(chapter)));
}

interface Plan {
  readonly dataDir: string;
  readonly sizes: readonly number[];
  readonly wanted: ReadonlySet<ChapterName>;
}

async function measureSizes(bench: RunningBench, { sizes, wanted }: Plan): Promise<Chapter[]> {
  if (!ON_REGISTER.some((name) => wanted.has(name))) return [];
  const court = await withPool(bench.ownerUrl, (owner) => makeBenchCourt(owner, BENCH_COURT));
  const chapters: Chapter[] = [];
  let reference: Latency | null = null;
  await withClient(bench.adminUrl, async (admin) => {
    await prepareGrowth(admin, court);
    let grown = 0;
    const growTo = async (size: number) => {
      if (size <= grown) return;
      const cards = size.toLocaleString('en');
      tell({ zh: `登记簿增至 ${cards} 件…`, en: `Growing the register to ${cards} cards …` });
      await growRegister(admin, court, grown, size);
      grown = size;
    };
    for (const [index, size] of sizes.entries()) {
      await growTo(size);
      const cards = grown.toLocaleString('en');
      const title = { zh: `查询，${cards} 件`, en: `reading, ${cards} cards` };
      const read = async () => {
        const { lookUps, findings } = await measureReading(bench, court, size, reference);
        reference ??= lookUps;
        return findings;
      };
      if (wanted.has('reading')) chapters.push(await writeChapter(title, [], read));
      if (wanted.has('posting') && index === 0) chapters.push(await measurePostingChapter(bench, court));
      if (wanted.has('custody') && index === 0) chapters.push(await measureCustodyChapter(bench, court));
      if (wanted.has('printing') && index === 0) {
        await growTo(PRINTED_CARDS);
        chapters.push(await measurePrintingChapter(bench, court));
      }
      if (wanted.has('scanning') && index === 0) chapters.push(await measureScanningChapter(bench, court));
      if (!wanted.has('reading')) break;
    }
  });
  return chapters;
}

function measurePostingChapter(bench: RunningBench, court: BenchCourt): Promise<Chapter> {
  const title = { zh: '登记移位：HTTP 与同样的 SQL', en: 'posting: HTTP beside the same SQL' };
  const note = {
    zh: 'SQL 为同一命令发出的全部语句（预备语句），不含会话查验；两种方式轮流测量，取中位数',
    en: 'The SQL is every statement of the command, prepared, without the session look-up; both take turns, medians',
  };
  return writeChapter(title, [note], () => measurePosting(bench, court));
}

function measureCustodyChapter(bench: RunningBench, court: BenchCourt): Promise<Chapter> {
  const title = { zh: '涉案财物', en: 'seized property' };
  const note = {
    zh: '移位：同一轮中与固定资产的移位轮流测量，取中位数',
    en: 'moves take turns with those of assets in the same run, medians',
  };
  return writeChapter(title, [note], () => measureCustody(bench, court));
}

function measurePrintingChapter(bench: RunningBench, court: BenchCourt): Promise<Chapter> {
  const title = { zh: '打印标签', en: 'printing labels' };
  const note = {
    zh: '模板 70×40：二维码、Code 128、五行中文；内存为服务端进程高于此前的最大值',
    en: 'template 70 × 40 mm with QR, Code 128 and five lines of Chinese; memory is the most above what the server held before',
  };
  return writeChapter(title, [note], () => measurePrinting(bench, court));
}

function measureScanningChapter(bench: RunningBench, court: BenchCourt): Promise<Chapter> {
  const title = { zh: '扫码', en: 'scanning' };
  const note = {
    zh: '无界面的 Chromium 与服务端同机，扫描枪方式；没有 Chromium 时不测',
    en: 'a Chromium without a window on the same machine, as a wedge types it; left out where there is none',
  };
  return writeChapter(title, [note], () => measureScanning(bench, court));
}

/** On an empty data folder, with the sample courts where a chapter wants them. */
async function startOnSamples({ dataDir, wanted }: Plan, chapters: Chapter[]): Promise<RunningBench> {
  if (wanted.has('start')) {
    const title = { zh: '启动与样例', en: 'start and samples' };
    chapters.push(await writeChapter(title, [], () => measureStart(dataDir)));
    return startBench(dataDir);
  }
  await emptyFolder(dataDir);
  return startBench(dataDir, ON_SAMPLES.some((name) => wanted.has(name)) ? ['--demo'] : []);
}

async function measureAll(plan: Plan): Promise<Chapter[]> {
  const chapters: Chapter[] = [];
  if (plan.wanted.has('labels')) {
    const title = { zh: '标签 70×40', en: 'labels 70 × 40 mm' };
    chapters.push(await writeChapter(title, [], measureLabels));
  }
  const bench = await startOnSamples(plan, chapters);
  try {
    if (plan.wanted.has('verify')) {
      const title = { zh: '台账校验', en: 'verification of the ledger' };
      chapters.push(await writeChapter(title, [], () => measureVerification(bench)));
    }
    if (plan.wanted.has('import')) {
      const title = { zh: '导入资产', en: 'importing assets' };
      const note = {
        zh: '导入已有 7,865 件资产的样例法院，部门、人员、位置均与登记名称核对',
        en: 'into the sample court that has 7,865 assets; departments, people and places are matched by name',
      };
      chapters.push(await writeChapter(title, [note], () => measureImport(bench)));
    }
    chapters.push(...(await measureSizes(bench, plan)));
  } finally {
    await bench.product.end('SIGINT');
  }
  return chapters;
}

await runCommandLine(async (words) => {
  const options = {
    sizes: { type: 'string', default: SIZES },
    only: { type: 'string', default: CHAPTERS.join(',') },
    keep: { type: 'boolean', default: false },
  } as const;
  const { values } = parseArgs({ args: [...words], options });
  const { dataFolder } = readConfig();
  const dataDir = path.join(dataFolder, 'bench');
  const plan = { dataDir, sizes: readSizes(values.sizes), wanted: readChapterNames(values.only) };
  const facts = {
    node: process.versions.node,
    processor: os.cpus()[0]?.model ?? '',
    cores: os.availableParallelism(),
    memoryMiB: Math.round(os.totalmem() / 1024 / 1024),
    loadAtStart: os.loadavg()[0] ?? 0,
  };
  tell({
    zh: `${facts.cores} 核、${facts.memoryMiB} MiB、Node ${facts.node}，开始时负载 ${facts.loadAtStart.toFixed(2)}；登记簿的大批记录由 SQL 写成，其哈希为占位值`,
    en: `${facts.cores} cores, ${facts.memoryMiB} MiB, Node ${facts.node}, load ${facts.loadAtStart.toFixed(2)} at the start; the bulk of the register is written by SQL and its hashes are filler`,
  });
  const chapters = await measureAll(plan);
  const file = path.join(dataFolder, 'bench.json');
  await writeReport(file, chapters, facts);
  if (!values.keep) await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
  tell({ zh: `结果已写入 ${file}`, en: `The figures are in ${file}` });
  return 0;
});

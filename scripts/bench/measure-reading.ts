/** Looking up, listing, searching and looking back, over HTTP, at one size of the register. */
import type { Sentence } from '../../src/platform/errors.ts';
import type { BenchCourt } from './bench-court.ts';
import { getText, HttpConnection, sendWell } from './http-connection.ts';
import { offer, repeat } from './load.ts';
import { COMMON_WORD, RARE_WORD } from './pattern-cards.ts';
import { readRegisterFacts, SORTS, type RegisterFacts } from './register-facts.ts';
import { findingOfLatency, type Finding } from './report.ts';
import { withPool, type RunningBench } from './running-bench.ts';
import type { Latency } from './statistics.ts';

const LOOK_UPS = { perSecond: 500, seconds: 15, lanes: 64 };
/** Long enough for the compiler of the server and the connections to the database: the sizes are compared. */
const LOOK_UP_WARM_UP = { ...LOOK_UPS, seconds: 12 };
const REPEATS = 60;
const LOOK_UP_P99_MS = 10;
const SEARCH_P50_MS = 50;
const DAY_MS = 86_400_000;

interface Reading {
  readonly court: BenchCourt;
  readonly facts: RegisterFacts;
  readonly connection: HttpConnection;
  readonly url: string;
}

async function measureLookUps({ url, court, facts }: Reading): Promise<Latency> {
  const lanes = Array.from({ length: LOOK_UPS.lanes }, () => new HttpConnection(url));
  const look = (lane: number, index: number) => {
    const code = facts.codes[(index * 7919) % facts.codes.length] ?? '';
    const connection = lanes[lane];
    if (!connection) throw new Error('every lane has a connection');
    return sendWell(connection, getText(`/api/fixed-assets/by-code/${code}`, court.session));
  };
  await offer(LOOK_UP_WARM_UP, look);
  const latency = await offer(LOOK_UPS, look);
  for (const lane of lanes) lane.close();
  return latency;
}

async function measurePage(
  { connection, court }: Reading,
  what: Sentence,
  paths: readonly string[],
  aim?: { readonly of: 'p50' | 'p99'; readonly belowMs: number },
): Promise<Finding> {
  const read = (index: number) =>
    sendWell(connection, getText(paths[index % paths.length] ?? '', court.session));
  return findingOfLatency(what, await repeat(REPEATS, read), aim);
}

async function measureLists(reading: Reading): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const sort of ['code', 'name', 'acquired', 'value', 'updated'] as const) {
    const { zh, en } = SORTS[sort];
    const first = `/api/fixed-assets?limit=50&sort=${sort}`;
    const after = encodeURIComponent(reading.facts.middle[sort] ?? '');
    findings.push(
      await measurePage(reading, { zh: `清单首页，按${zh}`, en: `first page by ${en}` }, [first]),
      await measurePage(reading, { zh: `清单中段，按${zh}`, en: `page in the middle by ${en}` }, [
        `${first}&after=${after}`,
      ]),
    );
  }
  return findings;
}

/** Each with its number of hits, because the aim speaks of terms with up to ten thousand. */
const SEARCHES: readonly (Sentence & { readonly q: string; readonly hasAim: boolean })[] = [
  { zh: '常见词', en: 'a common term', q: COMMON_WORD, hasAim: true },
  { zh: '两字词', en: 'a word of two characters', q: '复印', hasAim: true },
  { zh: '极常见的两字词', en: 'a very common word', q: '办公', hasAim: false },
  { zh: '罕见词', en: 'a rare word', q: RARE_WORD, hasAim: true },
  { zh: '两个词', en: 'two words', q: '联想 开天', hasAim: false },
  { zh: '字母与数字', en: 'letters and digits', q: 'TF830', hasAim: true },
];

async function countHits({ connection, court }: Reading, q: string): Promise<number> {
  const path = `/api/fixed-assets/totals?q=${encodeURIComponent(q)}`;
  const totals: unknown = JSON.parse(await sendWell(connection, getText(path, court.session)));
  return typeof totals === 'object' && totals !== null && 'count' in totals
    ? Number(totals.count)
    : Number.NaN;
}

async function measureSearches(reading: Reading): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { zh, en, q, hasAim } of SEARCHES) {
    const hits = await countHits(reading, q);
    const isBound = hasAim && hits <= 11_000;
    const what = { zh: `搜索${zh}“${q}”（${hits} 件）`, en: `searching ${en}, ${hits} hits` };
    const path = `/api/fixed-assets?limit=50&q=${encodeURIComponent(q)}`;
    findings.push(
      await measurePage(reading, what, [path], isBound ? { of: 'p99', belowMs: SEARCH_P50_MS } : undefined),
    );
  }
  const suffixes = reading.facts.suffixes.slice(0, REPEATS);
  const paths = suffixes.map((suffix) => `/api/fixed-assets?limit=50&q=${encodeURIComponent(suffix)}`);
  const what = { zh: '搜索编号末五位', en: 'searching the last five characters of a number' };
  findings.push(await measurePage(reading, what, paths, { of: 'p99', belowMs: SEARCH_P50_MS }));
  const boxes = suffixes.map((suffix) => `/api/search?q=${encodeURIComponent(suffix)}`);
  findings.push(
    await measurePage(reading, { zh: '搜索框输入编号末五位', en: 'the search box, same' }, boxes),
  );
  return findings;
}

async function measurePast(reading: Reading): Promise<Finding[]> {
  const { facts } = reading;
  const at = encodeURIComponent(new Date(Date.now() - 200 * DAY_MS).toISOString());
  const { id, cards } = facts.department;
  const assets = facts.assetIds.slice(0, REPEATS).map((asset) => `/api/fixed-assets/${asset}/as-of?at=${at}`);
  const list = `/api/fixed-assets/as-of?at=${at}&departmentId=${id}&limit=50`;
  const totals = `/api/fixed-assets/as-of/totals?at=${at}&departmentId=${id}`;
  return [
    await measurePage(reading, { zh: '打开一件资产', en: 'opening one asset' }, [
      ...facts.assetIds.slice(0, REPEATS).map((asset) => `/api/fixed-assets/${asset}`),
    ]),
    await measurePage(reading, { zh: '一件资产在某时点', en: 'one asset as of a moment' }, assets),
    await measurePage(
      reading,
      {
        zh: `一个部门（现有 ${cards} 件）在某时点，首页`,
        en: `a department of ${cards} as of a moment, first page`,
      },
      [list],
    ),
    await measurePage(reading, { zh: '同上，合计', en: 'the same, totals' }, [totals]),
  ];
}

export interface ReadingResult {
  readonly lookUps: Latency;
  readonly findings: readonly Finding[];
}

/** At `size` cards. `reference` is the look-up at the smallest size, which the largest may exceed by half. */
export async function measureReading(
  bench: RunningBench,
  court: BenchCourt,
  size: number,
  reference: Latency | null,
): Promise<ReadingResult> {
  const facts = await withPool(bench.ownerUrl, (owner) => readRegisterFacts(owner, court, size));
  const { url } = bench.product;
  const connection = new HttpConnection(url);
  const reading = { court, facts, connection, url };
  const lookUps = await measureLookUps(reading);
  const findings = [
    findingOfLatency({ zh: '扫码查找，每秒 500 次', en: 'look-up by code, 500 a second offered' }, lookUps, {
      of: 'p99',
      belowMs: LOOK_UP_P99_MS,
    }),
    ...(reference === null ? [] : [compareLookUps(lookUps, reference)]),
    ...(await measureLists(reading)),
    ...(await measureSearches(reading)),
    ...(await measurePast(reading)),
  ];
  connection.close();
  return { lookUps, findings };
}

function compareLookUps(lookUps: Latency, reference: Latency): Finding {
  const [p50Ratio, p99Ratio] = [lookUps.p50 / reference.p50, lookUps.p99 / reference.p99];
  return {
    what: { zh: '扫码查找，与最小规模之比', en: 'look-up by code, against the smallest size' },
    measured: `p50 × ${p50Ratio.toFixed(2)}, p99 × ${p99Ratio.toFixed(2)}`,
    aim: 'p99 ≤ × 1.50',
    isMet: p99Ratio <= 1.5,
    numbers: { p50Ratio, p99Ratio },
  };
}

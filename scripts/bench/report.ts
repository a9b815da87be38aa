/** The table that a person reads, and the file that a machine reads. */
import { writeFile } from 'node:fs/promises';
import os from 'node:os';
import { displayWidth } from '../../src/platform/spreadsheets/display-width.ts';
import type { Sentence } from '../../src/platform/errors.ts';
import type { Latency } from './statistics.ts';

export interface Finding {
  readonly what: Sentence;
  /** As shown: `p50 1.2 ms, p99 4.0 ms`. */
  readonly measured: string;
  readonly aim?: string;
  readonly isMet?: boolean;
  readonly numbers: Readonly<Record<string, number>>;
}

export interface Chapter {
  readonly title: Sentence;
  /** What must be known to read the numbers. */
  readonly notes: readonly Sentence[];
  readonly findings: readonly Finding[];
  /** Processes that wanted the processor, on average over the minute before. */
  readonly load: number;
  readonly seconds: number;
}

const milliseconds = (value: number) => `${value < 10 ? value.toFixed(2) : value.toFixed(1)} ms`;

/** A finding about a latency, with an aim for its median or its 99th percentile. */
export function findingOfLatency(
  what: Sentence,
  latency: Latency,
  aim?: { readonly of: 'p50' | 'p99'; readonly belowMs: number },
): Finding {
  const { count, p50, p99, max } = latency;
  return {
    what,
    measured: `p50 ${milliseconds(p50)}, p99 ${milliseconds(p99)}`,
    ...(aim === undefined
      ? {}
      : { aim: `${aim.of} < ${milliseconds(aim.belowMs)}`, isMet: latency[aim.of] < aim.belowMs }),
    numbers: { count, p50Ms: p50, p99Ms: p99, maxMs: max },
  };
}

/** A finding about a length of time. */
export function findingOfSeconds(what: Sentence, seconds: number, aimBelow?: number): Finding {
  return {
    what,
    measured: `${seconds.toFixed(2)} s`,
    ...(aimBelow === undefined ? {} : { aim: `< ${aimBelow} s`, isMet: seconds < aimBelow }),
    numbers: { seconds },
  };
}

/** Runs one chapter of the bench and prints it. */
export async function writeChapter(
  title: Sentence,
  notes: readonly Sentence[],
  measure: () => Promise<readonly Finding[]>,
): Promise<Chapter> {
  const load = os.loadavg()[0] ?? 0;
  const startedAt = performance.now();
  const findings = await measure();
  const chapter = { title, notes, findings, load, seconds: (performance.now() - startedAt) / 1000 };
  process.stdout.write(`${tableOf(chapter)}\n`);
  return chapter;
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

function verdictOf({ isMet }: Finding): string {
  if (isMet === undefined) return '';
  return isMet ? '✓ 达到 / met' : '✗ 未达到 / not met';
}

function tableOf({ title, notes, findings, load }: Chapter): string {
  const rows = findings.map((finding) => [
    `${finding.what.zh} / ${finding.what.en}`,
    finding.measured,
    finding.aim ?? '',
    verdictOf(finding),
  ]);
  const heads = ['项目 / item', '实测 / measured', '目标 / aim', '结论 / verdict'];
  const widths = heads.map((head, column) =>
    Math.max(displayWidth(head), ...rows.map((row) => displayWidth(row[column] ?? ''))),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => pad(cell, widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return [
    '',
    `== ${title.zh} / ${title.en}  （负载 / load ${load.toFixed(2)}）`,
    line(heads),
    line(widths.map((width) => '-'.repeat(width))),
    ...rows.map(line),
    ...notes.map(({ zh, en }) => `  ${zh} / ${en}`),
  ].join('\n');
}

/** Everything measured in this run, with what it was measured on. */
export async function writeReport(
  file: string,
  chapters: readonly Chapter[],
  facts: Readonly<Record<string, string | number>>,
): Promise<void> {
  const content = { measuredAt: new Date().toISOString(), facts, chapters };
  await writeFile(file, `${JSON.stringify(content, null, 2)}\n`);
}

import type { Delimiter, LineEnd } from '../raw-table.ts';

export interface CsvRecord {
  readonly cells: readonly string[];
  /** A quote was opened and never properly closed: the line is taken as it stands, and must be reported. */
  readonly unbalanced: boolean;
  /** Where the next record starts. */
  readonly next: number;
}

const QUOTE = '"';

/**
 * Splits csv text into records (RFC 4180, any mix of CRLF, LF and bare CR as line ends; a quote inside an unquoted cell
 * is an ordinary character, as in `15" 显示器`).
 *
 * A quoted cell must be followed by a separator or a line end. Where it is not, a parser that goes on would swallow the
 * lines that follow; here the line with the opening quote ends at its own line end and is marked, and reading goes on.
 */
export function* splitCsv(text: string, delimiter: Delimiter): Generator<CsvRecord, void, undefined> {
  let at = 0;
  while (at < text.length) {
    const record = readRecord(text, at, delimiter);
    yield record;
    at = record.next;
  }
}

function readRecord(text: string, start: number, delimiter: Delimiter): CsvRecord {
  const cells: string[] = [];
  let at = start;
  for (;;) {
    if (text[at] === QUOTE) {
      const closing = closingQuote(text, at);
      const after = closing < 0 ? -1 : skipSpaces(text, closing + 1, delimiter);
      if (after < 0 || !endsCell(text, after, delimiter)) return plainLine(text, start, delimiter);
      cells.push(text.slice(at + 1, closing).replaceAll('""', QUOTE));
      at = after;
    } else {
      const end = plainEnd(text, at, delimiter);
      cells.push(text.slice(at, end));
      at = end;
    }
    if (text[at] !== delimiter) return { cells, unbalanced: false, next: afterLineEnd(text, at) };
    at += 1;
  }
}

/** The position of the quote that closes the one at `opening`, or -1. */
function closingQuote(text: string, opening: number): number {
  let at = opening + 1;
  for (;;) {
    const quote = text.indexOf(QUOTE, at);
    if (quote < 0 || text[quote + 1] !== QUOTE) return quote;
    at = quote + 2;
  }
}

function skipSpaces(text: string, start: number, delimiter: Delimiter): number {
  let at = start;
  while (text[at] === ' ' || (text[at] === '\t' && delimiter !== '\t')) at += 1;
  return at;
}

function endsCell(text: string, at: number, delimiter: Delimiter): boolean {
  return at >= text.length || text[at] === delimiter || text[at] === '\n' || text[at] === '\r';
}

function plainEnd(text: string, start: number, delimiter: Delimiter): number {
  let at = start;
  while (!endsCell(text, at, delimiter)) at += 1;
  return at;
}

function afterLineEnd(text: string, at: number): number {
  if (text[at] === '\r' && text[at + 1] === '\n') return at + 2;
  return at + 1;
}

function plainLine(text: string, start: number, delimiter: Delimiter): CsvRecord {
  let end = start;
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return { cells: text.slice(start, end).split(delimiter), unbalanced: true, next: afterLineEnd(text, end) };
}

/** The line end the file uses most within its first part. */
export function detectLineEnd(text: string): LineEnd {
  const sample = text.slice(0, 64 * 1024);
  const both = sample.match(/\r\n/g)?.length ?? 0;
  const lineFeeds = (sample.match(/\n/g)?.length ?? 0) - both;
  const carriageReturns = (sample.match(/\r/g)?.length ?? 0) - both;
  if (carriageReturns > both && carriageReturns > lineFeeds) return '\r';
  return both >= lineFeeds && both > 0 ? '\r\n' : '\n';
}

const DELIMITERS: readonly Delimiter[] = [',', '\t', ';'];
const SAMPLE_CHARACTERS = 64 * 1024;
const SAMPLE_RECORDS = 50;

/**
 * The separator that cuts the first records into the most columns most evenly; the comma where none cuts anything.
 * Separators inside quotes do not count.
 */
export function detectDelimiter(text: string): Delimiter {
  const sample = text.slice(0, SAMPLE_CHARACTERS);
  let best: Delimiter = ',';
  let bestScore = 0;
  for (const delimiter of DELIMITERS) {
    const score = scoreOf(sample, delimiter);
    if (score > bestScore) {
      best = delimiter;
      bestScore = score;
    }
  }
  return best;
}

function scoreOf(sample: string, delimiter: Delimiter): number {
  const widths = new Map<number, number>();
  let records = 0;
  for (const record of splitCsv(sample, delimiter)) {
    if (record.cells.every((cell) => cell === '')) continue;
    records += 1;
    const weight = record.unbalanced ? 0.25 : 1;
    widths.set(record.cells.length, (widths.get(record.cells.length) ?? 0) + weight);
    if (records === SAMPLE_RECORDS) break;
  }
  let score = 0;
  for (const [width, count] of widths) {
    if (width > 1) score = Math.max(score, (count / records) * (1 + Math.log2(width)));
  }
  return score;
}

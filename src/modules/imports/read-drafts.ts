import { readFile } from 'node:fs/promises';
import { contentPath } from '../../platform/files/content-store.ts';
import type { ReadingChoices } from './import-settings.ts';
import type { DraftRow, RowFinding } from './import-target.ts';
import { assetHeaderVocabulary } from './layouts/recognise-layout.ts';
import type { MappedColumn } from './mapping.ts';
import { parseAssetRow } from './parse-asset-row.ts';
import type { CellProblem } from './problems.ts';
import { cellText, isBlankCell, type RawRow, type TableHead } from './raw-table.ts';
import { readerWorkerUrl } from './reading/reader-worker.ts';
import { streamTableInWorker, type ReadProgress } from './reading/read-table-in-worker.ts';

const SAMPLED_ROWS = 500;
const SAMPLES = 3;
const SAMPLE_CHARACTERS = 60;

export interface StoredUpload {
  readonly courtId: number;
  readonly sha256: string;
  readonly fileName: string;
}

export interface ReadDrafts {
  readonly head: TableHead;
  readonly rowCount: number;
  /** Up to three values a column. */
  readonly samples: readonly (readonly string[])[];
  /** Empty where no column is known. */
  readonly rows: readonly DraftRow[];
  /** In the order of the file. */
  readonly findings: readonly RowFinding[];
}

/**
 * Reads an uploaded file in a thread of its own and parses its rows as they come. `columnsOf` is asked once, when the
 * headers are known; null: rows are counted and sampled only. Throws the refusals of `streamTable`; aborting rejects
 * with the signal's reason.
 */
export async function readDrafts(
  filesFolder: string,
  upload: StoredUpload,
  options: {
    readonly reading: ReadingChoices;
    readonly today: string;
    readonly signal: AbortSignal;
    readonly columnsOf: (headers: readonly string[]) => Promise<readonly MappedColumn[] | null>;
    readonly onProgress: (progress: ReadProgress) => void;
  },
): Promise<ReadDrafts> {
  const file = await readFile(contentPath(filesFolder, upload));
  const parser = new RowParser(options.today);
  const reading = {
    ...definedOf(options.reading),
    knownHeaders: assetHeaderVocabulary(),
    workerUrl: readerWorkerUrl(),
    signal: options.signal,
  };
  let columnsKnown: Promise<void> = Promise.resolve();
  const head = await streamTableInWorker(file, upload.fileName, reading, {
    head(headers) {
      columnsKnown = options.columnsOf(headers).then((columns) => parser.begin(headers, columns));
    },
    rows(portion, progress) {
      parser.take(portion);
      options.onProgress(progress);
    },
  });
  await columnsKnown;
  const shape = head.problems.map(findingOf);
  return {
    head,
    rowCount: parser.rowCount,
    samples: parser.samples,
    rows: withShape(parser.rows, shape),
    findings: inOrder([...shape, ...parser.findings]),
  };
}

/** Parses rows as they come; those that come before the columns are known wait. */
class RowParser {
  readonly samples: string[][] = [];
  readonly rows: DraftRow[] = [];
  readonly findings: RowFinding[] = [];
  rowCount = 0;
  private columns: readonly MappedColumn[] | null = null;
  private waiting: RawRow[] | null = [];

  constructor(private readonly today: string) {}

  begin(headers: readonly string[], columns: readonly MappedColumn[] | null): void {
    this.columns = columns;
    headers.forEach((_, position) => (this.samples[position] = []));
    const waiting = this.waiting ?? [];
    this.waiting = null;
    for (const row of waiting) this.parse(row);
  }

  take(portion: readonly RawRow[]): void {
    for (const row of portion) {
      if (this.waiting === null) this.parse(row);
      else this.waiting.push(row);
    }
  }

  private parse(row: RawRow): void {
    if (this.rowCount < SAMPLED_ROWS) sampleRow(this.samples, row);
    this.rowCount += 1;
    if (this.columns === null) return;
    const { draft, problems } = parseAssetRow(row, this.columns, this.today);
    for (const problem of problems) this.findings.push(findingOf(problem));
    this.rows.push({ rowNumber: row.rowNumber, draft, isRefused: problems.length > 0 });
  }
}

/** A property that is there and undefined is not a choice. */
function definedOf(reading: ReadingChoices) {
  const { sheet, headerRow, encoding, delimiter } = reading;
  return {
    ...(sheet === undefined ? {} : { sheet }),
    ...(headerRow === undefined ? {} : { headerRow }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter }),
  };
}

function sampleRow(samples: readonly string[][], row: RawRow): void {
  row.cells.forEach((cell, position) => {
    const taken = samples[position];
    if (taken === undefined || taken.length >= SAMPLES || isBlankCell(cell)) return;
    const text = cellText(cell).toWellFormed().replace(/\s+/g, ' ').slice(0, SAMPLE_CHARACTERS);
    if (!taken.includes(text)) taken.push(text);
  });
}

function findingOf({ rowNumber, position, column, value, code, zh, en }: CellProblem): RowFinding {
  return { rowNumber, position, column, value, code, severity: 'refused', zh, en };
}

function withShape(rows: readonly DraftRow[], shape: readonly RowFinding[]): readonly DraftRow[] {
  if (shape.length === 0) return rows;
  const misshapen = new Set(shape.map(({ rowNumber }) => rowNumber));
  return rows.map((row) => (misshapen.has(row.rowNumber) ? { ...row, isRefused: true } : row));
}

/** By row; within a row as found. */
export function inOrder(findings: RowFinding[]): RowFinding[] {
  return findings.sort((one, other) => one.rowNumber - other.rowNumber);
}

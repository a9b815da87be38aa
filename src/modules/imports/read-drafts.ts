import { readFile } from 'node:fs/promises';
import { contentPath } from '../../platform/files/content-store.ts';
import type { ReadingChoices } from './import-settings.ts';
import type { DraftRow, RowFinding } from './import-target.ts';
import { headerVocabulary } from './layouts/recognise-layout.ts';
import type { TableHead } from './raw-table.ts';
import { readerWorkerUrl } from './reading/reader-worker.ts';
import { readDraftsInWorker, type DraftSink, type ReadProgress } from './reading/read-table-in-worker.ts';
import { findingOf } from './reading/row-parser.ts';

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

/** How the file is to be read: what the person chose, and the names of headers that are known. */
export function readOptionsOf({ sheet, headerRow, encoding, delimiter }: ReadingChoices) {
  return {
    ...(sheet === undefined ? {} : { sheet }),
    ...(headerRow === undefined ? {} : { headerRow }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter }),
    knownHeaders: headerVocabulary(),
    workerUrl: readerWorkerUrl(),
  };
}

/**
 * Reads and parses an uploaded file in a thread of its own. Throws the refusals of `streamTable`; aborting rejects with
 * the signal's reason.
 */
export async function readDrafts(
  filesFolder: string,
  upload: StoredUpload,
  options: {
    readonly reading: ReadingChoices;
    readonly today: string;
    readonly signal: AbortSignal;
    readonly columnsOf: DraftSink['columnsOf'];
    readonly onProgress: (progress: ReadProgress) => void;
  },
): Promise<ReadDrafts> {
  const file = await readFile(contentPath(filesFolder, upload));
  const { today, signal, columnsOf } = options;
  const rows: DraftRow[] = [];
  const findings: RowFinding[] = [];
  const thread = { ...readOptionsOf(options.reading), today, signal };
  const { head, samples, rowCount } = await readDraftsInWorker(file, upload.fileName, thread, {
    columnsOf,
    take(portion, progress) {
      for (const row of portion.rows) rows.push(row);
      for (const finding of portion.findings) findings.push(finding);
      options.onProgress(progress);
    },
  });
  const shape = head.problems.map(findingOf);
  return {
    head,
    rowCount,
    samples,
    rows: withShape(rows, shape),
    findings: inOrder([...shape, ...findings]),
  };
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

/**
 * Entry of the worker thread that reads one table and ends; bundled on its own. Rows go out in portions, so that the
 * server takes them over a little at a time.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { Refusal, type Facts } from '../../../platform/errors.ts';
import type { RawRow, TableHead } from '../raw-table.ts';
import type { ReadOptions } from './read-options.ts';
import { streamTable } from './read-table.ts';

export interface ReadTableTask {
  readonly file: Uint8Array;
  readonly fileName: string;
  readonly options: ReadOptions;
}

export type ReadTableMessage =
  | { readonly kind: 'head'; readonly headers: readonly string[] }
  | { readonly kind: 'rows'; readonly rows: readonly RawRow[]; readonly fraction: number }
  | { readonly kind: 'done'; readonly head: TableHead }
  | { readonly kind: 'refused'; readonly code: string; readonly facts: Facts };

const ROWS_PER_MESSAGE = 500;
function isTask(value: unknown): value is ReadTableTask {
  return typeof value === 'object' && value !== null && 'file' in value && value.file instanceof Uint8Array;
}

function send(message: ReadTableMessage): void {
  parentPort?.postMessage(message);
}

function run(task: ReadTableTask): void {
  let rows: RawRow[] = [];
  let fraction = 0;
  const flush = () => {
    send({ kind: 'rows', rows, fraction });
    rows = [];
  };
  const head = streamTable(task.file, task.fileName, task.options, {
    head(headers) {
      send({ kind: 'head', headers });
    },
    row(row) {
      rows.push(row);
      if (rows.length === ROWS_PER_MESSAGE) flush();
    },
    progress(reached) {
      fraction = reached;
    },
  });
  fraction = 1;
  flush();
  send({ kind: 'done', head });
}

try {
  const task: unknown = workerData;
  if (!isTask(task)) throw new TypeError('The table reader was started without a file');
  run(task);
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  send({ kind: 'refused', code: error.code, facts: error.facts });
}

/**
 * Entry of the worker thread that reads one table and ends; bundled on its own. Rows go out in portions, so that the
 * server takes them over a little at a time: as they are, or parsed by the columns that the server names when it knows
 * the headers.
 */
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { Refusal, type Facts } from '../../../platform/errors.ts';
import type { MappedColumn } from '../mapping.ts';
import type { RawRow, TableHead } from '../raw-table.ts';
import type { ReadOptions } from './read-options.ts';
import { streamTable } from './read-table.ts';
import { RowParser, type DraftPortion } from './row-parser.ts';

export interface ReadTableTask {
  readonly file: Uint8Array;
  readonly fileName: string;
  readonly options: ReadOptions;
  readonly parsing?: {
    /** `2026-11-23`; bounds the dates. */
    readonly today: string;
    /** One 32-bit integer, 1 once the columns were sent. */
    readonly columnsSent: SharedArrayBuffer;
  };
}

/** The one message to the thread. */
export interface ColumnsMessage {
  /** null: count and sample only. */
  readonly columns: readonly MappedColumn[] | null;
}

export type ReadTableMessage =
  | { readonly kind: 'head'; readonly headers: readonly string[] }
  | { readonly kind: 'rows'; readonly rows: readonly RawRow[]; readonly fraction: number }
  | {
      readonly kind: 'drafts';
      readonly portion: DraftPortion;
      readonly rowsRead: number;
      readonly fraction: number;
    }
  | { readonly kind: 'done'; readonly head: TableHead; readonly samples: readonly (readonly string[])[] }
  | { readonly kind: 'refused'; readonly code: string; readonly facts: Facts };

const ROWS_PER_MESSAGE = 500;

function isTask(value: unknown): value is ReadTableTask {
  return typeof value === 'object' && value !== null && 'file' in value && value.file instanceof Uint8Array;
}

function send(message: ReadTableMessage): void {
  parentPort?.postMessage(message);
}

/** Reading has no pauses of its own, so the thread stands still until the columns are here. */
function awaitColumns(columnsSent: SharedArrayBuffer): readonly MappedColumn[] | null {
  Atomics.wait(new Int32Array(columnsSent), 0, 0);
  const received: unknown = parentPort === null ? undefined : receiveMessageOnPort(parentPort);
  // why: the server sends nothing else, and it has.
  return (received as { readonly message: ColumnsMessage }).message.columns;
}

function sendRows(task: ReadTableTask): void {
  let rows: RawRow[] = [];
  let fraction = 0;
  const flush = () => {
    send({ kind: 'rows', rows, fraction });
    rows = [];
  };
  const head = streamTable(task.file, task.fileName, task.options, {
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
  send({ kind: 'done', head, samples: [] });
}

function sendDrafts(task: ReadTableTask, parsing: NonNullable<ReadTableTask['parsing']>): void {
  let parser = new RowParser([], null, parsing.today);
  let fraction = 0;
  const flush = () => {
    send({ kind: 'drafts', portion: parser.handOver(), rowsRead: parser.rowCount, fraction });
  };
  const head = streamTable(task.file, task.fileName, task.options, {
    head(headers) {
      send({ kind: 'head', headers });
      parser = new RowParser(headers, awaitColumns(parsing.columnsSent), parsing.today);
    },
    row(row) {
      parser.take(row);
      if (parser.rowCount % ROWS_PER_MESSAGE === 0) flush();
    },
    progress(reached) {
      fraction = reached;
    },
  });
  fraction = 1;
  flush();
  send({ kind: 'done', head, samples: parser.samples });
}

try {
  const task: unknown = workerData;
  if (!isTask(task)) throw new TypeError('The table reader was started without a file');
  if (task.parsing === undefined) sendRows(task);
  else sendDrafts(task, task.parsing);
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  send({ kind: 'refused', code: error.code, facts: error.facts });
}

import type { Facts } from '../../../platform/errors.ts';
import { Worker } from 'node:worker_threads';
import type { MappedColumn } from '../mapping.ts';
import type { RawRow, RawTable, TableHead } from '../raw-table.ts';
import { isImportFileRefusalCode, refuseFile } from '../refusals.ts';
import type { ReadOptions } from './read-options.ts';
import type { ColumnsMessage, ReadTableMessage, ReadTableTask } from './read-table-worker.ts';
import type { DraftPortion } from './row-parser.ts';

export interface ReadProgress {
  readonly rowsRead: number;
  /** 0 to 1, of the bytes of the table. */
  readonly fraction: number;
}

interface ThreadOptions extends ReadOptions {
  /** The bundled `read-table-worker.ts`, `dist/workers/read-table.js` in a build. */
  readonly workerUrl: URL;
  readonly signal?: AbortSignal | undefined;
}

export interface WorkerOptions extends ThreadOptions {
  readonly onProgress?: (progress: ReadProgress) => void;
}

const MEMORY_LIMIT_MEGABYTES = 768;
const INT32_BYTES = 4;

/**
 * `readTable` in a thread of its own, so that the server goes on answering. The same result and the same refusals; a
 * file that needs more memory than the thread may take is refused as IMPORT_FILE_UNPACKS_TOO_LARGE. Aborting ends the
 * thread and rejects with the signal's reason.
 */
export async function readTableInWorker(
  file: Uint8Array,
  fileName: string,
  { workerUrl, signal, onProgress, ...options }: WorkerOptions,
): Promise<RawTable> {
  const rows: RawRow[] = [];
  const { head } = await runThread({ file, fileName, options }, workerUrl, signal, (message) => {
    if (message.kind !== 'rows') return;
    for (const row of message.rows) rows.push(row);
    onProgress?.({ rowsRead: rows.length, fraction: message.fraction });
  });
  return { ...head, rows };
}

export interface DraftSink {
  /** Asked once, when the headers are known; null: rows are counted and sampled only. */
  columnsOf(headers: readonly string[]): Promise<readonly MappedColumn[] | null>;
  take(portion: DraftPortion, progress: ReadProgress): void;
}

/**
 * Reads and parses in a thread of its own; rows come as drafts, a portion at a time, and are not kept here. The
 * refusals of `readTableInWorker`; a sink that throws ends the thread too.
 */
export async function readDraftsInWorker(
  file: Uint8Array,
  fileName: string,
  { workerUrl, signal, today, ...options }: ThreadOptions & { readonly today: string },
  sink: DraftSink,
): Promise<{ readonly head: TableHead; readonly samples: readonly (readonly string[])[]; rowCount: number }> {
  const columnsSent = new SharedArrayBuffer(INT32_BYTES);
  const task = { file, fileName, options, parsing: { today, columnsSent } };
  let rowCount = 0;
  const done = await runThread(task, workerUrl, signal, async (message, worker) => {
    if (message.kind === 'head') {
      const columns: ColumnsMessage = { columns: await sink.columnsOf(message.headers) };
      worker.postMessage(columns);
      Atomics.store(new Int32Array(columnsSent), 0, 1);
      Atomics.notify(new Int32Array(columnsSent), 0);
    } else if (message.kind === 'drafts') {
      rowCount = message.rowsRead;
      sink.take(message.portion, message);
    }
  });
  return { ...done, rowCount };
}

type Done = Extract<ReadTableMessage, { kind: 'done' }>;

async function runThread(
  task: ReadTableTask,
  workerUrl: URL,
  signal: AbortSignal | undefined,
  take: (message: ReadTableMessage, worker: Worker) => Promise<void> | void,
): Promise<Done> {
  signal?.throwIfAborted();
  const worker = new Worker(workerUrl, {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT_MEGABYTES },
  });
  try {
    return await new Promise<Done>((resolve, reject) => {
      const fail = (error: unknown) => {
        reject(error instanceof Error ? error : new Error(String(error)));
      };
      signal?.addEventListener('abort', () => {
        reject(abortReason(signal));
      });
      worker.on('message', (message: ReadTableMessage) => {
        if (message.kind === 'done') resolve(message);
        else if (message.kind === 'refused') reject(refusalOf(message.code, message.facts));
        else {
          try {
            Promise.resolve(take(message, worker)).catch(fail);
          } catch (error) {
            fail(error);
          }
        }
      });
      worker.on('error', (error) => {
        reject(isOutOfMemory(error) ? tooLarge() : error);
      });
      worker.on('exit', () => {
        reject(new Error('The table reader ended before it was done'));
      });
    });
  } finally {
    await worker.terminate();
  }
}

function refusalOf(code: string, facts: Facts): Error {
  return isImportFileRefusalCode(code)
    ? refuseFile(code, facts)
    : new Error(`Unknown refusal of the reader: ${code}`);
}

function abortReason(signal: AbortSignal): Error {
  return signal.reason instanceof Error ? signal.reason : new Error('Reading was aborted');
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

function tooLarge() {
  return refuseFile('IMPORT_FILE_UNPACKS_TOO_LARGE', { limitMegabytes: MEMORY_LIMIT_MEGABYTES });
}

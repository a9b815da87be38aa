import { Worker } from 'node:worker_threads';
import type { RawRow, RawTable, TableHead } from '../raw-table.ts';
import { isImportFileRefusalCode, refuseFile } from '../refusals.ts';
import type { ReadOptions } from './read-options.ts';
import type { ReadTableMessage, ReadTableTask } from './read-table-worker.ts';

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

/** Takes a table over from the thread, portion by portion. */
export interface PortionSink {
  /** Once, before the first portion. */
  head?(headers: readonly string[]): void;
  rows(rows: readonly RawRow[], progress: ReadProgress): void;
}

const MEMORY_LIMIT_MEGABYTES = 768;

/** `readTable` in a thread of its own. The same result and the same refusals as `streamTableInWorker`. */
export async function readTableInWorker(
  file: Uint8Array,
  fileName: string,
  { onProgress, ...options }: WorkerOptions,
): Promise<RawTable> {
  const rows: RawRow[] = [];
  const head = await streamTableInWorker(file, fileName, options, {
    rows(portion, progress) {
      for (const row of portion) rows.push(row);
      onProgress?.(progress);
    },
  });
  return { ...head, rows };
}

/**
 * `streamTable` in a thread of its own, so that the server goes on answering and no more than a portion of the rows is
 * in memory unless the sink keeps them. The same refusals; a file that needs more memory than the thread may take is
 * refused as IMPORT_FILE_UNPACKS_TOO_LARGE. Aborting ends the thread and rejects with the signal's reason; so does a
 * sink that throws, with its own error.
 */
export async function streamTableInWorker(
  file: Uint8Array,
  fileName: string,
  { workerUrl, signal, ...options }: ThreadOptions,
  sink: PortionSink,
): Promise<TableHead> {
  signal?.throwIfAborted();
  const task: ReadTableTask = { file, fileName, options };
  const worker = new Worker(workerUrl, {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT_MEGABYTES },
  });
  let rowsRead = 0;
  const take = (message: ReadTableMessage, resolve: (head: TableHead) => void): void => {
    if (message.kind === 'done') resolve(message.head);
    else if (message.kind === 'refused') throw refusalOf(message.code, message.facts);
    else if (message.kind === 'head') sink.head?.(message.headers);
    else {
      rowsRead += message.rows.length;
      sink.rows(message.rows, { rowsRead, fraction: message.fraction });
    }
  };
  try {
    return await new Promise<TableHead>((resolve, reject) => {
      signal?.addEventListener('abort', () => {
        reject(abortReason(signal));
      });
      worker.on('message', (message: ReadTableMessage) => {
        try {
          take(message, resolve);
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
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

function refusalOf(code: string, facts: Readonly<Record<string, string | number>>): Error {
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

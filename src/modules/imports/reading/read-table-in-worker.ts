import { Worker } from 'node:worker_threads';
import type { RawRow, RawTable } from '../raw-table.ts';
import { isImportFileRefusalCode, refuseFile } from '../refusals.ts';
import type { ReadOptions } from './read-options.ts';
import type { ReadTableMessage, ReadTableTask } from './read-table-worker.ts';

export interface ReadProgress {
  readonly rowsRead: number;
  /** 0 to 1, of the bytes of the table. */
  readonly fraction: number;
}

export interface WorkerOptions extends ReadOptions {
  /** The bundled `read-table-worker.ts`, `dist/workers/read-table.js` in a build. */
  readonly workerUrl: URL;
  readonly onProgress?: (progress: ReadProgress) => void;
  readonly signal?: AbortSignal;
}

const MEMORY_LIMIT_MEGABYTES = 768;

/**
 * `readTable` in a thread of its own, so that the server goes on answering. The same result and the same refusals; a
 * file that needs more memory than the thread may take is refused as IMPORT_FILE_UNPACKS_TOO_LARGE. Aborting ends the
 * thread and rejects with the signal's reason.
 */
export async function readTableInWorker(
  file: Uint8Array,
  fileName: string,
  { workerUrl, onProgress, signal, ...options }: WorkerOptions,
): Promise<RawTable> {
  signal?.throwIfAborted();
  const task: ReadTableTask = { file, fileName, options };
  const worker = new Worker(workerUrl, {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT_MEGABYTES },
  });
  const rows: RawRow[] = [];
  try {
    return await new Promise<RawTable>((resolve, reject) => {
      signal?.addEventListener('abort', () => {
        reject(abortReason(signal));
      });
      worker.on('message', (message: ReadTableMessage) => {
        if (message.kind === 'done') resolve({ ...message.head, rows });
        else if (message.kind === 'refused') reject(refusalOf(message.code, message.facts));
        else {
          for (const row of message.rows) rows.push(row);
          onProgress?.({ rowsRead: rows.length, fraction: message.fraction });
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

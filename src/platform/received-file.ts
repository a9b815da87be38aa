/** One multipart file, written to disk as it comes in, hashed and measured on the way, never held in memory whole. */
import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import busboy from 'busboy';
import type { Request } from 'express';
import { refuse, Refusal } from './errors.ts';

export interface ReceivedFile {
  /** Where the bytes are until the use case keeps them; removed after the request. */
  readonly temporaryPath: string;
  /** As the sender named it: shown as text, never used as a path. */
  readonly fileName: string;
  readonly contentType: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  /** The other form fields, as sent. */
  readonly fields: Readonly<Record<string, string>>;
}

const FIELDS_MAX = 20;
const FIELD_BYTES_MAX = 64 * 1024;

function openForm(request: Request, limitBytes: number): busboy.Busboy {
  try {
    return busboy({
      headers: request.headers,
      defParamCharset: 'utf8',
      limits: { files: 1, fileSize: limitBytes, fields: FIELDS_MAX, fieldSize: FIELD_BYTES_MAX },
    });
  } catch {
    throw refuse('MEDIA_TYPE_UNSUPPORTED');
  }
}

/** The disk failed, and not the sender. */
function isOfTheDisk(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}

/**
 * Receives the single file of a form. Refusals: MEDIA_TYPE_UNSUPPORTED (no form, no file), UPLOAD_DAMAGED, BODY_TOO_LARGE.
 * The caller removes `temporaryPath`.
 */
export async function receiveFile(
  request: Request,
  folder: string,
  limitBytes: number,
): Promise<ReceivedFile> {
  const form = openForm(request, limitBytes);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const temporaryPath = path.join(folder, `incoming-${randomUUID()}`);
  const fields: Record<string, string> = {};
  let received: Promise<ReceivedFile> | undefined;
  form.on('field', (name, value) => {
    fields[name] = value;
  });
  form.on('file', (_name, stream, info) => {
    const hash = createHash('sha256');
    let sizeBytes = 0;
    const measure = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        hash.update(chunk);
        sizeBytes += chunk.length;
        done(null, chunk);
      },
    });
    received = pipeline(stream, measure, createWriteStream(temporaryPath, { mode: 0o600 })).then(() => {
      if (stream.truncated === true) throw refuse('BODY_TOO_LARGE', { limitBytes });
      const fileName = (info.filename ?? '').slice(0, 200) || 'file';
      return {
        temporaryPath,
        fileName,
        contentType: info.mimeType,
        sizeBytes,
        sha256: hash.digest('hex'),
        fields,
      };
    });
    // Nobody takes the rest of a file that could not be written: the form would wait for ever.
    received.catch((error: unknown) => form.destroy(error instanceof Error ? error : undefined));
  });
  try {
    // The request is handed on piece by piece: a pipeline would take its connection away with a form that cannot be read,
    // and it could not be answered any more.
    await pipeline(request.iterator({ destroyOnReturn: false }), form).catch((error: unknown) => {
      if (received === undefined) throw error;
    });
    if (received === undefined) throw refuse('MEDIA_TYPE_UNSUPPORTED');
    return await received;
  } catch (error) {
    await rm(temporaryPath, { force: true });
    throw error instanceof Refusal || isOfTheDisk(error) ? error : refuse('UPLOAD_DAMAGED');
  }
}

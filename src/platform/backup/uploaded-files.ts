/** The uploaded files below DATA_DIR/files, as a backup takes them and a restore puts them back. */
import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { errorCodeOf } from '../error-code.ts';

export interface UploadedFile {
  /** Below the folder, with slashes. */
  readonly name: string;
  readonly sizeBytes: number;
  readonly modifiedAt: Date;
}

/** Content-addressed: the last part of the name is the SHA-256 of the content. */
const ADDRESS = /(?:^|\/)([0-9a-f]{64})(?:\.\w+)?$/;

export function addressOf(name: string): string | null {
  return ADDRESS.exec(name)?.[1] ?? null;
}

/** Files whose name is an address, in order; what an upload has not finished is no such file. */
export async function listUploadedFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if (errorCodeOf(error) === 'ENOENT') return [];
    throw error;
  });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .filter((name) => addressOf(name) !== null)
    .sort();
}

/** Null when it has gone in the meantime. */
export async function describeUploadedFile(folder: string, name: string): Promise<UploadedFile | null> {
  return stat(path.join(folder, name)).then(
    (facts) => ({ name, sizeBytes: facts.size, modifiedAt: facts.mtime }),
    () => null,
  );
}

export function readUploadedFile(folder: string, name: string): AsyncIterable<Buffer> {
  return createReadStream(path.join(folder, name), { highWaterMark: 256 * 1024 });
}

/** Only names that `listUploadedFiles` makes: no way out of the folder. */
export function isSafeName(name: string): boolean {
  return /^(?:[\w-]+\/)*[\w-]+(?:\.\w+)?$/.test(name) && addressOf(name) !== null;
}

/** Complete under its name or not there at all; an existing file is replaced by the same content. */
export async function writeUploadedFile(
  folder: string,
  name: string,
  content: AsyncIterable<Buffer>,
): Promise<{ sha256: string }> {
  const target = path.join(folder, name);
  await mkdir(path.dirname(target), { recursive: true });
  const unfinished = `${target}.${randomBytes(4).toString('hex')}.restoring`;
  const hash = createHash('sha256');
  const handle = await open(unfinished, 'wx', 0o600);
  try {
    for await (const chunk of content) {
      hash.update(chunk);
      await handle.write(chunk);
    }
    await handle.sync();
    await handle.close();
    await rename(unfinished, target);
  } catch (error) {
    await handle.close().catch(() => undefined);
    await rm(unfinished, { force: true });
    throw error;
  }
  return { sha256: hash.digest('hex') };
}

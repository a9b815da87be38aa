/** Files under their SHA-256, one folder a court: `<folder>/<court>/<first two characters>/<sha256>`. */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat, utimes } from 'node:fs/promises';
import path from 'node:path';
import { errorCodeOf } from '../error-code.ts';

/** Where uploads are until they are kept; below the same folder, because a rename must not cross file systems. */
export const INCOMING_FOLDER = 'incoming';
export const INCOMING_PREFIX = 'incoming-';

export interface ContentAddress {
  readonly courtId: number;
  readonly sha256: string;
}

/** Throws TypeError on anything but a court's number and 64 hexadecimal digits. */
export function contentPath(folder: string, { courtId, sha256 }: ContentAddress): string {
  if (!Number.isInteger(courtId) || !/^[0-9a-f]{64}$/.test(sha256))
    throw new TypeError('not a content address');
  return path.join(folder, String(courtId), sha256.slice(0, 2), sha256);
}

async function syncToDisk(target: string): Promise<void> {
  const handle = await open(target, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function touchIfThere(target: string): Promise<boolean> {
  const now = new Date();
  return utimes(target, now, now).then(
    () => true,
    (error: unknown) => {
      if (errorCodeOf(error) === 'ENOENT') return false;
      throw error;
    },
  );
}

/**
 * Moves a received file to its address; after this it survives a power cut. The same content is kept once a court,
 * and its time is renewed so that a sweep does not take it for a leftover.
 */
export async function keepContent(
  folder: string,
  address: ContentAddress,
  temporaryPath: string,
): Promise<void> {
  const target = contentPath(folder, address);
  if (await touchIfThere(target)) return;
  await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
  await syncToDisk(temporaryPath);
  await rename(temporaryPath, target);
  await syncToDisk(path.dirname(target));
}

/** Keeps bytes that are in memory, under the SHA-256 that the caller took of them. */
export async function keepBytes(folder: string, address: ContentAddress, bytes: Uint8Array): Promise<void> {
  const incoming = path.join(folder, INCOMING_FOLDER);
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  const temporaryPath = path.join(incoming, `${INCOMING_PREFIX}${randomUUID()}`);
  const handle = await open(temporaryPath, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
  } finally {
    await handle.close();
  }
  await keepContent(folder, address, temporaryPath);
  // Where the same content was kept before, the copy is still here.
  await rm(temporaryPath, { force: true });
}

export type ContentState = 'intact' | 'damaged' | 'missing';

/** Reads the content once and compares its checksum. */
export async function checkContent(folder: string, address: ContentAddress): Promise<ContentState> {
  const target = contentPath(folder, address);
  try {
    await stat(target);
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(target)) hash.update(chunk as Buffer);
    return hash.digest('hex') === address.sha256 ? 'intact' : 'damaged';
  } catch (error) {
    if (errorCodeOf(error) === 'ENOENT') return 'missing';
    throw error;
  }
}

export function readContent(folder: string, address: ContentAddress): AsyncIterable<Uint8Array> {
  return createReadStream(contentPath(folder, address), { highWaterMark: 256 * 1024 });
}

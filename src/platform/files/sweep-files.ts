import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { errorCodeOf } from '../error-code.ts';
import { contentPath, INCOMING_FOLDER, INCOMING_PREFIX, type ContentAddress } from './content-store.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const CHECKED_AT_ONCE = 1000;

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: unknown) => {
    if (errorCodeOf(error) === 'ENOENT' || errorCodeOf(error) === 'ENOTDIR') return [];
    throw error;
  });
}

async function isOlder(target: string, thanMs: number): Promise<boolean> {
  return stat(target).then(
    (facts) => facts.mtimeMs < thanMs,
    () => false,
  );
}

async function* oldContents(folder: string, beforeMs: number): AsyncGenerator<ContentAddress> {
  for (const court of await namesIn(folder)) {
    if (!/^\d{1,10}$/.test(court)) continue;
    for (const beginning of await namesIn(path.join(folder, court))) {
      for (const sha256 of await namesIn(path.join(folder, court, beginning))) {
        if (!/^[0-9a-f]{64}$/.test(sha256)) continue;
        const address = { courtId: Number(court), sha256 };
        if (await isOlder(contentPath(folder, address), beforeMs)) yield address;
      }
    }
  }
}

async function removeUnreferenced(
  folder: string,
  addresses: readonly ContentAddress[],
  beforeMs: number,
  listReferenced: ListReferenced,
): Promise<number> {
  const referenced = new Set(await listReferenced(addresses.map(({ sha256 }) => sha256)));
  let removed = 0;
  for (const address of addresses) {
    const target = contentPath(folder, address);
    const isKept = referenced.has(`${address.courtId} ${address.sha256}`);
    // An upload of the same content renews the time before it refers to it.
    if (isKept || !(await isOlder(target, beforeMs))) continue;
    await rm(target, { force: true });
    removed += 1;
  }
  return removed;
}

/** Answers `<court> <sha256>` for each of the contents that a row refers to, in whatever court. */
export type ListReferenced = (sha256s: readonly string[]) => Promise<readonly string[]>;

/**
 * Removes what uploads left behind that were broken off or rolled back: unfinished files, and contents that nothing
 * refers to, each when it is older than a day. Answers how many.
 */
export async function sweepFiles(
  folder: string,
  now: Date,
  listReferenced: ListReferenced,
): Promise<{ unfinished: number; unreferenced: number }> {
  const beforeMs = now.getTime() - DAY_MS;
  let unfinished = 0;
  for (const name of await namesIn(path.join(folder, INCOMING_FOLDER))) {
    const target = path.join(folder, INCOMING_FOLDER, name);
    if (!name.startsWith(INCOMING_PREFIX) || !(await isOlder(target, beforeMs))) continue;
    await rm(target, { force: true });
    unfinished += 1;
  }
  let unreferenced = 0;
  let batch: ContentAddress[] = [];
  for await (const address of oldContents(folder, beforeMs)) {
    batch.push(address);
    if (batch.length < CHECKED_AT_ONCE) continue;
    unreferenced += await removeUnreferenced(folder, batch, beforeMs, listReferenced);
    batch = [];
  }
  if (batch.length > 0) unreferenced += await removeUnreferenced(folder, batch, beforeMs, listReferenced);
  return { unfinished, unreferenced };
}

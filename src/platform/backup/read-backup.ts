/** Reads a backup from its file, and proves it whole before anything is restored. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import type { z } from 'zod';
import { Refusal } from '../errors.ts';
import {
  BACKUP_FORMAT_VERSION,
  backupHeader,
  backupSummary,
  FILES_PREFIX,
  HEADER_NAME,
  MANIFEST_NAME,
  SUMMARY_NAME,
  type BackupHeader,
  type BackupSummary,
} from './backup-format.ts';
import { refuseBackup } from './backup-refusals.ts';
import { readTar, TarDamaged, type TarEntry } from './tar-reader.ts';
import { isSafeName } from './uploaded-files.ts';

export interface VerifiedBackup {
  readonly header: BackupHeader;
  readonly summary: BackupSummary;
}

/** The entries of the file, in order. A damaged file ends in TarDamaged or an error of the decompressor. */
export async function* openBackup(file: string): AsyncGenerator<TarEntry> {
  const compressed = createReadStream(file);
  const plain = createGunzip();
  compressed.on('error', (error) => plain.destroy(error));
  try {
    yield* readTar(compressed.pipe(plain));
  } finally {
    compressed.destroy();
    plain.destroy();
  }
}

async function contentOf(entry: TarEntry): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of entry.content) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function hashContent(entry: TarEntry): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of entry.content) hash.update(chunk);
  return hash.digest('hex');
}

function isKnownPlace(name: string, header: BackupHeader): boolean {
  if (name.startsWith(FILES_PREFIX)) return isSafeName(name.slice(FILES_PREFIX.length));
  return header.tables.some((table) => name.startsWith(`${table.folder}/`));
}

function parse<T extends z.ZodType>(schema: T, text: Buffer, name: string): z.output<T> {
  try {
    return schema.parse(JSON.parse(text.toString('utf8')));
  } catch {
    throw new TarDamaged(`${name} cannot be read`);
  }
}

async function readWhole(file: string): Promise<VerifiedBackup> {
  const hash = createHash('sha256');
  let header: BackupHeader | undefined;
  let summary: BackupSummary | undefined;
  let manifest: Buffer | undefined;
  for await (const entry of openBackup(file)) {
    if (manifest !== undefined) throw new TarDamaged('something follows the manifest');
    if (entry.name === MANIFEST_NAME) {
      manifest = await contentOf(entry);
      continue;
    }
    let sha256: string;
    if (entry.name === HEADER_NAME || entry.name === SUMMARY_NAME) {
      const content = await contentOf(entry);
      sha256 = createHash('sha256').update(content).digest('hex');
      if (entry.name === HEADER_NAME) header = parse(backupHeader, content, entry.name);
      else summary = parse(backupSummary, content, entry.name);
    } else {
      if (header === undefined || !isKnownPlace(entry.name, header))
        throw new TarDamaged(`unknown entry ${entry.name}`);
      sha256 = await hashContent(entry);
    }
    hash.update(`${sha256}  ${entry.name}\n`);
  }
  if (!header || !summary || !manifest) throw new TarDamaged('the end is missing');
  if (hash.digest('hex') !== createHash('sha256').update(manifest).digest('hex')) {
    throw new TarDamaged('the content does not match the manifest');
  }
  if (header.formatVersion > BACKUP_FORMAT_VERSION) {
    throw refuseBackup('BACKUP_FORMAT_NEWER', {
      version: header.migrations.at(-1)?.number ?? 0,
      programVersion: BACKUP_FORMAT_VERSION,
    });
  }
  return { header, summary };
}

/**
 * Reads the file once to its end and checks every hash. Throws Refusal: BACKUP_FILE_MISSING, BACKUP_DAMAGED,
 * BACKUP_FORMAT_NEWER.
 */
export async function verifyBackup(file: string): Promise<VerifiedBackup> {
  await access(file).catch(() => Promise.reject(refuseBackup('BACKUP_FILE_MISSING', { file })));
  try {
    return await readWhole(file);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const detail = error instanceof Error ? error.message : String(error);
    throw refuseBackup('BACKUP_DAMAGED', { file, detail });
  }
}

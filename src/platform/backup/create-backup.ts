/** Writes a backup: every table in one snapshot, the sequences, the uploaded files. The system may go on working. */
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { access, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type pg from 'pg';
import { errorCodeOf } from '../error-code.ts';
import type { Sentence } from '../errors.ts';
import {
  BACKUP_FORMAT,
  BACKUP_FORMAT_VERSION,
  FILES_PREFIX,
  HEADER_NAME,
  MANIFEST_NAME,
  SUMMARY_NAME,
  type BackupHeader,
  type BackupTable,
  type TableSummary,
} from './backup-format.ts';
import { refuseBackup } from './backup-refusals.ts';
import { copyRowsOut, openCopySession } from './copy-session.ts';
import { listMigrations, listTables, readSequences } from './database-catalog.ts';
import { tarEnd, tarHeader, tarPadding } from './tar-writer.ts';
import { addressOf, describeUploadedFile, listUploadedFiles, readUploadedFile } from './uploaded-files.ts';

const PART_BYTES = 4 * 1024 * 1024;
/** Rows shrink tenfold at this level already, at three times the speed of the default. */
const GZIP_LEVEL = 3;

export interface BackupRequest {
  readonly ownerUrl: string;
  /** Folder of the uploaded files; may be absent. */
  readonly filesFolder: string;
  /** Where the backup goes; nothing may be there yet. */
  readonly target: string;
  readonly now: Date;
  readonly say?: (sentence: Sentence) => void;
}

export interface BackupResult {
  readonly tableCount: number;
  readonly rowCount: number;
  readonly fileCount: number;
  readonly sizeBytes: number;
  /** Uploaded files whose content is no longer what their name says; they are in the backup as they are. */
  readonly damagedFiles: readonly string[];
}

/** Makes the bytes of the tar file, and keeps the manifest of what went out. */
class BackupStream {
  private readonly manifest: string[] = [];
  readonly tables: TableSummary[] = [];
  readonly damagedFiles: string[] = [];
  fileCount = 0;
  private fileBytes = 0;

  constructor(
    private readonly client: pg.Client,
    private readonly request: BackupRequest,
  ) {}

  private *entry(name: string, content: Buffer): Generator<Buffer> {
    this.manifest.push(`${createHash('sha256').update(content).digest('hex')}  ${name}\n`);
    yield tarHeader(name, content.length, this.request.now);
    yield content;
    yield tarPadding(content.length);
  }

  private async *table(table: BackupTable): AsyncGenerator<Buffer> {
    const hash = createHash('sha256');
    const rows = copyRowsOut(this.client, table);
    let [part, partBytes, sizeBytes, parts]: [Buffer[], number, number, number] = [[], 0, 0, 0];
    const name = () => `${table.folder}/${String((parts += 1)).padStart(6, '0')}.copy`;
    for await (const chunk of rows) {
      hash.update(chunk);
      part.push(chunk);
      partBytes += chunk.length;
      sizeBytes += chunk.length;
      if (partBytes < PART_BYTES) continue;
      yield* this.entry(name(), Buffer.concat(part));
      [part, partBytes] = [[], 0];
    }
    if (partBytes > 0) yield* this.entry(name(), Buffer.concat(part));
    const sha256 = hash.digest('hex');
    this.tables.push({ schema: table.schema, name: table.name, rowCount: rows.rowCount, sizeBytes, sha256 });
  }

  private async *uploadedFile(name: string): AsyncGenerator<Buffer> {
    const file = await describeUploadedFile(this.request.filesFolder, name);
    if (file === null) return;
    const hash = createHash('sha256');
    let sent = 0;
    yield tarHeader(`${FILES_PREFIX}${name}`, file.sizeBytes, file.modifiedAt);
    for await (const chunk of readUploadedFile(this.request.filesFolder, name)) {
      hash.update(chunk);
      sent += chunk.length;
      yield chunk;
    }
    if (sent !== file.sizeBytes) throw new Error(`the file ${name} changed while it was read`);
    yield tarPadding(file.sizeBytes);
    const sha256 = hash.digest('hex');
    if (sha256 !== addressOf(name)) this.damagedFiles.push(name);
    this.manifest.push(`${sha256}  ${FILES_PREFIX}${name}\n`);
    this.fileCount += 1;
    this.fileBytes += file.sizeBytes;
  }

  async *bytes(header: BackupHeader): AsyncGenerator<Buffer> {
    const { say = () => undefined, filesFolder } = this.request;
    yield* this.entry(HEADER_NAME, Buffer.from(JSON.stringify(header, null, 1)));
    for (const table of header.tables) yield* this.table(table);
    // Read after the rows: a sequence may be ahead of the snapshot and never behind it.
    const sequences = await readSequences(this.client);
    await this.client.query('commit');
    const files = await listUploadedFiles(filesFolder);
    say({ zh: `备份附件 ${files.length} 个`, en: `Backing up ${files.length} uploaded files` });
    for (const name of files) yield* this.uploadedFile(name);
    const { tables, fileCount, fileBytes } = this;
    yield* this.entry(
      SUMMARY_NAME,
      Buffer.from(JSON.stringify({ tables, sequences, fileCount, fileBytes }, null, 1)),
    );
    yield* this.entry(MANIFEST_NAME, Buffer.from(this.manifest.join('')));
    yield tarEnd();
  }
}

async function readBackupHeader(client: pg.Client, now: Date): Promise<BackupHeader> {
  const tables = await listTables(client);
  if (!tables.some((table) => table.isMigrationRunners)) throw refuseBackup('BACKUP_NOTHING_THERE');
  const migrations = await listMigrations(client);
  if (migrations.length === 0) throw refuseBackup('BACKUP_NOTHING_THERE');
  return {
    format: BACKUP_FORMAT,
    formatVersion: BACKUP_FORMAT_VERSION,
    createdAt: now.toISOString(),
    migrations,
    tables: tables
      .filter((table) => !table.isMigrationRunners)
      .map(({ schema, name, columns }, index) => {
        const safe = `${schema}.${name}`.replaceAll(/[^\w.-]/g, '_');
        return {
          schema,
          name,
          columns: [...columns],
          folder: `tables/${String(index + 1).padStart(4, '0')}-${safe}`,
        };
      }),
  };
}

async function requireFreeTarget(target: string): Promise<void> {
  const exists = await access(target).then(
    () => true,
    () => false,
  );
  if (exists) throw refuseBackup('BACKUP_TARGET_EXISTS', { file: target });
  await mkdir(path.dirname(target), { recursive: true });
}

async function syncFile(file: string): Promise<void> {
  const handle = await open(file, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function explain(error: unknown, target: string): unknown {
  const code = errorCodeOf(error);
  if (code === '42501') return refuseBackup('BACKUP_ROWS_HIDDEN');
  if (!['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'ENOTDIR', 'EEXIST', 'EISDIR'].includes(code))
    return error;
  return refuseBackup('BACKUP_TARGET_UNWRITABLE', { file: target, reason: code });
}

/**
 * Complete under its name, readable by us alone, or not there at all. Throws Refusal (BACKUP_…) when the target exists
 * or cannot be written, when the database has no schema of ours, or when the account does not see every row.
 */
export async function createBackup(request: BackupRequest): Promise<BackupResult> {
  const { target } = request;
  const unfinished = `${target}.unfinished`;
  let client: pg.Client | undefined;
  try {
    await requireFreeTarget(target);
    client = await openCopySession(request.ownerUrl);
    await client.query('begin transaction isolation level repeatable read, read only');
    const header = await readBackupHeader(client, request.now);
    request.say?.({
      zh: `备份 ${header.tables.length} 张表`,
      en: `Backing up ${header.tables.length} tables`,
    });
    const stream = new BackupStream(client, request);
    await pipeline(
      Readable.from(stream.bytes(header), { objectMode: false, highWaterMark: 1024 * 1024 }),
      createGzip({ level: GZIP_LEVEL }),
      createWriteStream(unfinished, { mode: 0o600 }),
    );
    await syncFile(unfinished);
    await rename(unfinished, target);
    return {
      tableCount: header.tables.length,
      rowCount: stream.tables.reduce((sum, table) => sum + table.rowCount, 0),
      fileCount: stream.fileCount,
      sizeBytes: (await stat(target)).size,
      damagedFiles: stream.damagedFiles,
    };
  } catch (error) {
    throw explain(error, target);
  } finally {
    await rm(unfinished, { force: true }).catch(() => undefined);
    await client?.end().catch(() => undefined);
  }
}

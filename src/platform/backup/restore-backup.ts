/** Restores a backup into an empty database and a folder of uploaded files: all of it, or nothing. */
import path from 'node:path';
import pg from 'pg';
import type { Sentence } from '../errors.ts';
import { migrate, readMigrations, type MigrationFile } from '../migrations.ts';
import { FILES_PREFIX, type AppliedMigration, type BackupTable } from './backup-format.ts';
import { refuseBackup } from './backup-refusals.ts';
import { openCopySession } from './copy-session.ts';
import { openTableLoader, type TableLoader } from './load-tables.ts';
import { openBackup, verifyBackup, type VerifiedBackup } from './read-backup.ts';
import { claimEmptyDatabase, forgetRestore, noteMigratedRows } from './restore-target.ts';
import { addressOf, writeUploadedFile } from './uploaded-files.ts';

export interface RestoreRequest {
  readonly ownerUrl: string;
  readonly filesFolder: string;
  readonly migrationsFolder: string;
  readonly file: string;
  readonly say?: (sentence: Sentence) => void;
}

export interface RestoreResult {
  readonly tableCount: number;
  readonly rowCount: number;
  readonly fileCount: number;
  /** When the backup was made, ISO instant. */
  readonly createdAt: string;
}

function requireKnownMigrations(wanted: readonly AppliedMigration[], known: readonly MigrationFile[]): void {
  const version = wanted.at(-1)?.number ?? 0;
  const programVersion = known.at(-1)?.number ?? 0;
  if (version > programVersion) throw refuseBackup('BACKUP_FORMAT_NEWER', { version, programVersion });
  const odd = wanted.find((row) => known.find((file) => file.number === row.number)?.sha256 !== row.sha256);
  if (odd) throw refuseBackup('BACKUP_MIGRATION_DIFFERS', { name: odd.name });
}

function tableOf(tables: readonly BackupTable[], name: string): BackupTable | undefined {
  return tables.find((table) => name.startsWith(`${table.folder}/`));
}

/** Second pass over the file. Files already written stay when it fails: they bear the name of their content. */
async function pour(request: RestoreRequest, { header }: VerifiedBackup, loader: TableLoader): Promise<void> {
  for await (const entry of openBackup(request.file)) {
    const table = tableOf(header.tables, entry.name);
    if (table !== undefined) {
      for await (const chunk of entry.content) await loader.write(table, chunk);
    } else if (entry.name.startsWith(FILES_PREFIX)) {
      const name = entry.name.slice(FILES_PREFIX.length);
      const { sha256 } = await writeUploadedFile(request.filesFolder, name, entry.content);
      if (sha256 !== addressOf(name)) {
        request.say?.({
          zh: `附件 ${name} 在备份前已损坏，内容与编号不符`,
          en: `The uploaded file ${name} was damaged before the backup: its content is not what its name says`,
        });
      }
    }
  }
}

async function load(client: pg.Client, request: RestoreRequest, backup: VerifiedBackup): Promise<void> {
  await client.query('begin');
  let loader: TableLoader | undefined;
  try {
    loader = await openTableLoader(client, backup.header.tables);
    await pour(request, backup, loader);
    request.say?.({ zh: '核对写入的数据', en: 'Reading back what was written' });
    await loader.finish(backup.summary);
    await forgetRestore(client);
    await client.query('commit');
  } catch (error) {
    await loader?.abandon();
    await client.query('rollback').catch(() => undefined);
    if (!(error instanceof pg.DatabaseError) || error.code === undefined || !/^2[23]/.test(error.code))
      throw error;
    // A row or a reference that the schema does not take.
    const detail = [error.message, error.table, error.constraint]
      .filter((part) => part !== undefined)
      .join(', ');
    throw refuseBackup('RESTORE_NOT_IDENTICAL', { detail });
  }
}

/**
 * Proves the backup whole, migrates the empty database to its version, loads, compares every table's SHA-256, and
 * migrates on to this program's version. Throws Refusal (BACKUP_…, RESTORE_…) and leaves the database without data; the
 * same command may be given again, also after a kill.
 */
export async function restoreBackup(request: RestoreRequest): Promise<RestoreResult> {
  const { say = () => undefined, ownerUrl, migrationsFolder } = request;
  say({ zh: `检查备份 ${path.basename(request.file)}`, en: `Checking ${path.basename(request.file)}` });
  const backup = await verifyBackup(request.file);
  const { header, summary } = backup;
  requireKnownMigrations(header.migrations, await readMigrations(migrationsFolder));
  const client = await openCopySession(ownerUrl);
  try {
    await claimEmptyDatabase(client);
    await migrate(ownerUrl, migrationsFolder, say, header.migrations.at(-1)?.number ?? 0);
    await noteMigratedRows(client);
    say({ zh: `恢复 ${header.tables.length} 张表`, en: `Restoring ${header.tables.length} tables` });
    await load(client, request, backup);
    await migrate(ownerUrl, migrationsFolder, say);
    await client.query('analyze');
  } finally {
    await client.end().catch(() => undefined);
  }
  return {
    tableCount: header.tables.length,
    rowCount: summary.tables.reduce((sum, table) => sum + table.rowCount, 0),
    fileCount: summary.fileCount,
    createdAt: header.createdAt,
  };
}

/**
 * A backup is one `.tar.gz` that any tar opens:
 *
 *     header.json               format, time, migrations, tables with their columns
 *     tables/0001-public.x/…    rows of a table as PostgreSQL's COPY text, in parts
 *     files/…                   the uploaded files, as they lie under DATA_DIR/files
 *     summary.json              rows and SHA-256 of each table, values of the sequences
 *     manifest.sha256           SHA-256 of every entry above, in the form `sha256sum -c` takes
 */
import { z } from 'zod';

export const BACKUP_FORMAT = 'court-custody-backup';
export const BACKUP_FORMAT_VERSION = 1;

export const HEADER_NAME = 'header.json';
export const SUMMARY_NAME = 'summary.json';
export const MANIFEST_NAME = 'manifest.sha256';
export const FILES_PREFIX = 'files/';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const backupTable = z.object({
  schema: z.string(),
  name: z.string(),
  columns: z.array(z.string()),
  /** Folder of its parts inside the backup. */
  folder: z.string().regex(/^tables\/\d{4}-[\w.-]+$/),
});
export type BackupTable = z.infer<typeof backupTable>;

export const appliedMigration = z.object({ number: z.int().min(1), name: z.string(), sha256 });
export type AppliedMigration = z.infer<typeof appliedMigration>;

export const backupHeader = z.object({
  format: z.literal(BACKUP_FORMAT),
  formatVersion: z.int(),
  createdAt: z.iso.datetime(),
  migrations: z.array(appliedMigration).min(1),
  tables: z.array(backupTable),
});
export type BackupHeader = z.infer<typeof backupHeader>;

export const tableSummary = z.object({
  schema: z.string(),
  name: z.string(),
  rowCount: z.int().min(0),
  sizeBytes: z.int().min(0),
  /** Of the table's whole COPY text. */
  sha256,
});
export type TableSummary = z.infer<typeof tableSummary>;

export const sequenceValue = z.object({
  schema: z.string(),
  name: z.string(),
  /** Decimal string: sequences reach beyond the safe integers. */
  lastValue: z.string().regex(/^-?\d+$/),
  isCalled: z.boolean(),
});
export type SequenceValue = z.infer<typeof sequenceValue>;

export const backupSummary = z.object({
  tables: z.array(tableSummary),
  sequences: z.array(sequenceValue),
  fileCount: z.int().min(0),
  fileBytes: z.int().min(0),
});
export type BackupSummary = z.infer<typeof backupSummary>;

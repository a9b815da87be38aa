/** Rows of imports. */
import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../platform/database.ts';
import type { ImportHead, ImportProgress, ImportResult } from './answers.contract.ts';
import type { ImportSettings, ReadingChoices } from './import-settings.ts';
import type { MappedColumn } from './mapping.ts';
import type { ImportState } from './rules.ts';

export interface ImportRun {
  readonly courtId: number;
  readonly id: string;
  readonly target: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly state: ImportState;
  readonly version: number;
  readonly reading: ReadingChoices;
  readonly head: ImportHead | null;
  readonly columns: readonly MappedColumn[] | null;
  readonly settings: ImportSettings;
  readonly progress: ImportProgress | null;
  readonly result: ImportResult | null;
  readonly refusal: { readonly code: string; readonly zh: string; readonly en: string } | null;
  readonly createdBy: string;
  readonly createdByName: string;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
  readonly fileKeptUntil: Date;
}

const COLUMNS =
  sql.raw(`run.court_id as "courtId", run.id, run.target, run.file_name as "fileName", run.sha256,
  run.size_bytes as "sizeBytes", run.state, run.version, run.reading, run.head, run.columns, run.settings, run.progress,
  run.result, run.refusal, run.created_by as "createdBy", person.full_name as "createdByName",
  run.created_at as "createdAt", run.finished_at as "finishedAt", run.file_kept_until as "fileKeptUntil"`);

export async function insertImportRun(
  trx: TenantTransaction,
  run: Omit<
    ImportRun,
    'head' | 'columns' | 'progress' | 'result' | 'refusal' | 'createdByName' | 'finishedAt' | 'version'
  >,
): Promise<void> {
  await trx
    .insertInto('import_runs')
    .values({
      court_id: run.courtId,
      id: run.id,
      target: run.target,
      file_name: run.fileName,
      sha256: run.sha256,
      size_bytes: run.sizeBytes,
      state: run.state,
      reading: JSON.stringify(run.reading),
      settings: JSON.stringify(run.settings),
      created_by: run.createdBy,
      created_at: run.createdAt,
      updated_at: run.createdAt,
      file_kept_until: run.fileKeptUntil,
    })
    .execute();
}

export async function findImportRun(
  reader: TenantReader,
  courtId: number,
  importId: string,
): Promise<ImportRun | undefined> {
  const { rows } = await sql<ImportRun>`select ${COLUMNS} from import_runs run
    join people person on person.id = run.created_by
    where run.court_id = ${courtId} and run.id = ${importId}`.execute(reader);
  return rows[0];
}

export async function lockImportRun(
  trx: TenantTransaction,
  courtId: number,
  importId: string,
): Promise<ImportRun | undefined> {
  const { rows } = await sql<ImportRun>`select ${COLUMNS} from import_runs run
    join people person on person.id = run.created_by
    where run.court_id = ${courtId} and run.id = ${importId} for update of run`.execute(trx);
  return rows[0];
}

export interface RunPosition {
  readonly at: string;
  readonly id: string;
}

export async function listImportRuns(
  reader: TenantReader,
  courtId: number,
  targets: readonly string[],
  after: RunPosition | null,
  limit: number,
): Promise<ImportRun[]> {
  const { rows } = await sql<ImportRun>`select ${COLUMNS} from import_runs run
    join people person on person.id = run.created_by
    where run.court_id = ${courtId} and run.target = any(${targets}::text[])
      and (${after === null} or (run.created_at, run.id) < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid))
    order by run.created_at desc, run.id desc limit ${limit}`.execute(reader);
  return rows;
}

/** The newest import of the same content that was done, other than this one. */
export async function findEarlierImport(
  reader: TenantReader,
  run: Pick<ImportRun, 'courtId' | 'id' | 'sha256' | 'target'>,
): Promise<{ id: string; finishedAt: Date } | undefined> {
  const { rows } = await sql<{ id: string; finishedAt: Date }>`
    select id, finished_at as "finishedAt" from import_runs
    where court_id = ${run.courtId} and sha256 = ${run.sha256} and target = ${run.target} and id <> ${run.id}
      and state = 'done' and finished_at is not null
    order by finished_at desc limit 1`.execute(reader);
  return rows[0];
}

/** What a step changes; what is absent stays. */
export interface RunChange {
  readonly state: ImportState;
  readonly reading?: ReadingChoices;
  readonly head?: ImportHead | null;
  readonly columns?: readonly MappedColumn[] | null;
  readonly settings?: ImportSettings;
  readonly result?: ImportResult | null;
  readonly refusal?: ImportRun['refusal'];
  readonly finishedAt?: Date;
  readonly fileKeptUntil?: Date;
}

const json = (value: unknown) => (value === null ? null : JSON.stringify(value));

/** A step begins or ends: the version rises and the progress of the step before is gone. */
export async function updateImportRun(
  trx: TenantTransaction,
  courtId: number,
  importId: string,
  now: Date,
  change: RunChange,
): Promise<void> {
  await trx
    .updateTable('import_runs')
    .set({
      state: change.state,
      progress: null,
      updated_at: now,
      version: sql<number>`version + 1`,
      ...(change.reading === undefined ? {} : { reading: JSON.stringify(change.reading) }),
      ...(change.head === undefined ? {} : { head: json(change.head) }),
      ...(change.columns === undefined ? {} : { columns: json(change.columns) }),
      ...(change.settings === undefined ? {} : { settings: JSON.stringify(change.settings) }),
      ...(change.result === undefined ? {} : { result: json(change.result) }),
      ...(change.refusal === undefined ? {} : { refusal: json(change.refusal) }),
      ...(change.finishedAt === undefined ? {} : { finished_at: change.finishedAt }),
      ...(change.fileKeptUntil === undefined ? {} : { file_kept_until: change.fileKeptUntil }),
    })
    .where('court_id', '=', courtId)
    .where('id', '=', importId)
    .execute();
}

/** Only while the step is still at work: a late report never comes after its end. */
export async function updateImportProgress(
  trx: TenantTransaction,
  courtId: number,
  importId: string,
  now: Date,
  progress: ImportProgress,
): Promise<void> {
  await trx
    .updateTable('import_runs')
    .set({ progress: JSON.stringify(progress), updated_at: now })
    .where('court_id', '=', courtId)
    .where('id', '=', importId)
    .where('state', 'in', ['reading', 'checking', 'importing'])
    .execute();
}

/** Any number that no other lock uses. */
export const IMPORT_LOCK = 7_350_107;

/** Until the end of the transaction no other import writes into the court. */
export async function lockImporting(trx: TenantTransaction, courtId: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(${IMPORT_LOCK}, ${courtId})`.execute(trx);
}

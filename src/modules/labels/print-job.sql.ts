/** Rows of print jobs. */
import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../platform/database.ts';
import type { ItemCodeKind } from '../item-codes/item-code.ts';
import type { ReplacementReason } from '../item-codes/label-version.ts';
import type { Dpi } from './drawing/display-list.ts';
import type { CodeForm, LabelCounts, PrintJobState, PrintOutput, PrintPurpose } from './print-job.rules.ts';
import type { LabelTemplate } from './template.contract.ts';

/** How the labels are printed, as it was when the job was made. */
export interface PrintSettings {
  /** Over the network; otherwise a file for whoever prints it. */
  readonly isSent: boolean;
  readonly copies: number;
  readonly skipCells: number;
  readonly codeForm: CodeForm;
  readonly replacementReason: ReplacementReason | null;
  readonly dpi: Dpi;
  readonly offsetMm: { readonly x: number; readonly y: number };
  readonly gapMm: number;
  readonly darkness: number | null;
  readonly speedMmPerSecond: number | null;
}

export interface JobFailure {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

export interface PrintJobRow {
  readonly courtId: number;
  readonly id: string;
  readonly printerId: string | null;
  readonly printerName: string | null;
  /** Where the printer is reached now; null: nothing is sent. */
  readonly host: string | null;
  readonly port: number | null;
  readonly output: PrintOutput;
  readonly purpose: PrintPurpose;
  readonly reason: string | null;
  readonly kind: ItemCodeKind;
  readonly batchId: string | null;
  readonly templateKey: string;
  readonly templateVersion: number;
  readonly template: LabelTemplate;
  readonly settings: PrintSettings;
  readonly state: PrintJobState;
  readonly labelCount: number;
  readonly counts: LabelCounts;
  readonly failure: JobFailure | null;
  readonly createdBy: string;
  readonly createdByName: string;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly version: number;
}

const COLUMNS = sql.raw(`job.court_id as "courtId", job.id, job.printer_id as "printerId",
  job.printer_name as "printerName", printer.host, printer.port, job.output, job.purpose, job.reason, job.kind,
  job.batch_id as "batchId", job.template_key as "templateKey", job.template_version as "templateVersion",
  job.template, job.settings, job.state, job.label_count as "labelCount", counted.counts, job.failure,
  job.created_by as "createdBy", job.created_by_name as "createdByName", job.created_at as "createdAt",
  job.started_at as "startedAt", job.finished_at as "finishedAt", job.version`);

const FROM = sql.raw(`from print_jobs job
  left join printers printer on printer.court_id = job.court_id and printer.id = job.printer_id
  cross join lateral (
    select json_build_object(
      'waiting', count(*) filter (where label.state = 'waiting'), 'sent', count(*) filter (where label.state = 'sent'),
      'in_doubt', count(*) filter (where label.state = 'in_doubt'),
      'printed', count(*) filter (where label.state = 'printed'),
      'failed', count(*) filter (where label.state = 'failed'),
      'cancelled', count(*) filter (where label.state = 'cancelled')) as counts
    from print_job_labels label where label.court_id = job.court_id and label.job_id = job.id) counted`);

export async function insertPrintJob(
  trx: TenantTransaction,
  job: Omit<PrintJobRow, 'host' | 'port' | 'counts' | 'failure' | 'startedAt' | 'finishedAt' | 'version'>,
): Promise<void> {
  await trx
    .insertInto('print_jobs')
    .values({
      court_id: job.courtId,
      id: job.id,
      printer_id: job.printerId,
      printer_name: job.printerName,
      output: job.output,
      purpose: job.purpose,
      reason: job.reason,
      kind: job.kind,
      batch_id: job.batchId,
      template_key: job.templateKey,
      template_version: job.templateVersion,
      template: JSON.stringify(job.template),
      settings: JSON.stringify(job.settings),
      state: job.state,
      label_count: job.labelCount,
      created_by: job.createdBy,
      created_by_name: job.createdByName,
      created_at: job.createdAt,
    })
    .execute();
}

export async function findPrintJob(
  reader: TenantReader,
  courtId: number,
  jobId: string,
): Promise<PrintJobRow | undefined> {
  const { rows } = await sql<PrintJobRow>`select ${COLUMNS} ${FROM}
    where job.court_id = ${courtId} and job.id = ${jobId}`.execute(reader);
  return rows[0];
}

export async function lockPrintJob(
  trx: TenantTransaction,
  courtId: number,
  jobId: string,
): Promise<PrintJobRow | undefined> {
  await sql`select from print_jobs where court_id = ${courtId} and id = ${jobId} for update`.execute(trx);
  return findPrintJob(trx, courtId, jobId);
}

export interface JobPosition {
  readonly at: string;
  readonly id: string;
}

/** Newest first. */
export async function listPrintJobRows(
  reader: TenantReader,
  courtId: number,
  page: {
    readonly states: readonly PrintJobState[] | undefined;
    readonly after: JobPosition | null;
    readonly limit: number;
  },
): Promise<PrintJobRow[]> {
  const { states, after } = page;
  const inStates = states === undefined ? sql`` : sql`and job.state = any(${[...states]}::text[])`;
  const behind =
    after === null
      ? sql``
      : sql`and (job.created_at, job.id) < (${after.at}::timestamptz, ${after.id}::uuid)`;
  const { rows } = await sql<PrintJobRow>`select ${COLUMNS} ${FROM}
    where job.court_id = ${courtId} ${inStates} ${behind}
    order by job.created_at desc, job.id desc limit ${page.limit}`.execute(reader);
  return rows;
}

/** How many jobs that are not over stand in each state. */
export async function countOpenJobs(
  reader: TenantReader,
  courtId: number,
): Promise<ReadonlyMap<PrintJobState, number>> {
  const { rows } = await sql<{ state: PrintJobState; count: number }>`
    select state, count(*)::integer as count from print_jobs
    where court_id = ${courtId} and state in ('ready', 'queued', 'sending', 'sent', 'interrupted')
    group by state`.execute(reader);
  return new Map(rows.map(({ state, count }) => [state, count]));
}

/** What a step changes; what is absent stays. */
export interface JobChange {
  readonly state: PrintJobState;
  readonly failure?: JobFailure | null;
  readonly startedAt?: Date;
  readonly finishedAt?: Date | null;
}

export async function updatePrintJob(
  trx: TenantTransaction,
  courtId: number,
  jobId: string,
  change: JobChange,
): Promise<void> {
  await trx
    .updateTable('print_jobs')
    .set({
      state: change.state,
      version: sql<number>`version + 1`,
      ...(change.failure === undefined
        ? {}
        : { failure: change.failure === null ? null : JSON.stringify(change.failure) }),
      ...(change.startedAt === undefined ? {} : { started_at: change.startedAt }),
      ...(change.finishedAt === undefined ? {} : { finished_at: change.finishedAt }),
    })
    .where('court_id', '=', courtId)
    .where('id', '=', jobId)
    .execute();
}

/** The labels of print jobs. */
import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../platform/database.ts';
import type { JobLabelState } from './print-job.rules.ts';

export interface LabelFailure {
  readonly problems: readonly {
    readonly path: string;
    readonly code: string;
    readonly zh: string;
    readonly en: string;
  }[];
}

export interface JobLabelRow {
  readonly position: number;
  readonly code: string;
  readonly version: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly state: JobLabelState;
  readonly failure: LabelFailure | null;
}

const COLUMNS =
  sql.raw(`label.position, label.code, label.label_version as version, label.fields, label.state,
  label.failure`);

/** So many that one statement stays a few hundred kilobytes. */
const ROWS_PER_STATEMENT = 1000;

export async function insertJobLabels(
  trx: TenantTransaction,
  courtId: number,
  jobId: string,
  labels: readonly JobLabelRow[],
): Promise<void> {
  for (let start = 0; start < labels.length; start += ROWS_PER_STATEMENT) {
    const rows = JSON.stringify(labels.slice(start, start + ROWS_PER_STATEMENT));
    await sql`insert into print_job_labels (court_id, job_id, position, code, label_version, fields, state, failure)
      select ${courtId}::integer, ${jobId}::uuid, position, code, version, fields, state, failure
      from jsonb_to_recordset(${rows}::jsonb)
        as label(position integer, code text, version text, fields jsonb, state text, failure jsonb)`.execute(
      trx,
    );
  }
}

/** In the order in which they come out. */
export async function listJobLabels(
  reader: TenantReader,
  courtId: number,
  jobId: string,
  page: {
    readonly states?: readonly JobLabelState[] | undefined;
    readonly code?: string | undefined;
    readonly afterPosition: number;
    readonly toPosition?: number;
    readonly limit: number;
  },
): Promise<JobLabelRow[]> {
  const { states, code, toPosition } = page;
  const { rows } = await sql<JobLabelRow>`select ${COLUMNS} from print_job_labels label
    where label.court_id = ${courtId} and label.job_id = ${jobId} and label.position > ${page.afterPosition}
      ${states === undefined ? sql`` : sql`and label.state = any(${[...states]}::text[])`}
      ${code === undefined ? sql`` : sql`and label.code = ${code}`}
      ${toPosition === undefined ? sql`` : sql`and label.position <= ${toPosition}`}
    order by label.position limit ${page.limit}`.execute(reader);
  return rows;
}

export interface ChangedLabel {
  readonly position: number;
  readonly code: string;
  readonly version: string;
}

/** Changes the state of the labels of a job that stand in one of `from` between two positions; answers which. */
export async function updateJobLabels(
  trx: TenantTransaction,
  courtId: number,
  jobId: string,
  change: {
    readonly from: readonly JobLabelState[];
    readonly to: JobLabelState;
    readonly firstPosition?: number;
    readonly lastPosition?: number;
  },
): Promise<ChangedLabel[]> {
  const { firstPosition, lastPosition } = change;
  const { rows } = await sql<ChangedLabel>`update print_job_labels set state = ${change.to}
    where court_id = ${courtId} and job_id = ${jobId} and state = any(${[...change.from]}::text[])
      ${firstPosition === undefined ? sql`` : sql`and position >= ${firstPosition}`}
      ${lastPosition === undefined ? sql`` : sql`and position <= ${lastPosition}`}
    returning position, code, label_version as version`.execute(trx);
  return rows;
}

/** The last label that was handed over in any attempt; 0: none was. */
export async function findLastHandedOver(
  reader: TenantReader,
  courtId: number,
  jobId: string,
): Promise<number> {
  const { rows } = await sql<{ last: number }>`select coalesce(max(position), 0) as last from print_job_labels
    where court_id = ${courtId} and job_id = ${jobId} and state in ('sent', 'in_doubt', 'printed')`.execute(
    reader,
  );
  return rows[0]?.last ?? 0;
}

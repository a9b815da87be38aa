/**
 * How the label of each code stands: `labels` with every version, and of the newest one `label_version` and
 * `labelled_at` in `item_codes`. Printing changes them here and nowhere else.
 */
import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../platform/database.ts';
import type { ItemCodeKind } from '../item-codes/item-code.ts';
import type { ReplacementReason } from '../item-codes/label-version.ts';
import type { LabelGrounds } from './label.rules.ts';

export interface CodeLabelRow extends Omit<LabelGrounds, 'reprinted' | 'isOneOnly' | 'isUnidentified'> {
  readonly code: string;
  readonly subjectId: string | null;
}

/** Locked in the order of the codes, so that two jobs for the same things never wait for each other. */
export async function lockCodes(
  trx: TenantTransaction,
  courtId: number,
  codes: readonly string[],
): Promise<void> {
  await sql`select from item_codes where court_id = ${courtId} and code = any(${[...codes]}::text[])
    order by code for update`.execute(trx);
}

/** A code that is not of the court is left out. */
export async function listCodeLabels(
  reader: TenantReader,
  courtId: number,
  codes: readonly string[],
): Promise<CodeLabelRow[]> {
  const { rows } = await sql<CodeLabelRow>`
    select code.code, code.voided_at is not null as "isVoid", code.subject_id is not null as "isBound",
      code.label_version as "labelVersion", code.labelled_at is not null as "isLabelled", code.subject_id as "subjectId",
      exists (select from print_job_labels label
        join print_jobs job on job.court_id = label.court_id and job.id = label.job_id
        where label.court_id = code.court_id and label.code = code.code and label.state = 'waiting'
          and job.state in ('ready', 'queued', 'sending', 'interrupted')) as "waitsInJob",
      exists (select from labels label where label.court_id = code.court_id and label.code = code.code
        and label.version = coalesce(code.label_version, '1') and label.printed_at is not null)
      or exists (select from print_job_labels label where label.court_id = code.court_id and label.code = code.code
        and label.label_version = coalesce(code.label_version, '1')
        and label.state in ('sent', 'in_doubt', 'printed')) as "mayBeOut"
    from item_codes code
    where code.court_id = ${courtId} and code.code = any(${[...codes]}::text[])`.execute(reader);
  return rows;
}

export interface BatchRow {
  readonly kind: ItemCodeKind;
  readonly courtName: string;
}

export async function findBatch(
  reader: TenantReader,
  courtId: number,
  batchId: string,
): Promise<BatchRow | undefined> {
  const { rows } = await sql<BatchRow>`select batch.kind, court.name as "courtName" from code_batches batch
    join courts court on court.id = batch.court_id
    where batch.court_id = ${courtId} and batch.id = ${batchId}`.execute(reader);
  return rows[0];
}

/** Codes of a batch that are still blank, in their order. */
export async function listBlankCodes(
  reader: TenantReader,
  courtId: number,
  batchId: string,
): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`select code from item_codes
    where court_id = ${courtId} and batch_id = ${batchId} and subject_id is null and voided_at is null
    order by code`.execute(reader);
  return rows.map(({ code }) => code);
}

interface MadeLabel {
  readonly code: string;
  readonly version: string;
}

const madeLabels = (labels: readonly MadeLabel[]) =>
  sql`unnest(${labels.map(({ code }) => code)}::text[], ${labels.map(({ version }) => version)}::text[])
    as made(code, version)`;

/**
 * The newest label of each code that stands for a thing is this version from now on; a blank one says so when it is
 * known to be printed. A version before it gives way for the reason; what was
 * 已贴标 is so no longer, until the new label is known to be there.
 */
export async function writeNewestLabels(
  trx: TenantTransaction,
  courtId: number,
  now: Date,
  labels: readonly MadeLabel[],
  replacementReason: ReplacementReason,
): Promise<void> {
  const made = madeLabels(labels);
  await sql`update labels label set replaced_at = ${now}, replacement_reason = ${replacementReason}
    from item_codes code join ${made} on made.code = code.code
    where code.court_id = ${courtId} and label.court_id = code.court_id and label.code = code.code
      and label.version = code.label_version and code.label_version <> made.version`.execute(trx);
  await sql`insert into labels (court_id, code, version, created_at)
    select ${courtId}::integer, made.code, made.version, ${now}::timestamptz from ${made}
    on conflict (court_id, code, version) do nothing`.execute(trx);
  await sql`update item_codes code set label_version = made.version, labelled_at = null
    from ${made} where code.court_id = ${courtId} and code.code = made.code
      and code.subject_id is not null and code.label_version is distinct from made.version`.execute(trx);
}

/**
 * Labels of a job that never left: where no copy of the version ever did, the code goes back to the version before,
 * which has given way to nothing.
 */
export async function takeBackLabels(
  trx: TenantTransaction,
  courtId: number,
  labels: readonly MadeLabel[],
): Promise<void> {
  await sql`
    with unmade as (
      select code.code, code.label_version as version,
        (select max(older.version) from labels older where older.court_id = code.court_id
          and older.code = code.code and older.version < code.label_version) as before
      from item_codes code join ${madeLabels(labels)} on made.code = code.code
      where code.court_id = ${courtId} and code.label_version = made.version
        and code.labelled_at is null
        and not exists (select from labels label where label.court_id = code.court_id and label.code = code.code
          and label.version = made.version and label.printed_at is not null)
        and not exists (select from print_job_labels other where other.court_id = code.court_id
          and other.code = code.code and other.label_version = made.version
          and other.state in ('waiting', 'sent', 'in_doubt', 'printed'))
    ), restored as (
      update labels label set replaced_at = null, replacement_reason = null from unmade
      where label.court_id = ${courtId} and label.code = unmade.code and label.version = unmade.before
      returning label.code, label.printed_at
    )
    update item_codes code set label_version = unmade.before,
      labelled_at = greatest(restored.printed_at, case when unmade.before is null then null else code.bound_at end)
    from unmade left join restored on restored.code = unmade.code
    where code.court_id = ${courtId} and code.code = unmade.code`.execute(trx);
}

/** A person said that these labels came out. A thing whose newest label this is counts as 已贴标. */
export async function writePrintedLabels(
  trx: TenantTransaction,
  courtId: number,
  now: Date,
  labels: readonly MadeLabel[],
): Promise<void> {
  const made = madeLabels(labels);
  await sql`update labels label set printed_at = coalesce(label.printed_at, ${now}) from ${made}
    where label.court_id = ${courtId} and label.code = made.code and label.version = made.version`.execute(
    trx,
  );
  await sql`update item_codes code set
      label_version = coalesce(code.label_version, made.version),
      labelled_at = case when code.subject_id is null then null else coalesce(code.labelled_at, ${now}) end
    from ${made} where code.court_id = ${courtId} and code.code = made.code and code.voided_at is null
      and coalesce(code.label_version, made.version) = made.version`.execute(trx);
}

export interface LabelRow {
  readonly version: string;
  readonly createdAt: Date;
  readonly printedAt: Date | null;
  readonly replacedAt: Date | null;
  readonly replacementReason: ReplacementReason | null;
}

/** Newest first; what was taken back without ever being printed is no label. */
export async function listLabelsOfCode(
  reader: TenantReader,
  courtId: number,
  code: string,
): Promise<LabelRow[]> {
  const { rows } = await sql<LabelRow>`select label.version, label.created_at as "createdAt",
      label.printed_at as "printedAt", label.replaced_at as "replacedAt",
      label.replacement_reason as "replacementReason"
    from labels label join item_codes code on code.code = label.code
    where label.court_id = ${courtId} and label.code = ${code} and label.version <= code.label_version
    order by label.version collate "C" desc`.execute(reader);
  return rows;
}

export interface CodeState {
  readonly labelledAt: Date | null;
  readonly openJobId: string | null;
}

export async function findCodeState(
  reader: TenantReader,
  courtId: number,
  code: string,
): Promise<CodeState | undefined> {
  const { rows } = await sql<CodeState>`select code.labelled_at as "labelledAt",
      (select job.id from print_job_labels label
        join print_jobs job on job.court_id = label.court_id and job.id = label.job_id
        where label.court_id = code.court_id and label.code = code.code
          and label.state in ('waiting', 'sent', 'in_doubt')
          and job.state in ('ready', 'queued', 'sending', 'sent', 'interrupted')
        order by job.created_at desc limit 1) as "openJobId"
    from item_codes code where code.court_id = ${courtId} and code.code = ${code}`.execute(reader);
  return rows[0];
}

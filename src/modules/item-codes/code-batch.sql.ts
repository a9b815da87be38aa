/** Batches of blank labels and their codes. */
import { sql, type RawBuilder } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../platform/database.ts';
import { CODE_COLUMNS, type CodeRow } from './code-directory.sql.ts';
import type { CodeState } from './code-states.ts';
import type { ItemCodeKind } from './item-code.ts';

export interface BatchRow {
  readonly courtId: number;
  readonly id: string;
  readonly kind: ItemCodeKind;
  readonly codeCount: number;
  readonly firstCode: string;
  readonly lastCode: string;
  readonly note: string | null;
  readonly createdByName: string;
  readonly createdAt: Date;
}

export interface CountedBatchRow extends BatchRow {
  readonly issued: number;
  readonly printed: number;
  readonly bound: number;
  readonly void: number;
}

export async function insertBatch(
  trx: TenantTransaction,
  batch: BatchRow & { readonly createdBy: string },
): Promise<void> {
  await sql`insert into code_batches (court_id, id, kind, code_count, first_code, last_code, note, created_by,
      created_by_name, created_at)
    values (${batch.courtId}, ${batch.id}, ${batch.kind}, ${batch.codeCount}, ${batch.firstCode}, ${batch.lastCode},
      ${batch.note}, ${batch.createdBy}, ${batch.createdByName}, ${batch.createdAt})`.execute(trx);
}

const BATCH_COLUMNS =
  sql.raw(`batch.court_id as "courtId", batch.id, batch.kind, batch.code_count as "codeCount",
  batch.first_code as "firstCode", batch.last_code as "lastCode", batch.note,
  batch.created_by_name as "createdByName", batch.created_at as "createdAt"`);

/** A code's state as `codeStateOf` says it. */
const IN_STATE: Record<CodeState, RawBuilder<unknown>> = {
  issued: sql`code.voided_at is null and code.subject_id is null and code.label_version is null`,
  printed: sql`code.voided_at is null and code.subject_id is null and code.label_version is not null`,
  bound: sql`code.voided_at is null and code.subject_id is not null`,
  void: sql`code.voided_at is not null`,
};

const COUNTS = sql`cross join lateral (
  select count(*) filter (where ${IN_STATE.issued})::integer as issued,
    count(*) filter (where ${IN_STATE.printed})::integer as printed,
    count(*) filter (where ${IN_STATE.bound})::integer as bound,
    count(*) filter (where ${IN_STATE.void})::integer as void
  from item_codes code where code.court_id = batch.court_id and code.batch_id = batch.id) counted`;

/** Newest first. */
export async function listBatchRows(
  reader: TenantReader,
  courtId: number,
  page: { readonly after: { readonly at: string; readonly id: string } | null; readonly rowCount: number },
): Promise<CountedBatchRow[]> {
  const { after } = page;
  const position =
    after === null ? sql`` : sql`and (created_at, id) < (${after.at}::timestamptz, ${after.id}::uuid)`;
  const { rows } = await sql<CountedBatchRow>`
    select ${BATCH_COLUMNS}, counted.* from (
      select * from code_batches where court_id = ${courtId} ${position}
      order by created_at desc, id desc limit ${page.rowCount}) batch
    ${COUNTS} order by batch.created_at desc, batch.id desc`.execute(reader);
  return rows;
}

export async function findBatch(
  reader: TenantReader,
  courtId: number,
  batchId: string,
): Promise<CountedBatchRow | undefined> {
  const { rows } = await sql<CountedBatchRow>`
    select ${BATCH_COLUMNS}, counted.* from code_batches batch ${COUNTS}
    where batch.court_id = ${courtId} and batch.id = ${batchId}::uuid`.execute(reader);
  return rows[0];
}

export interface BatchCodeFilter {
  readonly states: readonly CodeState[] | null;
  readonly afterCode: string | null;
  readonly rowCount: number | null;
}

/** In the order of the codes, which is that of issue. */
export async function listBatchCodes(
  reader: TenantReader,
  courtId: number,
  batchId: string,
  { states, afterCode, rowCount }: BatchCodeFilter,
): Promise<CodeRow[]> {
  const inStates =
    states === null
      ? sql``
      : sql`and (${sql.join(
          states.map((state) => sql`(${IN_STATE[state]})`),
          sql` or `,
        )})`;
  const { rows } = await sql<CodeRow>`
    select ${CODE_COLUMNS} from item_codes code
    where code.court_id = ${courtId} and code.batch_id = ${batchId}::uuid
      and code.code > ${afterCode ?? ''}::char(16) ${inStates}
    order by code.code limit ${rowCount}`.execute(reader);
  return rows;
}

/** The whole batch, locked in the order of its codes. */
export async function lockBatchCodes(
  trx: TenantTransaction,
  courtId: number,
  batchId: string,
): Promise<CodeRow[]> {
  const { rows } = await sql<CodeRow>`
    select ${CODE_COLUMNS} from item_codes code
    where code.court_id = ${courtId} and code.batch_id = ${batchId}::uuid
    order by code.code for update`.execute(trx);
  return rows;
}

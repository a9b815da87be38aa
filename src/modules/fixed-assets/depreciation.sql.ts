/** What is depreciated, and the posted months. Posted rows only grow. */
import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../platform/database.ts';
import type { ValueKind } from './asset-card.ts';

/** Months and days as `YYYY-MM-DD`. */
export interface DepreciableRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly classCode: string;
  readonly departmentId: string | null;
  readonly originalValueFen: number;
  readonly valueKind: ValueKind;
  readonly acquiredOn: string;
  readonly disposedOn: string | null;
  readonly usefulLifeMonths: number | null;
  readonly openingFen: number;
  readonly openingMonth: string | null;
  readonly createdOn: string;
  readonly accumulatedFen: number;
  readonly lastMonth: string | null;
  readonly lastMonthlyFen: number | null;
  readonly lastValueFen: number | null;
  readonly lastLifeEnd: string | null;
  readonly lastAccumulatedFen: number | null;
}

/**
 * Assets of a court that may have something to depreciate in the month, by id; `lock` keeps them from changing until
 * the end of the transaction. The department is the one that uses the asset, otherwise the one that manages it.
 */
export async function listDepreciableRows(
  reader: TenantReader,
  scope: { readonly courtId: number; readonly monthEnd: string },
  page: { readonly afterId: string | null; readonly limit: number; readonly lock: boolean },
): Promise<DepreciableRow[]> {
  const { rows } = await sql<DepreciableRow>`
    select asset.id, asset.code, asset.name, asset.class_code as "classCode",
      coalesce(asset.department_id, asset.managing_department_id) as "departmentId",
      asset.original_value_fen as "originalValueFen", asset.value_kind as "valueKind",
      asset.acquired_on as "acquiredOn",
      case when asset.status = 'disposed'
        then coalesce(asset.disposed_on, (asset.state_since at time zone 'Asia/Shanghai')::date) end as "disposedOn",
      asset.useful_life_months as "usefulLifeMonths", asset.opening_depreciation_fen as "openingFen",
      asset.opening_depreciation_month as "openingMonth",
      (asset.created_at at time zone 'Asia/Shanghai')::date as "createdOn",
      asset.accumulated_depreciation_fen as "accumulatedFen", last.month as "lastMonth",
      last.monthly_fen as "lastMonthlyFen", last.value_fen as "lastValueFen", last.life_end as "lastLifeEnd",
      last.accumulated_after_fen as "lastAccumulatedFen"
    from assets asset
    left join lateral (
      select month, monthly_fen, value_fen, life_end, accumulated_after_fen from depreciation_lines line
      where line.court_id = asset.court_id and line.asset_id = asset.id order by line.month desc limit 1
    ) last on true
    where asset.court_id = ${scope.courtId} and asset.acquired_on <= ${scope.monthEnd}::date
      and asset.value_kind <> 'nominal' and asset.original_value_fen <> asset.accumulated_depreciation_fen
      and (${page.afterId}::uuid is null or asset.id > ${page.afterId}::uuid)
    order by asset.id limit ${page.limit}
    ${page.lock ? sql`for no key update of asset` : sql``}`.execute(reader);
  return rows;
}

export interface NewLine {
  readonly assetId: string;
  readonly amountFen: number;
  readonly accumulatedAfterFen: number;
  readonly monthlyFen: number;
  readonly valueFen: number;
  /** As its first day. */
  readonly lifeEnd: string;
  readonly departmentId: string | null;
  readonly classCode: string;
}

/** Lines of one month with what they add up to on the assets, in one statement. `month` as its first day. */
export async function insertDepreciationLines(
  trx: TenantTransaction,
  courtId: number,
  month: string,
  lines: readonly NewLine[],
): Promise<void> {
  await sql`
    with line as (
      select * from unnest(${lines.map((line) => line.assetId)}::uuid[], ${lines.map((line) => line.amountFen)}::bigint[],
        ${lines.map((line) => line.accumulatedAfterFen)}::bigint[], ${lines.map((line) => line.monthlyFen)}::bigint[],
        ${lines.map((line) => line.valueFen)}::bigint[], ${lines.map((line) => line.lifeEnd)}::date[],
        ${lines.map((line) => line.departmentId)}::uuid[], ${lines.map((line) => line.classCode)}::text[])
        as given(asset_id, amount_fen, accumulated_after_fen, monthly_fen, value_fen, life_end, department_id, class_code)
    ), accumulated as (
      update assets asset set accumulated_depreciation_fen = line.accumulated_after_fen
      from line where asset.court_id = ${courtId} and asset.id = line.asset_id
    )
    insert into depreciation_lines (court_id, month, asset_id, amount_fen, accumulated_after_fen, monthly_fen,
      value_fen, life_end, department_id, class_code)
    select ${courtId}::integer, ${month}::date, asset_id, amount_fen, accumulated_after_fen, monthly_fen, value_fen,
      life_end, department_id, class_code from line`.execute(trx);
}

/** Any number that no other lock uses. */
const DEPRECIATION_LOCK = 7_350_102;

/** Until the end of the transaction nobody else posts depreciation in the court. */
export async function lockDepreciation(trx: TenantTransaction, courtId: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(${DEPRECIATION_LOCK}, ${courtId})`.execute(trx);
}

export interface VoucherRow {
  readonly departmentId: string | null;
  readonly department: string | null;
  readonly classCode: string;
  readonly className: string;
  readonly assetCount: number;
  readonly amountFen: number;
}

export interface DepreciationRun {
  /** As its first day. */
  readonly month: string;
  readonly postedAt: Date;
  readonly postedByName: string;
  readonly assetCount: number;
  readonly amountFen: number;
}

export async function insertDepreciationRun(
  trx: TenantTransaction,
  courtId: number,
  run: DepreciationRun & { readonly postedBy: string; readonly voucher: readonly VoucherRow[] },
): Promise<void> {
  await sql`insert into depreciation_runs (court_id, month, posted_at, posted_by, posted_by_name, asset_count,
      amount_fen, voucher)
    values (${courtId}, ${run.month}, ${run.postedAt}, ${run.postedBy}, ${run.postedByName}, ${run.assetCount},
      ${run.amountFen}, ${JSON.stringify(run.voucher)}::jsonb)`.execute(trx);
}

const RUN_COLUMNS = sql.raw(`month, posted_at as "postedAt", posted_by_name as "postedByName",
  asset_count as "assetCount", amount_fen as "amountFen"`);

/** Newest first. */
export async function listDepreciationRuns(
  reader: TenantReader,
  courtId: number,
): Promise<DepreciationRun[]> {
  const { rows } = await sql<DepreciationRun>`select ${RUN_COLUMNS} from depreciation_runs
    where court_id = ${courtId} order by month desc`.execute(reader);
  return rows;
}

export async function findDepreciationRun(
  reader: TenantReader,
  courtId: number,
  month: string,
): Promise<(DepreciationRun & { voucher: VoucherRow[] }) | undefined> {
  const { rows } = await sql<DepreciationRun & { voucher: VoucherRow[] }>`select ${RUN_COLUMNS}, voucher
    from depreciation_runs where court_id = ${courtId} and month = ${month}`.execute(reader);
  return rows[0];
}

export interface PostedLine {
  readonly assetId: string;
  readonly code: string;
  readonly name: string;
  readonly classCode: string;
  readonly className: string;
  readonly department: string | null;
  readonly valueFen: number;
  readonly amountFen: number;
  readonly accumulatedAfterFen: number;
}

/** Lines of a posted month by asset id. */
export async function listPostedLines(
  reader: TenantReader,
  scope: { readonly courtId: number; readonly month: string },
  page: { readonly afterId: string | null; readonly limit: number },
): Promise<PostedLine[]> {
  const { rows } = await sql<PostedLine>`
    select line.asset_id as "assetId", asset.code, asset.name, line.class_code as "classCode",
      class.name as "className", department.name as department, line.value_fen as "valueFen",
      line.amount_fen as "amountFen", line.accumulated_after_fen as "accumulatedAfterFen"
    from depreciation_lines line
    join assets asset on asset.court_id = line.court_id and asset.id = line.asset_id
    join asset_classes class on class.code = line.class_code
    left join departments department on department.court_id = line.court_id and department.id = line.department_id
    where line.court_id = ${scope.courtId} and line.month = ${scope.month}::date
      and (${page.afterId}::uuid is null or line.asset_id > ${page.afterId}::uuid)
    order by line.asset_id limit ${page.limit}`.execute(reader);
  return rows;
}

export async function listDepartmentNames(
  reader: TenantReader,
  courtId: number,
): Promise<Map<string, string>> {
  const rows = await reader
    .selectFrom('departments')
    .select(['id', 'name'])
    .where('court_id', '=', courtId)
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}

export async function findCourtName(reader: TenantReader, courtId: number): Promise<string> {
  const row = await reader
    .selectFrom('courts')
    .select('name')
    .where('id', '=', courtId)
    .executeTakeFirstOrThrow();
  return row.name;
}

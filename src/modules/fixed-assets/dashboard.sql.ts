/** The numbers of the dashboard: one pass over the assets, a few counts along indexes. */
import { sql } from 'kysely';
import type { TenantReader } from '../../platform/database.ts';
import { allOf, scopeConditions, type Condition } from './asset-conditions.sql.ts';
import type { ReadScope } from './read-scope.ts';
import type { AssetStatus } from './rules.ts';

export interface AssetGroup {
  readonly count: number;
  readonly originalValueFen: number;
  readonly netValueFen: number;
}

/** One group of one way of grouping; what is not grouped by is null. */
export interface GroupRow extends AssetGroup {
  readonly grouping: 'all' | 'status' | 'class' | 'department' | 'age';
  readonly status: AssetStatus | null;
  /** `A0201`: the second level of the class. */
  readonly classBranch: string | null;
  readonly departmentId: string | null;
  readonly department: string | null;
  /** Position of the age band. */
  readonly band: number | null;
  readonly fullyDepreciatedCount: number;
  readonly fullyDepreciatedFen: number;
}

function within(scope: ReadScope): Condition {
  return allOf([sql`asset.court_id = ${scope.courtId}`, ...scopeConditions(scope)]);
}

const SUMS = sql.raw(`coalesce(sum(piece.count), 0)::integer as count,
  coalesce(sum(piece.value_fen), 0)::bigint as "originalValueFen",
  coalesce(sum(piece.net_fen), 0)::bigint as "netValueFen",
  coalesce(sum(piece.depreciated_count), 0)::integer as "fullyDepreciatedCount",
  coalesce(sum(piece.depreciated_fen), 0)::bigint as "fullyDepreciatedFen"`);

/**
 * Everything grouped in each way; what was disposed of only by its status. `bandStarts`: of each age band the day after which what was
 * acquired is too young for the next one, youngest first.
 */
export async function listAssetGroups(
  reader: TenantReader,
  scope: ReadScope,
  bandStarts: readonly string[],
): Promise<GroupRow[]> {
  const { rows } = await sql<GroupRow>`
    with piece as materialized (
      select asset.status, left(asset.class_code, 5) as branch, asset.department_id,
        width_bucket(asset.acquired_on - date '2000-01-01', array(
          select day - date '2000-01-01' from unnest(${bandStarts}::date[]) day order by day)) as bucket,
        count(*) as count, sum(asset.original_value_fen) as value_fen,
        sum(asset.original_value_fen - asset.accumulated_depreciation_fen) as net_fen,
        count(*) filter (where asset.original_value_fen > 0
          and asset.accumulated_depreciation_fen >= asset.original_value_fen) as depreciated_count,
        sum(asset.original_value_fen) filter (where asset.original_value_fen > 0
          and asset.accumulated_depreciation_fen >= asset.original_value_fen) as depreciated_fen
      from readable_assets asset where ${within(scope)}
      group by 1, 2, 3, 4)
    select 'status' as grouping, piece.status, null as "classBranch", null::uuid as "departmentId",
      null as department, null::integer as band, ${SUMS}
    from piece group by piece.status
    union all
    select case when grouping(piece.branch) = 0 then 'class' when grouping(piece.department_id) = 0
        then 'department' when grouping(piece.bucket) = 0 then 'age' else 'all' end, null, piece.branch,
      piece.department_id,
      (select name from departments where court_id = ${scope.courtId} and id = piece.department_id),
      ${bandStarts.length}::integer - piece.bucket, ${SUMS}
    from piece where piece.status <> 'disposed'
    group by grouping sets ((), (piece.branch), (piece.department_id), (piece.bucket))`.execute(reader);
  return rows;
}

export interface DueCounts {
  readonly overdueCount: number;
  readonly oldestDueOn: string | null;
  readonly dueSoonCount: number;
  readonly warrantyCount: number;
  readonly pendingCount: number;
}

export async function countDue(
  reader: TenantReader,
  scope: ReadScope,
  days: { readonly today: string; readonly dueSoon: string; readonly warrantyUntil: string },
): Promise<DueCounts> {
  const { today } = days;
  const { rows } = await sql<DueCounts>`
    select loans."overdueCount", loans."oldestDueOn", loans."dueSoonCount",
      (select count(*)::integer from readable_assets asset where ${within(scope)} and asset.status <> 'disposed'
        and asset.warranty_until >= ${today}::date and asset.warranty_until <= ${days.warrantyUntil}::date)
        as "warrantyCount",
      (select count(*)::integer from asset_receipts receipt
        join readable_assets asset on asset.court_id = receipt.court_id and asset.id = receipt.asset_id
        where receipt.court_id = ${scope.courtId} and receipt.state = 'pending' and ${within(scope)})
        as "pendingCount"
    from (
      select count(*) filter (where asset.loan_due_on < ${today}::date)::integer as "overdueCount",
        min(asset.loan_due_on) filter (where asset.loan_due_on < ${today}::date) as "oldestDueOn",
        count(*) filter (where asset.loan_due_on >= ${today}::date)::integer as "dueSoonCount"
      from readable_assets asset
      where ${within(scope)} and asset.status = 'on_loan' and asset.loan_due_on <= ${days.dueSoon}::date
    ) loans`.execute(reader);
  const row = rows[0];
  if (!row) throw new Error('an aggregate answers one row');
  return row;
}

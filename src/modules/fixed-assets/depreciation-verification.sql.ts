/**
 * Posted depreciation against its own sums: as the owner, every court. What differs is gathered before it is put in
 * order: with the order pushed into the joins, PostgreSQL joins by court alone and takes the square of the time.
 */
import { sql, type Kysely } from 'kysely';
import type { DB } from '../../platform/database.ts';

export interface DepreciationDifference {
  readonly courtId: number;
  readonly assetId: string | null;
  readonly code: string | null;
  /** As its first day. */
  readonly month: string | null;
  readonly field: 'accumulatedFen' | 'accumulatedAfterFen' | 'runAmountFen' | 'runAssetCount';
  readonly expected: number;
  readonly found: number;
}

/** Assets whose accumulated depreciation is not the opening and every posted month. */
export async function findAccumulatedDifference(db: Kysely<DB>): Promise<DepreciationDifference | undefined> {
  const { rows } = await sql<DepreciationDifference>`
    with difference as materialized (
      select asset.court_id as "courtId", asset.id as "assetId", asset.code, null::date as month,
        'accumulatedFen' as field, asset.opening_depreciation_fen + coalesce(posted.amount, 0)::bigint as expected,
        asset.accumulated_depreciation_fen as found
      from assets asset
      left join (select court_id, asset_id, sum(amount_fen) as amount from depreciation_lines group by 1, 2) posted
        on posted.court_id = asset.court_id and posted.asset_id = asset.id
      where asset.accumulated_depreciation_fen <> asset.opening_depreciation_fen + coalesce(posted.amount, 0)
    )
    select * from difference order by "courtId", code limit 1`.execute(db);
  return rows[0];
}

/**
 * Lines that do not follow the line before them: the accumulated amount grows by exactly the line's amount, but for an
 * opening amount that was corrected in between, which shifts all that come after by the same.
 */
export async function findLineDifference(db: Kysely<DB>): Promise<DepreciationDifference | undefined> {
  const { rows } = await sql<DepreciationDifference>`
    with line as (
      select court_id, asset_id, month, accumulated_after_fen,
        sum(amount_fen) over (partition by court_id, asset_id order by month) as posted
      from depreciation_lines
    ), difference as materialized (
      select line.court_id as "courtId", line.asset_id as "assetId", asset.code, line.month,
        'accumulatedAfterFen' as field, (asset.opening_depreciation_fen + line.posted)::bigint as expected,
        line.accumulated_after_fen as found
      from line join assets asset on asset.court_id = line.court_id and asset.id = line.asset_id
      where line.accumulated_after_fen <> asset.opening_depreciation_fen + line.posted
        and not exists (select from ledger_entries entry
          where entry.court_id = asset.court_id and entry.book_id = asset.book_id and entry.kind = 'correct_card'
            and entry.details -> 'changes' @> '[{"field": "openingDepreciationFen"}]')
    )
    select * from difference order by "courtId", code, month limit 1`.execute(db);
  return rows[0];
}

/** Runs whose totals are not those of their lines. */
export async function findRunDifference(db: Kysely<DB>): Promise<DepreciationDifference | undefined> {
  const { rows } = await sql<DepreciationDifference>`
    select run.court_id as "courtId", null as "assetId", null as code, run.month,
      case when run.amount_fen <> coalesce(posted.amount, 0) then 'runAmountFen' else 'runAssetCount' end as field,
      case when run.amount_fen <> coalesce(posted.amount, 0) then coalesce(posted.amount, 0)
        else coalesce(posted.assets, 0) end::bigint as expected,
      case when run.amount_fen <> coalesce(posted.amount, 0) then run.amount_fen else run.asset_count end as found
    from depreciation_runs run
    left join (select court_id, month, count(*) as assets, sum(amount_fen) as amount from depreciation_lines
      group by 1, 2) posted on posted.court_id = run.court_id and posted.month = run.month
    where run.amount_fen <> coalesce(posted.amount, 0) or run.asset_count <> coalesce(posted.assets, 0)
    order by 1, 4 limit 1`.execute(db);
  return rows[0];
}

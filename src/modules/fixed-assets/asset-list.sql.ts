/**
 * Pages of the asset list. A limit together with a condition is where planners err by factors of a thousand, because
 * they take conditions for spread evenly over the order. So a page is first looked for by walking a bounded way along
 * the order; where that does not fill it, all that fits is gathered, ordered and cut. Both are bounded: the walk by
 * its length, the gathering by the number of hits.
 */
import { sql, type RawBuilder } from 'kysely';
import type { TenantReader } from '../../platform/database.ts';
import type { AssetCriteria } from './asset-criteria.ts';
import {
  allOf,
  filterConditions,
  isFound,
  scopeConditions,
  searchHits,
  type Condition,
  type Way,
} from './asset-conditions.sql.ts';
import { assetListColumns, assetListJoins, type AssetListRow } from './asset-list-row.sql.ts';
import type { AssetOrder } from './asset-list.contract.ts';
import { streamRows } from './server-cursor.sql.ts';

/** Where the page before ended: the value of the order's column, and the id that makes the order total. */
export interface ListPosition {
  readonly key: string | number;
  readonly id: string;
}

/** Rows that a walk passes at most; with words to look up for each row, fewer. */
const WALK_ROWS = 2000;
const SEARCHING_WALK_ROWS = 1000;

interface SortColumn {
  readonly name: string;
  readonly type: string;
  /** The column alone is unique within a court. */
  readonly unique?: true;
  /** Kept beside the words, so that hits are ordered without their cards. */
  readonly searched?: true;
}

const SORT_COLUMNS: Record<AssetOrder['sort'], SortColumn> = {
  code: { name: 'code', type: 'char(16)', unique: true, searched: true },
  name: { name: 'name', type: 'text', searched: true },
  acquired: { name: 'acquired_on', type: 'date', searched: true },
  value: { name: 'original_value_fen', type: 'bigint', searched: true },
  updated: { name: 'updated_at', type: 'timestamptz' },
};

type Fragment = RawBuilder<unknown>;

function orderBy(order: AssetOrder, alias: string, idColumn = 'id'): Fragment {
  const { name, unique } = SORT_COLUMNS[order.sort];
  const direction = order.direction === 'asc' ? 'asc' : 'desc';
  const columns = unique ? [name] : [name, idColumn];
  return sql.raw(columns.map((column) => `${alias}.${column} ${direction}`).join(', '));
}

function afterPosition(
  order: AssetOrder,
  position: ListPosition | null,
  alias: string,
  idColumn = 'id',
): Condition[] {
  if (position === null) return [];
  const { name, type, unique } = SORT_COLUMNS[order.sort];
  const compare = sql.raw(order.direction === 'asc' ? '>' : '<');
  const key = sql`${position.key}::${sql.raw(type)}`;
  const column = sql.raw(`${alias}.${name}`);
  if (unique) return [sql`${column} ${compare} ${key}`];
  return [sql`(${column}, ${sql.raw(`${alias}.${idColumn}`)}) ${compare} (${key}, ${position.id}::uuid)`];
}

function inCourt(courtId: number, alias: string): Condition {
  return sql`${sql.raw(alias)}.court_id = ${courtId}`;
}

/** Every condition of the criteria on `asset`. */
export function criteriaConditions(criteria: AssetCriteria, way: Way): Condition[] {
  const { scope, search } = criteria;
  const found =
    search === null
      ? []
      : way === 'walk'
        ? [isFound(scope.courtId, search)]
        : [sql`asset.id in (${searchHits(scope.courtId, search)})`];
  return [...scopeConditions(scope), ...filterConditions(criteria, way), ...found];
}

/** With one value of one of these, an index goes on with the code. */
function leadingConditions(criteria: AssetCriteria, order: AssetOrder): Condition[] {
  if (order.sort !== 'code' || criteria.scope.narrowed !== null) return [];
  const [departmentId, ...departments] = criteria.departmentIds ?? [];
  if (departmentId !== undefined && departments.length === 0)
    return [sql`asset.department_id = ${departmentId}::uuid`];
  const [placeId, ...places] = criteria.placeIds ?? [];
  if (placeId !== undefined && places.length === 0) return [sql`asset.place_id = ${placeId}::uuid`];
  const [holderId, ...holders] = criteria.filters.holderId ?? [];
  if (holderId !== undefined && holders.length === 0) return [sql`asset.holder_id = ${holderId}::uuid`];
  const [status, ...statuses] = criteria.filters.status ?? [];
  if (status !== undefined && statuses.length === 0) return [sql`asset.status = ${status}`];
  return [];
}

function walk(
  criteria: AssetCriteria,
  order: AssetOrder,
  position: ListPosition | null,
  rowCount: number,
): Fragment {
  const { courtId } = criteria.scope;
  const along = [
    inCourt(courtId, 'asset'),
    ...leadingConditions(criteria, order),
    ...afterPosition(order, position, 'asset'),
  ];
  const walkRows = criteria.search === null ? WALK_ROWS : SEARCHING_WALK_ROWS;
  return sql`
    select asset.id from (
      select asset.* from readable_assets asset where ${allOf(along)}
      order by ${orderBy(order, 'asset')} limit ${Math.max(walkRows, rowCount)}) asset
    where ${allOf(criteriaConditions(criteria, 'walk'))}
    order by ${orderBy(order, 'asset')} limit ${rowCount}`;
}

function gather(
  criteria: AssetCriteria,
  order: AssetOrder,
  position: ListPosition | null,
  rowCount: number,
): Fragment {
  const { courtId } = criteria.scope;
  const { search } = criteria;
  const { name, searched } = SORT_COLUMNS[order.sort];
  const others = [...scopeConditions(criteria.scope), ...filterConditions(criteria, 'gather')];
  if (
    search !== null &&
    search.number === null &&
    search.grams.length > 0 &&
    others.length === 0 &&
    searched
  ) {
    const words = [
      inCourt(courtId, 'word'),
      sql`word.grams @> ${`{${search.grams.join(',')}}`}::integer[]`,
      ...afterPosition(order, position, 'word', 'asset_id'),
    ];
    return sql`
      select hit.id from (
        select word.asset_id as id, word.${sql.raw(name)} from readable_asset_search word
        where ${allOf(words)} offset 0) hit
      order by ${orderBy(order, 'hit')} limit ${rowCount}`;
  }
  const fitting = [
    inCourt(courtId, 'asset'),
    ...criteriaConditions(criteria, 'gather'),
    ...afterPosition(order, position, 'asset'),
  ];
  return sql`
    select hit.id from (
      select asset.id, asset.${sql.raw(name)} from readable_assets asset
      where ${allOf(fitting)} offset 0) hit
    order by ${orderBy(order, 'hit')} limit ${rowCount}`;
}

async function readRows(
  reader: TenantReader,
  criteria: AssetCriteria,
  order: AssetOrder,
  ids: Fragment,
): Promise<AssetListRow[]> {
  const { rows } = await sql<AssetListRow>`
    with page as materialized (${ids})
    select ${assetListColumns()} from page
    cross join lateral (
      select card.* from readable_assets card
      where ${inCourt(criteria.scope.courtId, 'card')} and card.id = page.id offset 0) asset
    ${assetListJoins()}
    order by ${orderBy(order, 'asset')}`.execute(reader);
  return rows;
}

/** Up to `rowCount` rows that follow the position, in the order asked for. */
export async function listAssetRows(
  reader: TenantReader,
  criteria: AssetCriteria,
  page: { readonly order: AssetOrder; readonly position: ListPosition | null; readonly rowCount: number },
): Promise<AssetListRow[]> {
  const { order, position, rowCount } = page;
  // The joins for names stand in their best order; trying all others takes longer than reading the page.
  await sql`set local join_collapse_limit = 1`.execute(reader);
  const walked = await readRows(reader, criteria, order, walk(criteria, order, position, rowCount));
  const isUnfiltered = criteriaConditions(criteria, 'walk').length === 0;
  if (walked.length >= rowCount || isUnfiltered) return walked;
  return readRows(reader, criteria, order, gather(criteria, order, position, rowCount));
}

export interface AssetSums {
  readonly count: number;
  readonly originalValueFen: number;
  readonly netValueFen: number;
}

export async function sumAssets(reader: TenantReader, criteria: AssetCriteria): Promise<AssetSums> {
  const conditions = [inCourt(criteria.scope.courtId, 'asset'), ...criteriaConditions(criteria, 'gather')];
  const { rows } = await sql<AssetSums>`
    select count(*)::integer as count, coalesce(sum(asset.original_value_fen), 0)::bigint as "originalValueFen",
      coalesce(sum(asset.original_value_fen - asset.accumulated_depreciation_fen), 0)::bigint as "netValueFen"
    from readable_assets asset where ${allOf(conditions)}`.execute(reader);
  const row = rows[0];
  if (!row) throw new Error('an aggregate answers one row');
  return row;
}

/** The whole list in its order, streamed. */
export function streamAssetRows(
  reader: TenantReader,
  criteria: AssetCriteria,
  order: AssetOrder,
): AsyncGenerator<AssetListRow, void, undefined> {
  const conditions = [inCourt(criteria.scope.courtId, 'asset'), ...criteriaConditions(criteria, 'gather')];
  return streamRows(
    reader,
    sql<AssetListRow>`
      select ${assetListColumns()} from readable_assets asset ${assetListJoins()}
      where ${allOf(conditions)} order by ${orderBy(order, 'asset')}`,
  );
}

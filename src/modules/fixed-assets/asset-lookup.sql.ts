/** Assets by the numbers on their labels and papers. */
import { sql } from 'kysely';
import { PREPARED, type TenantReader } from '../../platform/database.ts';
import type { AssetCandidate } from './asset-page.contract.ts';
import { allOf, scopeConditions } from './asset-conditions.sql.ts';
import type { ReadScope } from './read-scope.ts';

/** Behind every character, in the order of code points. */
const LAST_CHARACTER = '\u{10ffff}';
/** A number that fits more things than a person looks through was too short. */
export const CANDIDATES_MAX = 20;

function candidates(
  courtIds: readonly number[],
  scope: ReadScope,
  ids: ReturnType<typeof sql>,
  limit: number,
) {
  return sql<AssetCandidate>`${PREPARED}
    select asset.court_id as "courtId", asset.id, asset.code, asset.name, asset.status, asset.specification,
      asset.model, asset.serial_number as "serialNumber", department.name as department,
      holder.full_name as holder, place.path as place
    from readable_assets asset
    left join departments department on department.court_id = asset.court_id and department.id = asset.department_id
    left join people holder on holder.id = asset.holder_id
    left join places place on place.court_id = asset.court_id and place.id = asset.place_id
    where asset.court_id = any(${courtIds}::integer[]) and (asset.court_id, asset.id) in (${ids})
      and ${allOf(scopeConditions(scope))}
    order by asset.code limit ${limit}`;
}

/** Assets one of whose numbers is exactly this, folded. */
export async function listAssetsByNumber(
  reader: TenantReader,
  courtIds: readonly number[],
  scope: ReadScope,
  number: string,
): Promise<AssetCandidate[]> {
  const ids = sql`select court_id, asset_id from asset_aliases
    where court_id = any(${courtIds}::integer[]) and alias = ${number}`;
  const { rows } = await candidates(courtIds, scope, ids, CANDIDATES_MAX).execute(reader);
  return rows;
}

/** Assets by id, up to `limit`. */
export async function listAssetsById(
  reader: TenantReader,
  courtIds: readonly number[],
  scope: ReadScope,
  assetIds: readonly string[],
): Promise<AssetCandidate[]> {
  const ids = sql`select court_id, id from assets
    where court_id = any(${courtIds}::integer[]) and id = any(${assetIds}::uuid[])`;
  const { rows } = await candidates(courtIds, scope, ids, assetIds.length).execute(reader);
  return rows;
}

/** Assets one of whose numbers begins or ends so, up to `limit`. */
export async function listAssetsByPartOfNumber(
  reader: TenantReader,
  courtIds: readonly number[],
  scope: ReadScope,
  part: string,
  limit: number,
): Promise<AssetCandidate[]> {
  const reversed = [...part].reverse().join('');
  // Twice the rows, because an asset can have several numbers that fit.
  const most = sql.raw(String(limit * 2));
  const ids = sql`(select court_id, asset_id from asset_aliases where court_id = any(${courtIds}::integer[])
      and alias >= ${part} and alias < ${part + LAST_CHARACTER} limit ${most})
    union (select court_id, asset_id from asset_aliases where court_id = any(${courtIds}::integer[])
      and reversed >= ${reversed} and reversed < ${reversed + LAST_CHARACTER} limit ${most})`;
  const { rows } = await candidates(courtIds, scope, ids, limit).execute(reader);
  return rows;
}

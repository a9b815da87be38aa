import type { QueryContext } from '../../platform/run-query.ts';
import type { AssetFilters } from './asset-list.contract.ts';
import { sumAssets, type AssetSums } from './asset-list.sql.ts';
import { readScopeOf } from './read-scope.ts';
import { resolveAssetCriteria } from './resolve-asset-criteria.ts';

/** Count and values of everything that the list with these filters shows. Refusal: NOT_FOUND for another court. */
export async function totalAssets(context: QueryContext, filters: AssetFilters): Promise<AssetSums> {
  const scope = readScopeOf(context.actor, 'asset.read', filters.courtId);
  return sumAssets(context.reader, await resolveAssetCriteria(context, scope, filters));
}

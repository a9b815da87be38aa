import type { QueryContext } from '../../platform/run-query.ts';
import type { AssetFilters } from './asset-list.contract.ts';
import { sumAssets, type AssetSums } from './asset-list.sql.ts';
import { readScopesOf } from './read-scope.ts';
import { resolveAssetCriteria } from './resolve-asset-criteria.ts';

/** Count and values of everything that the list with these filters shows. Refusal: NOT_FOUND for another court. */
export async function totalAssets(context: QueryContext, filters: AssetFilters): Promise<AssetSums> {
  const all = { count: 0, originalValueFen: 0, netValueFen: 0 };
  for (const scope of readScopesOf(context.actor, 'asset.read', filters)) {
    const sums = await sumAssets(context.reader, await resolveAssetCriteria(context, scope, filters));
    all.count += sums.count;
    all.originalValueFen += sums.originalValueFen;
    all.netValueFen += sums.netValueFen;
  }
  return all;
}

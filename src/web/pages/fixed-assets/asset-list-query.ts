/** Between the address bar and the questions of the asset list. Pure. */
import type { z } from 'zod';
import {
  ASSET_SORTS,
  type assetFilterQuery,
  assetFilters,
  type assetOrderQuery,
} from '../../../modules/fixed-assets/asset-list.contract.ts';
import type { FilterValues } from '../../components/list-page/list-state.ts';

export type AssetFilterRequest = z.input<typeof assetFilterQuery>;
export type AssetOrderRequest = z.input<typeof assetOrderQuery>;

type FilterKey = keyof typeof assetFilters;

function isFilterKey(key: string): key is FilterKey {
  return Object.hasOwn(assetFilters, key);
}

/** The filters that the endpoint understands; whatever else stands in the address is left out. */
export function assetFiltersOf(filters: FilterValues): AssetFilterRequest {
  const request: Partial<Record<FilterKey, unknown>> = {};
  for (const [key, values] of Object.entries(filters)) {
    if (!isFilterKey(key)) continue;
    const given = values.length > 1 ? [...values] : values[0];
    if (assetFilters[key].safeParse(given).success) request[key] = given;
  }
  // why: every value has just been accepted by the schema of its key.
  return request as AssetFilterRequest;
}

/** `-value` → `{ sort: 'value', direction: 'desc' }`; an unknown sort is left to the server. */
export function assetOrderOf(sort: string | undefined): AssetOrderRequest {
  const name = sort?.replace(/^-/, '');
  const known = ASSET_SORTS.find((each) => each === name);
  return known === undefined
    ? {}
    : { sort: known, direction: sort?.startsWith('-') === true ? 'desc' : 'asc' };
}

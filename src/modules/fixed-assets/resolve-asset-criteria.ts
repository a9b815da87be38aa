import { shanghaiDay } from '../../platform/clock.ts';
import type { TenantReader } from '../../platform/database.ts';
import { acquiredRangeOf, searchOf, type AssetCriteria } from './asset-criteria.ts';
import type { AssetFilters } from './asset-list.contract.ts';
import type { ReadScope } from './read-scope.ts';
import { listDepartmentsBelow, listPlacesBelow } from './subtree.sql.ts';

/** Turns the filters of a request into what the list asks for: departments and places with everything below them. */
export async function resolveAssetCriteria(
  context: { readonly reader: TenantReader; readonly now: Date },
  scope: ReadScope,
  filters: AssetFilters,
): Promise<AssetCriteria> {
  const { reader } = context;
  const { courtId } = scope;
  const today = shanghaiDay(context.now);
  const departmentsBelow = (ids: readonly string[] | undefined) =>
    ids === undefined ? null : listDepartmentsBelow(reader, courtId, ids);
  return {
    scope,
    today,
    filters,
    departmentIds: await departmentsBelow(filters.departmentId),
    managingDepartmentIds: await departmentsBelow(filters.managingDepartmentId),
    placeIds: filters.placeId === undefined ? null : await listPlacesBelow(reader, courtId, filters.placeId),
    acquired: acquiredRangeOf(filters, today),
    search: searchOf(filters.q),
  };
}

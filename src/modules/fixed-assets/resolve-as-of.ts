import type { QueryContext } from '../../platform/run-query.ts';
import type { Permission } from '../accounts/permissions.ts';
import type { AsOfFilters } from './as-of.contract.ts';
import type { AsOfCriteria } from './as-of.sql.ts';
import { readScopeOf } from './read-scope.ts';
import { listDepartmentsBelow, listPlacesBelow } from './subtree.sql.ts';

/** Turns the filters of a request into what is asked of the ledger. Refusal: NOT_FOUND for another court. */
export async function resolveAsOf(
  context: QueryContext,
  filters: AsOfFilters,
  permission: Permission = 'asset.read',
): Promise<AsOfCriteria> {
  const { reader, actor } = context;
  const scope = readScopeOf(actor, permission, filters.courtId);
  const { courtId } = scope;
  const { departmentId, placeId } = filters;
  return {
    scope,
    at: new Date(filters.at),
    knownAt: filters.knownAt === undefined ? null : new Date(filters.knownAt),
    departmentIds:
      departmentId === undefined ? null : await listDepartmentsBelow(reader, courtId, [departmentId]),
    placeIds: placeId === undefined ? null : await listPlacesBelow(reader, courtId, [placeId]),
    holderId: filters.holderId ?? null,
    assetId: filters.assetId ?? null,
    statuses: filters.status ?? null,
  };
}

/** Between the address bar and the questions of the ledger. Pure. */
import type { z } from 'zod';
import { type ledgerFilterQuery, ledgerFilters } from '../../../modules/fixed-assets/ledger.contract.ts';
import type { FilterValues } from '../../components/list-page/list-state.ts';
import type { Period } from './ledger-period.ts';

export type LedgerRequest = z.input<typeof ledgerFilterQuery>;

type FilterKey = keyof typeof ledgerFilters;

function isFilterKey(key: string): key is FilterKey {
  return Object.hasOwn(ledgerFilters, key);
}

/** The filters that the endpoint understands, with the days of the period; whatever else stands there is left out. */
export function ledgerRequestOf(filters: FilterValues, period: Period): LedgerRequest {
  const days = {
    ...(period.from === undefined ? {} : { from: [period.from] }),
    ...(period.to === undefined ? {} : { to: [period.to] }),
  };
  const request: Partial<Record<FilterKey, unknown>> = {};
  for (const [key, values] of Object.entries({ ...filters, ...days })) {
    if (!isFilterKey(key)) continue;
    const given = values.length > 1 ? [...values] : values[0];
    if (ledgerFilters[key].safeParse(given).success) request[key] = given;
  }
  // why: every value has just been accepted by the schema of its key.
  return request as LedgerRequest;
}

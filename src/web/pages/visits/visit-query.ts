/** Between the address bar and the questions of the visit log. Pure. */
import { isVisitPurpose } from '../../../modules/rooms/visit-purposes.ts';
import type { FilterValues } from '../../components/list-page/list-state.ts';

const FLAGS = ['inside', 'alarm', 'visitors', 'late', 'anomaly', 'withCorrected'] as const;
type Flag = (typeof FLAGS)[number];

/** The filters that the endpoint understands; whatever else stands in the address is left out. */
export function visitFiltersOf(filters: FilterValues) {
  const first = (key: string) => filters[key]?.[0];
  const flags: Partial<Record<Flag, 'true'>> = {};
  for (const flag of FLAGS) if (first(flag) === 'true') flags[flag] = 'true';
  const purposes = (filters['purpose'] ?? []).filter(isVisitPurpose);
  const optional = {
    q: first('q'),
    personId: first('personId'),
    enteredFrom: first('enteredFrom'),
    enteredTo: first('enteredTo'),
  };
  const given = Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined));
  return {
    ...given,
    ...flags,
    ...(filters['roomId'] === undefined ? {} : { roomId: [...filters['roomId']] }),
    ...(purposes.length === 0 ? {} : { purpose: purposes }),
  };
}

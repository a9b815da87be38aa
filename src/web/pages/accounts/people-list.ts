import { isRole } from '../../../modules/accounts/roles.ts';
import type { FilterValues } from '../../components/list-page/list-state.ts';

export const ACCOUNT_STATUSES = ['active', 'closed', 'all'] as const;
type AccountStatus = (typeof ACCOUNT_STATUSES)[number];

function isAccountStatus(value: string): value is AccountStatus {
  return ACCOUNT_STATUSES.some((status) => status === value);
}

/** What the address asks of the list; what it cannot mean is left out. */
export function peopleQueryOf(filters: FilterValues) {
  const [q, departmentId, role, status] = ['q', 'departmentId', 'role', 'status'].map(
    (key) => filters[key]?.[0],
  );
  return {
    ...(q === undefined ? {} : { q }),
    ...(departmentId === undefined ? {} : { departmentId }),
    ...(role !== undefined && isRole(role) ? { role } : {}),
    ...(status !== undefined && isAccountStatus(status) ? { status } : {}),
  };
}

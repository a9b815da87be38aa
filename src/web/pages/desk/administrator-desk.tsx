import { lazy, Suspense } from 'react';
import Skeleton from 'antd/es/skeleton';
import { useCan } from '../../session/use-session.ts';

const AccountDesk = lazy(() => import('./account-desk.tsx'));
const AuditDesk = lazy(() => import('./audit-desk.tsx'));

/** The desks of the three administrators; each sees the part that is theirs, nobody business data. */
export function AdministratorDesk() {
  const can = useCan();
  return (
    <Suspense fallback={<Skeleton active />}>
      {can('person.read') && <AccountDesk />}
      {can('audit.read') && <AuditDesk />}
    </Suspense>
  );
}

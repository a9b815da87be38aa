import type { ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import { ApiProblem } from '../api/api-problem.ts';
import { ProblemAlert } from '../components/problem-alert.tsx';
import { signInAddress } from '../session/return-address.ts';
import { useSessionQuery } from '../session/use-session.ts';
import { PageSkeleton } from './page-skeleton.tsx';

/** Lets pages render only when the session is known; otherwise sign-in, which comes back to the same address. */
export function SessionGate({ children }: { children: ReactNode }) {
  const { data, error, refetch } = useSessionQuery();
  const location = useLocation();
  if (data !== undefined) {
    return data.person.mustChangePassword ? <Navigate to="/first-password" replace /> : children;
  }
  if (error instanceof ApiProblem && error.status === 401) {
    return <Navigate to={signInAddress(`${location.pathname}${location.search}${location.hash}`)} replace />;
  }
  if (error !== null) {
    return (
      <main style={{ padding: 16, maxWidth: 720 }}>
        <ProblemAlert problem={error} onRetry={() => void refetch()} />
      </main>
    );
  }
  return <PageSkeleton />;
}

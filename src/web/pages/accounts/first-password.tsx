import { useTranslation } from 'react-i18next';
import { Navigate, useNavigate } from 'react-router';
import { ApiProblem } from '../../api/api-problem.ts';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { PublicFrame } from '../../components/public-frame.tsx';
import { ChangePasswordForm } from '../../session/change-password-form.tsx';
import { useSessionQuery } from '../../session/use-session.ts';

/** A first password was given by somebody else and has to be replaced before anything else. */
export function Component() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { data, error, refetch } = useSessionQuery();
  if (error instanceof ApiProblem && error.status === 401) return <Navigate to="/sign-in" replace />;
  if (data?.person.mustChangePassword === false) return <Navigate to="/" replace />;
  return (
    <PublicFrame title={t('firstPassword.title')} hint={t('firstPassword.hint')}>
      <ProblemAlert problem={error} onRetry={() => void refetch()} />
      {data !== undefined && <ChangePasswordForm onChanged={() => void navigate('/', { replace: true })} />}
    </PublicFrame>
  );
}

import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useParams } from 'react-router';
import { resolveScan } from '../../../modules/item-codes/scan.contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { PageHeader } from '../../components/page-header.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { announce } from '../../layout/announcer.tsx';
import { PageSkeleton } from '../../layout/page-skeleton.tsx';
import { addressOfAnswer } from '../../scan/answer-address.ts';
import { useCan } from '../../session/use-session.ts';

/** `/c/{code}`, as labels with a link hold it: opens the thing, or the scan page's answer. The shell asks who it is. */
export function Component() {
  const { t } = useTranslation('scanning');
  const { code = '' } = useParams();
  const keepsAccounts = useCan()('person.read');
  const { data, error, refetch } = useQueryEndpoint(resolveScan, { query: { text: code } });
  useEffect(() => {
    announce(t('asking', { text: code }));
  }, [t, code]);
  if (data !== undefined) return <Navigate to={addressOfAnswer(data, code, keepsAccounts)} replace />;
  return (
    <>
      <PageHeader title={t('title')} />
      {error === null ? <PageSkeleton /> : <ProblemAlert problem={error} onRetry={() => void refetch()} />}
    </>
  );
}

import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { findAuditEvent } from '../../../modules/accounts/audit.contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { PageHeader } from '../../components/page-header.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { AuditDetail } from './audit-detail.tsx';
import { useCommandName } from './command-names.ts';

/** 一条审计记录, on a page of its own. */
export function Component() {
  const { t } = useTranslation('audit');
  const { eventId = '' } = useParams();
  const commandName = useCommandName();
  const { data, error, refetch } = useQueryEndpoint(findAuditEvent, { params: { eventId } });
  return (
    <>
      <PageHeader
        title={data === undefined ? t('event.title') : commandName(data.command)}
        back={{ to: '/audit', label: t('title') }}
      />
      <ProblemAlert problem={error} onRetry={() => void refetch()} />
      {data !== undefined && <AuditDetail event={data} />}
      {data === undefined && error === null && <Skeleton active title={false} paragraph={{ rows: 8 }} />}
    </>
  );
}

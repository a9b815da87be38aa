import { useState } from 'react';
import Button from 'antd/es/button';
import Checkbox from 'antd/es/checkbox';
import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import { listDepartments } from '../../../modules/accounts/courts.contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { useOpenCommand } from '../../components/command-form/use-open-command.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { rowsFound } from '../../components/tree-rows.ts';
import { useCan } from '../../session/use-session.ts';
import { DepartmentCommands } from './department-commands.tsx';
import { DepartmentTable } from './department-table.tsx';
import '../../components/plain-rows.css';

/** 部门: the court's tree; kept by the system administrator. */
export function Component() {
  const { t } = useTranslation('organisation');
  const mayManage = useCan()('department.manage');
  const command = useOpenCommand();
  const [words, setWords] = useState('');
  const [withClosed, setWithClosed] = useState(false);
  const { data, error, refetch } = useQueryEndpoint(
    listDepartments,
    { query: { includeClosed: withClosed ? 'true' : 'false' } },
    { keepPrevious: true },
  );
  const departments = data?.items ?? [];
  const rows = rowsFound(departments, ({ name }) => name.includes(words.trim()));
  return (
    <>
      <PageHeader
        title={t('departments.title')}
        sentence={mayManage ? undefined : t('departments.readOnly')}
        actions={
          mayManage && (
            <Button type="primary" onClick={() => command.open('create')}>
              {t('departments.create')}
            </Button>
          )
        }
      />
      <div className="cc-toolbar">
        <SearchField label={t('departments.search')} value={words} onChange={setWords} />
        <Checkbox checked={withClosed} onChange={(event) => setWithClosed(event.target.checked)}>
          {t('departments.withClosed')}
        </Checkbox>
      </div>
      <ProblemAlert problem={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <Skeleton active title={false} paragraph={{ rows: 10 }} />}
      {data !== undefined && rows.length === 0 && (
        <EmptyState
          title={t(words === '' ? 'departments.emptyTitle' : 'departments.notFound')}
          {...(words === '' ? { hint: t('departments.emptyHint') } : {})}
        />
      )}
      {rows.length > 0 && (
        <DepartmentTable
          rows={rows}
          departments={departments}
          onOpen={mayManage ? command.open : undefined}
        />
      )}
      {mayManage && (
        <DepartmentCommands departments={departments} current={command.current} onClose={command.close} />
      )}
    </>
  );
}

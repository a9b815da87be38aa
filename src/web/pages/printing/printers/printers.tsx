import Button from 'antd/es/button';
import Checkbox from 'antd/es/checkbox';
import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import { listPrintersEndpoint } from '../../../../modules/labels/printers.contract.ts';
import { listLabelTemplatesEndpoint } from '../../../../modules/labels/templates.contract.ts';
import { useQueryEndpoint } from '../../../api/use-query-endpoint.ts';
import { useOpenCommand } from '../../../components/command-form/use-open-command.ts';
import { EmptyState } from '../../../components/empty-state.tsx';
import { useListState } from '../../../components/list-page/list-state.ts';
import { PageHeader } from '../../../components/page-header.tsx';
import { ProblemAlert } from '../../../components/problem-alert.tsx';
import { useCan } from '../../../session/use-session.ts';
import { PrinterForms } from './printer-forms.tsx';
import { PrinterRow } from './printer-row.tsx';
import '../../../components/plain-rows.css';
import './printers.css';

const WATCH_MS = 15_000;

/** 打印机: what the court prints its labels with. */
export function Component() {
  const { t } = useTranslation('printing');
  const can = useCan();
  const command = useOpenCommand();
  const state = useListState();
  const withClosed = state.filters['closed']?.[0] === 'true';
  const { data, error, refetch } = useQueryEndpoint(
    listPrintersEndpoint,
    { query: { includeClosed: withClosed ? 'true' : 'false' } },
    { keepPrevious: true, refetchInterval: WATCH_MS },
  );
  const templates = useQueryEndpoint(listLabelTemplatesEndpoint, { query: { includeRetired: 'true' } });
  const create = can('printer.manage') && (
    <Button type="primary" onClick={() => command.open('create')}>
      {t('printer.create')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('printers.title')} sentence={t('printers.sentence')} actions={create} />
      <ProblemAlert problem={error} onRetry={() => void refetch()} />
      <div className="cc-toolbar">
        <Checkbox
          checked={withClosed}
          onChange={(event) => state.setFilter('closed', event.target.checked ? ['true'] : [])}
        >
          {t('printers.withClosed')}
        </Checkbox>
      </div>
      {data === undefined && error === null && <Skeleton active title={false} paragraph={{ rows: 6 }} />}
      {data?.items.length === 0 && (
        <EmptyState title={t('printers.emptyTitle')} hint={t('printers.emptyHint')} />
      )}
      {data !== undefined && data.items.length > 0 && (
        <ul className="cc-rows">
          {data.items.map((printer) => (
            <PrinterRow
              key={printer.id}
              printer={printer}
              templates={templates.data?.items ?? []}
              onOpen={command.open}
            />
          ))}
        </ul>
      )}
      <PrinterForms
        current={command.current}
        printers={data?.items ?? []}
        onClose={command.close}
        onReload={() => void refetch()}
      />
    </>
  );
}

import { useState } from 'react';
import PrinterOutlined from '@ant-design/icons/es/icons/PrinterOutlined';
import Button from 'antd/es/button';
import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { listDirectoryDepartments } from '../../../../modules/accounts/directory.contract.ts';
import {
  readLabellingProgress,
  type LabellingProgress,
} from '../../../../modules/fixed-assets/labelling.contract.ts';
import { useQueryEndpoint } from '../../../api/use-query-endpoint.ts';
import { formatCount } from '../../../components/amount.ts';
import { useOpenCommand, type OpenCommand } from '../../../components/command-form/use-open-command.ts';
import { EmptyState } from '../../../components/empty-state.tsx';
import { PageHeader } from '../../../components/page-header.tsx';
import { PlacePicker } from '../../../components/pickers/place-picker.tsx';
import { ProblemAlert } from '../../../components/problem-alert.tsx';
import { useCan } from '../../../session/use-session.ts';
import { PrintLabelsDrawer } from '../dialog/print-labels.tsx';
import type { AssetListFilters } from '../dialog/print-target.ts';
import { labellingRows } from './labelling-rows.ts';
import { labelledAddress, LabellingTable, ProgressBar } from './labelling-table.tsx';
import '../../../components/plain-rows.css';
import './labelling.css';

const UNLABELLED: AssetListFilters = { isLabelled: 'false' };

/** `print-all`, `print-none`, `print-department-<id>`, `print-place-<id>`: which unlabelled things are printed. */
function filtersOf(current: string | undefined): AssetListFilters | undefined {
  if (current === 'print-all') return UNLABELLED;
  if (current === 'print-none') return { ...UNLABELLED, hasDepartment: 'false' };
  const match = /^print-(department|place)-([\da-f-]{36})$/.exec(current ?? '');
  const id = match?.[2];
  if (id === undefined) return undefined;
  return match?.[1] === 'place' ? { ...UNLABELLED, placeId: [id] } : { ...UNLABELLED, departmentId: [id] };
}

/** Building by building: whoever sticks the labels on walks one of them. */
function PrintByPlace({ command }: { command: OpenCommand }) {
  const { t } = useTranslation('printing');
  const [placeId, setPlaceId] = useState<string | null>(null);
  return (
    <div className="cc-toolbar cc-labelling-place">
      <PlacePicker value={placeId} onChange={setPlaceId} label={t('labelling.place')} />
      <Button disabled={placeId === null} onClick={() => command.open(`print-place-${placeId ?? ''}`)}>
        {t('labelling.printPlace')}
      </Button>
    </div>
  );
}

function Total({ total }: { total: LabellingProgress['total'] }) {
  const { t } = useTranslation('printing');
  const open = total.due - total.labelled;
  return (
    <section className="cc-labelling-total" aria-label={t('labelling.total')}>
      <p>
        <strong>
          <Link to={labelledAddress(undefined, true)}>{formatCount(total.labelled)}</Link>
          {' / '}
          <Link to={labelledAddress(undefined)}>{formatCount(total.due)}</Link>
        </strong>{' '}
        {t('labelling.ofDue')}
        {open > 0 && (
          <>
            {' · '}
            <Link to={labelledAddress(undefined, false)}>
              {t('labelling.stillOpen', { count: open, shown: formatCount(open) })}
            </Link>
          </>
        )}
      </p>
      <ProgressBar {...total} />
    </section>
  );
}

/** 贴标进度: how many things carry their labels, by department, and printing what is missing. */
export function Component() {
  const { t } = useTranslation('printing');
  const can = useCan();
  const command = useOpenCommand();
  const { data, error, refetch } = useQueryEndpoint(readLabellingProgress, {});
  const departments = useQueryEndpoint(listDirectoryDepartments, {});
  const mayPrint = can('label.print');
  const filters = filtersOf(command.current);
  const rows =
    data === undefined || departments.data === undefined
      ? undefined
      : labellingRows(data.byDepartment, departments.data.items);
  return (
    <>
      <PageHeader
        title={t('labelling.title')}
        sentence={t('labelling.sentence')}
        actions={
          mayPrint &&
          data !== undefined &&
          data.total.labelled < data.total.due && (
            <Button
              type="primary"
              icon={<PrinterOutlined aria-hidden />}
              onClick={() => command.open('print-all')}
            >
              {t('labelling.printAll')}
            </Button>
          )
        }
      />
      <ProblemAlert problem={error ?? departments.error} onRetry={() => void refetch()} />
      {rows === undefined && error === null && <Skeleton active paragraph={{ rows: 8 }} />}
      {data?.total.due === 0 && (
        <EmptyState title={t('labelling.emptyTitle')} hint={t('labelling.emptyHint')} />
      )}
      {data !== undefined && rows !== undefined && data.total.due > 0 && (
        <>
          <Total total={data.total} />
          {mayPrint && <PrintByPlace command={command} />}
          <LabellingTable
            rows={rows}
            onPrint={
              mayPrint
                ? ({ department }) =>
                    command.open(department === null ? 'print-none' : `print-department-${department.id}`)
                : undefined
            }
          />
        </>
      )}
      {filters !== undefined && (
        <PrintLabelsDrawer name={command.current ?? ''} target={{ by: 'filters', kind: 'A', filters }} />
      )}
    </>
  );
}

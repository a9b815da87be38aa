import { useMemo } from 'react';
import DownloadOutlined from '@ant-design/icons/es/icons/DownloadOutlined';
import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import type { ResponseOf } from '../../../platform/endpoint.ts';
import { exportAuditEvents, listAuditEvents } from '../../../modules/accounts/audit.contract.ts';
import { downloadAddress } from '../../api/download-file.ts';
import { useEndpointPages } from '../../api/use-endpoint-pages.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ListPage } from '../../components/list-page/list-page.tsx';
import { useListState } from '../../components/list-page/list-state.ts';
import type { ListColumn } from '../../components/list-page/list-types.ts';
import { PageHeader } from '../../components/page-header.tsx';
import { useCan } from '../../session/use-session.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { AuditPreview, auditTime } from './audit-detail.tsx';
import { auditQueryOf, useAuditFilters } from './audit-filters.tsx';
import { useCommandName } from './command-names.ts';
import { OutcomeTag } from './outcome-tag.tsx';
import { RoleNames } from './role-names.tsx';
import './accounts.css';

type Summary = ResponseOf<typeof listAuditEvents>['items'][number];

function Subject({ event }: { event: Summary }) {
  const { t } = useTranslation('audit');
  if (event.subjectKind === null) return <>—</>;
  return (
    <>
      <span className="cc-soft">{t(`kind.${event.subjectKind}`, { defaultValue: event.subjectKind })}</span>{' '}
      {event.subjectLabel ?? event.subjectId}
    </>
  );
}

function useColumns(): readonly ListColumn<Summary>[] {
  const { t } = useTranslation('audit');
  const commandName = useCommandName();
  return useMemo(() => {
    const column = (
      key: string,
      widthPx: number,
      render: (row: Summary) => React.ReactNode,
      isHiddenAtFirst = false,
    ): ListColumn<Summary> => ({ key, title: t(`field.${key}`), widthPx, render, isHiddenAtFirst });
    return [
      column('recordedAt', 170, (row) => auditTime(row.recordedAt)),
      column('actor', 110, (row) => row.actorName),
      column('command', 220, (row) => commandName(row.command)),
      column('subject', 300, (row) => <Subject event={row} />),
      column('outcome', 80, (row) => <OutcomeTag outcome={row.outcome} />),
      column('address', 130, (row) => row.address ?? '—'),
      column('via', 100, (row) => t(`via.${row.via}`, { defaultValue: row.via }), true),
      column('roles', 200, (row) => <RoleNames roles={row.actorRoles} />, true),
      column('requestId', 310, (row) => <span className="cc-code">{row.requestId}</span>, true),
    ];
  }, [t, commandName]);
}

function EventCard({ event }: { event: Summary }) {
  const commandName = useCommandName();
  return (
    <>
      <div className="cc-card-head">
        <strong>{commandName(event.command)}</strong>
        {event.outcome !== 'done' && <OutcomeTag outcome={event.outcome} />}
      </div>
      <div>
        <Subject event={event} />
      </div>
      <div className="cc-soft">
        {auditTime(event.recordedAt)} · {event.actorName}
      </div>
    </>
  );
}

/** 审计: every command and sign-in of the court, newest first, for the audit administrator. */
export function Component() {
  const { t } = useTranslation('audit');
  const can = useCan();
  const state = useListState();
  const columns = useColumns();
  const filters = useAuditFilters();
  const language = useLanguage();
  const query = auditQueryOf(state.filters);
  const pages = useEndpointPages(listAuditEvents, { query: { ...query, limit: 100 } });
  return (
    <>
      <PageHeader title={t('title')} sentence={t('sentence')} />
      <ListPage
        listKey="audit"
        state={state}
        pages={pages}
        rowKey={(row) => row.id}
        rowHref={(row) => `/audit/${row.id}`}
        columns={columns}
        filters={filters}
        renderPreview={(row) => <AuditPreview eventId={row.id} />}
        renderCard={(row) => <EventCard event={row} />}
        tools={
          can('audit.export') && (
            <Button
              href={downloadAddress(exportAuditEvents, { query: { ...query, language } })}
              download
              icon={<DownloadOutlined aria-hidden />}
            >
              {t('export')}
            </Button>
          )
        }
        empty={<EmptyState title={t('empty')} />}
      />
    </>
  );
}

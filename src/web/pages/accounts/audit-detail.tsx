import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ResponseOf } from '../../../platform/endpoint.ts';
import { findAuditEvent } from '../../../modules/accounts/audit.contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { CopyButton } from '../../components/copy-button.tsx';
import { Details, type Detail } from '../../components/details.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { AuditDifference } from './audit-values.tsx';
import { useCommandName } from './command-names.ts';
import { OutcomeTag } from './outcome-tag.tsx';
import { RoleNames } from './role-names.tsx';
import './audit.css';

export type AuditEvent = ResponseOf<typeof findAuditEvent>;

/** `2026-11-24 03:13:52`; the server writes court time. */
export function auditTime(recordedAt: string): string {
  return recordedAt.slice(0, 19).replace('T', ' ');
}

function Identifier({ value, what }: { value: string; what: string }) {
  return (
    <>
      <span className="cc-audit-id cc-code">{value}</span> <CopyButton text={value} what={what} />
    </>
  );
}

function Subject({ event, label }: { event: AuditEvent; label: string }) {
  const { t } = useTranslation('audit');
  const { subjectId, subjectKind } = event;
  return (
    <>
      {subjectKind !== null && t(`kind.${subjectKind}`, { defaultValue: subjectKind })}{' '}
      {subjectId === null ? (
        label
      ) : (
        <Link to={`/audit?subjectId=${encodeURIComponent(subjectId)}`} title={t('detail.allOfSubject')}>
          {label}
        </Link>
      )}
    </>
  );
}

function useFacts(event: AuditEvent): readonly Detail[] {
  const { t } = useTranslation('audit');
  const commandName = useCommandName();
  const subject = event.subjectLabel ?? event.subjectId;
  const facts: (Detail | false)[] = [
    { label: t('field.recordedAt'), value: auditTime(event.recordedAt) },
    {
      label: t('field.command'),
      value: (
        <>
          {commandName(event.command)} <span className="cc-soft cc-audit-id">{event.command}</span>
        </>
      ),
    },
    { label: t('field.outcome'), value: <OutcomeTag outcome={event.outcome} /> },
    {
      label: t('field.actor'),
      value:
        event.actorId === null ? (
          event.actorName
        ) : (
          <Link to={`/audit?actorId=${event.actorId}`} title={t('detail.allOfActor')}>
            {event.actorName}
          </Link>
        ),
    },
    event.actorRoles.length > 0 && { label: t('field.roles'), value: <RoleNames roles={event.actorRoles} /> },
    {
      label: t('field.via'),
      value: (
        <>
          {t(`via.${event.via}`, { defaultValue: event.via })} {event.address}
        </>
      ),
    },
    subject !== null && { label: t('field.subject'), value: <Subject event={event} label={subject} /> },
    {
      label: t('field.requestId'),
      value: <Identifier value={event.requestId} what={t('field.requestId')} />,
    },
    { label: t('field.id'), value: <Identifier value={event.id} what={t('field.id')} /> },
  ];
  return facts.filter((fact) => fact !== false);
}

/** One event as it was recorded: who, what, to what, from where, before and after. */
export function AuditDetail({ event }: { event: AuditEvent }) {
  const { t } = useTranslation('audit');
  const facts = useFacts(event);
  const hasDetail = Object.keys(event.detail).length > 0;
  const hasContent = event.before != null || event.after != null;
  return (
    <div className="cc-audit-detail">
      <Details items={facts} />
      {(hasContent || !hasDetail) && (
        <section>
          <h2>{t(event.before != null && event.after != null ? 'detail.changes' : 'detail.content')}</h2>
          <AuditDifference before={event.before} after={event.after} />
        </section>
      )}
      {hasDetail && (
        <section>
          <h2>{t('detail.circumstances')}</h2>
          <AuditDifference before={null} after={event.detail} />
        </section>
      )}
    </div>
  );
}

/** The same beside the list, read when the row is chosen. */
export function AuditPreview({ eventId }: { eventId: string }) {
  const { data, error, refetch } = useQueryEndpoint(findAuditEvent, { params: { eventId } });
  if (data !== undefined) return <AuditDetail event={data} />;
  return (
    <>
      <ProblemAlert problem={error} onRetry={() => void refetch()} />
      {error === null && <Skeleton active title={false} paragraph={{ rows: 8 }} />}
    </>
  );
}

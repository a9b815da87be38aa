import Alert from 'antd/es/alert';
import Button from 'antd/es/button';
import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { SEAT_VERDICTS } from '../../../modules/approvals/approval-states.ts';
import { readApprovalEndpoint, type ApprovalDetail } from '../../../modules/approvals/approvals.contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { useOpenCommand, type OpenCommand } from '../../components/command-form/use-open-command.ts';
import { Details } from '../../components/details.tsx';
import { Money } from '../../components/money.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { formatInstant } from '../../components/when.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import { useKindBesideTitle, useRequestTitle, useShippedWords } from '../../i18n/use-shipped-words.ts';
import { useCan } from '../../session/use-session.ts';
import { useSayQuantity } from '../../i18n/use-quantity.ts';
import { ApprovalState } from './approval-state.tsx';
import { ApprovalSteps, DecisionList } from './approval-steps.tsx';
import { DecideForm, ResubmitForm, WithdrawForm } from './decision-forms.tsx';
import { NextApproval } from './next-approval.tsx';
import './approvals.css';

/** A word of the product in the language of the page, or what somebody wrote. */
function useFactValue(): (fact: ApprovalDetail['facts'][number]) => string {
  const pick = usePickSentence();
  const shipped = useShippedWords();
  return ({ value }) => (typeof value === 'string' ? shipped(value) : pick(value));
}

/** The thing by its name, with the way to its page. */
function LineName({ kind, id, label: kept }: { kind: string; id: string; label: string }) {
  const can = useCan();
  const label = useShippedWords()(kept);
  if (kind !== 'seized_item' || !can('item.read')) return <strong>{label}</strong>;
  return (
    <Link to={`/seized-items/${id}`}>
      <strong>{label}</strong>
    </Link>
  );
}

function Lines({ request }: { request: ApprovalDetail }) {
  const sayQuantity = useSayQuantity();
  const valueOf = useFactValue();
  const { t } = useTranslation('approvals');
  const pick = usePickSentence();
  return (
    <section>
      <h2>{t('lines', { count: request.lines.length })}</h2>
      <ol className="cc-approval-lines">
        {request.lines.map((line) => (
          <li key={line.subjectId}>
            <div className="cc-approval-line">
              <LineName kind={line.subjectKind} id={line.subjectId} label={line.label} />
              <span>
                {sayQuantity(line.quantity, line.unit)}
                {request.state === 'used' && (
                  <span className="cc-soft">
                    {' '}
                    · {t('used', { quantity: sayQuantity(line.usedQuantity, line.unit) })}
                  </span>
                )}
              </span>
            </div>
            {line.facts.length > 0 && (
              <Details items={line.facts.map((fact) => ({ label: pick(fact), value: valueOf(fact) }))} />
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Who and when; the moment stays on one line. */
function Told({ who, at }: { who: string; at: string }) {
  return (
    <>
      {who} · <span className="cc-nowrap">{formatInstant(at)}</span>
    </>
  );
}

function Facts({ request }: { request: ApprovalDetail }) {
  const valueOf = useFactValue();
  const { t } = useTranslation('approvals');
  const shipped = useShippedWords();
  const pick = usePickSentence();
  const who = [request.applicantDepartment, request.applicantName].filter((part) => part !== null).join(' ');
  const until = { pending: 'waitsUntil', approved: 'validUntil', returned: 'waitsUntil' } as const;
  const untilKey = Object.entries(until).find(([state]) => state === request.state)?.[1];
  return (
    <Details
      items={[
        { label: t('reason'), value: <span className="cc-approval-reason">{request.reason}</span> },
        ...request.facts.map((fact) => ({ label: pick(fact), value: valueOf(fact) })),
        { label: t('applicant'), value: <Told who={who} at={request.submittedAt} /> },
        ...(request.grade === null ? [] : [{ label: t('grade'), value: shipped(request.grade) }]),
        ...(request.amountFen === null
          ? []
          : [{ label: t('amount'), value: <Money fen={request.amountFen} inline /> }]),
        ...(request.basis === null ? [] : [{ label: t('basis'), value: shipped(request.basis) }]),
        ...(untilKey === undefined ? [] : [{ label: t(untilKey), value: formatInstant(request.expiresAt) }]),
        ...(request.usedAt === null
          ? []
          : [{ label: t('usedBy'), value: <Told who={request.usedByName ?? ''} at={request.usedAt} /> }]),
      ]}
    />
  );
}

function Actions({ request, command }: { request: ApprovalDetail; command: OpenCommand }) {
  const { t } = useTranslation('approvals');
  const pick = usePickSentence();
  const { availableActions, hindrance } = request;
  if (availableActions.length === 0 && hindrance === null) return null;
  return (
    <div className="cc-approval-actions cc-no-print">
      {hindrance !== null && (
        <>
          <Button type="primary" size="large" disabled aria-describedby="approval-hindrance">
            {t('verdict.approve')}
          </Button>
          <Alert type="info" showIcon id="approval-hindrance" title={pick(hindrance)} />
        </>
      )}
      {SEAT_VERDICTS.filter((verdict) => availableActions.includes(verdict)).map((verdict) => (
        <Button
          key={verdict}
          size="large"
          {...(verdict === 'approve' ? { type: 'primary' } : {})}
          danger={verdict === 'reject'}
          onClick={() => command.open(verdict)}
        >
          {t(`verdict.${verdict}`)}
        </Button>
      ))}
      {availableActions.includes('resubmit') && (
        <Button type="primary" size="large" onClick={() => command.open('resubmit')}>
          {t('resubmit')}
        </Button>
      )}
      {availableActions.includes('withdraw') && (
        <Button size="large" onClick={() => command.open('withdraw')}>
          {t('withdraw')}
        </Button>
      )}
    </div>
  );
}

/** One request with every fact on one screen, who has decided what, and the buttons of whoever is to decide. */
export function Component() {
  const { t } = useTranslation('approvals');
  const titleOf = useRequestTitle();
  const kindBeside = useKindBesideTitle();
  const can = useCan();
  const { requestId = '' } = useParams();
  const command = useOpenCommand();
  const { data: request, error, refetch } = useQueryEndpoint(readApprovalEndpoint, { params: { requestId } });
  const back = { to: '/approvals', label: t('title') };
  if (request === undefined)
    return (
      <>
        <PageHeader title={t('title')} back={back} />
        <ProblemAlert problem={error} onRetry={() => void refetch()} />
        {error === null && <Skeleton active />}
      </>
    );
  const form = { request, onClose: command.close, onReload: () => void refetch() };
  const verdict = SEAT_VERDICTS.find((each) => each === command.current);
  return (
    <div className="cc-approval">
      <PageHeader
        title={titleOf(request)}
        back={back}
        beside={<ApprovalState state={request.state} />}
        sentence={`${kindBeside(request)}${request.number}`}
      />
      <div className="cc-approval-columns">
        <div>
          <Facts request={request} />
          <Lines request={request} />
        </div>
        <div>
          <ApprovalSteps request={request} />
          <DecisionList request={request} />
        </div>
      </div>
      <Actions request={request} command={command} />
      {request.availableActions.length === 0 && request.hindrance === null && can('approval.decide') && (
        <NextApproval requestId={request.id} />
      )}
      {verdict !== undefined && <DecideForm {...form} key={verdict} verdict={verdict} open />}
      <ResubmitForm {...form} open={command.current === 'resubmit'} />
      <WithdrawForm {...form} open={command.current === 'withdraw'} />
    </div>
  );
}

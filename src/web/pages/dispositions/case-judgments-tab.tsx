import Button from 'antd/es/button';
import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import { readCaseJudgmentsEndpoint } from '../../../modules/dispositions/judgments.contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { useOpenCommand } from '../../components/command-form/use-open-command.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import type { CaseTabProps } from '../cases/case-tab-props.ts';
import { DisposeTogether } from './dispose-together.tsx';
import { EnterLinesForm } from './enter-lines-form.tsx';
import { JudgmentExceptions } from './judgment-exceptions.tsx';
import { JudgmentForms } from './judgment-forms.tsx';
import { JudgmentLineList } from './judgment-line-list.tsx';
import { JudgmentNotices } from './judgment-notices.tsx';
import '../../components/plain-rows.css';
import './dispositions.css';

/** 裁判处理: what judgments order, how far it is carried out, and what does not fit the stock. */
export function CaseJudgmentsTab({ found }: CaseTabProps) {
  const { t } = useTranslation('dispositions');
  const command = useOpenCommand();
  const request = { params: { caseId: found.id } };
  const { data: shown, error, refetch } = useQueryEndpoint(readCaseJudgmentsEndpoint, request);
  if (shown === undefined)
    return error === null ? (
      <Skeleton active />
    ) : (
      <ProblemAlert problem={error} onRetry={() => void refetch()} />
    );
  const may = (action: (typeof shown.availableActions)[number]) => shown.availableActions.includes(action);
  const waiting = shown.lines.filter(({ availableActions }) => availableActions.includes('confirm'));
  const awaitable = shown.lines.filter(
    ({ state, item }) =>
      (state === 'in_force' || state === 'part_done') &&
      item !== null &&
      (item.state === 'in_store' || item.state === 'kept_elsewhere'),
  );
  const hasAwaitable = awaitable.length > 0 && may('await');
  return (
    <section aria-label={t('tab')}>
      <div className="cc-case-ledger-head">
        <p className="cc-soft">{t('judgments.sentence')}</p>
        <span className="cc-disposition-actions">
          {waiting.length > 0 && (
            <Button type="primary" onClick={() => command.open('confirm_lines')}>
              {t('judgments.confirm', { count: waiting.length })}
            </Button>
          )}
          {hasAwaitable && (
            <Button
              type={waiting.length > 0 ? 'default' : 'primary'}
              onClick={() => command.open('await_lines')}
            >
              {t('judgments.await', { count: new Set(awaitable.map(({ item }) => item?.id)).size })}
            </Button>
          )}
          {shown.items.length > 1 && <DisposeTogether caseId={shown.caseId} />}
          {may('enter') && (
            <Button onClick={() => command.open('enter_lines')}>{t('judgments.enter')}</Button>
          )}
          {may('send') && shown.lines.length > 0 && (
            <Button onClick={() => command.open('send_judgment')}>{t('judgments.send')}</Button>
          )}
        </span>
      </div>
      <ProblemAlert problem={error} onRetry={() => void refetch()} />
      <JudgmentExceptions shown={shown} />
      {shown.lines.length === 0 ? (
        <EmptyState title={t('judgments.empty')} hint={t('judgments.emptyHint')} />
      ) : (
        <JudgmentLineList shown={shown} command={command} />
      )}
      <JudgmentNotices shown={shown} command={command} />
      <EnterLinesForm shown={shown} command={command} />
      <JudgmentForms shown={shown} awaitable={awaitable} command={command} />
    </section>
  );
}

import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import { listDeadlinesEndpoint, type DeadlineAnswer } from '../../../modules/deadlines/contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { useOpenCommand } from '../../components/command-form/use-open-command.ts';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import { useShippedWords } from '../../i18n/use-shipped-words.ts';
import { useCan, useSession } from '../../session/use-session.ts';
import type { CaseTabProps } from '../cases/case-tab-props.ts';
import { DeadlineActions, openedDeadline } from './deadline-actions.tsx';
import { DeadlineLevel, DueTime } from './deadline-words.tsx';
import { DeadlineForms } from './settle-forms.tsx';
import { START_CLOCK, StartForm } from './start-form.tsx';

function Rows({ items, onOpen }: { items: readonly DeadlineAnswer[]; onOpen: (command: string) => void }) {
  const { t } = useTranslation('deadlines');
  const pick = usePickSentence();
  const shipped = useShippedWords();
  return (
    <ul className="cc-rows">
      {items.map((one) => (
        <li key={one.id} className={one.settledAt === null ? undefined : 'cc-rows-ended'}>
          <span className="cc-rows-main">
            <strong>{pick(one.rule)}</strong> · {t('dueUntil')} <DueTime deadline={one} />
            <br />
            <span className="cc-soft">
              {[
                one.subjectKind === 'case' ? null : one.subjectLabel,
                one.matter,
                one.owner,
                t('startedOn', { day: one.startOn }),
                shipped(one.rule.basis),
                one.note,
              ]
                .filter((part) => part !== null)
                .join(' · ')}
            </span>
          </span>
          <span className="cc-rows-side">
            <DeadlineLevel deadline={one} />
            <DeadlineActions deadline={one} onOpen={onOpen} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What is due in a case, and what was settled. */
export function CaseDeadlinesTab({ found }: CaseTabProps) {
  const { t } = useTranslation('deadlines');
  const command = useOpenCommand();
  const can = useCan();
  const { court } = useSession();
  const mayStart = can('deadline.start') && found.courtId === court.id;
  const query = { caseId: found.id, courtId: String(found.courtId), limit: 200 };
  const open = useQueryEndpoint(listDeadlinesEndpoint, { query: { ...query, state: 'open' } });
  const settled = useQueryEndpoint(listDeadlinesEndpoint, { query: { ...query, state: 'settled' } });
  const items = [...(open.data?.items ?? []), ...(settled.data?.items ?? [])];
  return (
    <section aria-label={t('title')}>
      {mayStart && (
        <p>
          <Button onClick={() => command.open(START_CLOCK)}>{t('start.title')}</Button>
        </p>
      )}
      <ProblemAlert problem={open.error ?? settled.error} onRetry={() => void open.refetch()} />
      {open.data !== undefined && items.length === 0 && <p className="cc-soft">{t('noneOfCase')}</p>}
      {items.length > 0 && <Rows items={items} onOpen={command.open} />}
      <DeadlineForms {...openedDeadline(command.current, items)} onClose={command.close} />
      {mayStart && <StartForm found={found} command={command} />}
    </section>
  );
}

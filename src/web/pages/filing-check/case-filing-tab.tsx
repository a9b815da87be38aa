import Button from 'antd/es/button';
import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import {
  readFilingEndpoint,
  type FilingState,
} from '../../../modules/seized-items/filing-check/filing-check.contract.ts';
import {
  FILING_ANSWERS,
  FILING_QUESTION_IDS,
  filingQuestion,
  type FilingQuestionId,
} from '../../../modules/seized-items/filing-check/filing-questions.ts';
import { listItemsEndpoint } from '../../../modules/seized-items/items.contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { useOpenCommand } from '../../components/command-form/use-open-command.ts';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { Day, When } from '../../components/when.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import { useShippedWords } from '../../i18n/use-shipped-words.ts';
import { useCan } from '../../session/use-session.ts';
import type { CaseTabProps } from '../cases/case-tab-props.ts';
import { IssueForm } from '../papers/issue-form.tsx';
import { FilingForm, type ListedItem } from './filing-form.tsx';
import '../../components/plain-rows.css';
import './filing-check.css';

type Check = FilingState['checks'][number];

const CHECK = 'check-filing';
const NOTICE = 'supplement-notice';
/** As many things as a list of the case shows at once. */
const LISTED_MAX = 200;

function useListedItems(caseId: string): readonly ListedItem[] {
  const { data } = useQueryEndpoint(listItemsEndpoint, { query: { caseId, limit: LISTED_MAX } });
  return data?.items ?? [];
}

function namesOf(ids: readonly string[], items: readonly ListedItem[]): string[] {
  return items.filter(({ id }) => ids.includes(id)).map(({ number, name }) => `${number}. ${name}`);
}

function AnswerRow({
  question,
  check,
  state,
  items,
}: {
  readonly question: FilingQuestionId;
  readonly check: Check | undefined;
  readonly state: FilingState;
  readonly items: readonly ListedItem[];
}) {
  const { t } = useTranslation('filing-check');
  const pick = usePickSentence();
  const said = check?.answers.find((one) => one.question === question);
  const proposal = state.proposals.find((one) => one.question === question);
  const isMissing = check?.missing.includes(question) === true;
  const isOverruled = said?.proposed != null && said.proposed !== said.answer;
  const facts = [
    ...namesOf(said?.itemIds ?? (proposal?.answer === 'no' ? proposal.itemIds : []), items),
    said?.note ?? '',
    said?.proposed != null && isOverruled
      ? t('changedBy', { answer: pick(FILING_ANSWERS[said.proposed]) })
      : '',
    said === undefined && proposal?.answer != null
      ? t('proposed', { answer: pick(FILING_ANSWERS[proposal.answer]) })
      : '',
  ];
  return (
    <li>
      <span className="cc-rows-main">
        <strong>{pick(filingQuestion(question))}</strong>
        <br />
        <span className="cc-soft">{facts.filter((fact) => fact !== '').join(' · ')}</span>
      </span>
      <span className="cc-rows-side">
        {said === undefined ? (
          <StatusTag tone="closed">{t('unsaid')}</StatusTag>
        ) : (
          <StatusTag tone={isMissing ? 'alarm' : said.answer === 'yes' ? 'settled' : 'closed'}>
            {pick(FILING_ANSWERS[said.answer])}
          </StatusTag>
        )}
      </span>
    </li>
  );
}

function EarlierChecks({ checks }: { readonly checks: readonly Check[] }) {
  const { t } = useTranslation('filing-check');
  const pick = usePickSentence();
  if (checks.length === 0) return null;
  return (
    <details>
      <summary>{t('earlier')}</summary>
      <ul className="cc-rows">
        {checks.map((check) => (
          <li key={check.id} className="cc-rows-ended">
            <span className="cc-rows-main">
              <When instant={check.checkedAt} /> · {t('by', { name: check.checkedByName })}
              <br />
              <span className="cc-soft">
                {check.missing.length === 0
                  ? t('complete')
                  : check.missing.map((question) => pick(filingQuestion(question))).join(' · ')}
              </span>
            </span>
            <span className="cc-rows-side">
              <StatusTag tone="closed">
                {check.missing.length === 0
                  ? t('complete')
                  : t('incomplete', { count: check.missing.length })}
              </StatusTag>
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Standing({ check, state }: { readonly check: Check | undefined; readonly state: FilingState }) {
  const { t } = useTranslation('filing-check');
  if (check === undefined) return <p>{t(state.availableActions.includes('check') ? 'none' : 'noneYours')}</p>;
  const count = check.missing.length;
  return (
    <p>
      <StatusTag tone={count === 0 ? 'settled' : 'alarm'}>
        {count === 0 ? t('complete') : t('incomplete', { count })}
      </StatusTag>{' '}
      <When instant={check.checkedAt} /> · {t('by', { name: check.checkedByName })}
      {state.supplementDueOn !== null && (
        <>
          {' · '}
          {t('dueOn')} <Day day={state.supplementDueOn} />
        </>
      )}
    </p>
  );
}

/** What the procuratorate is asked for, one line each, as the notice begins: papers are in Chinese. */
function demandOf(check: Check, items: readonly ListedItem[]): string {
  return check.missing
    .map((question, index) => {
      const said = check.answers.find((one) => one.question === question);
      const about = [...namesOf(said?.itemIds ?? [], items), said?.note ?? ''];
      const told = about.filter((part) => part !== '').join(' / ');
      const demand = filingQuestion(question).demand?.zh ?? '';
      return `${index + 1}. ${demand}${told === '' ? '' : ` (${told})`}`;
    })
    .join('\n');
}

/** 收案审查: what was found of the property when the prosecution was received, and what is asked of the procuratorate. */
export function CaseFilingTab({ found }: CaseTabProps) {
  const { t } = useTranslation('filing-check');
  const can = useCan();
  const command = useOpenCommand();
  const shipped = useShippedWords();
  const items = useListedItems(found.id);
  const { data, error, refetch } = useQueryEndpoint(readFilingEndpoint, { params: { caseId: found.id } });
  if (data === undefined)
    return error === null ? (
      <Skeleton active />
    ) : (
      <ProblemAlert problem={error} onRetry={() => void refetch()} />
    );
  const [check, ...earlier] = data.checks;
  const mayCheck = data.availableActions.includes('check');
  const mayNotify = check !== undefined && check.missing.length > 0 && can('paper.issue');
  const concerned = check?.answers.filter(({ question }) => check.missing.includes(question)) ?? [];
  return (
    <section aria-label={t('title')}>
      <p className="cc-soft">
        {t('sentence')} {shipped(filingQuestion('measures').basis)}
      </p>
      <Standing check={check} state={data} />
      <p className="cc-filing-actions">
        {mayCheck && (
          <Button type={check === undefined ? 'primary' : 'default'} onClick={() => command.open(CHECK)}>
            {t(check === undefined ? 'check' : 'again')}
          </Button>
        )}{' '}
        {mayNotify && (
          <Button type="primary" onClick={() => command.open(NOTICE)}>
            {t('notice')}
          </Button>
        )}
      </p>
      <ul className="cc-rows">
        {FILING_QUESTION_IDS.map((question) => (
          <AnswerRow key={question} question={question} check={check} state={data} items={items} />
        ))}
      </ul>
      <EarlierChecks checks={earlier} />
      {mayCheck && (
        <FilingForm
          found={found}
          state={data}
          items={items}
          open={command.current === CHECK}
          onClose={command.close}
        />
      )}
      {mayNotify && (
        <IssueForm
          caseId={found.id}
          onClose={command.close}
          paper={
            command.current === NOTICE
              ? {
                  form: 'supplement_notice',
                  subject: {},
                  itemIds: [...new Set(concerned.flatMap(({ itemIds }) => itemIds))],
                  replacesId: null,
                  written: { recipient: found.procuratorate ?? '', demand: demandOf(check, items) },
                }
              : undefined
          }
        />
      )}
    </section>
  );
}

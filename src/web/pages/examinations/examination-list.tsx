import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EXAMINATION_KINDS } from '../../../modules/seized-items/examinations/examination-rules.ts';
import {
  listExaminationsEndpoint,
  type Examination,
} from '../../../modules/seized-items/examinations/examinations.contract.ts';
import { useEndpointPages } from '../../api/use-endpoint-pages.ts';
import { useOpenCommand } from '../../components/command-form/use-open-command.ts';
import { Details, type Detail } from '../../components/details.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { LoadMore } from '../../components/list-page/load-more.tsx';
import { formatFen } from '../../components/money.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import { useSayQuantity } from '../../i18n/use-quantity.ts';
import { OpinionForm } from './opinion-form.tsx';
import './examinations.css';

const PREFIX = 'opinion-';

function useDetails(one: Examination): Detail[] {
  const sayQuantity = useSayQuantity();
  const { t } = useTranslation('examinations');
  const { opinion, unit } = one;
  const say = (quantity: string | null | undefined) =>
    quantity == null ? null : sayQuantity(quantity, unit);
  const rows: (readonly [string, string | null])[] = [
    [t('question'), one.question],
    [t('qualification'), one.qualification],
    [t('examiners'), one.examiners],
    [t('sentBy'), [one.sentByName, one.secondPersonName].join(t('and'))],
    [t('sample'), say(one.sampleQuantity)],
    [t('returned'), say(opinion?.returnedQuantity)],
    [t('consumed'), say(opinion?.consumedQuantity)],
    [t('opinionNumber'), opinion?.opinionNumber ?? null],
    [t('concludedOn'), opinion?.concludedOn ?? null],
    [t('baseDate'), opinion?.baseDate ?? null],
    [
      t('recordedBy'),
      opinion === null
        ? null
        : [opinion.recordedByName, opinion.secondPersonName].filter(Boolean).join(t('and')),
    ],
  ];
  return rows.flatMap(([label, value]) => (value === null ? [] : [{ label, value }]));
}

function State({ one }: { one: Examination }) {
  const { t } = useTranslation('examinations');
  const { opinion } = one;
  if (opinion === null) return <StatusTag tone="soon">{t('waits')}</StatusTag>;
  if (opinion.valueFen === null || opinion.validUntil === null)
    return <StatusTag tone="settled">{t('answered')}</StatusTag>;
  return (
    <StatusTag tone={opinion.isValid ? 'settled' : 'closed'}>
      {t(opinion.isValid ? 'validTo' : 'validWas', { day: opinion.validUntil })}
    </StatusTag>
  );
}

function Row({ one, isOfCase, onOpinion }: { one: Examination; isOfCase: boolean; onOpinion: () => void }) {
  const { t } = useTranslation('examinations');
  const pick = usePickSentence();
  const details = useDetails(one);
  return (
    <li className="cc-examination">
      <div className="cc-examination-head">
        <strong>{pick(EXAMINATION_KINDS[one.kind])}</strong>
        {isOfCase && (
          <Link to={`/seized-items/${one.itemId}`}>
            {one.itemNumber}. {one.itemName}
          </Link>
        )}
        <span>{one.institution}</span>
        <span className="cc-soft">
          {one.mandateNumber} · {one.sentOn}
        </span>
        <State one={one} />
        {one.opinion?.valueFen != null && <strong>{formatFen(one.opinion.valueFen)}</strong>}
      </div>
      {one.opinion !== null && <p>{one.opinion.conclusion}</p>}
      <details>
        <summary>{t('more')}</summary>
        <Details items={details} />
      </details>
      {one.mayConclude && <Button onClick={onOpinion}>{t('record')}</Button>}
    </li>
  );
}

/** Examinations of an item or of a whole case, the newest first; each stays when another one follows. */
export function ExaminationList({ itemId, caseId }: { readonly itemId?: string; readonly caseId?: string }) {
  const { t } = useTranslation('examinations');
  const command = useOpenCommand();
  const pages = useEndpointPages(listExaminationsEndpoint, {
    query: {
      limit: 50,
      ...(itemId === undefined ? {} : { itemId }),
      ...(caseId === undefined ? {} : { caseId }),
    },
  });
  const isEmpty = !pages.isLoading && pages.items.length === 0 && pages.problem === null;
  if (isEmpty && itemId !== undefined) return null;
  const current =
    command.current?.startsWith(PREFIX) === true ? command.current.slice(PREFIX.length) : undefined;
  return (
    <section className="cc-examinations" aria-label={t('title')}>
      {itemId !== undefined && <h2>{t('title')}</h2>}
      <ProblemAlert problem={pages.problem} onRetry={pages.reload} />
      {isEmpty && <EmptyState title={t('empty')} hint={t('emptyHint')} />}
      <ul>
        {pages.items.map((one) => (
          <Row
            key={one.id}
            one={one}
            isOfCase={caseId !== undefined}
            onOpinion={() => command.open(`${PREFIX}${one.id}`)}
          />
        ))}
      </ul>
      <LoadMore hasMore={pages.hasMore} isLoading={pages.isLoadingMore} onLoadMore={pages.loadMore} />
      <OpinionForm
        key={current}
        examination={pages.items.find(({ id, mayConclude }) => id === current && mayConclude)}
        onClose={command.close}
      />
    </section>
  );
}

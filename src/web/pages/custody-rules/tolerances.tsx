import Button from 'antd/es/button';
import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ITEM_CATEGORIES } from '../../../modules/seized-items/item-categories.ts';
import {
  listTolerancesEndpoint,
  type ToleranceAnswer,
} from '../../../modules/seized-items/tolerances/tolerances.contract.ts';
import { sayShare, TOLERANCE_KINDS } from '../../../modules/seized-items/tolerances/tolerances.rules.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { useOpenCommand } from '../../components/command-form/use-open-command.ts';
import { PageHeader } from '../../components/page-header.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import { useCan } from '../../session/use-session.ts';
import { useShippedWords } from '../../i18n/use-shipped-words.ts';
import { ToleranceForm } from './tolerance-form.tsx';
import '../../components/plain-rows.css';
import './custody-rules.css';

const KINDS = ['natural_loss', 'weighing'] as const;

/** One category: what counts today with its paper, what ships, what comes later. */
function ToleranceRow({ tolerance }: { tolerance: ToleranceAnswer }) {
  const inWords = useShippedWords();
  const { t } = useTranslation('custody-rules');
  const pick = usePickSentence();
  const { category, shipped, basis, isCeiling, own, history, most, mostReason, isCapped } = tolerance;
  const upcoming = history.filter(({ effectiveFrom }) => own === null || effectiveFrom > own.effectiveFrom);
  const share = isCapped ? most : (own?.share ?? shipped);
  return (
    <li>
      <span className="cc-rows-main">
        <strong>{category === 'usual' ? t('tolerance.usual') : pick(ITEM_CATEGORIES[category])}</strong>
        <br />
        <span className="cc-soft">
          {shipped === null
            ? t('tolerance.asUsual')
            : t(isCeiling ? 'tolerance.ceiling' : 'tolerance.shipped', {
                share: sayShare(shipped),
                basis: inWords(basis),
              })}
        </span>
        {!isCeiling && (
          <>
            <br />
            <span className="cc-soft">
              {t('tolerance.most', { share: sayShare(most), reason: pick(mostReason) })}
            </span>
          </>
        )}
        {own !== null && (
          <>
            <br />
            <span className="cc-soft">
              {t('tolerance.own', { document: own.document, from: own.effectiveFrom, by: own.setByName })}
              {isCapped && t('tolerance.capped', { share: sayShare(own.share) })}
            </span>
          </>
        )}
        {upcoming.map((one) => (
          <span key={one.setAt}>
            <br />
            <span className="cc-soft">
              {t('tolerance.upcoming', {
                share: sayShare(one.share),
                document: one.document,
                from: one.effectiveFrom,
              })}
            </span>
          </span>
        ))}
      </span>
      <span className="cc-rows-side">
        <strong>{share === null ? '—' : sayShare(share)}</strong>
        <StatusTag tone={own === null ? 'closed' : 'soon'}>
          {t(own === null ? 'tolerance.shippedTag' : 'tolerance.ownTag')}
        </StatusTag>
      </span>
    </li>
  );
}

/** 损耗与称量允差: what counts by category, and what the court set by a paper of its own. */
export function Component() {
  const { t } = useTranslation('custody-rules');
  const pick = usePickSentence();
  const can = useCan();
  const command = useOpenCommand();
  const { data, error, refetch } = useQueryEndpoint(listTolerancesEndpoint, {});
  const mayChange = can('custody-policy.manage');
  return (
    <>
      <PageHeader
        title={t('tolerance.title')}
        sentence={t('tolerance.sentence')}
        actions={
          <>
            <Link to="/photo-policy">{t('photo.title')}</Link>{' '}
            {mayChange && <Button onClick={() => command.open('set')}>{t('tolerance.set')}</Button>}
          </>
        }
      />
      <ProblemAlert problem={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <Skeleton active />}
      {data !== undefined &&
        KINDS.map((kind) => (
          <section key={kind} className="cc-section">
            <h2>{pick(TOLERANCE_KINDS[kind])}</h2>
            <p className="cc-soft">{t(`tolerance.of.${kind}`)}</p>
            <ul className="cc-rows">
              {data.items
                .filter((one) => one.kind === kind)
                .map((one) => (
                  <ToleranceRow key={one.category} tolerance={one} />
                ))}
            </ul>
          </section>
        ))}
      {mayChange && <ToleranceForm command={command} known={data?.items ?? []} />}
    </>
  );
}

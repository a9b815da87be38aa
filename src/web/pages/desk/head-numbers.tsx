import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Dashboard } from '../../../modules/fixed-assets/dashboard.contract.ts';
import { ASSET_STATUSES } from '../../../modules/fixed-assets/rules.ts';
import { formatCount } from '../../components/amount.ts';
import { listAddress, type ListQuery } from '../../components/list-page/list-address.ts';
import { formatFen, Money } from '../../components/money.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import { ON_THE_BOOKS } from './dashboard-charts.ts';

function Numeral({ label, to, children }: { label: string; to: string; children: ReactNode }) {
  return (
    <Link to={to} className="cc-numeral">
      <span className="cc-numeral-label">{label}</span>
      <span className="cc-numeral-value">{children}</span>
    </Link>
  );
}

/** Count and value of everything on the books, then the same by status. */
export function HeadNumbers({ dashboard, base }: { dashboard: Dashboard; base: ListQuery }) {
  const { t } = useTranslation('desk');
  const pick = usePickSentence();
  const { total } = dashboard;
  const kept: ListQuery = { ...base, status: ON_THE_BOOKS };
  const depreciatedFen = total.originalValueFen - total.netValueFen;
  const share = total.originalValueFen === 0 ? null : total.netValueFen / total.originalValueFen;
  return (
    <section className="cc-desk-numbers" aria-label={t('numbers.title')}>
      <h2>{t('numbers.title')}</h2>
      <div className="cc-numerals">
        <Numeral label={t('numbers.count')} to={listAddress('/assets', kept)}>
          {formatCount(total.count)}
          <small> {t('numbers.pieces')}</small>
        </Numeral>
        <Numeral label={t('numbers.original')} to={listAddress('/assets', { ...kept, sort: '-value' })}>
          {formatFen(total.originalValueFen)}
        </Numeral>
        <Numeral
          label={t('numbers.depreciated')}
          to={listAddress('/assets', { ...kept, fullyDepreciated: true })}
        >
          {formatFen(depreciatedFen)}
        </Numeral>
        <Numeral label={t('numbers.net')} to={listAddress('/assets', { ...kept, sort: '-value' })}>
          {formatFen(total.netValueFen)}
          {share !== null && <small> {t('numbers.share', { percent: Math.round(share * 100) })}</small>}
        </Numeral>
      </div>
      <ul className="cc-statuses">
        {dashboard.byStatus.map(({ status, count, originalValueFen }) => (
          <li key={status}>
            <Link to={listAddress('/assets', { ...base, status })}>
              <span>{pick(ASSET_STATUSES[status])}</span>
              <strong>{formatCount(count)}</strong>
              <Money fen={originalValueFen} inline />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

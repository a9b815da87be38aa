import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { z } from 'zod';
import type { depreciationLine } from '../../../modules/fixed-assets/depreciation.contract.ts';
import type { EndpointPages } from '../../api/use-endpoint-pages.ts';
import { ItemCode } from '../../components/item-code.tsx';
import { LoadMore } from '../../components/list-page/load-more.tsx';
import { Money } from '../../components/money.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';

type Line = z.output<typeof depreciationLine> & { readonly monthsDue?: number };

/** What each asset bears in the month; a preview also says for how many months. */
export function LineTable({ pages, withMonths }: { pages: EndpointPages<Line>; withMonths: boolean }) {
  const { t } = useTranslation('depreciation');
  return (
    <>
      <ProblemAlert problem={pages.problem} onRetry={pages.reload} />
      <div className="cc-sheet-frame" tabIndex={0} role="region" aria-label={t('lines.title')}>
        <table className="cc-sheet">
          <thead>
            <tr>
              <th scope="col">{t('column.asset')}</th>
              <th scope="col">{t('column.class')}</th>
              <th scope="col">{t('column.department')}</th>
              <th scope="col" className="cc-sheet-number">
                {t('column.value')}
              </th>
              {withMonths && (
                <th scope="col" className="cc-sheet-number">
                  {t('column.months')}
                </th>
              )}
              <th scope="col" className="cc-sheet-number">
                {t('column.amount')}
              </th>
              <th scope="col" className="cc-sheet-number">
                {t('column.accumulated')}
              </th>
            </tr>
          </thead>
          <tbody>
            {pages.items.map((line) => (
              <tr key={line.assetId}>
                <th scope="row">
                  <Link to={`/assets/${line.assetId}?tab=depreciation`}>{line.name}</Link>
                  <div className="cc-soft">
                    <ItemCode code={line.code} withCopy={false} />
                  </div>
                </th>
                <td>{line.className}</td>
                <td>{line.department ?? t('noDepartment')}</td>
                <td>
                  <Money fen={line.valueFen} />
                </td>
                {withMonths && <td className="cc-sheet-number">{line.monthsDue}</td>}
                <td>
                  <Money fen={line.amountFen} />
                </td>
                <td>
                  <Money fen={line.accumulatedAfterFen} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <LoadMore hasMore={pages.hasMore} isLoading={pages.isLoadingMore} onLoadMore={pages.loadMore} />
    </>
  );
}

import { useTranslation } from 'react-i18next';
import {
  readAssetTimeline,
  type AssetPage,
  type TimelineEntry,
} from '../../../../modules/fixed-assets/asset-page.contract.ts';
import { ASSET_ENTRY_KINDS } from '../../../../modules/fixed-assets/rules.ts';
import { useEndpointPages } from '../../../api/use-endpoint-pages.ts';
import { LoadMore } from '../../../components/list-page/load-more.tsx';
import { formatFen } from '../../../components/money.tsx';
import { ProblemAlert } from '../../../components/problem-alert.tsx';
import { formatInstant } from '../../../components/when.tsx';
import { usePickSentence } from '../../../i18n/use-language.ts';

const PAGE_SIZE = 50;

/** Whether the thing lies in the stock on that side of the entry. */
function isInStock(position: TimelineEntry['to']): boolean {
  return position.status === 'in_stock' || (position.status === 'idle' && position.holderId === null);
}

function whereTo({ to }: TimelineEntry): string {
  return [to.department, to.holder, to.place].filter((part) => part !== null).join(' · ') || '—';
}

function BookRow({ entry }: { entry: TimelineEntry }) {
  const { t } = useTranslation('fixed-assets');
  const pick = usePickSentence();
  const wasIn = isInStock(entry.from);
  const isIn = isInStock(entry.to);
  const { correctsSequence, correctedBySequence } = entry;
  return (
    <tr data-corrected={correctedBySequence !== null}>
      <td className="cc-book-number">{entry.sequence}</td>
      <td className="cc-nowrap">{formatInstant(entry.occurredAt)}</td>
      <td>
        {pick(ASSET_ENTRY_KINDS[entry.kind])}
        {correctsSequence !== null && (
          <div className="cc-soft">{t('life.corrects', { number: correctsSequence })}</div>
        )}
        {correctedBySequence !== null && (
          <div className="cc-soft">{t('life.correctedBy', { number: correctedBySequence })}</div>
        )}
      </td>
      <td>{whereTo(entry)}</td>
      <td>{entry.basis ?? ''}</td>
      <td className="cc-book-number">{isIn && !wasIn ? entry.quantity : ''}</td>
      <td className="cc-book-number">{wasIn && !isIn ? entry.quantity : ''}</td>
      <td className="cc-book-number">{isIn ? entry.quantity : '0'}</td>
      <td className="cc-book-number cc-nowrap">{formatFen(entry.amountFen)}</td>
      <td className="cc-nowrap">{entry.actorName}</td>
    </tr>
  );
}

const HEADS = ['number', 'time', 'kind', 'to', 'basis', 'in', 'out', 'balance', 'amount', 'actor'] as const;

/** The asset's own book as a ledger: numbered, ruled, with the balance in stock after every entry. */
export function AssetBookTab({ asset }: { asset: AssetPage }) {
  const { t } = useTranslation('fixed-assets');
  const pages = useEndpointPages(readAssetTimeline, {
    params: { assetId: asset.id },
    query: { limit: PAGE_SIZE },
  });
  return (
    <section>
      <p className="cc-soft">
        {t('book.sentence', { count: asset.book.entryCount })}{' '}
        <span className="cc-code">{asset.book.lastHashShort}</span>
      </p>
      <ProblemAlert problem={pages.problem} onRetry={pages.reload} />
      <div className="cc-book-frame" tabIndex={0} role="region" aria-label={t('tab.book')}>
        <table className="cc-book">
          <thead>
            <tr>
              {HEADS.map((head) => (
                <th key={head} scope="col">
                  {t(`book.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {pages.items.map((entry) => (
              <BookRow key={entry.id} entry={entry} />
            ))}
          </tbody>
        </table>
      </div>
      <LoadMore hasMore={pages.hasMore} isLoading={pages.isLoadingMore} onLoadMore={pages.loadMore} />
    </section>
  );
}

import type { ReactNode } from 'react';
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

const HEADS = ['number', 'time', 'kind', 'to', 'basis', 'in', 'out', 'balance', 'amount', 'actor'] as const;
type Head = (typeof HEADS)[number];
const NUMBERS: ReadonlySet<Head> = new Set(['number', 'in', 'out', 'balance', 'amount']);

function Kind({ entry }: { entry: TimelineEntry }) {
  const { t } = useTranslation('fixed-assets');
  const pick = usePickSentence();
  const { correctsSequence, correctedBySequence } = entry;
  return (
    <>
      {pick(ASSET_ENTRY_KINDS[entry.kind])}
      {correctsSequence !== null && (
        <div className="cc-soft">{t('life.corrects', { number: correctsSequence })}</div>
      )}
      {correctedBySequence !== null && (
        <div className="cc-soft">{t('life.correctedBy', { number: correctedBySequence })}</div>
      )}
    </>
  );
}

function BookRow({ entry }: { entry: TimelineEntry }) {
  const { t } = useTranslation('fixed-assets');
  const wasIn = isInStock(entry.from);
  const isIn = isInStock(entry.to);
  const cells: Record<Head, ReactNode> = {
    number: entry.sequence,
    time: formatInstant(entry.occurredAt),
    kind: <Kind entry={entry} />,
    to: whereTo(entry),
    basis: entry.basis,
    in: isIn && !wasIn ? entry.quantity : null,
    out: wasIn && !isIn ? entry.quantity : null,
    balance: isIn ? entry.quantity : '0',
    amount: formatFen(entry.amountFen),
    actor: entry.actorName,
  };
  return (
    <tr data-corrected={entry.correctedBySequence !== null}>
      {HEADS.map((head) => (
        <td
          key={head}
          data-head={t(`book.${head}`)}
          data-blank={cells[head] === null}
          className={NUMBERS.has(head) ? 'cc-book-number' : `cc-book-${head}`}
        >
          {cells[head]}
        </td>
      ))}
    </tr>
  );
}

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

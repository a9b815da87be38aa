import { useState } from 'react';
import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import {
  readAssetTimeline,
  type AssetPage,
  type TimelineEntry,
} from '../../../../modules/fixed-assets/asset-page.contract.ts';
import { useEndpointPages } from '../../../api/use-endpoint-pages.ts';
import { LoadMore } from '../../../components/list-page/load-more.tsx';
import { ProblemAlert } from '../../../components/problem-alert.tsx';
import { formatInstant } from '../../../components/when.tsx';
import { CorrectEntryForm } from './correct-entry-form.tsx';
import { LifeEntry } from './life-entry.tsx';

const PAGE_SIZE = 50;

interface DayOfLife {
  readonly day: string;
  readonly entries: TimelineEntry[];
}

/** Entries of one calendar day together, in the order in which they come. */
function byDay(entries: readonly TimelineEntry[]): DayOfLife[] {
  const days: DayOfLife[] = [];
  for (const entry of entries) {
    const day = formatInstant(entry.occurredAt).slice(0, 10);
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else days.push({ day, entries: [entry] });
  }
  return days;
}

/** The whole life, newest first, by day. */
export function AssetLife({ asset }: { asset: AssetPage }) {
  const { t } = useTranslation('fixed-assets');
  const [corrected, setCorrected] = useState<TimelineEntry>();
  const pages = useEndpointPages(readAssetTimeline, {
    params: { assetId: asset.id },
    query: { limit: PAGE_SIZE },
  });
  const mayCorrect = asset.availableActions.includes('correct_entry');
  return (
    <section aria-label={t('tab.life')}>
      <ProblemAlert problem={pages.problem} onRetry={pages.reload} />
      {pages.isLoading && pages.problem === null && <Skeleton active />}
      <ol className="cc-life">
        {byDay(pages.items).map(({ day, entries }) => (
          <li key={`${day} ${entries[0]?.sequence ?? 0}`}>
            <h2>{day}</h2>
            <ol>
              {entries.map((entry) => (
                <LifeEntry
                  key={entry.id}
                  assetId={asset.id}
                  entry={entry}
                  onCorrect={mayCorrect ? setCorrected : undefined}
                />
              ))}
            </ol>
          </li>
        ))}
      </ol>
      <LoadMore hasMore={pages.hasMore} isLoading={pages.isLoadingMore} onLoadMore={pages.loadMore} />
      {corrected !== undefined && (
        <CorrectEntryForm
          asset={asset}
          entry={corrected}
          newestMove={pages.items.find((entry) => entry.changed.length > 0)}
          onClose={() => setCorrected(undefined)}
        />
      )}
    </section>
  );
}

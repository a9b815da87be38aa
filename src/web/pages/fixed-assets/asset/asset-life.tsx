import { useState } from 'react';
import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import {
  readAssetTimeline,
  type AssetPage,
  type TimelineEntry,
} from '../../../../modules/fixed-assets/asset-page.contract.ts';
import type { LabelEvent } from '../../../../modules/item-codes/label-events.contract.ts';
import type { ResponseOf } from '../../../../platform/endpoint.ts';
import { useEndpointPages } from '../../../api/use-endpoint-pages.ts';
import { LifeDays } from '../../../components/life/life-days.tsx';
import { LifeLabel } from '../../../components/life/life-label.tsx';
import { LoadMore } from '../../../components/list-page/load-more.tsx';
import { ProblemAlert } from '../../../components/problem-alert.tsx';
import { CorrectEntryForm } from './correct-entry-form.tsx';
import { LifeEntry } from './life-entry.tsx';

const PAGE_SIZE = 50;

type Happening = TimelineEntry | LabelEvent;

function isEntry(happening: Happening): happening is TimelineEntry {
  return 'sequence' in happening;
}

/** Entries in the order of the book, newest first, with what happened to labels put between them by time. */
function mergeByTime({ items, labelEvents }: ResponseOf<typeof readAssetTimeline>): Happening[] {
  // That a code gave way is what the entry of the new code says.
  const waiting = labelEvents.filter(({ kind }) => kind !== 'gave_way');
  const merged: Happening[] = [];
  for (const entry of items) {
    const at = Date.parse(entry.occurredAt);
    while (waiting[0] !== undefined && Date.parse(waiting[0].occurredAt) > at)
      merged.push(...waiting.splice(0, 1));
    merged.push(entry);
  }
  return [...merged, ...waiting];
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
      <LifeDays
        happenings={pages.pages.flatMap(mergeByTime)}
        render={(one) =>
          isEntry(one) ? (
            <LifeEntry
              key={one.id}
              assetId={asset.id}
              entry={one}
              onCorrect={mayCorrect ? setCorrected : undefined}
            />
          ) : (
            <LifeLabel key={one.id} event={one} />
          )
        }
      />
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

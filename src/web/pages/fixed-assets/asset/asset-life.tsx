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
import { LoadMore } from '../../../components/list-page/load-more.tsx';
import { ProblemAlert } from '../../../components/problem-alert.tsx';
import { formatInstant } from '../../../components/when.tsx';
import { CorrectEntryForm } from './correct-entry-form.tsx';
import { LifeEntry } from './life-entry.tsx';
import { LifeLabel } from './life-label.tsx';

const PAGE_SIZE = 50;

type Happening = TimelineEntry | LabelEvent;

interface DayOfLife {
  readonly day: string;
  readonly happenings: Happening[];
}

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

/** What happened on one calendar day together, in the order in which it comes. */
function byDay(happenings: readonly Happening[]): DayOfLife[] {
  const days: DayOfLife[] = [];
  for (const happening of happenings) {
    const day = formatInstant(happening.occurredAt).slice(0, 10);
    const last = days.at(-1);
    if (last?.day === day) last.happenings.push(happening);
    else days.push({ day, happenings: [happening] });
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
        {byDay(pages.pages.flatMap(mergeByTime)).map(({ day, happenings }) => (
          <li key={`${day} ${happenings[0]?.id ?? ''}`}>
            <h2>{day}</h2>
            <ol>
              {happenings.map((one) =>
                isEntry(one) ? (
                  <LifeEntry
                    key={one.id}
                    assetId={asset.id}
                    entry={one}
                    onCorrect={mayCorrect ? setCorrected : undefined}
                  />
                ) : (
                  <LifeLabel key={one.id} event={one} />
                ),
              )}
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

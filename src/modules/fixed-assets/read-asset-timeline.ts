import { z } from 'zod';
import { shanghaiInstant } from '../../platform/clock.ts';
import { decodeCursor, pageOfRows } from '../../platform/page-cursor.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import { listLabelEvents } from '../item-codes/list-label-events.ts';
import type { LabelEvent } from '../item-codes/label-events.contract.ts';
import type { TimelineEntry } from './asset-page.contract.ts';
import { readEntryDetails } from './entry-details.ts';
import { entryPartsOf } from './entry-row.sql.ts';
import { findReadableAsset, SHORT_HASH_LENGTH } from './read-asset.ts';
import { listTimelineRows, type TimelineRow } from './timeline.sql.ts';

const position = z.strictObject({
  sequence: z.int().min(1).max(2_147_483_647),
  /** Of the last entry shown: what happened to labels before that belongs to later pages. */
  occurredAtMs: z.int(),
});

function changedSides({ from, to }: Pick<TimelineEntry, 'from' | 'to'>): TimelineEntry['changed'] {
  return [
    ...(from.status === to.status ? [] : (['status'] as const)),
    ...(from.departmentId === to.departmentId ? [] : (['department'] as const)),
    ...(from.holderId === to.holderId ? [] : (['holder'] as const)),
    ...(from.placeId === to.placeId ? [] : (['place'] as const)),
  ];
}

function timelineEntryOf(row: TimelineRow): TimelineEntry {
  const parts = entryPartsOf(row);
  const { card: _card, changes, dueOn, loanDueOn, ...facts } = readEntryDetails(row.details);
  return {
    ...parts,
    changed: changedSides(parts),
    loanDueOn: dueOn ?? loanDueOn,
    facts,
    cardChanges: changes,
    receipt:
      row.receiptState === null
        ? null
        : {
            state: row.receiptState,
            receiver: row.receiver ?? '',
            settledAt: row.receiptSettledAt === null ? null : shanghaiInstant(row.receiptSettledAt),
            method: row.receiptMethod,
          },
    hashShort: row.hash.toString('hex').slice(0, SHORT_HASH_LENGTH),
  };
}

/**
 * The life of an asset, newest first, by keyset pages of its entries; each page with what happened to labels from its
 * oldest entry on. Refusal: ASSET_NOT_FOUND.
 */
export async function readAssetTimeline(
  context: QueryContext,
  request: { readonly assetId: string; readonly after?: string | undefined; readonly limit: number },
): Promise<{ items: TimelineEntry[]; nextCursor: string | null; labelEvents: LabelEvent[] }> {
  const start = decodeCursor(request.after, position);
  const asset = await findReadableAsset(context, request.assetId);
  const rows = await listTimelineRows(context.reader, asset.courtId, asset.bookId, {
    beforeSequence: start?.sequence ?? null,
    rowCount: request.limit + 1,
  });
  const page = pageOfRows(rows, request.limit, timelineEntryOf, ({ sequence, occurredAt }) => ({
    sequence,
    occurredAtMs: occurredAt.getTime(),
  }));
  const oldest = page.nextCursor === null ? null : (rows[request.limit - 1]?.occurredAt ?? null);
  const labelEvents = await listLabelEvents(context.reader, asset, {
    from: oldest,
    until: start && new Date(start.occurredAtMs),
  });
  return { ...page, labelEvents };
}

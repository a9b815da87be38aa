import { shanghaiInstant } from '../../platform/clock.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import { listAsOfRows, listCardRecords } from './as-of.sql.ts';
import type { AssetCard } from './asset-card.ts';
import { readEntryDetails } from './entry-details.ts';
import type { Position } from '../ledger/entry.ts';
import { findReadableAsset } from './read-asset.ts';
import { resolveAsOf } from './resolve-as-of.ts';
import type { AssetStatus } from './rules.ts';

export type AssetStateAsOf = Position & {
  readonly status: AssetStatus;
  readonly since: string;
  readonly sequence: number;
  readonly card: AssetCard;
};

/** The card of the first entry with every later change made to it. null when there is no first entry with a card. */
export function rebuildCard(records: readonly unknown[]): AssetCard | null {
  let card: AssetCard | null = null;
  for (const record of records) {
    const details = readEntryDetails(record);
    if (details.card !== null) card = details.card;
    if (card === null) continue;
    const changes = Object.fromEntries(details.changes.map(({ field, to }) => [field, to]));
    // why: a change carries the value of its own field, as the card had it.
    card = { ...card, ...(changes as Partial<AssetCard>) };
  }
  return card;
}

/** One asset as it was at a moment, its card included; null before it was on the books. Refusal: ASSET_NOT_FOUND. */
export async function readAssetAsOf(
  context: QueryContext,
  request: { readonly assetId: string; readonly at: string; readonly knownAt?: string | undefined },
): Promise<{ state: AssetStateAsOf | null }> {
  const { assetId, at, knownAt } = request;
  const asset = await findReadableAsset(context, assetId);
  const criteria = await resolveAsOf(context, { at, knownAt, courtId: asset.courtId });
  const whole = { ...criteria, scope: { courtId: asset.courtId, narrowed: null }, assetId };
  const [row] = await listAsOfRows(context.reader, whole, { afterBookId: null, rowCount: 1 });
  const card = rebuildCard(await listCardRecords(context.reader, criteria, asset.bookId));
  if (!row || card === null) return { state: null };
  const { status, departmentId, department, holderId, holder, placeId, place, since, sequence } = row;
  return {
    state: {
      ...{ status, departmentId, department, holderId, holder, placeId, place },
      since: shanghaiInstant(since),
      sequence,
      card,
    },
  };
}

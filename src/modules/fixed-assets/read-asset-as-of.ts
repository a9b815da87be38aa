import { shanghaiInstant } from '../../platform/clock.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import { listAsOfRows } from './as-of.sql.ts';
import type { AssetCard } from './asset-card.ts';
import type { Position } from '../ledger/entry.ts';
import { rebuildCards } from './rebuild-cards.ts';
import { findReadableAsset } from './read-asset.ts';
import { resolveAsOf } from './resolve-as-of.ts';
import type { AssetStatus } from './rules.ts';

export type AssetStateAsOf = Position & {
  readonly status: AssetStatus;
  readonly since: string;
  readonly sequence: number;
  readonly card: AssetCard;
};

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
  if (!row) return { state: null };
  const card = (await rebuildCards(context.reader, criteria, [asset.bookId]))(asset.bookId);
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

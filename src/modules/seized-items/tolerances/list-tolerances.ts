import { shanghaiDay, shanghaiInstant } from '../../../platform/clock.ts';
import { compareDecimals } from '../../../platform/decimal.ts';
import type { QueryContext } from '../../../platform/run-query.ts';
import { ITEM_CATEGORY_IDS } from '../item-categories.ts';
import { listCourtTolerances, type CourtToleranceRow } from './tolerance.sql.ts';
import type { ToleranceAnswer } from './tolerances.contract.ts';
import {
  boundOf,
  isCeiling,
  mostAllowed,
  shippedShare,
  toleranceOn,
  type ToleranceCategory,
  type ToleranceKind,
} from './tolerances.rules.ts';

function ownOf({ share, effectiveFrom, document, reason, setByName, setAt }: CourtToleranceRow) {
  return { share, effectiveFrom, document, reason, setByName, setAt: shanghaiInstant(setAt) };
}

/** A tolerance as it counts on the day. */
export function describeTolerance(
  kind: ToleranceKind,
  category: ToleranceCategory,
  own: readonly CourtToleranceRow[],
  today: string,
): ToleranceAnswer {
  const edition = toleranceOn(today);
  const history = own.filter((one) => one.kind === kind && one.category === category);
  const current = history.find(({ effectiveFrom }) => effectiveFrom <= today);
  const isLaw = edition.standing === 'law';
  const most = mostAllowed(edition, kind, category);
  return {
    ...{ kind, category, shipped: shippedShare(edition, kind, category), basis: edition.basis, isLaw },
    isCeiling: isCeiling(edition, kind, category),
    ...{ most, mostReason: boundOf(edition, kind, category).reason },
    isCapped: current !== undefined && compareDecimals(current.share, most) > 0,
    own: current === undefined ? null : ownOf(current),
    history: history.map(ownOf),
  };
}

/** What ships, and what the acting court set of it or beside it. */
export async function listTolerances({
  reader,
  actor,
  now,
}: QueryContext): Promise<{ items: ToleranceAnswer[] }> {
  const own = await listCourtTolerances(reader, actor.courtId);
  const today = shanghaiDay(now);
  const edition = toleranceOn(today);
  const isKnown = (kind: ToleranceKind, category: ToleranceCategory) =>
    shippedShare(edition, kind, category) !== null ||
    own.some((one) => one.kind === kind && one.category === category);
  const categories: readonly ToleranceCategory[] = [...ITEM_CATEGORY_IDS, 'usual'];
  const items = (['natural_loss', 'weighing'] as const).flatMap((kind) =>
    categories
      .filter((category) => isKnown(kind, category))
      .map((category) => describeTolerance(kind, category, own, today)),
  );
  return { items };
}

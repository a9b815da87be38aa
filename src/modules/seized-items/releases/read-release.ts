/** One release as a person may see it, with what may be done next. */
import { shanghaiInstant } from '../../../platform/clock.ts';
import type { ResponseOf } from '../../../platform/endpoint.ts';
import type { QueryContext } from '../../../platform/run-query.ts';
import { mayUse } from '../../accounts/permissions.ts';
import { reachesCase } from '../../cases/case-access.ts';
import { normaliseQuantity } from '../../ledger/entry.ts';
import { listOpenCounts } from '../baseline/count-difference.sql.ts';
import { instantOrNull } from '../describe-item.ts';
import { categoryOf } from '../item-categories.ts';
import { listItemRowsById, type ItemRow } from '../item-page.sql.ts';
import { maskItem } from '../mask-item.ts';
import { isEnded, isItemState } from '../item-states.ts';
import { listLastReadings } from '../odometers/odometer.sql.ts';
import { listInspections } from './inspection.sql.ts';
import { isDear } from '../dear.rules.ts';
import { summaryOfRelease } from './list-releases.ts';
import { isLineState, isOpenLine } from './release-kinds.ts';
import { listReleaseLines, type ReleaseLineRow } from './release-line.sql.ts';
import { refuseRelease } from './release-refusals.ts';
import { allowedKmOf, keptTerms } from './release-terms.ts';
import { findRelease, type ReleaseRow } from './release.sql.ts';
import type { readReleaseEndpoint, ReleaseDetail, ReleaseLine } from './releases.contract.ts';

function lineOf(
  line: ReleaseLineRow,
  item: ItemRow,
  now: Date,
  { odometerLast, hasOpenCount }: { readonly odometerLast: string | null; readonly hasOpenCount: boolean },
): ReleaseLine {
  const { itemId, state, unit, conditionOut, sealOut, odometerOut, incident, conditionBack, sealBack } = line;
  const { code, name, number, caseId, caseNumber, category, grade, place, photoFileId } = item;
  const { isHidden } = categoryOf(category);
  return {
    ...{ itemId, state, unit, conditionOut, sealOut, odometerOut, incident, conditionBack, sealBack },
    ...{ code, name, number, caseId, caseNumber, category, grade, place },
    hazards: [...item.hazards],
    keeping: [...item.keeping],
    itemState: item.state,
    quantity: normaliseQuantity(item.onHand),
    releasedQuantity: line.quantity,
    sealNow: item.sealNumber,
    dueAt: instantOrNull(line.dueAt),
    isOverdue: isOpenLine(state) && line.dueAt !== null && line.dueAt < now,
    backAt: instantOrNull(line.backAt),
    receivedByName: line.receivedByName,
    note: line.note,
    isDear: isDear(item),
    hasOpenCount,
    isVehicle: category === 'vehicles',
    odometerLast: category === 'vehicles' ? (odometerLast ?? item.facts.odometerKm ?? null) : null,
    photoFileId: isHidden === true ? null : photoFileId,
  };
}

const isOpen = ({ state }: ReleaseLine) => isLineState(state) && isOpenLine(state);

const STEPS = {
  prepared: ['release', 'cancel'],
  out: ['give_back', 'consume'],
  in_transit: ['acknowledge', 'take_back'],
  with_keeper: ['inspect', 'from_keeper'],
  closed: [],
} as const;

function actionsOf(
  { actor }: QueryContext,
  { courtId, state, kind, receiptNumber }: ReleaseRow,
  lines: readonly ReleaseLine[],
): ReleaseDetail['availableActions'] {
  if (courtId !== actor.courtId) return [];
  const mayAsk = mayUse(actor, 'item.request') && state === 'out';
  const asking: ReleaseDetail['availableActions'] = mayAsk ? ['extend'] : [];
  if (!mayUse(actor, 'item.release')) return asking;
  const steps: ReleaseDetail['availableActions'] = STEPS[state].map((step) =>
    step === 'release' && kind === 'transfer_up' ? 'dispatch' : step,
  );
  const hasEnded = lines.some(
    (line) => isItemState(line.itemState) && isEnded(line.itemState) && isOpen(line),
  );
  if (hasEnded) steps.push('settle_ended');
  const isReady = lines.some((line) => line.state !== 'prepared' || line.itemState === 'awaiting_release');
  const isCounted = lines.some((line) => isOpen(line) && !line.hasOpenCount);
  return steps.filter(
    (step) =>
      ((step !== 'dispatch' && step !== 'consume') || isCounted) &&
      (step !== 'acknowledge' || receiptNumber === null) &&
      (step !== 'consume' || kind === 'examination') &&
      (isReady || state !== 'prepared'),
  );
}

/** Refusal: RELEASE_NOT_FOUND for those who read none of its cases. */
export async function readRelease(
  context: QueryContext,
  { releaseId }: { readonly releaseId: string },
): Promise<ResponseOf<typeof readReleaseEndpoint>> {
  const { reader, actor, now } = context;
  const row = await findRelease(reader, actor.readableCourtIds, releaseId);
  if (!row) throw refuseRelease('RELEASE_NOT_FOUND');
  const kept = await listReleaseLines(reader, row.courtId, row.id);
  const ids = kept.map(({ itemId }) => itemId);
  const items = new Map((await listItemRowsById(reader, [row.courtId], ids)).map((item) => [item.id, item]));
  const openCounts = await listOpenCounts(reader, row.courtId, ids);
  const odometers = await listLastReadings(reader, row.courtId, ids);
  const readable = kept.flatMap((line) => {
    const item = items.get(line.itemId);
    return item && reachesCase(actor, 'item.read', item, 'read')
      ? [
          lineOf(line, maskItem(actor, item), now, {
            odometerLast: odometers.get(item.id)?.km ?? null,
            hasOpenCount: openCounts.has(item.id),
          }),
        ]
      : [];
  });
  if (readable.length === 0) throw refuseRelease('RELEASE_NOT_FOUND');
  const inspections = await listInspections(reader, row.courtId, row.id);
  const { requestId, preparedByName, leftByName, secondPersonName, takerUnit, takerDocument } = row;
  const { carrier, trackingNumber, listNumber, receiptNumber, receiptOn, receiptBy } = row;
  const { contractNumber, contractEndsOn, feeFen, feePeriod } = row;
  return {
    ...summaryOfRelease(row, now),
    ...{ requestId, preparedByName, leftByName, secondPersonName, takerUnit, takerDocument },
    ...{ carrier, trackingNumber, listNumber, receiptNumber, receiptOn, receiptBy },
    ...{ contractNumber, contractEndsOn, feeFen, feePeriod },
    preparedAt: shanghaiInstant(row.preparedAt),
    leftAt: instantOrNull(row.leftAt),
    isSigned: row.takerSignature !== null,
    allowedKm: allowedKmOf(row),
    approvedDueAt: keptTerms.parse(row.terms).dueAt,
    closedAt: instantOrNull(row.closedAt),
    lines: readable,
    inspections: inspections
      .filter(({ itemId }) => readable.some((line) => line.itemId === itemId))
      .map((one) => ({ ...one, inspectedAt: shanghaiInstant(one.inspectedAt) })),
    availableActions: actionsOf(context, row, readable),
  };
}

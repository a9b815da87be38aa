/** Items as a person may see them. */
import { z } from 'zod';
import { shanghaiDay, shanghaiInstant } from '../../platform/clock.ts';
import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import { decodeCursor, pageOfRows } from '../../platform/page-cursor.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import { mayUse, scopeOf } from '../accounts/permissions.ts';
import { caseReachOf, reachesCase } from '../cases/case-access.ts';
import { normaliseQuantity, type ChainedEntry } from '../ledger/entry.ts';
import { listEntriesOfItem } from '../ledger/read-book.ts';
import { listOpenCounts } from './baseline/count-difference.sql.ts';
import { listCareActions } from './care/care-actions.ts';
import { instantOrNull, lifeEntryOf, quantityOrNull, summaryOf } from './describe-item.ts';
import { isCurrency } from './item-quantity.ts';
import { listItemActions } from './item-actions.ts';
import { categoryOf } from './item-categories.ts';
import { findValidValuation } from './examinations/find-valuation.ts';
import { listHolders } from './item-hold.sql.ts';
import { listMoneyCounts, listSeals, listWeighings } from './item-measure.sql.ts';
import {
  countItemsOfCase,
  listFamily,
  listItemFiles,
  listItemRows,
  listItemRowsById,
  type FamilyRow,
  type ItemRow,
} from './item-page.sql.ts';
import { itemRequestKindOf } from './item-request-kinds.ts';
import { isNameHidden, maskItem, maySeeFile } from './mask-item.ts';
import { refuseItem } from './item-refusals.ts';
import { isEnded } from './item-states.ts';
import { answersForRoomOf, openRoomBook } from './load-grounds.ts';
import { findConversion } from './money/conversion.sql.ts';
import { loadRates, worthOf } from './rates/worth.ts';
import { listFormerBooks } from './reattribution/reattribution.sql.ts';
import { listOdometerReadings } from './odometers/odometer.sql.ts';
import { listOpenLinesOfItems } from './releases/release-line.sql.ts';
import { hideBoxNames } from './containers/see-containers.ts';
import { describeUnsealing } from './take-unsealing.ts';
import type { listItemsEndpoint, readItemEndpoint } from './items.contract.ts';

const cursor = z.tuple([z.string().max(40), z.uuid()]);

/** The item in one of the courts that the person reads; undefined when its case is not theirs to see. */
export async function findReadableItem(
  { reader, actor }: Pick<QueryContext, 'reader' | 'actor'>,
  itemId: string,
): Promise<ItemRow | undefined> {
  const [row] = await listItemRowsById(reader, actor.readableCourtIds, [itemId]);
  if (!row || !reachesCase(actor, 'item.read', row, 'read')) return undefined;
  const [seen] = await hideBoxNames({ reader, actor }, [row]);
  return seen;
}

/** Items of the acting court: of one case by their numbers, otherwise the last changed first. */
export async function listItems(
  { reader, actor, now }: QueryContext,
  { query }: InputOf<typeof listItemsEndpoint>,
): Promise<ResponseOf<typeof listItemsEndpoint>> {
  const { courtId } = actor;
  const reach = caseReachOf(actor, 'item.read', courtId);
  if (reach === null) return { items: [], nextCursor: null };
  const position = decodeCursor(query.after, cursor);
  const { limit, caseId } = query;
  const rows = await listItemRows(reader, {
    courtId,
    reach,
    ids: query.ids ?? null,
    caseId: caseId ?? null,
    placeId: query.placeId ?? null,
    states: query.state ?? [],
    words: (query.q ?? '').split(/\s+/u).filter((word) => word !== ''),
    overdueAt: query.overdue === true ? now : null,
    isUnverified: query.unverified === true,
    seesSecrets: scopeOf(actor, 'case.secret-names.read')?.scope === 'court',
    isCarried: query.carried === true,
    lapsedBefore: query.lapsed === true ? shanghaiDay(now) : null,
    after: position && { key: position[0], id: position[1] },
    limit: limit + 1,
  });
  return pageOfRows(
    await hideBoxNames({ reader, actor }, rows),
    limit,
    (row) => summaryOf(maskItem(actor, row), now),
    ({ number, updatedAt, id }) => [caseId === undefined ? updatedAt.toISOString() : String(number), id],
  );
}

async function readMeasures({ reader }: QueryContext, { courtId, id }: ItemRow) {
  const seals = await listSeals(reader, courtId, id);
  const weighings = await listWeighings(reader, courtId, id);
  const odometers = await listOdometerReadings(reader, courtId, id);
  const counts = await listMoneyCounts(reader, courtId, id);
  return {
    seals: seals.map((seal) => ({
      ...seal,
      sealedAt: shanghaiInstant(seal.sealedAt),
      openedAt: instantOrNull(seal.openedAt),
    })),
    weighings: weighings.map((one) => ({ ...one, weighedAt: shanghaiInstant(one.weighedAt) })),
    odometers: odometers.map((one) => ({ ...one, takenAt: shanghaiInstant(one.takenAt) })),
    moneyCounts: counts.map((one) => ({
      ...one,
      denominations: [...one.denominations],
      countedAt: shanghaiInstant(one.countedAt),
    })),
  };
}

/** Every entry about the item, those in the books of cases to which it had been put by mistake first. */
async function listLife({ reader }: QueryContext, { courtId, id: itemId, bookId }: ItemRow) {
  const books = [...(await listFormerBooks(reader, courtId, itemId)), bookId];
  const lives: ChainedEntry[] = [];
  for (const book of new Set(books))
    lives.push(...(await listEntriesOfItem(reader, { courtId, bookId: book, itemId })));
  return lives.sort((a, b) => a.occurredAtMs - b.occurredAtMs || a.recordedAtMs - b.recordedAtMs);
}

function careActionsOf(
  { actor }: QueryContext,
  row: ItemRow,
  {
    family,
    hasOpenCount,
    isReleased,
  }: {
    readonly family: readonly FamilyRow[];
    readonly hasOpenCount: boolean;
    readonly isReleased: boolean;
  },
) {
  const { state, category, sealNumber, placeId, containerId, courtId } = row;
  if (isEnded(state) && state !== 'consumed') return [];
  return listCareActions({
    ...{
      state,
      category,
      isSealed: sealNumber !== null,
      isPlaced: placeId !== null,
      isBoxed: containerId !== null,
      isReleased,
    },
    hasParts: family.some((one) => one.relation === 'child' && one.state === 'in_store'),
    hasOpenCount,
    isOwnCourt: courtId === actor.courtId,
    may: {
      move: mayUse(actor, 'item.move'),
      askLoss:
        reachesCase(actor, 'item.request', row, 'write') &&
        itemRequestKindOf('loss').askedBy.some((role) => actor.roles.includes(role)),
      conclude: mayUse(actor, 'item.incident.conclude'),
      examine: reachesCase(actor, 'item.examine', row, 'write'),
      reattribute: reachesCase(actor, 'item.reattribute', row, 'write'),
    },
  });
}

/** One item with its life. Refusal: ITEM_NOT_FOUND. */
export async function readItem(
  context: QueryContext,
  { itemId }: { readonly itemId: string },
): Promise<ResponseOf<typeof readItemEndpoint>> {
  const { reader, actor, now } = context;
  const found = await findReadableItem(context, itemId);
  if (!found) throw refuseItem('ITEM_NOT_FOUND');
  const row = maskItem(actor, found);
  const { courtId, facts, listedQuantity, unitFactor, state, sealNumber } = row;
  const entries = await listLife(context, row);
  const isHidden = isNameHidden(actor, found);
  const family = isHidden ? [] : await listFamily(reader, row);
  const files = (await listItemFiles(reader, courtId, itemId)).filter((file) =>
    maySeeFile(actor, found, file),
  );
  const holders = await listHolders(reader, courtId, [itemId]);
  const [openLine] = await listOpenLinesOfItems(reader, courtId, [itemId]);
  const rates = await loadRates(reader, courtId, { units: [row.unit], day: shanghaiDay(now) });
  const hasOpenCount = (await listOpenCounts(reader, courtId, [itemId])).has(itemId);
  const isCarried = state === 'in_store' && row.placeId === null && row.holderId !== null;
  return {
    ...row,
    ...summaryOf(row, now),
    itemCount: await countItemsOfCase(reader, courtId, row.caseId),
    facts: Object.fromEntries(Object.entries(facts).map(([fact, value]) => [fact, value ?? ''])),
    hazards: [...row.hazards],
    keeping: [...row.keeping],
    listedQuantity: quantityOrNull(listedQuantity),
    unitFactor: quantityOrNull(unitFactor),
    isHidden: categoryOf(row.category).isHidden === true || isHidden,
    family,
    holds: holders.get(itemId) ?? [],
    hasOpenCount,
    openReleaseId: openLine?.releaseId ?? null,
    ...(await readMeasures(context, row)),
    files: files.map((file) => ({ ...file, uploadedAt: shanghaiInstant(file.uploadedAt) })),
    life: entries.flatMap((entry) => lifeEntryOf(entry) ?? []),
    conversion: (await findConversion(reader, courtId, itemId)) ?? null,
    worth: worthOf(normaliseQuantity(row.onHand), row.unit, rates),
    valuation: (await findValidValuation(reader, { courtId, itemId, on: shanghaiDay(now) })) ?? null,
    unsealing:
      row.sealNumber === null || isEnded(row.state)
        ? null
        : await describeUnsealing(reader, { courtId, now }, [row]),
    careActions: careActionsOf(context, row, { family, hasOpenCount, isReleased: openLine !== undefined }),
    availableActions: listItemActions({
      state,
      roles: actor.roles,
      isSealed: sealNumber !== null,
      takesNoSeal: categoryOf(row.category).takesNoSeal === true,
      isCarried,
      isKeptSinceReceipt: state === 'kept_elsewhere' && openLine === undefined && !isCurrency(row.unit),
      isOwnCourt: courtId === actor.courtId,
      answersForRoom: await answersForRoomOf(openRoomBook(reader, courtId, now), {
        ...{ placeId: row.placeId, personId: actor.personId },
      }),
    }),
  };
}

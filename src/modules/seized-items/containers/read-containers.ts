/** Boxes and bags as a person may see them: what lies in them as far as its case is theirs. */
import { z } from 'zod';
import type { InputOf, ResponseOf } from '../../../platform/endpoint.ts';
import { decodeCursor, pageOfRows } from '../../../platform/page-cursor.ts';
import type { QueryContext } from '../../../platform/run-query.ts';
import { mayUse } from '../../accounts/permissions.ts';
import { reachesCase } from '../../cases/case-access.ts';
import { normaliseQuantity } from '../../ledger/entry.ts';
import { summaryOf } from '../describe-item.ts';
import { listItemRowsById } from '../item-page.sql.ts';
import { listContainerActions } from './container-actions.ts';
import {
  listContainerRows,
  listContainersById,
  listItemIdsIn,
  listItemIdsUnderSeal,
  type ContainerRow,
} from './container.sql.ts';
import { maskItem } from '../mask-item.ts';
import { describeContainerEvents } from './describe-container-events.ts';
import { hideBoxNames, seeContainers, type SeenContainer } from './see-containers.ts';
import { describeUnsealing } from '../take-unsealing.ts';
import { refuseContainer } from './container-refusals.ts';
import type {
  ContainerSummary,
  listContainersEndpoint,
  readContainerEndpoint,
} from './containers.contract.ts';

const cursor = z.tuple([z.iso.datetime(), z.uuid()]);
const NESTED_MAX = 1000;

export function containerSummaryOf(row: SeenContainer): ContainerSummary {
  const { id, code, kind, name, sealNumber, itemCount, boxCount, holder, placeId, place } = row;
  const { parentId, parentName, lotItemId, lotItemName, lotQuantity, lotUnit } = row;
  return {
    ...{ id, code, kind, name, sealNumber, itemCount, boxCount, holder },
    place: place === null ? null : { id: placeId, name: place },
    parent: parentId === null ? null : { id: parentId, name: parentName ?? '' },
    lot:
      lotItemId === null || row.isForeignLot
        ? null
        : {
            ...{ itemId: lotItemId, name: lotItemName ?? '', unit: lotUnit ?? '' },
            quantity: normaliseQuantity(lotQuantity ?? '0'),
          },
    isForeignLot: row.isForeignLot,
    isNameHidden: row.isNameHidden,
    isClosed: row.closedAt !== null,
  };
}

function isCalled({ code, sealNumber }: ContainerSummary, words: readonly string[]): boolean {
  return words.every((word) => word.toUpperCase() === code || word === sealNumber);
}

/** The last changed first. */
export async function listContainers(
  context: QueryContext,
  { query }: InputOf<typeof listContainersEndpoint>,
): Promise<ResponseOf<typeof listContainersEndpoint>> {
  const { reader, actor } = context;
  const position = decodeCursor(query.after, cursor);
  const words = (query.q ?? '').split(/\s+/u).filter((word) => word !== '');
  const rows = await listContainerRows(reader, {
    courtId: actor.courtId,
    placeId: query.placeId ?? null,
    parentId: query.parentId ?? null,
    lotItemId: query.lotItemId ?? null,
    words,
    includesClosed: query.includeClosed ?? false,
    after: position && { updatedAt: position[0], id: position[1] },
    limit: query.limit + 1,
  });
  const seen = await seeContainers(context, rows);
  const page = pageOfRows(seen, query.limit, containerSummaryOf, ({ updatedAt, id }) => [
    updatedAt.toISOString(),
    id,
  ]);
  // A word that finds a box by a name which is not shown would tell what the name says.
  return { ...page, items: page.items.filter((box) => !box.isNameHidden || isCalled(box, words)) };
}

/** Of everything under its seal; what can be asked for only by somebody who may see all of it. */
async function describeSeal({ reader, actor, now }: QueryContext, { courtId, id }: ContainerRow) {
  const items = await listItemRowsById(reader, [courtId], await listItemIdsUnderSeal(reader, courtId, id));
  const isWhole = items.every((item) => reachesCase(actor, 'item.read', item, 'read'));
  return {
    ...(await describeUnsealing(reader, { courtId, now }, items)),
    itemIds: isWhole ? items.map((item) => item.id) : [],
  };
}

/** One box with what lies in it. Refusal: CONTAINER_NOT_FOUND. */
export async function readContainer(
  context: QueryContext,
  { containerId }: { readonly containerId: string },
): Promise<ResponseOf<typeof readContainerEndpoint>> {
  const { reader, actor, now } = context;
  const found = await listContainersById(reader, actor.readableCourtIds, [containerId]);
  const [row] = await seeContainers(context, found);
  if (!row) throw refuseContainer('CONTAINER_NOT_FOUND');
  const { courtId } = row;
  const itemIds = await listItemIdsIn(reader, courtId, [containerId]);
  const items = await listItemRowsById(reader, [courtId], itemIds);
  const readable = items.filter((item) => reachesCase(actor, 'item.read', item, 'read'));
  const nothing = { placeId: null, lotItemId: null, words: [], includesClosed: false, after: null };
  const boxes = await listContainerRows(reader, {
    courtId,
    parentId: containerId,
    ...nothing,
    limit: NESTED_MAX,
  });
  return {
    ...containerSummaryOf(row),
    items: (await hideBoxNames(context, readable)).map((item) => summaryOf(maskItem(actor, item), now)),
    hiddenItemCount: items.length - readable.length,
    boxes: (await seeContainers(context, boxes)).map(containerSummaryOf),
    unsealing: row.sealNumber === null ? null : await describeSeal(context, row),
    events: await describeContainerEvents(context, row),
    availableActions: listContainerActions(row, {
      isOwnCourt: courtId === actor.courtId,
      mayMove: mayUse(actor, 'item.move'),
      personId: actor.personId,
    }),
  };
}

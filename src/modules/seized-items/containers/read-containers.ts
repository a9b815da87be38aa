/** Boxes and bags as a person may see them: what lies in them as far as its case is theirs. */
import { z } from 'zod';
import { shanghaiInstant } from '../../../platform/clock.ts';
import type { InputOf, ResponseOf } from '../../../platform/endpoint.ts';
import { listWords, type Sentence } from '../../../platform/errors.ts';
import { decodeCursor, pageOfRows } from '../../../platform/page-cursor.ts';
import type { QueryContext } from '../../../platform/run-query.ts';
import { mayUse } from '../../accounts/permissions.ts';
import { reachesCase } from '../../cases/case-access.ts';
import { normaliseQuantity } from '../../ledger/entry.ts';
import { keptSentenceInEnglish } from '../kept-sentences.ts';
import { summaryOf } from '../describe-item.ts';
import { listItemRowsById } from '../item-page.sql.ts';
import { listContainerActions } from './container-actions.ts';
import { listContainerEvents, type ContainerEventRow } from './container-event.sql.ts';
import {
  listContainerRows,
  listContainersById,
  listItemIdsIn,
  listItemIdsUnderSeal,
  type ContainerRow,
} from './container.sql.ts';
import { maskItem } from '../mask-item.ts';
import { describeUnsealing } from '../take-unsealing.ts';
import { refuseContainer } from './container-refusals.ts';
import type {
  ContainerSummary,
  listContainersEndpoint,
  readContainerEndpoint,
} from './containers.contract.ts';

const cursor = z.tuple([z.iso.datetime(), z.uuid()]);
const NESTED_MAX = 1000;

export function containerSummaryOf(row: ContainerRow): ContainerSummary {
  const { id, code, kind, name, sealNumber, itemCount, boxCount, holder, placeId, place } = row;
  const { parentId, parentName, lotItemId, lotItemName, lotQuantity, lotUnit } = row;
  return {
    ...{ id, code, kind, name, sealNumber, itemCount, boxCount, holder },
    place: place === null ? null : { id: placeId, name: place },
    parent: parentId === null ? null : { id: parentId, name: parentName ?? '' },
    lot:
      lotItemId === null
        ? null
        : {
            ...{ itemId: lotItemId, name: lotItemName ?? '', unit: lotUnit ?? '' },
            quantity: normaliseQuantity(lotQuantity ?? '0'),
          },
    isClosed: row.closedAt !== null,
  };
}

/** The last changed first. */
export async function listContainers(
  { reader, actor }: QueryContext,
  { query }: InputOf<typeof listContainersEndpoint>,
): Promise<ResponseOf<typeof listContainersEndpoint>> {
  const position = decodeCursor(query.after, cursor);
  const rows = await listContainerRows(reader, {
    courtId: actor.courtId,
    placeId: query.placeId ?? null,
    parentId: query.parentId ?? null,
    lotItemId: query.lotItemId ?? null,
    words: (query.q ?? '').split(/\s+/u).filter((word) => word !== ''),
    includesClosed: query.includeClosed ?? false,
    after: position && { updatedAt: position[0], id: position[1] },
    limit: query.limit + 1,
  });
  return pageOfRows(rows, query.limit, containerSummaryOf, ({ updatedAt, id }) => [
    updatedAt.toISOString(),
    id,
  ]);
}

const NAMES_MAX = 5;
const said = z.object({
  seal: z.string().optional().catch(undefined),
  reason: z.string().optional().catch(undefined),
  into: z.string().optional().catch(undefined),
  to: z.string().nullish().catch(undefined),
  items: z
    .array(z.object({ name: z.string() }))
    .optional()
    .catch(undefined),
});

function listNames(items: readonly { readonly name: string }[]): Sentence {
  const names = items
    .slice(0, NAMES_MAX)
    .map(({ name }) => ({ zh: name, en: keptSentenceInEnglish(name) ?? name }));
  const { zh, en } = listWords(names);
  const more = items.length - NAMES_MAX;
  return more <= 0 ? { zh, en } : { zh: `${zh} 等 ${items.length} 件`, en: `${en} and ${more} more` };
}

/** What an event says beside its kind: the seal, where to, what was put in. */
function textOf({ details }: ContainerEventRow): Sentence | null {
  const { seal, reason, into, to, items } = said.parse(details);
  const listed = items === undefined || items.length === 0 ? undefined : listNames(items);
  const parts = [seal, into, to, listed, reason].flatMap((part) => part || []);
  const all = (language: keyof Sentence) =>
    parts.map((part) => (typeof part === 'string' ? part : part[language])).join(' · ');
  return parts.length === 0 ? null : { zh: all('zh'), en: all('en') };
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
  const [row] = await listContainersById(reader, actor.readableCourtIds, [containerId]);
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
  const events = await listContainerEvents(reader, courtId, containerId);
  return {
    ...containerSummaryOf(row),
    items: readable.map((item) => summaryOf(maskItem(actor, item), now)),
    hiddenItemCount: items.length - readable.length,
    boxes: boxes.map(containerSummaryOf),
    unsealing: row.sealNumber === null ? null : await describeSeal(context, row),
    events: events.map((event) => ({
      ...{
        id: event.id,
        kind: event.kind,
        actorName: event.actorName,
        secondPersonName: event.secondPersonName,
      },
      occurredAt: shanghaiInstant(event.occurredAt),
      text: textOf(event),
    })),
    availableActions: listContainerActions(row, {
      isOwnCourt: courtId === actor.courtId,
      mayMove: mayUse(actor, 'item.move'),
      personId: actor.personId,
    }),
  };
}

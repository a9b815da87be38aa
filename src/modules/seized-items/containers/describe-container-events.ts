import { z } from 'zod';
import { shanghaiInstant } from '../../../platform/clock.ts';
import type { ResponseOf } from '../../../platform/endpoint.ts';
import type { QueryContext } from '../../../platform/run-query.ts';
import { reachesCase } from '../../cases/case-access.ts';
import { listItemRowsById, type ItemRow } from '../item-page.sql.ts';
import { maskItem, SECRET_ITEM_NAME } from '../mask-item.ts';
import { listContainerEvents, listItemIdsOfCodes, type ContainerEventRow } from './container-event.sql.ts';
import type { SeenContainer } from './see-containers.ts';
import type { readContainerEndpoint } from './containers.contract.ts';

const NAMES_MAX = 5;

const said = z.object({
  seal: z.string().optional().catch(undefined),
  reason: z.string().optional().catch(undefined),
  into: z.string().optional().catch(undefined),
  to: z.string().nullish().catch(undefined),
  items: z
    .array(z.object({ code: z.string(), name: z.string() }))
    .default([])
    .catch([]),
});
type SaidItem = z.output<typeof said>['items'][number];

/** By the codes that events say, and those that they carry now. */
async function listNamedItems(
  reader: QueryContext['reader'],
  courtId: number,
  items: readonly SaidItem[],
): Promise<Map<string, ItemRow>> {
  const found = await listItemIdsOfCodes(reader, courtId, [...new Set(items.map(({ code }) => code))]);
  const rows = await listItemRowsById(reader, [courtId], [...new Set(found.values())]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return new Map(
    [...found].flatMap(([code, id]) => {
      const row = byId.get(id);
      return row ? [[code, row] as const] : [];
    }),
  );
}

/** As recorded, unless the name is for others. */
function shownName(actor: QueryContext['actor'], { name }: SaidItem, row: ItemRow): string {
  const masked = maskItem(actor, row).name;
  return masked === row.name ? name : masked;
}

function describe(
  { actor }: QueryContext,
  event: ContainerEventRow,
  { known, isNameHidden }: { readonly known: ReadonlyMap<string, ItemRow>; readonly isNameHidden: boolean },
): ResponseOf<typeof readContainerEndpoint>['events'][number] {
  const { seal, reason, into, to, items } = said.parse(event.details);
  const names = items.flatMap((item) => {
    const row = known.get(item.code);
    return row && reachesCase(actor, 'item.read', row, 'read') ? [shownName(actor, item, row)] : [];
  });
  const isClosed = isNameHidden || names.length < items.length || names.includes(SECRET_ITEM_NAME);
  const written = isClosed ? [] : [into, reason];
  const parts = [seal, to, ...written].filter((part) => part != null && part !== '');
  const { id, kind, occurredAt, actorName, secondPersonName } = event;
  return {
    ...{ id, kind, actorName, secondPersonName },
    occurredAt: shanghaiInstant(occurredAt),
    text: parts.length === 0 ? null : parts.join(' · '),
    itemNames: names.slice(0, NAMES_MAX),
    moreItemCount: Math.max(names.length - NAMES_MAX, 0),
    hiddenItemCount: items.length - names.length,
  };
}

/**
 * What happened to a box, the newest first: things of cases that the person may not read are counted and not named, and
 * what somebody wrote where such things are is not told.
 */
export async function describeContainerEvents(
  context: QueryContext,
  { courtId, id, isNameHidden }: Pick<SeenContainer, 'courtId' | 'id' | 'isNameHidden'>,
): Promise<ResponseOf<typeof readContainerEndpoint>['events']> {
  const events = await listContainerEvents(context.reader, courtId, id);
  const items = events.flatMap(({ details }) => said.parse(details).items);
  const known = await listNamedItems(context.reader, courtId, items);
  return events.map((event) => describe(context, event, { known, isNameHidden }));
}

import { shanghaiInstant } from '../../../platform/clock.ts';
import type { ResponseOf } from '../../../platform/endpoint.ts';
import type { QueryContext } from '../../../platform/run-query.ts';
import { reachesCase } from '../../cases/case-access.ts';
import { isEnvironment } from '../../rooms/item-categories.ts';
import { listItemRowsById } from '../item-page.sql.ts';
import { describeKept } from './describe-kept.ts';
import type { listKeptWronglyEndpoint } from './keeping.contract.ts';
import { environmentFor, unmetNeeds } from './keeping-fit.rules.ts';
import { listConditionChanges, listKeptWronglyIds, type ConditionChangeRow } from './keeping.sql.ts';

const ITEMS_MAX = 300;

function changeOf(row: ConditionChangeRow | undefined) {
  if (row === undefined) return null;
  const { at, byName, place, lost, isCategoryGivenUp } = row;
  return { at: shanghaiInstant(at), byName, place, lost: lost.filter(isEnvironment), isCategoryGivenUp };
}

/**
 * Things of the acting court that lie where there is not what they need, or in a room that does not keep such things, as
 * far as the person reads their cases; with the change of the place that left them so.
 */
export async function listKeptWrongly({
  reader,
  actor,
}: QueryContext): Promise<ResponseOf<typeof listKeptWronglyEndpoint>> {
  const { courtId } = actor;
  const found = await listKeptWronglyIds(reader, courtId, ITEMS_MAX + 1);
  const listed = new Map(found.slice(0, ITEMS_MAX).map((row) => [row.id, row]));
  const rows = await listItemRowsById(reader, [courtId], [...listed.keys()]);
  const lacking = rows
    .filter((row) => reachesCase(actor, 'item.read', row, 'read'))
    .map((row) => {
      const { environment = [], isCategoryForeign = false } = listed.get(row.id) ?? {};
      return { row, unmet: unmetNeeds(row.keeping, environment), isCategoryForeign };
    });
  const changes = await listConditionChanges(
    reader,
    courtId,
    lacking.map(({ row, unmet, isCategoryForeign }) => ({
      ...{ itemId: row.id, offers: environmentFor(unmet), isCategoryForeign },
    })),
  );
  const changed = new Map(changes.map((change) => [change.itemId, change]));
  return {
    items: lacking.map(({ row, ...lack }) => ({
      ...describeKept(actor, row, lack),
      change: changeOf(changed.get(row.id)),
    })),
    isCut: found.length > ITEMS_MAX,
  };
}

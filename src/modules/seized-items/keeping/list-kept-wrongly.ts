import type { ResponseOf } from '../../../platform/endpoint.ts';
import type { QueryContext } from '../../../platform/run-query.ts';
import { reachesCase } from '../../cases/case-access.ts';
import { listItemRowsById } from '../item-page.sql.ts';
import { maskItem } from '../mask-item.ts';
import type { listKeptWronglyEndpoint } from './keeping.contract.ts';
import { unmetNeeds } from './keeping-fit.rules.ts';
import { listKeptWronglyIds } from './keeping.sql.ts';

const ITEMS_MAX = 300;

/** Things of the acting court that lie where there is not what they need, as far as the person reads their cases. */
export async function listKeptWrongly({
  reader,
  actor,
}: QueryContext): Promise<ResponseOf<typeof listKeptWronglyEndpoint>> {
  const { courtId } = actor;
  const found = await listKeptWronglyIds(reader, courtId, ITEMS_MAX + 1);
  const environments = new Map(found.slice(0, ITEMS_MAX).map(({ id, environment }) => [id, environment]));
  const rows = await listItemRowsById(reader, [courtId], [...environments.keys()]);
  const readable = rows.filter((row) => reachesCase(actor, 'item.read', row, 'read'));
  return {
    items: readable.map((row) => {
      const { id, code, name, caseNumber, number, place } = maskItem(actor, row);
      const unmet = unmetNeeds(row.keeping, environments.get(id) ?? []);
      return { id, code, name, caseNumber, number, place: place ?? '', unmet };
    }),
    isCut: found.length > ITEMS_MAX,
  };
}

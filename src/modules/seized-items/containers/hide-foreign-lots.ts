import type { QueryContext } from '../../../platform/run-query.ts';
import { reachesCase } from '../../cases/case-access.ts';
import { listItemRowsById } from '../item-page.sql.ts';
import { maskItem } from '../mask-item.ts';
import type { ContainerRow } from './container.sql.ts';

/** A box as a person may see it. */
export interface SeenContainer extends ContainerRow {
  /** It holds a lot of a case that is not theirs: that there is one is all that is told. */
  readonly isForeignLot: boolean;
}

/** Lots of cases that the person may not read lose name, unit and quantity; secret ones their name. */
export async function hideForeignLots(
  { reader, actor }: Pick<QueryContext, 'reader' | 'actor'>,
  rows: readonly ContainerRow[],
): Promise<SeenContainer[]> {
  const lotIds = [...new Set(rows.flatMap(({ lotItemId }) => lotItemId ?? []))];
  if (lotIds.length === 0) return rows.map((row) => ({ ...row, isForeignLot: false }));
  const courtIds = [...new Set(rows.map(({ courtId }) => courtId))];
  const lots = new Map((await listItemRowsById(reader, courtIds, lotIds)).map((item) => [item.id, item]));
  return rows.map((row) => {
    if (row.lotItemId === null) return { ...row, isForeignLot: false };
    const lot = lots.get(row.lotItemId);
    if (lot === undefined || !reachesCase(actor, 'item.read', lot, 'read'))
      return { ...row, lotItemName: null, lotUnit: null, lotQuantity: null, isForeignLot: true };
    return { ...row, lotItemName: maskItem(actor, lot).name, isForeignLot: false };
  });
}

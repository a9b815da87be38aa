import type { QueryContext } from '../../../platform/run-query.ts';
import { reachesCase } from '../../cases/case-access.ts';
import { listItemRowsById, type ItemRow } from '../item-page.sql.ts';
import { isNameHidden, maskItem } from '../mask-item.ts';
import type { ContainerRow } from './container.sql.ts';
import { listCasesInContainers } from './container-case.sql.ts';

/** A box as a person may see it. */
export interface SeenContainer extends ContainerRow {
  /** It holds a lot of a case that is not theirs: that there is one is all that is told. */
  readonly isForeignLot: boolean;
  /** What somebody wrote on it may tell of things that the person may not see: it is called by its code. */
  readonly isNameHidden: boolean;
}

type Reading = Pick<QueryContext, 'reader' | 'actor'>;

/** Boxes in which, at any depth, something lies whose case or name is for others. */
async function listClosedToReader(
  { reader, actor }: Reading,
  courtIds: readonly number[],
  boxIds: readonly (string | null)[],
): Promise<ReadonlySet<string>> {
  const ids = [...new Set(boxIds.filter((id) => id !== null))];
  if (ids.length === 0) return new Set();
  const cases = await listCasesInContainers(reader, [...new Set(courtIds)], ids);
  const hidden = cases.filter(
    (one) => !reachesCase(actor, 'item.read', one, 'read') || isNameHidden(actor, one),
  );
  return new Set(hidden.map(({ containerId }) => containerId));
}

/** Items whose box holds what is not the person's to see name it by its code. */
export async function hideBoxNames(context: Reading, items: readonly ItemRow[]): Promise<ItemRow[]> {
  const courtIds = items.map(({ courtId }) => courtId);
  const boxIds = items.map(({ containerId }) => containerId);
  const closed = await listClosedToReader(context, courtIds, boxIds);
  return items.map((item) =>
    closed.has(item.containerId ?? '') ? { ...item, container: item.containerCode } : item,
  );
}

/** Boxes as the person may see them: without what others wrote on those that hold what is not theirs to see. */
export async function seeContainers(
  context: Reading,
  rows: readonly ContainerRow[],
): Promise<SeenContainer[]> {
  const courtIds = rows.map(({ courtId }) => courtId);
  const boxIds = rows.flatMap(({ id, parentId }) => [id, parentId]);
  const closed = await listClosedToReader(context, courtIds, boxIds);
  return (await hideForeignLots(context, rows)).map((row) => ({
    ...row,
    isNameHidden: closed.has(row.id),
    ...(closed.has(row.id) && { name: row.code }),
    ...(row.parentId !== null && closed.has(row.parentId) && { parentName: row.parentCode }),
  }));
}

/** Lots of cases that the person may not read lose name, unit and quantity; secret ones their name. */
async function hideForeignLots(
  { reader, actor }: Reading,
  rows: readonly ContainerRow[],
): Promise<Omit<SeenContainer, 'isNameHidden'>[]> {
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

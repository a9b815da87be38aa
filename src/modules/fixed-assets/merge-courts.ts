/** Pages of several courts as one. Pure. */
import type { AssetOrder } from './asset-list.contract.ts';
import type { AssetListRow } from './asset-list-row.sql.ts';

type Key = string | number;

/** Texts as the database orders them, by code points. */
function compareKeys(one: Key, other: Key): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return Buffer.compare(Buffer.from(String(one)), Buffer.from(String(other)));
}

/** The first `rowCount` rows of all pages, each of which is in this order itself. */
export function mergeCourts(
  pages: readonly (readonly AssetListRow[])[],
  { direction }: Pick<AssetOrder, 'direction'>,
  keyOf: (row: AssetListRow) => Key,
  rowCount: number,
): AssetListRow[] {
  const sign = direction === 'asc' ? 1 : -1;
  return pages
    .flat()
    .sort((one, other) => sign * (compareKeys(keyOf(one), keyOf(other)) || compareKeys(one.id, other.id)))
    .slice(0, rowCount);
}

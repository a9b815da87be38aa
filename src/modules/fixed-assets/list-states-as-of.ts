import type { TenantReader } from '../../platform/database.ts';
import { listAsOfRows, type AsOfCriteria, type AsOfRow } from './as-of.sql.ts';
import type { AssetCard } from './asset-card.ts';
import { listClassNames } from './asset-class.sql.ts';
import { rebuildCards } from './rebuild-cards.ts';

export type StateAsOf = AsOfRow &
  Pick<AssetCard, 'name' | 'classCode' | 'specification' | 'model'> & { readonly className: string };

/** Up to `rowCount` assets after the book, each with what its card said at the moment. */
export async function listStatesAsOf(
  reader: TenantReader,
  criteria: AsOfCriteria,
  page: { readonly afterBookId: string | null; readonly rowCount: number },
): Promise<StateAsOf[]> {
  const rows = await listAsOfRows(reader, criteria, page);
  const bookIds = rows.map(({ bookId }) => bookId);
  const cardOf = await rebuildCards(reader, criteria, bookIds);
  const codes = [...new Set(bookIds.map((bookId) => cardOf(bookId).classCode))];
  const classNames = await listClassNames(reader, codes);
  return rows.map((row) => {
    const { name, classCode, specification, model } = cardOf(row.bookId);
    return {
      ...row,
      name,
      classCode,
      className: classNames.get(classCode) ?? classCode,
      specification,
      model,
    };
  });
}

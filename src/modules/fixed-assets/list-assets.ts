import { z } from 'zod';
import { decodeCursor, pageOfRows } from '../../platform/page-cursor.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import { ASSET_SORTS, SORT_DIRECTIONS } from './asset-list.contract.ts';
import type { AssetFilters, AssetListItem, AssetOrder } from './asset-list.contract.ts';
import { assetListItemOf, type AssetListRow } from './asset-list-row.sql.ts';
import { listAssetRows } from './asset-list.sql.ts';
import { mergeCourts } from './merge-courts.ts';
import { readScopesOf } from './read-scope.ts';
import { resolveAssetCriteria } from './resolve-asset-criteria.ts';

const position = z.strictObject({
  sort: z.enum(ASSET_SORTS),
  direction: z.enum(SORT_DIRECTIONS),
  key: z.union([z.string().max(300), z.int()]),
  id: z.uuid(),
});

const KEY_SHAPES: Record<AssetOrder['sort'], z.ZodType<string | number>> = {
  code: z.string().regex(/^[0-9A-Z]{16}$/),
  name: z
    .string()
    .max(300)
    .refine((text) => text.isWellFormed() && !text.includes('\u0000')),
  acquired: z.iso.date(),
  value: z.int().min(0),
  updated: z.iso.datetime({ offset: true }),
};

function keyOf(row: AssetListRow, sort: AssetOrder['sort']): string | number {
  switch (sort) {
    case 'code':
      return row.code;
    case 'name':
      return row.name;
    case 'acquired':
      return row.acquiredOn;
    case 'value':
      return row.originalValueFen;
    case 'updated':
      return row.updatedAt.toISOString();
  }
}

/**
 * One keyset page of the assets that the person may read and that pass every filter; of several courts each is asked
 * for a page, as it would be alone.
 * Refusals: NOT_FOUND for another court; INPUT_INVALID for a cursor of another order.
 */
export async function listAssets(
  context: QueryContext,
  request: AssetFilters & AssetOrder & { readonly after?: string | undefined; readonly limit: number },
): Promise<{ items: AssetListItem[]; nextCursor: string | null }> {
  const { sort, direction, after, limit, ...filters } = request;
  const start = decodeCursor(
    after,
    position.refine(
      (value) =>
        value.sort === sort && value.direction === direction && KEY_SHAPES[sort].safeParse(value.key).success,
    ),
  );
  const page = { order: { sort, direction }, position: start, rowCount: limit + 1 };
  const pages: AssetListRow[][] = [];
  for (const scope of readScopesOf(context.actor, 'asset.read', filters)) {
    const criteria = await resolveAssetCriteria(context, scope, filters);
    pages.push(await listAssetRows(context.reader, criteria, page));
  }
  const rows = mergeCourts(pages, page.order, (row) => keyOf(row, sort), page.rowCount);
  return pageOfRows(rows, limit, assetListItemOf, (row) => ({
    sort,
    direction,
    key: keyOf(row, sort),
    id: row.id,
  }));
}

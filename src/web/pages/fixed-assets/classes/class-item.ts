import type { ResponseOf } from '../../../../platform/endpoint.ts';
import type { listAssetClassesEndpoint } from '../../../../modules/fixed-assets/asset-classes.contract.ts';
import type { TreeItem } from '../../../components/tree-rows.ts';

type AssetClass = ResponseOf<typeof listAssetClassesEndpoint>['items'][number];

/** A class as an item of the tree, under its code. */
export interface ClassItem extends AssetClass, TreeItem<string> {
  /** The codes of the classes above it, the nearest first. */
  readonly idsAbove: readonly string[];
}

/** The table as items of one tree. */
export function classItemsOf(classes: readonly AssetClass[]): ClassItem[] {
  const parents = new Map(classes.map(({ code, parentCode }) => [code, parentCode]));
  return classes.map((each) => {
    const idsAbove: string[] = [];
    for (let next = each.parentCode; next !== null; next = parents.get(next) ?? null) idsAbove.push(next);
    return { ...each, id: each.code, parentId: each.parentCode, idsAbove };
  });
}

import type { Actor } from '../../../platform/actor.ts';
import type { ItemRow } from '../item-page.sql.ts';
import { maskItem } from '../mask-item.ts';
import type { KeepingNeed } from '../item-fields.ts';

/** A thing that does not fit where it lies, as this person may see it. */
export function describeKept(
  actor: Actor,
  item: ItemRow,
  {
    unmet,
    isCategoryForeign,
  }: { readonly unmet: readonly KeepingNeed[]; readonly isCategoryForeign: boolean },
) {
  const { id, code, name, caseNumber, number, place } = maskItem(actor, item);
  return { id, code, name, caseNumber, number, place: place ?? '', unmet: [...unmet], isCategoryForeign };
}

/** Which things are handled by two people. Pure; runs in the browser too. */
import { categoryOf, isItemCategoryId } from './item-categories.ts';

/** Of a higher grade than ordinary, or money. */
export function isDear({ grade, category }: { readonly grade: string; readonly category: string }): boolean {
  return grade !== 'ordinary' || (isItemCategoryId(category) && categoryOf(category).isMoney === true);
}

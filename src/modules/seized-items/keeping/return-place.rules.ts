/** Where a thing that comes back into store belongs: where it lay before, when that is still fit for it. Pure. */
import { unmetNeeds } from './keeping-fit.rules.ts';

export interface FormerPlace {
  readonly isOpen: boolean;
  /** null: it lies in no storage room any more. */
  readonly room: {
    readonly isFrozen: boolean;
    readonly allowedCategories: readonly string[];
    readonly environment: readonly string[];
  } | null;
}

/** In order of precedence. */
export const RETURN_PLACE_PROBLEMS = {
  closed: { zh: '原库位已停用', en: 'The place is closed' },
  no_store: { zh: '原库位已不属于涉案财物库房', en: 'The place is in no storage room any more' },
  frozen: { zh: '原库房正在交接，暂停出入', en: 'The room is being handed over: nothing moves' },
  category: { zh: '原库房已不保管这类物品', en: 'The room does not keep such things any more' },
  unfitting: { zh: '原库位不符合保管要求', en: 'The place lacks what it needs' },
} as const;
export type ReturnPlaceProblem = keyof typeof RETURN_PLACE_PROBLEMS;

/** Why a thing does not go back to where it lay; null: it does. */
export function findReturnProblem(
  { isOpen, room }: FormerPlace,
  thing: { readonly category: string; readonly keeping: readonly string[] },
): ReturnPlaceProblem | null {
  if (!isOpen) return 'closed';
  if (room === null) return 'no_store';
  if (room.isFrozen) return 'frozen';
  const { allowedCategories, environment } = room;
  if (allowedCategories.length > 0 && !allowedCategories.includes(thing.category)) return 'category';
  return unmetNeeds(thing.keeping, environment).length > 0 ? 'unfitting' : null;
}

/** What adding names below a parent would make, name by name. Pure. */
import { PLACE_REFUSALS, type PlaceRefusalReason } from './place-refusals.ts';
import { PATH_SEPARATOR, PLACE_NAME_MAX, placePath, placeSortKey } from './rules.ts';
import { fillSentence, type Sentence } from '../../platform/errors.ts';

export interface ParentOfNew {
  readonly path: string;
  readonly sortKey: string;
}

export interface PlannedPlace {
  readonly name: string;
  readonly path: string;
  readonly sortKey: string;
  readonly problem: (Sentence & { readonly code: PlaceRefusalReason }) | null;
}

/** Plans every name; `takenPaths` are the open places' paths that exist already. */
export function planPlaces(
  names: readonly string[],
  parent: ParentOfNew | null,
  takenPaths: ReadonlySet<string>,
): PlannedPlace[] {
  const planned = new Set<string>();
  return names.map((name) => {
    const path = placePath(parent?.path ?? null, name);
    const reason = reasonAgainst(name, path, planned, takenPaths);
    planned.add(path);
    const facts = { name, limit: PLACE_NAME_MAX };
    return {
      name,
      path,
      sortKey: placeSortKey(parent?.sortKey ?? null, name),
      problem: reason === null ? null : { code: reason, ...fillSentence(PLACE_REFUSALS[reason], facts) },
    };
  });
}

function reasonAgainst(
  name: string,
  path: string,
  planned: ReadonlySet<string>,
  takenPaths: ReadonlySet<string>,
): PlaceRefusalReason | null {
  if (name.includes(PATH_SEPARATOR)) return 'PLACE_NAME_HAS_SEPARATOR';
  if (name.length > PLACE_NAME_MAX) return 'PLACE_NAME_TOO_LONG';
  if (planned.has(path)) return 'PLACE_NAME_LISTED_TWICE';
  if (takenPaths.has(path)) return 'PLACE_NAME_TAKEN';
  return null;
}

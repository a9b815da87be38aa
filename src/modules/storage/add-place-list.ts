import type { CommandContext } from '../../platform/run-command.ts';
import { addPlaces } from './add-places.ts';
import { expandNames, NAMES_MAX } from './name-ranges.ts';
import { refusePlace } from './place-refusals.ts';
import type { PlaceKind } from './rules.ts';

export interface PlaceListAnswer {
  written: boolean;
  refusedCount: number;
  items: {
    name: string;
    path: string;
    id: string | null;
    code: string | null;
    problem: { code: string; zh: string; en: string } | null;
  }[];
}

/**
 * Adds places from pasted lines and ranges. A dry run answers a verdict a name; otherwise one refused name refuses all.
 * Refusals: those of `addPlaces`, PLACE_NAMES_MISSING, PLACE_NAMES_TOO_MANY, PLACES_REFUSED with a problem a name.
 */
export async function addPlaceList(
  command: CommandContext,
  input: { parentId: string | null; kind: PlaceKind; names: string },
): Promise<PlaceListAnswer> {
  const names = expandNames(input.names);
  if (names.length === 0) throw refusePlace('PLACE_NAMES_MISSING');
  if (names.length > NAMES_MAX) throw refusePlace('PLACE_NAMES_TOO_MANY', { limit: NAMES_MAX });
  const { planned, added } = await addPlaces(command, { ...input, names });
  const problems = planned.flatMap(({ problem, name }) =>
    problem === null ? [] : [{ path: `body.names.${name}`, ...problem }],
  );
  if (problems.length > 0 && !command.dryRun)
    throw refusePlace('PLACES_REFUSED', { count: problems.length }, problems);
  return {
    written: added.length > 0,
    refusedCount: problems.length,
    items: planned.map(({ name, path, problem }, index) => ({
      name,
      path,
      id: added[index]?.id ?? null,
      code: added[index]?.code ?? null,
      problem,
    })),
  };
}

/** Things are put where there is what they need. */
import { fillSentence, type Facts, type Problem } from '../../../platform/errors.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import { INTAKE_REFUSALS, refuseIntake, type IntakeRefusalReason } from '../intake-refusals.ts';
import { SECRET_ITEM } from '../item-piece.ts';
import type { Store } from '../resolve-store.ts';
import { environmentFor, mayWaitElsewhere, sayNeeds, unmetNeeds } from './keeping-fit.rules.ts';
import { listFittingPlaces } from './keeping.sql.ts';

const OFFERED_PLACES = 4;
const NONE = {
  zh: '本院尚无这样的库位，请装备管理员在库房设置或库位条件中登记',
  en: 'none yet; the equipment office sets up a room or a place for it',
};

export interface NeedingItem {
  readonly name: string;
  readonly category: string;
  readonly keeping: readonly string[];
  readonly isSecret: boolean;
}

export interface Misfit {
  readonly reason: Extract<IntakeRefusalReason, 'KEEPING_NEED_UNMET' | 'SECRET_PLACE_NEEDED'>;
  readonly facts: Facts;
}

/** Why the thing does not belong there, with the places where it does; null: it does, or waits there for a reason. */
export async function findMisfit(
  { trx, actor }: Pick<CommandContext, 'trx' | 'actor'>,
  { path, room }: Pick<Store, 'path' | 'room'>,
  item: NeedingItem,
  placeReason: string | null,
): Promise<Misfit | null> {
  const unmet = unmetNeeds(item.keeping, room.environment);
  if (unmet.length === 0) return null;
  const mayWait = mayWaitElsewhere(unmet);
  if (mayWait && placeReason !== null) return null;
  const wanted = {
    category: item.category,
    environment: environmentFor(item.keeping),
    limit: OFFERED_PLACES,
  };
  const places = await listFittingPlaces(trx, actor.courtId, wanted);
  const { zh: needs, en: needsEnglish } = sayNeeds(unmet);
  const offered = places.map((place) => place.path);
  return {
    reason: mayWait ? 'KEEPING_NEED_UNMET' : 'SECRET_PLACE_NEEDED',
    facts: {
      name: item.isSecret ? SECRET_ITEM : item.name,
      ...{ place: path, needs, needsEnglish },
      places: offered.length > 0 ? offered.join('；') : NONE.zh,
      placesEnglish: offered.length > 0 ? offered.join('; ') : NONE.en,
    },
  };
}

/** Refusals: KEEPING_NEED_UNMET unless a reason is given, SECRET_PLACE_NEEDED. */
export async function requireFittingPlace(
  command: CommandContext,
  store: Store,
  items: readonly NeedingItem[],
  placeReason: string | null,
): Promise<void> {
  const problems: Problem[] = [];
  let first: Misfit | null = null;
  for (const [index, item] of items.entries()) {
    const misfit = await findMisfit(command, store, item, placeReason);
    if (misfit === null) continue;
    first ??= misfit;
    const said = fillSentence(INTAKE_REFUSALS[misfit.reason], misfit.facts);
    problems.push({ path: `body.itemIds.${index}`, code: misfit.reason, ...said });
  }
  if (first !== null) throw refuseIntake(first.reason, first.facts, problems.length > 1 ? problems : []);
}

/** What the entry says of a thing that waits where there is not what it needs. */
export function keptOtherwise(placeReason: string | null): { details?: { keptOtherwise: string } } {
  return placeReason === null ? {} : { details: { keptOtherwise: placeReason } };
}

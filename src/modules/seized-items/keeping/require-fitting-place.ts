/** Things are put where there is what they need. */
import { fillSentence, type Facts, type Problem } from '../../../platform/errors.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import type { RoomOfPlace } from '../../rooms/find-room-of-place.ts';
import { INTAKE_REFUSALS, refuseIntake, type IntakeRefusalReason } from '../intake-refusals.ts';
import { saidItemName } from '../mask-item.ts';
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

/** A place in a storage room, as far as it is held against what things need. */
export interface OfferingPlace {
  readonly path: string;
  readonly room: Pick<RoomOfPlace, 'roomId' | 'environment'>;
}

export interface Misfit {
  readonly reason: Extract<IntakeRefusalReason, 'KEEPING_NEED_UNMET' | 'SECRET_PLACE_NEEDED'>;
  readonly facts: Facts;
}

/** Why the thing does not belong there, with the places where it does; null: it does, or waits there for a reason. */
export async function findMisfit(
  { trx, actor }: Pick<CommandContext, 'trx' | 'actor'>,
  { path, room }: OfferingPlace,
  item: NeedingItem,
  placeReason: string | null,
): Promise<Misfit | null> {
  const unmet = unmetNeeds(item.keeping, room.environment);
  if (unmet.length === 0) return null;
  const mayWait = mayWaitElsewhere(unmet);
  if (mayWait && placeReason !== null) return null;
  const places = await listFittingPlaces(trx, actor.courtId, {
    categories: [item.category],
    environment: environmentFor(item.keeping),
    nearRoomId: room.roomId,
    limit: OFFERED_PLACES,
  });
  const { zh: needs, en: needsEnglish } = sayNeeds(unmet);
  const offered = places.map((place) => place.path);
  return {
    reason: mayWait ? 'KEEPING_NEED_UNMET' : 'SECRET_PLACE_NEEDED',
    facts: {
      name: saidItemName(item),
      ...{ place: path, needs, needsEnglish },
      places: offered.length > 0 ? offered.join('；') : NONE.zh,
      placesEnglish: offered.length > 0 ? offered.join('; ') : NONE.en,
    },
  };
}

/** One thing, where it is put, and where in the input it stands. */
export interface Putting {
  /** null: in no storage room, which offers nothing and lacks nothing. */
  readonly store: OfferingPlace | null;
  readonly item: NeedingItem;
  readonly placeReason: string | null;
  readonly path: string;
}

/** Refusals: KEEPING_NEED_UNMET unless a reason is given, SECRET_PLACE_NEEDED; of many with one problem each. */
export async function requireFitting(
  command: Pick<CommandContext, 'trx' | 'actor'>,
  puttings: readonly Putting[],
): Promise<void> {
  const problems: Problem[] = [];
  let first: Misfit | null = null;
  for (const { store, item, placeReason, path } of puttings) {
    const misfit = store === null ? null : await findMisfit(command, store, item, placeReason);
    if (misfit === null) continue;
    first ??= misfit;
    const said = fillSentence(INTAKE_REFUSALS[misfit.reason], misfit.facts);
    problems.push({ path, code: misfit.reason, ...said });
  }
  if (first !== null) throw refuseIntake(first.reason, first.facts, problems.length > 1 ? problems : []);
}

/** What the entry says of a thing that waits where there is not what it needs; nothing of one that lacks nothing. */
export function keptOtherwise({ store, item, placeReason }: Omit<Putting, 'path'>): {
  readonly details?: { readonly keptOtherwise: string };
} {
  const isLacking = store !== null && unmetNeeds(item.keeping, store.room.environment).length > 0;
  return isLacking && placeReason !== null ? { details: { keptOtherwise: placeReason } } : {};
}

export type KeptOtherwise = (itemId: string) => ReturnType<typeof keptOtherwise>;

/** The same of things that go to one place; answers what the entry says of each. */
export async function requireFittingPlace(
  command: Pick<CommandContext, 'trx' | 'actor'>,
  store: OfferingPlace | null,
  items: readonly (NeedingItem & { readonly id: string })[],
  placeReason: string | null,
): Promise<KeptOtherwise> {
  const puttings = items.map((item) => ({ store, item, placeReason, path: 'body.placeId' }));
  await requireFitting(command, puttings);
  const saidOf = new Map(items.map((item) => [item.id, keptOtherwise({ store, item, placeReason })]));
  return (itemId) => saidOf.get(itemId) ?? {};
}

/** New items that come out of one that is there: codes, first entries, seals. */
import { newId } from '../../../platform/ids.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import { addItems, type AddedItem, type ItemDraft } from '../add-items.ts';
import { refuseIntake } from '../intake-refusals.ts';
import type { Occasion } from '../item-happening.ts';
import { insertSeals, listTakenSeals } from '../item-measure.sql.ts';

export interface PartDraft extends Omit<ItemDraft, 'change' | 'names'> {
  readonly place: { readonly id: string | null; readonly path: string | null };
  readonly containerId: string | null;
  readonly sealNumber: string | null;
}

/** Refusal: SEAL_NUMBER_TAKEN, also when two parts name one seal. */
export async function requireFreshSeals(
  { trx, actor }: CommandContext,
  numbers: readonly (string | null)[],
): Promise<void> {
  const given = numbers.flatMap((number) => number ?? []);
  const taken = await listTakenSeals(trx, actor.courtId, given);
  const number = given.find((one, index) => taken.has(one) || given.indexOf(one) < index);
  if (number !== undefined) throw refuseIntake('SEAL_NUMBER_TAKEN', { number });
}

export async function addParts(
  command: CommandContext,
  input: {
    readonly caseId: string;
    readonly transition: 'split_from' | 'find_inside';
    readonly drafts: readonly PartDraft[];
    readonly occasion: Occasion;
  },
): Promise<AddedItem[]> {
  const { trx, actor } = command;
  const { caseId, transition, drafts, occasion } = input;
  const parts = await addItems(command, {
    ...{ courtId: actor.courtId, caseId, transition, occasion },
    drafts: drafts.map(({ place, containerId, sealNumber, ...draft }) => ({
      ...draft,
      change: { placeId: place.id, containerId, sealNumber },
      names: { place: place.path, holder: null },
    })),
  });
  const seals = parts.flatMap(({ id }, index) => {
    const number = drafts[index]?.sealNumber ?? null;
    const seal = { id: newId(), itemId: id, sealedAt: occasion.occurredAt, sealedByName: actor.personName };
    const secondPersonName = occasion.secondPerson?.name ?? null;
    return number === null ? [] : [{ ...seal, number, secondPersonName, witness: null }];
  });
  if (seals.length > 0) await insertSeals(trx, actor.courtId, seals);
  return parts;
}

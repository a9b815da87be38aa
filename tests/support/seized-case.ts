/** A case with seized items, written by the paths that every use case takes. */
import type { CommandContext } from '../../src/platform/run-command.ts';
import { newId } from '../../src/platform/ids.ts';
import { insertCases } from '../../src/modules/cases/case.sql.ts';
import { addItems, type AddedItem } from '../../src/modules/seized-items/add-items.ts';
import type { ItemCard } from '../../src/modules/seized-items/item-fields.ts';
import type { Occasion } from '../../src/modules/seized-items/item-happening.ts';
import type { StandingChange } from '../../src/modules/seized-items/item-standing.ts';
import type { ItemTransition } from '../../src/modules/seized-items/item-transitions.ts';
import { lockItems } from '../../src/modules/seized-items/item.sql.ts';
import { writeSteps } from '../../src/modules/seized-items/write-steps.ts';
import type { AssetCourt } from './asset-court.ts';

export function itemCardOf(overrides: Partial<ItemCard> = {}): ItemCard {
  return {
    name: '手机',
    category: 'other',
    grade: 'ordinary',
    unit: '部',
    facts: { wear: '八成新', defects: '屏幕裂纹', source: '扣押', features: '黑色' },
    hazards: [],
    keeping: [],
    ownership: 'defendant',
    nature: 'evidence',
    isEvidence: true,
    listNumber: '临公扣字〔2025〕12号',
    listLine: '1',
    listedQuantity: null,
    listedUnit: null,
    unitFactor: null,
    seizureDocument: null,
    seizureExpiresOn: null,
    expiresOn: null,
    estimatedValueFen: null,
    isUnverified: false,
    reviewOn: null,
    notes: null,
    ...overrides,
  };
}

export function occasionAt(command: Pick<CommandContext, 'now'>, change: Partial<Occasion> = {}): Occasion {
  return {
    occurredAt: command.now,
    secondPerson: null,
    counterparty: null,
    basis: null,
    note: null,
    ...change,
  };
}

/** Items straight into the store of a case, as one entry each. */
export async function takeOver(
  court: AssetCourt,
  caseId: string,
  drafts: readonly { readonly card: ItemCard; readonly quantity: string }[],
): Promise<AddedItem[]> {
  const [place] = court.places;
  return court.run((command) =>
    addItems(command, {
      courtId: court.courtId,
      caseId,
      transition: 'take_over',
      drafts: drafts.map((draft) => ({
        ...draft,
        change: { placeId: place?.id ?? null },
        names: { place: place?.path ?? null, holder: null },
      })),
      occasion: occasionAt(command),
    }),
  );
}

/** Writes a transition that the rules would allow, without asking who does it. */
export async function step(
  court: AssetCourt,
  itemId: string,
  transition: ItemTransition,
  quantity: string,
  change: StandingChange = {},
): Promise<void> {
  await court.run(async (command) => {
    const items = await lockItems(command.trx, court.courtId, [itemId]);
    const steps = items.map((item) => ({ item, transition, quantity, change, names: {} }));
    await writeSteps(command, court.courtId, steps, occasionAt(command));
  });
}

/** A case of the court, handled by its second person. */
export async function addCase(court: AssetCourt): Promise<string> {
  const id = newId();
  const [, handler] = court.people;
  const handlerId = handler?.id ?? '';
  await court.run(({ trx, actor, now }) =>
    insertCases(trx, court.courtId, { personId: actor.personId, now }, [
      {
        ...{ id, number: '（2026）内0802刑初7号', cause: '盗窃', handlerId, clerkId: null },
        ...{ departmentId: handler?.departmentId ?? '', stage: 'first_instance', acceptedOn: '2026-03-02' },
        ...{ effectiveOn: null, closedOn: null, secrecy: 'open', involvesMinors: false },
        ...{ seizingOrgan: null, procuratorate: null },
      },
    ]),
  );
  return id;
}

/** What a thing becomes that is sold or destroyed: money at the bank, or what is left of it. */
import type { CommandContext } from '../../platform/run-command.ts';
import { addItems, type AddedItem } from '../seized-items/add-items.ts';
import type { ItemCard } from '../seized-items/item-fields.ts';
import type { Occasion } from '../seized-items/item-happening.ts';
import type { CaseItemRow } from './case-item.sql.ts';
import { DERIVED_NAMES } from './judgment-orders.ts';

function cardOf(origin: CaseItemRow, own: Pick<ItemCard, 'name' | 'category' | 'unit' | 'facts'>): ItemCard {
  return {
    grade: 'ordinary',
    hazards: [],
    keeping: [],
    ownership: 'unknown',
    nature: 'proceeds',
    isEvidence: false,
    listNumber: origin.code,
    listLine: null,
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
    ...own,
  };
}

/** The price becomes money of the case at the bank, in the transaction of the sale. */
export async function bookProceeds(
  command: CommandContext,
  origin: CaseItemRow,
  sale: {
    readonly amount: string;
    readonly bank: string;
    readonly slipNumber: string;
    readonly occasion: Occasion;
  },
): Promise<AddedItem | null> {
  const { amount, bank, slipNumber, occasion } = sale;
  const [added] = await addItems(command, {
    courtId: command.actor.courtId,
    caseId: origin.caseId,
    transition: 'book_proceeds',
    drafts: [
      {
        card: {
          ...cardOf(origin, {
            name: `${origin.name} ${DERIVED_NAMES.proceeds}`,
            category: 'cash',
            unit: 'CNY',
            facts: { denominations: DERIVED_NAMES.transfer, source: origin.code },
          }),
          grade: 'valuable',
        },
        quantity: amount,
        change: { keeper: bank },
        names: { place: null, holder: bank },
        parentItemId: origin.id,
        details: { soldItemId: origin.id, slipNumber },
      },
    ],
    occasion,
  });
  return added ?? null;
}

/** What came back on a claim becomes money of the case at the bank, in its currency. */
export async function bookRecovery(
  command: CommandContext,
  origin: CaseItemRow,
  recovery: {
    readonly amount: string;
    readonly currency: string;
    readonly bank: string;
    readonly claimId: string;
    readonly slipNumber: string;
    readonly occasion: Occasion;
  },
): Promise<AddedItem | null> {
  const { amount, currency, bank, claimId, slipNumber, occasion } = recovery;
  const facts = { denominations: DERIVED_NAMES.transfer, source: origin.code };
  const category = currency === 'CNY' ? 'cash' : 'foreign_currency';
  const name = `${origin.name} ${DERIVED_NAMES.recovered}`;
  const [added] = await addItems(command, {
    courtId: command.actor.courtId,
    caseId: origin.caseId,
    transition: 'book_recovery',
    drafts: [
      {
        card: { ...cardOf(origin, { name, category, unit: currency, facts }), grade: 'valuable' },
        quantity: amount,
        change: { keeper: bank },
        names: { place: null, holder: bank },
        parentItemId: origin.id,
        details: { disposedItemId: origin.id, claimId, slipNumber },
      },
    ],
    occasion,
  });
  return added ?? null;
}

/** What is left of a destroyed thing is an item of its own, where the thing lay. */
export async function bookResidue(
  command: CommandContext,
  origin: CaseItemRow,
  residue: { readonly name: string; readonly quantity: string; readonly unit: string },
  occasion: Occasion,
): Promise<AddedItem | null> {
  const { name, quantity, unit } = residue;
  const facts = { source: origin.code, features: DERIVED_NAMES.residue };
  const [added] = await addItems(command, {
    courtId: command.actor.courtId,
    caseId: origin.caseId,
    transition: 'book_residue',
    drafts: [
      {
        card: cardOf(origin, { name, category: 'other', unit, facts }),
        quantity,
        change: { placeId: origin.placeId },
        names: { place: origin.place, holder: null },
        parentItemId: origin.id,
        details: { destroyedItemId: origin.id },
      },
    ],
    occasion,
  });
  return added ?? null;
}

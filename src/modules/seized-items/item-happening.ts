/** The one form in which a transition of an item is written into its case's book. Pure. */
import { shanghaiInstant } from '../../platform/clock.ts';
import type { BookHead } from '../ledger/book.ts';
import { NOWHERE, type Position } from '../ledger/entry.ts';
import type { Happening } from '../ledger/append-entries.ts';
import { isCurrency, minorUnitsOf } from './item-quantity.ts';
import type { ItemStanding } from './item-standing.ts';
import type { ItemTransition } from './item-transitions.ts';

/** What all entries of one command share. */
export interface Occasion {
  readonly occurredAt: Date;
  readonly secondPerson: { readonly id: string; readonly name: string } | null;
  readonly counterparty: string | null;
  readonly basis: string | null;
  readonly note: string | null;
}

export interface ItemStep {
  readonly book: BookHead;
  readonly item: {
    readonly id: string;
    readonly code: string;
    readonly number: number;
    readonly name: string;
  };
  readonly transition: ItemTransition;
  readonly quantity: string;
  /** null: its first entry. */
  readonly before: { readonly standing: ItemStanding; readonly position: Position } | null;
  readonly after: ItemStanding;
  readonly names: { readonly place: string | null; readonly holder: string | null };
  readonly details?: Readonly<Record<string, unknown>>;
  readonly correctsSequence?: number | null;
}

function positionOf(standing: ItemStanding, names: ItemStep['names']): Position {
  const { state, holderId, placeId } = standing;
  return { ...NOWHERE, status: state, holderId, holder: names.holder, placeId, place: names.place };
}

/** Money of the case is the amount of its currency; of any other thing the amount is zero. */
export function happeningOf(step: ItemStep, occasion: Occasion): Happening {
  const { item, before, after, quantity } = step;
  const isMoney = isCurrency(after.unit);
  return {
    book: step.book,
    kind: step.transition,
    ...occasion,
    from: before?.position ?? NOWHERE,
    to: positionOf(after, step.names),
    quantity,
    unit: after.unit,
    amountFen: isMoney ? (minorUnitsOf(quantity, after.unit) ?? 0) : 0,
    currency: isMoney ? after.unit : 'CNY',
    details: {
      ...step.details,
      itemId: item.id,
      code: item.code,
      number: item.number,
      name: item.name,
      onHand: after.onHand,
      keeper: after.keeper,
      sealBefore: before?.standing.sealNumber ?? null,
      seal: after.sealNumber,
      dueAt: after.dueAtMs === null ? null : shanghaiInstant(new Date(after.dueAtMs)),
      ...(after.containerId === null ? {} : { container: after.containerId }),
    },
    correctsSequence: step.correctsSequence ?? null,
  };
}

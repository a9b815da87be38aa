/**
 * The first proof of a case's ledger, from its entries alone: per item, unit and currency
 * received + born + proceeds + recovered after a reversal + converted into it + from another case + above the register = in store + out + in transit + with a keeper + under investigation +
 * consumed + natural loss + lost + below the register + converted out of it + listed otherwise + to another case + disposed. What is split off one item comes into
 * another, so that parts cancel out in the case.
 *
 * The left side and what went away are sums of movements; what is there is what the last entry of each item states. An
 * entry that moved a quantity without stating it, or states what was never moved, breaks the equation; so does a book
 * whose sums agree though its entries cannot be (book-faults.ts). Pure.
 */
import { addDecimals, compareDecimals, isZeroDecimal, subtractDecimals } from '../../platform/decimal.ts';
import { findMissingSequence, objectToEntries, reversedEnd, type EntryFault } from './book-faults.ts';
import { groupByItem, type ItemEntry } from './item-entry.ts';
import { isCurrency, minorUnitsOf } from './item-quantity.ts';
import { whereaboutsOf, type Whereabouts } from './item-states.ts';
import { isItemTransition, transitionOf, type ItemFlow } from './item-transitions.ts';

type Flow = Exclude<ItemFlow, 'none'>;
const INFLOWS: readonly Flow[] = [
  'received',
  'born',
  'proceeds',
  'recovered',
  'converted_in',
  'part_in',
  'reattributed_in',
  'baseline_more',
];
const OUTFLOWS: readonly Flow[] = [
  'part_out',
  'reattributed_out',
  'converted_out',
  'reclassified',
  'consumed',
  'natural_loss',
  'baseline_less',
  'lost',
  'disposed',
];
const FLOW_COLUMNS = [...INFLOWS, ...OUTFLOWS];
const PLACE_COLUMNS = [
  'in_store',
  'out',
  'in_transit',
  'with_keeper',
  'under_investigation',
] as const satisfies readonly Whereabouts[];
export const CONSERVATION_COLUMNS = [...FLOW_COLUMNS, ...PLACE_COLUMNS];
export type ConservationColumn = (typeof CONSERVATION_COLUMNS)[number];

/** Quantities by column. */
export type ConservationSums = Readonly<Record<ConservationColumn, string>>;

export type ConservationFault =
  | EntryFault
  | 'ENTRY_MISSING'
  | 'UNIT_CHANGES'
  | 'ON_HAND_DIFFERS'
  | 'STATE_DIFFERS'
  | 'AMOUNT_DIFFERS'
  | 'PARTS_DIFFER'
  | 'SUM_DIFFERS';

export interface ConservationDifference {
  readonly fault: ConservationFault;
  /** null: of the case as a whole. */
  readonly itemId: string | null;
  readonly unit: string;
  readonly sequence: number | null;
  readonly expected: string;
  readonly found: string;
}

export interface ConservationRow {
  /** A unit, or a currency. */
  readonly unit: string;
  readonly isCurrency: boolean;
  readonly itemCount: number;
  readonly sums: ConservationSums;
  readonly total: string;
}

export interface Conservation {
  readonly holds: boolean;
  readonly rows: readonly ConservationRow[];
  readonly differences: readonly ConservationDifference[];
}

interface ItemSums {
  readonly unit: string;
  readonly sums: Record<ConservationColumn, string>;
}

function emptySums(): Record<ConservationColumn, string> {
  // why: built from the very list of columns.
  return Object.fromEntries(CONSERVATION_COLUMNS.map((column) => [column, '0'])) as Record<
    ConservationColumn,
    string
  >;
}

/** What an entry adds to its column; a reversal takes back what the entry that it corrects added. */
function flowsOf(entry: ItemEntry, stretch: readonly ItemEntry[]): { column: ItemFlow; quantity: string } {
  if (!isItemTransition(entry.kind)) return { column: 'none', quantity: '0' };
  if (entry.kind !== 'reverse_end')
    return { column: transitionOf(entry.kind).flow, quantity: entry.quantity };
  const corrected = reversedEnd(entry, stretch);
  const column = corrected && isItemTransition(corrected.kind) ? transitionOf(corrected.kind).flow : 'none';
  return { column, quantity: subtractDecimals('0', entry.quantity) };
}

/** Parts cancel out within the case. */
const COMES_IN = INFLOWS.filter((column) => column !== 'part_in');

function addUp(sums: ConservationSums, columns: readonly ConservationColumn[]): string {
  return columns.reduce((total, column) => addDecimals(total, sums[column]), '0');
}

function amountDiffers(entry: ItemEntry): boolean {
  return isCurrency(entry.unit)
    ? entry.currency !== entry.unit || minorUnitsOf(entry.quantity, entry.unit) !== entry.amountMinor
    : entry.amountMinor !== 0;
}

/** The entries of an item by the currency in which it was counted: what a bank changed begins anew in the other one. */
function stretchesOf(entries: readonly ItemEntry[]): ItemEntry[][] {
  const stretches: ItemEntry[][] = [];
  for (const entry of entries) {
    const last = stretches.at(-1);
    const isChanged = entry.kind === 'convert_in' && last?.at(-1)?.kind === 'convert_out';
    if (last === undefined || isChanged) stretches.push([entry]);
    else last.push(entry);
  }
  return stretches;
}

function sumStretch(
  itemId: string,
  entries: readonly ItemEntry[],
  stateBefore: string | null,
  differences: ConservationDifference[],
): ItemSums {
  const unit = entries[0]?.unit ?? '';
  const sums = emptySums();
  let balance = '0';
  let state = stateBefore;
  for (const entry of entries) {
    const { sequence, details } = entry;
    const found = (fault: ConservationFault, expected: string, is: string) =>
      void differences.push({ fault, itemId, unit, sequence, expected, found: is });
    if (entry.unit !== unit) found('UNIT_CHANGES', unit, entry.unit);
    // An item that comes back to a case that it had left begins there anew.
    const before = entry.kind === 'reattribute_in' && state === 'reattributed' ? null : state;
    if (entry.from !== before) found('STATE_DIFFERS', String(before), String(entry.from));
    if (amountDiffers(entry)) found('AMOUNT_DIFFERS', entry.quantity, String(entry.amountMinor));
    const { column, quantity } = flowsOf(entry, entries);
    if (column !== 'none') {
      sums[column] = addDecimals(sums[column], quantity);
      balance = INFLOWS.includes(column)
        ? addDecimals(balance, quantity)
        : subtractDecimals(balance, quantity);
    }
    if (compareDecimals(balance, '0') < 0) found('NEGATIVE', '0', balance);
    if (compareDecimals(balance, details.onHand) !== 0) found('ON_HAND_DIFFERS', balance, details.onHand);
    state = entry.to;
  }
  const last = entries.at(-1);
  if (last) {
    const where = whereaboutsOf(last.to, last.details.keeper);
    if (where !== 'nowhere') sums[where] = addDecimals(sums[where], last.details.onHand);
    else if (!isZeroDecimal(last.details.onHand))
      differences.push({
        fault: 'ON_HAND_DIFFERS',
        itemId,
        unit,
        sequence: last.sequence,
        expected: '0',
        found: last.details.onHand,
      });
  }
  return { unit, sums };
}

/** Proves the conservation of quantities and money in one case's book. */
export function proveConservation(entries: readonly ItemEntry[]): Conservation {
  const differences: ConservationDifference[] = [];
  const units = new Map<string, { sums: Record<ConservationColumn, string>; itemCount: number }>();
  const missing = findMissingSequence(entries);
  if (missing !== null)
    differences.push({
      ...{ fault: 'ENTRY_MISSING', itemId: null, unit: '', sequence: missing },
      ...{ expected: String(missing), found: String(entries[missing - 1]?.sequence ?? '—') },
    });
  for (const [itemId, ofItem] of groupByItem(entries)) {
    for (const { entry, ...objection } of objectToEntries(ofItem))
      differences.push({ ...objection, itemId, unit: entry.unit, sequence: entry.sequence });
    let state: string | null = null;
    for (const stretch of stretchesOf(ofItem)) {
      const { unit, sums } = sumStretch(itemId, stretch, state, differences);
      const kept = units.get(unit) ?? { sums: emptySums(), itemCount: 0 };
      for (const column of CONSERVATION_COLUMNS)
        kept.sums[column] = addDecimals(kept.sums[column], sums[column]);
      units.set(unit, { sums: kept.sums, itemCount: kept.itemCount + 1 });
      state = stretch.at(-1)?.to ?? null;
    }
  }
  const rows = [...units].map(([unit, { sums, itemCount }]): ConservationRow => {
    const parts = { expected: sums.part_out, found: sums.part_in };
    if (compareDecimals(sums.part_in, sums.part_out) !== 0)
      differences.push({ fault: 'PARTS_DIFFER', itemId: null, unit, sequence: null, ...parts });
    const left = addUp(sums, INFLOWS);
    const right = addUp(sums, [...OUTFLOWS, ...PLACE_COLUMNS]);
    if (compareDecimals(left, right) !== 0)
      differences.push({
        fault: 'SUM_DIFFERS',
        itemId: null,
        unit,
        sequence: null,
        expected: left,
        found: right,
      });
    const total = addUp(sums, COMES_IN);
    return { unit, isCurrency: isCurrency(unit), itemCount, sums, total };
  });
  rows.sort((a, b) => Number(b.isCurrency) - Number(a.isCurrency) || (a.unit < b.unit ? -1 : 1));
  return { holds: differences.length === 0, rows, differences };
}

/**
 * What makes sums over a case's book mean nothing, though they add up: an entry that is missing, one that no transition
 * allows, an end that was taken back for more than it took, money that changed into nothing. Pure.
 */
import { addDecimals, compareDecimals, isZeroDecimal, subtractDecimals } from '../../platform/decimal.ts';
import type { ItemEntry } from './item-entry.ts';
import { isCurrency } from './item-quantity.ts';
import { isEnded } from './item-states.ts';
import { isItemTransition, startsLife, transitionOf, type ItemFlow } from './item-transitions.ts';

export type EntryFault = 'NEGATIVE' | 'STEP_UNKNOWN' | 'REVERSAL_DIFFERS' | 'CONVERSION_DIFFERS';

export interface EntryObjection {
  readonly fault: EntryFault;
  readonly entry: ItemEntry;
  readonly expected: string;
  readonly found: string;
}

/** What ends by these can be taken back (T27). */
const REVERSIBLE: ReadonlySet<ItemFlow> = new Set(['disposed', 'consumed', 'lost']);

/** The first number that no entry of the book bears; a book is numbered from 1 without gaps. null: none. */
export function findMissingSequence(entries: readonly ItemEntry[]): number | null {
  const gap = entries.findIndex(({ sequence }, index) => sequence !== index + 1);
  return gap === -1 ? null : gap + 1;
}

/** Whether some transition leads so; what is no transition leaves the state as it is. */
export function isKnownStep({ kind, from, to }: ItemEntry): boolean {
  if (!isItemTransition(kind)) return from === to;
  const rule = transitionOf(kind);
  const isReached = startsLife(kind) ? from === null : from !== null && rule.from.includes(from);
  if (!isReached) return false;
  if (rule.isDivisible === true && to === from) return true;
  if (rule.to === 'same') return to === from;
  if (rule.to === 'where_kept') return to === 'in_store' || to === 'kept_elsewhere';
  return rule.to === 'state_before' ? !isEnded(to) : to === rule.to;
}

/** The end that a reversal takes back, as far as it is one of the item's entries before it. */
export function reversedEnd(entry: ItemEntry, ofItem: readonly ItemEntry[]): ItemEntry | undefined {
  const { correctsSequence, sequence } = entry;
  const end = ofItem.find((one) => one.sequence === correctsSequence && one.sequence < sequence);
  if (end === undefined || !isItemTransition(end.kind)) return undefined;
  return REVERSIBLE.has(transitionOf(end.kind).flow) ? end : undefined;
}

function objectToReversal(entry: ItemEntry, ofItem: readonly ItemEntry[]): EntryObjection | null {
  const end = reversedEnd(entry, ofItem);
  const before = ofItem.filter(
    ({ kind, correctsSequence, sequence }) =>
      kind === 'reverse_end' && correctsSequence === end?.sequence && sequence < entry.sequence,
  );
  const takenBack = before.reduce((sum, { quantity }) => addDecimals(sum, quantity), '0');
  const left = end === undefined ? '0' : subtractDecimals(end.quantity, takenBack);
  const fits = end?.unit === entry.unit && compareDecimals(entry.quantity, left) <= 0;
  return fits ? null : { fault: 'REVERSAL_DIFFERS', entry, expected: left, found: entry.quantity };
}

/** All of one currency becomes another by two entries that follow each other. */
function objectToConversion(entry: ItemEntry, ofItem: readonly ItemEntry[]): EntryObjection | null {
  const at = ofItem.indexOf(entry);
  const [out, into] = entry.kind === 'convert_out' ? [entry, ofItem[at + 1]] : [ofItem[at - 1], entry];
  const isPair = out?.kind === 'convert_out' && into?.kind === 'convert_in';
  const isWhole = isPair && isZeroDecimal(out.details.onHand);
  if (isWhole && isCurrency(into.unit) && into.unit !== out.unit) return null;
  const { quantity, unit } = entry;
  return {
    fault: 'CONVERSION_DIFFERS',
    entry,
    expected: '0',
    found: isPair ? out.details.onHand : `${quantity} ${unit}`,
  };
}

/** What stands against the entries of one item, each by itself. */
export function objectToEntries(ofItem: readonly ItemEntry[]): EntryObjection[] {
  return ofItem.flatMap((entry): EntryObjection[] => {
    const { kind, quantity, from, to } = entry;
    const objections: (EntryObjection | null)[] = [];
    if (compareDecimals(quantity, '0') < 0)
      objections.push({ fault: 'NEGATIVE', entry, expected: '0', found: quantity });
    if (!isKnownStep(entry))
      objections.push({ fault: 'STEP_UNKNOWN', entry, expected: kind, found: `${from ?? '—'} → ${to}` });
    if (kind === 'reverse_end') objections.push(objectToReversal(entry, ofItem));
    if (kind === 'convert_out' || kind === 'convert_in') objections.push(objectToConversion(entry, ofItem));
    return objections.flatMap((one) => one ?? []);
  });
}

/** What entries of the sample books say beside what happened: papers are made from it. Pure. */
import type { ItemTransition } from '../modules/seized-items/item-transitions.ts';

const DIFFERENCE = '清单所列型号与实物不符，按实物登记';
const BY_LIST: ReadonlySet<ItemTransition> = new Set([
  ...(['preregister', 'arrive', 'check_in', 'record_difference', 'settle_difference'] as const),
  ...(['reject_difference', 'keep_elsewhere', 'refuse_receipt'] as const),
]);

/** The number on the bank's slip of a deposit. */
export function slipOf(code: string): string {
  return `CK${code.slice(-8)}`;
}

/** What comes in comes by its list; of what else happened no paper was given a number. */
export function basisOf(transition: ItemTransition, code: string, listNumber: string | null): string | null {
  if (transition === 'deposit') return `存款凭证 ${slipOf(code)}`;
  return BY_LIST.has(transition) ? listNumber : null;
}

export function detailsOf(transition: ItemTransition, code: string): Readonly<Record<string, string>> {
  if (transition === 'deposit') return { slipNumber: slipOf(code) };
  return transition === 'record_difference' ? { difference: DIFFERENCE } : {};
}

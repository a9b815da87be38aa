/** What a person may do next with an item: its state, their roles and the commands that there are. Pure. */
import { CUSTODY_MOVES } from './hands-on.rules.ts';
import type { ItemState } from './item-states.ts';
import { ITEM_TRANSITIONS, transitionOf, type ItemTransition } from './item-transitions.ts';

/** The transitions that a page offers on one item, likeliest first; the others are part of larger flows. */
export const OFFERED_TRANSITIONS = [
  'carry_in',
  'relocate',
  'carry_out',
  'from_keeper',
  'unseal',
  'reseal',
  'report_incident',
  'close_incident',
  'void_entry',
] as const satisfies readonly ItemTransition[];
export type OfferedTransition = (typeof OFFERED_TRANSITIONS)[number];

export interface ItemActionGrounds {
  readonly state: ItemState;
  readonly roles: readonly string[];
  readonly isSealed: boolean;
  /** Alive, or nothing that a seal could be put on. */
  readonly takesNoSeal: boolean;
  /** In the hands of somebody who carries it from one room to another. */
  readonly isCarried: boolean;
  /** With an outside keeper, whom the court did not give it to by a release; no money. */
  readonly isKeptSinceReceipt: boolean;
  readonly isOwnCourt: boolean;
  /** They are custodian or deputy of the storage room in which it lies, or it lies in none. */
  readonly answersForRoom: boolean;
}

function fits(id: OfferedTransition, grounds: ItemActionGrounds): boolean {
  const { isSealed, isCarried, takesNoSeal, isKeptSinceReceipt } = grounds;
  if (CUSTODY_MOVES.has(id) && !grounds.answersForRoom) return false;
  if (id === 'from_keeper') return isKeptSinceReceipt;
  if (id === 'carry_in') return isCarried;
  if (id === 'carry_out' || id === 'relocate') return !isCarried;
  if (id === 'unseal') return isSealed;
  return id === 'reseal' ? !isSealed && !takesNoSeal : true;
}

export function listItemActions(
  grounds: ItemActionGrounds,
): { readonly key: OfferedTransition; readonly zh: string; readonly en: string }[] {
  if (!grounds.isOwnCourt) return [];
  return OFFERED_TRANSITIONS.filter((id) => {
    const { from, roles } = transitionOf(id);
    const isTheirs = roles.some((role) => grounds.roles.includes(role));
    return isTheirs && from.includes(grounds.state) && fits(id, grounds);
  }).map((key) => ({ key, zh: ITEM_TRANSITIONS[key].zh, en: ITEM_TRANSITIONS[key].en }));
}

/**
 * Every transition of a seized item as data: from where to where, who, with whom, on what papers, on whose approval,
 * and what it does to the quantity. The numbers are those of the rules (T1–T27); what the rules are silent about has
 * none. Pure; runs in the browser too.
 */
import { ENDING_TRANSITIONS } from './ending-transitions.ts';
import { RECEIVING_TRANSITIONS } from './receiving-transitions.ts';
import { RELEASE_TRANSITIONS } from './release-transitions.ts';
import { STORE_TRANSITIONS } from './store-transitions.ts';
import type { Transition } from './transition-kinds.ts';

export { EVIDENCE_KINDS, ITEM_FLOWS } from './transition-kinds.ts';
export type { EvidenceKind, ItemFlow, Transition } from './transition-kinds.ts';

export const ITEM_TRANSITIONS = {
  ...RECEIVING_TRANSITIONS,
  ...STORE_TRANSITIONS,
  ...RELEASE_TRANSITIONS,
  ...ENDING_TRANSITIONS,
};
export type ItemTransition = keyof typeof ITEM_TRANSITIONS;
// why: the keys of a literal object are its transitions.
export const ITEM_TRANSITION_IDS = Object.keys(ITEM_TRANSITIONS) as [ItemTransition, ...ItemTransition[]];

export function isItemTransition(value: string): value is ItemTransition {
  return Object.hasOwn(ITEM_TRANSITIONS, value);
}

export function transitionOf(id: ItemTransition): Transition {
  return ITEM_TRANSITIONS[id];
}

/** Transitions that start a life; they leave no state. */
export function startsLife(id: ItemTransition): boolean {
  return transitionOf(id).from.length === 0;
}

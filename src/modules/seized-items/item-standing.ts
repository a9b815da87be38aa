/** Where an item stands, and what one entry makes of it: the one step that posting, replay and proofs share. Pure. */
import { addDecimals, compareDecimals, subtractDecimals } from '../../platform/decimal.ts';
import { isEnded, type ItemState } from './item-states.ts';
import { ITEM_FLOWS, transitionOf, type ItemTransition } from './item-transitions.ts';

export interface ItemStanding {
  readonly state: ItemState;
  /** What it was before an incident or an end. */
  readonly stateBefore: ItemState | null;
  readonly onHand: string;
  readonly unit: string;
  readonly placeId: string | null;
  readonly holderId: string | null;
  /** The outside keeper or the bank; null: the court itself. */
  readonly keeper: string | null;
  readonly sealNumber: string | null;
  readonly dueAtMs: number | null;
  /** The box or bag in which it lies. */
  readonly containerId: string | null;
}

/** What a step may change beside state and quantity. undefined: stays as it is. */
export interface StandingChange {
  readonly placeId?: string | null | undefined;
  readonly holderId?: string | null | undefined;
  readonly keeper?: string | null | undefined;
  readonly sealNumber?: string | null | undefined;
  readonly dueAtMs?: number | null | undefined;
  /** undefined: an item that gets another place leaves its box, any other stays in it. */
  readonly containerId?: string | null | undefined;
  /** The currency into which money is changed; nothing else ever gets another unit. */
  readonly unit?: string | undefined;
}

/** An item that is about to get its first entry. */
export function unborn(unit: string): ItemStanding {
  return {
    state: 'preregistered',
    stateBefore: null,
    onHand: '0',
    unit,
    placeId: null,
    holderId: null,
    keeper: null,
    sealNumber: null,
    dueAtMs: null,
    containerId: null,
  };
}

/** The quantity after a transition that concerns `quantity`. A reversal gives back what the end took. */
export function onHandAfter(onHand: string, transition: ItemTransition, quantity: string): string {
  if (transition === 'reverse_end') return addDecimals(onHand, quantity);
  const { sign } = ITEM_FLOWS[transitionOf(transition).flow];
  if (sign === 0) return onHand;
  return sign > 0 ? addDecimals(onHand, quantity) : subtractDecimals(onHand, quantity);
}

/** What ended so is not back with the investigation or at the laboratory when the end is reversed: it was there. */
const REAPPEARING: ReadonlySet<ItemState> = new Set(['lost', 'consumed']);

/** The state that a transition leads to: of a part of a divisible one, the state that the rest stays in. */
export function stateAfter(
  standing: Pick<ItemStanding, 'state' | 'stateBefore' | 'onHand' | 'keeper'>,
  transition: ItemTransition,
  quantity: string,
): ItemState {
  const { to, isDivisible } = transitionOf(transition);
  const isPart = isDivisible === true && compareDecimals(quantity, standing.onHand) < 0;
  if (isPart || to === 'same') return standing.state;
  const isThereAgain = transition === 'reverse_end' && REAPPEARING.has(standing.state);
  if (to === 'where_kept' || isThereAgain) return standing.keeper === null ? 'in_store' : 'kept_elsewhere';
  if (to === 'state_before') return standing.stateBefore ?? 'in_store';
  return to;
}

/** Whatever leaves its place leaves its box, unless the box goes with it. */
function containerAfter(standing: ItemStanding, change: StandingChange): string | null {
  if (change.containerId !== undefined) return change.containerId;
  const stays = change.placeId === undefined || change.placeId === standing.placeId;
  return stays ? standing.containerId : null;
}

/** The standing after an allowed transition. What has ended is nowhere and with nobody. */
export function stepStanding(
  standing: ItemStanding,
  transition: ItemTransition,
  quantity: string,
  change: StandingChange,
): ItemStanding {
  const state = stateAfter(standing, transition, quantity);
  const onHand = onHandAfter(standing.onHand, transition, quantity);
  const keepsMemory = state === 'under_investigation' || isEnded(state);
  const stateBefore = keepsMemory && state !== standing.state ? standing.state : null;
  if (isEnded(state)) {
    const { keeper, sealNumber } = standing;
    return {
      ...standing,
      state,
      stateBefore,
      onHand,
      placeId: null,
      holderId: null,
      dueAtMs: null,
      containerId: null,
      keeper,
      sealNumber,
    };
  }
  return {
    state,
    stateBefore: state === standing.state ? standing.stateBefore : stateBefore,
    onHand,
    unit: transition === 'convert_in' ? (change.unit ?? standing.unit) : standing.unit,
    placeId: change.placeId === undefined ? standing.placeId : change.placeId,
    holderId: change.holderId === undefined ? standing.holderId : change.holderId,
    keeper: change.keeper === undefined ? standing.keeper : change.keeper,
    sealNumber: change.sealNumber === undefined ? standing.sealNumber : change.sealNumber,
    dueAtMs: change.dueAtMs === undefined ? standing.dueAtMs : change.dueAtMs,
    containerId: containerAfter(standing, change),
  };
}

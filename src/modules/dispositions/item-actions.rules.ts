/** What a person may do next with an item on its way to the end: its state, what is open, their permissions. Pure. */
import type { ItemState } from '../seized-items/item-states.ts';
import { isEnded } from '../seized-items/item-states.ts';
import type { DispositionWay } from './judgment-orders.ts';

/** What a person may do next with the item, likeliest first. */
export const ITEM_DISPOSITION_ACTIONS = [
  'await',
  'request',
  'return',
  'treasury',
  'forfeit',
  'finance_takes_over',
  'announce',
  'result',
  'sale',
  'destruction',
  'hand_over',
  'receipt',
  'send_back',
  'notice',
  'contact',
  'call_off',
  'hold',
  'release_hold',
  'unrelated',
  'victim',
  'early',
  'escalate',
  'reverse',
  'ask_reversal',
  'claim',
  'recover_claim',
  'ask_claim_end',
  'close_claim',
] as const;
export type ItemDispositionAction = (typeof ITEM_DISPOSITION_ACTIONS)[number];

export interface ItemActionFacts {
  readonly state: ItemState;
  readonly mayAwait: boolean;
  readonly waysOpen: readonly DispositionWay[];
  readonly hasHolds: boolean;
  /** A first count that differs from the older register is not settled: nothing leaves before that. */
  readonly hasOpenCount: boolean;
  /** Ways for which an approval is there that nobody has used. */
  readonly approvedWays: readonly DispositionWay[];
  readonly hasRunningAuction: boolean;
  readonly isSold: boolean;
  readonly failures: number;
  readonly failuresMax: number;
  readonly isNoticeOver: boolean;
  readonly isAwaitingReceipt: boolean;
  readonly hasGroundRunning: boolean;
  /** Recorded as the victim's property. */
  readonly isOfVictim: boolean;
  readonly isGroundEscalatable: boolean;
  readonly isGroundEarly: boolean;
  readonly hasOpenClaim: boolean;
  /** An open one of which money may come back. */
  readonly hasRecoverableClaim: boolean;
  /** Whether the end of a claim is asked for though not all of it came back. */
  readonly isClaimEndAsked: boolean;
  readonly hasDisposition: boolean;
  /** The disposition that ended it can be taken back. */
  readonly isReversible: boolean;
  readonly reversal: 'none' | 'asked' | 'approved';
  /** With their scope applied to the case. */
  readonly may: {
    readonly prepare: boolean;
    readonly request: boolean;
    readonly execute: boolean;
    readonly pay: boolean;
    readonly sell: boolean;
    readonly claim: boolean;
    readonly recover: boolean;
    readonly reverse: boolean;
  };
}

type When = readonly [ItemDispositionAction, boolean];

/** Others hold it, or nobody knows how much there is. */
function isHeldBack({ hasHolds, hasOpenCount }: ItemActionFacts): boolean {
  return hasHolds || hasOpenCount;
}

function executions(facts: ItemActionFacts): When[] {
  const { state, waysOpen, approvedWays, may, isSold, isGroundEarly } = facts;
  const isThere = !isHeldBack(facts) && (state === 'awaiting_disposition' || state === 'public_notice');
  const isReady = (way: DispositionWay) => isThere && waysOpen.includes(way) && approvedWays.includes(way);
  const isWaiting = state === 'awaiting_disposition';
  const canFinanceTake = facts.failures >= facts.failuresMax;
  return [
    ['return', isReady('return') && may.execute],
    ['treasury', isReady('treasury') && isWaiting && may.pay],
    [
      'forfeit',
      isThere &&
        state === 'public_notice' &&
        facts.isNoticeOver &&
        approvedWays.includes('forfeit') &&
        may.pay,
    ],
    ['finance_takes_over', isReady('finance_takes_over') && isWaiting && canFinanceTake && may.pay],
    [
      'sale',
      isSold &&
        isWaiting &&
        !isHeldBack(facts) &&
        (isGroundEarly || approvedWays.includes('sale')) &&
        may.sell,
    ],
    ['destruction', isReady('destruction') && isWaiting && may.execute],
    ['hand_over', isReady('hand_over') && isWaiting && may.execute],
    ['send_back', isReady('send_back') && isWaiting && may.execute],
    ['receipt', state === 'in_transit' && facts.isAwaitingReceipt && may.execute],
  ];
}

function preparations(facts: ItemActionFacts): When[] {
  const { state, mayAwait, waysOpen, approvedWays, may, hasHolds, hasOpenCount } = facts;
  const isOpen = !isEnded(state);
  const isKept = state === 'in_store' || state === 'kept_elsewhere';
  const isWaiting = state === 'awaiting_disposition';
  const isThere = isWaiting || state === 'public_notice';
  const canSell = waysOpen.includes('sale') && !hasOpenCount && !facts.isSold && !facts.hasRunningAuction;
  return [
    ['await', isKept && mayAwait && !isHeldBack(facts) && may.prepare],
    [
      'request',
      isThere && !hasOpenCount && waysOpen.some((way) => !approvedWays.includes(way)) && may.request,
    ],
    ['result', facts.hasRunningAuction && may.sell],
    ['announce', isWaiting && canSell && facts.failures < facts.failuresMax && may.sell],
    ['notice', isWaiting && may.prepare],
    ['contact', isThere && may.prepare],
    ['call_off', isThere && may.prepare],
    ['hold', isOpen && may.prepare],
    ['release_hold', hasHolds && may.prepare],
    ['unrelated', isKept && !facts.hasGroundRunning && !mayAwait && may.prepare],
    ['victim', isKept && facts.isOfVictim && !facts.hasGroundRunning && !mayAwait && may.prepare],
    ['early', isKept && !hasOpenCount && !facts.hasGroundRunning && !mayAwait && may.request],
    ['escalate', facts.isGroundEscalatable && may.prepare],
    ['reverse', facts.isReversible && facts.reversal === 'approved' && may.reverse],
    ['ask_reversal', facts.isReversible && facts.reversal === 'none' && may.request],
    ['claim', facts.hasDisposition && may.claim],
    ['recover_claim', facts.hasRecoverableClaim && may.recover],
    ['close_claim', facts.hasOpenClaim && may.claim],
    ['ask_claim_end', facts.hasOpenClaim && !facts.isClaimEndAsked && may.claim && may.request],
  ];
}

/** Likeliest first. */
export function listItemDispositionActions(facts: ItemActionFacts): ItemDispositionAction[] {
  return [...executions(facts), ...preparations(facts)].flatMap(([action, holds]) => (holds ? [action] : []));
}

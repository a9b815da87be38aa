/** Facts about items that the rules of actions ask for, from what is on record. Pure. */
import { approvalKindOf } from '../seized-items/item-request-kinds.ts';
import type { Ground } from './decide-disposition.rules.ts';
import { DISPOSITION_WAYS, requestKindOfWay, type DispositionWay } from './judgment-orders.ts';

// why: the keys of a literal object are its ways.
const WAYS = Object.keys(DISPOSITION_WAYS) as DispositionWay[];

/** The ways that a request of this kind asks for. */
export function waysOfRequestKind(kind: string): DispositionWay[] {
  return WAYS.filter((way) => approvalKindOf(requestKindOfWay(way)) === kind);
}

/** Ways for which an approval is there that nobody has used. */
export function approvedWaysOf(
  requests: readonly { readonly kind: string; readonly state: string }[],
): DispositionWay[] {
  const approved = requests.filter(({ state }) => state === 'approved').map(({ kind }) => kind);
  return WAYS.filter((way) => approved.includes(approvalKindOf(requestKindOfWay(way))));
}

export function groundFactsOf(grounds: readonly Ground[]) {
  const running = grounds.find(
    ({ kind, state }) =>
      state === 'requested' || state === 'granted' || (kind !== 'early' && state === 'open'),
  );
  return {
    hasGroundRunning: running !== undefined,
    isGroundEarly: running?.kind === 'early' && running.state === 'granted',
    isGroundEscalatable: grounds.some(({ kind, state }) => kind === 'early' && state === 'open'),
  };
}

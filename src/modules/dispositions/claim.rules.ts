/** Claims after a reversal (刑诉法解释 531, 445): what is still open, and how they may end. Pure; runs in the browser too. */
import type { ClaimKind } from './judgment-orders.ts';

/** paid: settled; rejected: nothing was owed; written_off: what is left does not come back any more. */
export const CLAIM_ENDS = {
  paid: { zh: '已办结', en: 'Settled' },
  rejected: { zh: '不予支持', en: 'Not supported' },
  written_off: { zh: '终结追回', en: 'Recovery given up' },
} as const;
export type ClaimEnd = keyof typeof CLAIM_ENDS;

export interface ClaimSum {
  readonly kind: ClaimKind;
  readonly amountFen: number;
  readonly recoveredFen: number;
}

/** 国家赔偿 is paid out of the budget of the state and is never money of the case. */
export function isRecoverable(kind: ClaimKind): boolean {
  return kind !== 'compensation';
}

/** In 分. */
export function openFenOf({ amountFen, recoveredFen }: ClaimSum): number {
  return amountFen - recoveredFen;
}

export type ClaimEndReason = 'CLAIM_NOT_RECOVERED' | 'CLAIM_IS_RECOVERED';

/** What stands against asking for, or writing, this end; null: nothing. In order of precedence. */
export function objectToClaimEnd(claim: ClaimSum, end: ClaimEnd): ClaimEndReason | null {
  const isWhole = openFenOf(claim) === 0;
  if (end === 'paid') return isWhole || !isRecoverable(claim.kind) ? null : 'CLAIM_NOT_RECOVERED';
  return isWhole ? 'CLAIM_IS_RECOVERED' : null;
}

/** Leaders decide where a claim ends though not all of it came back. */
export function needsApproval(end: ClaimEnd): boolean {
  return end !== 'paid';
}

/** Whether something is owed or was settled on it, so that what was disposed of must not come into the books once more. */
export function standsAgainstReversal(claim: ClaimSum & { readonly state: 'open' | ClaimEnd }): boolean {
  if (claim.state === 'open' || claim.state === 'paid') return true;
  return claim.recoveredFen > 0;
}

/** Whether the ledger of a case is closed (销账), and whether it may be closed or reopened. Pure. */
import { defineRefusals, Refusal, type Facts, type Problem } from '../../platform/errors.ts';

/** In order of precedence. */
export const LEDGER_REFUSALS = defineRefusals({
  LEDGER_CLOSED: {
    status: 409,
    zh: '本案台账已销账，不再记账。确需记账的，请院领导先恢复台账。',
    en: 'The ledger of the case is closed and takes no more entries. A leader has to reopen it first.',
  },
  LEDGER_NOT_CLOSED: {
    status: 409,
    zh: '本案台账没有销账，无须恢复。',
    en: 'The ledger of the case is not closed.',
  },
  LEDGER_EMPTY: {
    status: 409,
    zh: '本案还没有台账记录，无账可销。',
    en: 'The case has no ledger yet; there is nothing to close.',
  },
  LEDGER_STILL_OPEN: {
    status: 409,
    zh: '还有 {count} 项未了结，不能销账。请逐项办结后再销账。',
    en: '{count} matter(s) are open, so the ledger cannot be closed. Carry each of them out first.',
  },
});
export type LedgerRefusalReason = keyof typeof LEDGER_REFUSALS;

export function refuseLedger(
  reason: LedgerRefusalReason,
  facts: Facts = {},
  problems: readonly Problem[] = [],
): Refusal {
  return new Refusal(reason, LEDGER_REFUSALS[reason], facts, problems);
}

/** Closed until it is reopened. */
export function isLedgerClosed(last: { readonly kind: 'closed' | 'reopened' } | undefined): boolean {
  return last?.kind === 'closed';
}

/** Whether a card is consistent in itself. Pure. */
import type { AssetCard } from './asset-card.ts';
import type { AssetRefusalReason } from './asset-refusals.ts';

export interface CardProblem {
  readonly field: keyof AssetCard;
  readonly reason: AssetRefusalReason;
}

/** Every contradiction of a card; empty when there is none. `today` is the calendar day in Asia/Shanghai. */
export function listCardProblems(card: AssetCard, today: string): CardProblem[] {
  const problems: CardProblem[] = [];
  if (card.acquiredOn > today) problems.push({ field: 'acquiredOn', reason: 'ACQUIRED_IN_FUTURE' });
  if (card.fiscalFundsFen !== null || card.nonFiscalFundsFen !== null) {
    const funds = (card.fiscalFundsFen ?? 0) + (card.nonFiscalFundsFen ?? 0);
    if (funds !== card.originalValueFen)
      problems.push({ field: 'fiscalFundsFen', reason: 'FUNDS_NOT_VALUE' });
  }
  if (card.openingDepreciationFen > card.originalValueFen) {
    problems.push({ field: 'openingDepreciationFen', reason: 'DEPRECIATION_EXCEEDS_VALUE' });
  }
  return problems;
}

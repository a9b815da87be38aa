import type { CommandContext } from '../../../platform/run-command.ts';
import { amountOfMinorUnits } from '../item-quantity.ts';
import { refuseMoney } from '../money/money-refusals.ts';
import { isCurrent, RATE_AGE } from './exchange.rules.ts';
import { loadRates, worthOf, type Worth } from './worth.ts';

/** What foreign money is worth on a day, by a rate of that day or of the few days before. Refusal: RATE_MISSING. */
export async function requireWorth(
  { trx, actor }: CommandContext,
  {
    currency,
    amountMinor,
    day,
  }: { readonly currency: string; readonly amountMinor: number; readonly day: string },
): Promise<Worth> {
  const rates = await loadRates(trx, actor.courtId, { units: [currency], day });
  const worth = worthOf(amountOfMinorUnits(amountMinor, currency), currency, rates);
  if (worth === null || !isCurrent(worth.quotedOn, day))
    throw refuseMoney('RATE_MISSING', { day, currency, days: RATE_AGE.days });
  return worth;
}

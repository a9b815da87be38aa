/** Foreign money that goes to the bank: what it is worth by the middle rate, and what the bank made of it. */
import { isZeroDecimal, normaliseDecimal } from '../../../platform/decimal.ts';
import type { InputOf } from '../../../platform/endpoint.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import { amountOfMinorUnits } from '../item-quantity.ts';
import { isAsCredited, isCurrent, isUsual, RATE_AGE, sayQuote } from '../rates/exchange.rules.ts';
import { isForeign, loadRates, worthOf, type Worth } from '../rates/worth.ts';
import type { depositMoneyEndpoint } from './deposits.contract.ts';
import { refuseMoney } from './money-refusals.ts';

export interface DepositWorth {
  readonly worth: Worth;
  /** null: the bank keeps the currency as it is. */
  readonly conversion: {
    readonly bankRate: string;
    readonly creditedFen: number;
    /** Credited less what the middle rate makes of it. */
    readonly differenceFen: number;
  } | null;
}

type Body = Pick<InputOf<typeof depositMoneyEndpoint>['body'], 'depositedOn' | 'conversion'>;

/**
 * The worth of a deposit by the rate of its day, where there is one; a conversion cannot do without it. null: yuan, or
 * nobody has entered a rate and the bank changed nothing. Refusals: CONVERSION_OF_YUAN, RATE_MISSING,
 * CONVERSION_NOT_AS_RATE, CONVERSION_RATE_FAR_OFF.
 */
export async function weighDeposit(
  { trx, actor }: CommandContext,
  { unit, amountMinor }: { readonly unit: string; readonly amountMinor: number },
  { depositedOn: day, conversion }: Body,
): Promise<DepositWorth | null> {
  if (!isForeign(unit)) {
    if (conversion !== null) throw refuseMoney('CONVERSION_OF_YUAN');
    return null;
  }
  const rates = await loadRates(trx, actor.courtId, { units: [unit], day });
  const found = worthOf(amountOfMinorUnits(amountMinor, unit), unit, rates);
  const worth = found !== null && isCurrent(found.quotedOn, day) ? found : null;
  if (conversion === null) return worth === null ? null : { worth, conversion: null };
  if (worth === null) throw refuseMoney('RATE_MISSING', { day, currency: unit, days: RATE_AGE.days });
  const { creditedFen } = conversion;
  const bankRate = normaliseDecimal(conversion.bankRate);
  const isWrong =
    isZeroDecimal(bankRate) || !isAsCredited(creditedFen, amountMinor, { ...worth, rate: bankRate });
  if (isWrong) throw refuseMoney('CONVERSION_NOT_AS_RATE', { quote: sayQuote({ ...worth, rate: bankRate }) });
  if (!isUsual({ ...worth, rate: bankRate }, worth))
    throw refuseMoney('CONVERSION_RATE_FAR_OFF', {
      bank: sayQuote({ ...worth, rate: bankRate }),
      middle: sayQuote(worth),
      day: worth.quotedOn,
    });
  return { worth, conversion: { bankRate, creditedFen, differenceFen: creditedFen - worth.fen } };
}

const yuan = (fen: number) => `${amountOfMinorUnits(fen, 'CNY')} 元`;

/** What the entries of the deposit say of it, in one line. */
export function sayDepositWorth({ worth, conversion }: DepositWorth): string {
  const rate = `${worth.quotedOn} ${sayQuote(worth).zh}`;
  const said = `折合 ${yuan(worth.fen)}（${rate}）`;
  if (conversion === null) return said;
  const { bankRate, creditedFen, differenceFen } = conversion;
  const bank = sayQuote({ ...worth, rate: bankRate }).zh;
  return `${said}；银行结汇 ${bank}，入账 ${yuan(creditedFen)}，差额 ${yuan(differenceFen)}`;
}

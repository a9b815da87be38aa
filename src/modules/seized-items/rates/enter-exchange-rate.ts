import { shanghaiDay } from '../../../platform/clock.ts';
import { isZeroDecimal, normaliseDecimal } from '../../../platform/decimal.ts';
import type { InputOf, ResponseOf } from '../../../platform/endpoint.ts';
import { newId } from '../../../platform/ids.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import { refuseMoney } from '../money/money-refusals.ts';
import { isUsual, sayQuote } from './exchange.rules.ts';
import { insertRate, listRatesOn } from './rate.sql.ts';
import type { enterExchangeRateEndpoint } from './rates.contract.ts';

/**
 * Finance enters a rate with its day and source; of one day the last one counts, and none is changed. Refusals:
 * RATE_IS_ZERO, RATE_IN_FUTURE, RATE_FAR_OFF.
 */
export async function enterExchangeRate(
  command: CommandContext,
  { body }: InputOf<typeof enterExchangeRateEndpoint>,
): Promise<ResponseOf<typeof enterExchangeRateEndpoint>> {
  const { trx, actor, now } = command;
  const { isConfirmed, ...said } = body;
  const rate = normaliseDecimal(said.rate);
  if (isZeroDecimal(rate)) throw refuseMoney('RATE_IS_ZERO');
  if (said.quotedOn > shanghaiDay(now)) throw refuseMoney('RATE_IN_FUTURE');
  const { currency } = said;
  const held = await listRatesOn(trx, actor.courtId, { currencies: [currency], day: said.quotedOn });
  const last = held.get(currency);
  const quote = { ...said, rate };
  if (last !== undefined && !isConfirmed && !isUsual(quote, last))
    throw refuseMoney('RATE_FAR_OFF', { last: sayQuote(last), day: last.quotedOn, next: sayQuote(quote) });
  const id = newId(now.getTime());
  const by = { enteredById: actor.personId, enteredByName: actor.personName, enteredAt: now };
  await insertRate(trx, actor.courtId, { id, ...quote, ...by });
  command.audit({
    ...{ subjectKind: 'exchange_rate', subjectId: id, subjectLabel: `${currency} ${said.quotedOn}` },
    after: { ...quote },
  });
  return { id };
}

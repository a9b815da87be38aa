/** Exchange rates as data that finance enters: nothing is fetched. Runs in the browser too. */
import { z } from 'zod';
import { declareEndpoint } from '../../../platform/endpoint.ts';
import { day, line, pageOf, pageQuery } from '../../../platform/fields.ts';
import { optional } from '../item-input.ts';
import { CURRENCIES } from '../item-quantity.ts';

const TAG = 'seized-items';
export const FOREIGN_CURRENCIES = Object.keys(CURRENCIES).filter((currency) => currency !== 'CNY');
// why: there is at least one foreign currency.
const currency = () => z.enum(FOREIGN_CURRENCIES as [string, ...string[]]);
const source = () => z.enum(['cfets', 'safe', 'bank']);
const direction = () => z.enum(['direct', 'inverse']);
export const exchangeRateText = () => z.string().regex(/^(0|[1-9]\d{0,8})(\.\d{1,8})?$/);

export const exchangeRate = z.object({
  id: z.string(),
  currency: z.string(),
  quotedOn: z.string(),
  direction: direction(),
  units: z.int(),
  rate: z.string(),
  source: source(),
  reference: z.string().nullable(),
  enteredByName: z.string(),
  enteredAt: z.string(),
});

export const listExchangeRatesEndpoint = declareEndpoint({
  name: 'listExchangeRates',
  kind: 'query',
  method: 'get',
  path: '/exchange-rates',
  permission: 'money.read',
  tag: TAG,
  summary: { zh: '外币汇率', en: 'Exchange rates, the newest day first' },
  query: z.strictObject({ ...pageQuery }),
  response: pageOf(exchangeRate),
});

export const enterExchangeRateEndpoint = declareEndpoint({
  name: 'enterExchangeRate',
  kind: 'command',
  method: 'post',
  path: '/exchange-rates',
  permission: 'money.rate.enter',
  tag: TAG,
  summary: { zh: '登记外币汇率', en: 'Enter an exchange rate with its day and source' },
  body: z.strictObject({
    currency: currency(),
    quotedOn: day(),
    direction: direction().default('direct'),
    units: z.union([z.literal(1), z.literal(100)]).default(100),
    rate: exchangeRateText(),
    source: source(),
    /** Number of the announcement, or where it was read. */
    reference: optional(line(200)),
    /** It lies far from the last one, and that is right. */
    isConfirmed: z.boolean().default(false),
  }),
  response: z.object({ id: z.string() }),
  refusals: ['RATE_IS_ZERO', 'RATE_IN_FUTURE', 'RATE_FAR_OFF'],
});

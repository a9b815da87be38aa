import { shanghaiDay } from '../../../platform/clock.ts';
import { addDecimals } from '../../../platform/decimal.ts';
import type { InputOf, ResponseOf } from '../../../platform/endpoint.ts';
import type { QueryContext } from '../../../platform/run-query.ts';
import { mayUse } from '../../accounts/permissions.ts';
import { minorUnitsOf } from '../item-quantity.ts';
import { FOREIGN_CURRENCIES } from '../rates/rates.contract.ts';
import { loadRates, worthOf, type RateBook } from '../rates/worth.ts';
import type { listHeldMoneyEndpoint } from './conversions.contract.ts';
import { listHeldConversions, listHeldMoney, type HeldMoneyRow } from './held-money.sql.ts';

const CONVERSIONS_SHOWN = 20;
const CONVERT = ['convert'] as const;

/** What lies in one account in one currency. */
function holdingOf(rows: readonly HeldMoneyRow[], rates: RateBook, mayConvert: boolean) {
  const { keeper = '', currency = '' } = rows[0] ?? {};
  const amount = rows.map(({ onHand }) => onHand).reduce(addDecimals, '0');
  const days = rows.map(({ since }) => shanghaiDay(since)).sort();
  return {
    ...{ keeper, currency, since: days[0] ?? '' },
    amountMinor: minorUnitsOf(amount, currency) ?? 0,
    worth: worthOf(amount, currency, rates),
    lines: rows.map(({ itemId, code, name, caseId, caseNumber, onHand }) => ({
      ...{ itemId, code, name, caseId, caseNumber },
      amountMinor: minorUnitsOf(onHand, currency) ?? 0,
    })),
    availableActions: mayConvert ? [...CONVERT] : [],
  };
}

/** Foreign money of the acting court at the bank without a deposit, by account and currency, with what was changed last. */
export async function readHeldMoney(
  { reader, actor, now }: QueryContext,
  { query }: InputOf<typeof listHeldMoneyEndpoint>,
): Promise<ResponseOf<typeof listHeldMoneyEndpoint>> {
  const { courtId } = actor;
  const itemId = query.itemId ?? null;
  const rows = await listHeldMoney(reader, courtId, {
    currencies: FOREIGN_CURRENCIES,
    itemIds: itemId === null ? null : [itemId],
  });
  const units = rows.map(({ currency }) => currency);
  const rates = await loadRates(reader, courtId, { units, day: shanghaiDay(now) });
  const accounts = new Map<string, HeldMoneyRow[]>();
  for (const row of rows) {
    const key = `${row.currency} ${row.keeper}`;
    accounts.set(key, [...(accounts.get(key) ?? []), row]);
  }
  const mayConvert = mayUse(actor, 'money.deposit');
  return {
    holdings: [...accounts.values()].map((own) => holdingOf(own, rates, mayConvert)),
    conversions: await listHeldConversions(reader, courtId, { itemId, limit: CONVERSIONS_SHOWN }),
  };
}

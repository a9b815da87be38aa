/** What amounts of foreign money are worth on a day, beside the amounts. */
import type { TenantReader } from '../../../platform/database.ts';
import { isCurrency, minorUnitsOf } from '../item-quantity.ts';
import { fenOf, isCurrent } from './exchange.rules.ts';
import { listRatesOn, type RateRow } from './rate.sql.ts';
import type { Worth } from './worth.contract.ts';

export type { Worth } from './worth.contract.ts';

export type RateBook = ReadonlyMap<string, RateRow>;

export const isForeign = (unit: string) => isCurrency(unit) && unit !== 'CNY';

/** The rates that hold on a day for what is foreign money among these units. */
export async function loadRates(
  reader: TenantReader,
  courtId: number,
  { units, day }: { readonly units: readonly string[]; readonly day: string },
): Promise<RateBook> {
  return listRatesOn(reader, courtId, { currencies: [...new Set(units.filter(isForeign))], day });
}

/** A foreign currency whose newest rate decides on nothing any more; `quotedOn` null: nobody has entered one. */
export interface OutdatedRate {
  readonly currency: string;
  readonly quotedOn: string | null;
}

/** Why what is counted in a unit has no worth that may decide on a day; null: it has, or is no foreign money. */
export function outdatedRateOf(unit: string, rates: RateBook, day: string): OutdatedRate | null {
  if (!isForeign(unit)) return null;
  const quotedOn = rates.get(unit)?.quotedOn ?? null;
  return quotedOn !== null && isCurrent(quotedOn, day) ? null : { currency: unit, quotedOn };
}

/** null: no foreign money, or nobody has entered a rate. */
export function worthOf(amount: string, unit: string, rates: RateBook): Worth | null {
  const rate = isForeign(unit) ? rates.get(unit) : undefined;
  const minor = minorUnitsOf(amount, unit);
  if (rate === undefined || minor === null) return null;
  const fen = fenOf(minor, rate);
  const { id: rateId, currency, quotedOn, direction, units, source } = rate;
  return fen === null ? null : { fen, rateId, currency, quotedOn, direction, units, rate: rate.rate, source };
}

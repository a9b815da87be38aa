/** Exchange rates as finance entered them. */
import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../../platform/database.ts';
import { normaliseDecimal } from '../../../platform/decimal.ts';
import type { Quote, RateSource } from './exchange.rules.ts';

export interface RateRow extends Quote {
  readonly id: string;
  readonly quotedOn: string;
  readonly source: RateSource;
  readonly reference: string | null;
  readonly enteredByName: string;
  readonly enteredAt: Date;
}

const COLUMNS =
  sql.raw(`rate.id, rate.currency, rate.quoted_on::text as "quotedOn", rate.direction, rate.units,
  rate.rate::text as rate, rate.source, rate.reference, rate.entered_by_name as "enteredByName",
  rate.entered_at as "enteredAt"`);

const exact = (rows: readonly RateRow[]): RateRow[] =>
  rows.map((row) => ({ ...row, rate: normaliseDecimal(row.rate) }));

export async function insertRate(
  trx: TenantTransaction,
  courtId: number,
  row: RateRow & { readonly enteredById: string },
): Promise<void> {
  await sql`insert into exchange_rates (court_id, id, currency, quoted_on, direction, units, rate, source, reference,
      entered_by, entered_by_name, entered_at)
    values (${courtId}, ${row.id}, ${row.currency}, ${row.quotedOn}, ${row.direction}, ${row.units},
      ${row.rate}::numeric, ${row.source}, ${row.reference}, ${row.enteredById}, ${row.enteredByName},
      ${row.enteredAt})`.execute(trx);
}

/** Of each of these currencies the rate that holds on the day: the last one of that day or before it. */
export async function listRatesOn(
  reader: TenantReader,
  courtId: number,
  { currencies, day }: { readonly currencies: readonly string[]; readonly day: string },
): Promise<Map<string, RateRow>> {
  if (currencies.length === 0) return new Map();
  const { rows } = await sql<RateRow>`select latest.* from unnest(${currencies}::text[]) as wanted(currency)
    cross join lateral (select ${COLUMNS} from exchange_rates rate
      where rate.court_id = ${courtId} and rate.currency = wanted.currency and rate.quoted_on <= ${day}::date
      order by rate.quoted_on desc, rate.entered_at desc, rate.id desc limit 1) latest`.execute(reader);
  return new Map(exact(rows).map((row) => [row.currency, row]));
}

/** The newest day first, of a day what was entered last. */
export async function listRateRows(
  reader: TenantReader,
  courtId: number,
  after: { readonly on: string; readonly at: string; readonly id: string } | null,
  limit: number,
): Promise<RateRow[]> {
  const { rows } =
    await sql<RateRow>`select ${COLUMNS} from exchange_rates rate where rate.court_id = ${courtId}
      ${
        after === null
          ? sql``
          : sql`and (rate.quoted_on, rate.entered_at, rate.id)
              < (${after.on}::date, ${after.at}::timestamptz, ${after.id}::uuid)`
      }
    order by rate.quoted_on desc, rate.entered_at desc, rate.id desc limit ${limit}`.execute(reader);
  return exact(rows);
}

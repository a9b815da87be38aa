/** What foreign money was worth when it was recorded, read back from a row that keeps its rate. */
import { sql, type RawBuilder } from 'kysely';

/** `row`: the alias of a table with `court_id`, `rate_id` and `worth_fen`; a worth, or null. */
export function worthColumn(row: 'deposit' | 'changed'): RawBuilder<unknown> {
  return sql.raw(`(select jsonb_build_object('fen', ${row}.worth_fen, 'rateId', rate.id, 'currency', rate.currency,
    'quotedOn', rate.quoted_on, 'direction', rate.direction, 'units', rate.units, 'rate', rate.rate::text,
    'source', rate.source) from exchange_rates rate where rate.court_id = ${row}.court_id
    and rate.id = ${row}.rate_id)`);
}

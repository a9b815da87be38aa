import { z } from 'zod';
import { shanghaiInstant } from '../../../platform/clock.ts';
import type { InputOf, ResponseOf } from '../../../platform/endpoint.ts';
import { decodeCursor, pageOfRows } from '../../../platform/page-cursor.ts';
import type { QueryContext } from '../../../platform/run-query.ts';
import { listRateRows } from './rate.sql.ts';
import type { listExchangeRatesEndpoint } from './rates.contract.ts';

const cursor = z.tuple([z.iso.date(), z.iso.datetime(), z.uuid()]);

/** Of the acting court, the newest day first. */
export async function listExchangeRates(
  { reader, actor }: QueryContext,
  { query }: InputOf<typeof listExchangeRatesEndpoint>,
): Promise<ResponseOf<typeof listExchangeRatesEndpoint>> {
  const position = decodeCursor(query.after, cursor);
  const after = position && { on: position[0], at: position[1], id: position[2] };
  const rows = await listRateRows(reader, actor.courtId, after, query.limit + 1);
  return pageOfRows(
    rows,
    query.limit,
    (row) => ({ ...row, enteredAt: shanghaiInstant(row.enteredAt) }),
    ({ quotedOn, enteredAt, id }) => [quotedOn, enteredAt.toISOString(), id],
  );
}

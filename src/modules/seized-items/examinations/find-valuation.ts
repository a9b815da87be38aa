/** What items are worth on a day, by valuations that hold then: nothing is sold without one. */
import type { TenantReader } from '../../../platform/database.ts';
import { listValuationRows, type ValuationRow } from './examination.sql.ts';

/** Fen; days are ISO and inclusive. */
export type Valuation = ValuationRow;

/**
 * Of each item the valuation (评估) with the newest base date that holds on `on` (ISO day): its base date is not later,
 * its validity not over, a year at most (确定财产处置参考价规定, 法释〔2018〕15号). Items without one are absent.
 */
export async function listValidValuations(
  reader: TenantReader,
  {
    courtId,
    itemIds,
    on,
  }: { readonly courtId: number; readonly itemIds: readonly string[]; readonly on: string },
): Promise<Map<string, Valuation>> {
  const rows = await listValuationRows(reader, courtId, itemIds, on);
  return new Map(rows.map((row) => [row.itemId, row]));
}

/** The valuation of one item that holds on the day; undefined: none does, and a new one has to be commissioned. */
export async function findValidValuation(
  reader: TenantReader,
  { courtId, itemId, on }: { readonly courtId: number; readonly itemId: string; readonly on: string },
): Promise<Valuation | undefined> {
  return (await listValidValuations(reader, { courtId, itemIds: [itemId], on })).get(itemId);
}

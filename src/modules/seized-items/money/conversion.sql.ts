/** Foreign money that a bank changed into yuan. */
import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../../platform/database.ts';
import { normaliseQuantity } from '../../ledger/entry.ts';
import { rowSetJson } from '../../../platform/row-set-json.ts';

export interface NewConversion {
  readonly itemId: string;
  readonly fromUnit: string;
  readonly fromQuantity: string;
  readonly toUnit: string;
  readonly toQuantity: string;
  readonly sequence: number;
}

export async function insertConversions(
  trx: TenantTransaction,
  courtId: number,
  { depositId, on }: { readonly depositId: string; readonly on: string },
  conversions: readonly NewConversion[],
): Promise<void> {
  const rows = conversions.map((row) => ({
    ...{ item_id: row.itemId, from_unit: row.fromUnit, from_quantity: row.fromQuantity, to_unit: row.toUnit },
    ...{ to_quantity: row.toQuantity, entry_sequence: row.sequence },
  }));
  await sql`
    insert into item_conversions (court_id, item_id, deposit_id, from_unit, from_quantity, to_unit, to_quantity,
      entry_sequence, converted_on)
    select ${courtId}::integer, item_id, ${depositId}::uuid, from_unit, from_quantity, to_unit, to_quantity,
      entry_sequence, ${on}::date
    from json_to_recordset(${rowSetJson(rows)}::json) as changed(item_id uuid, from_unit text, from_quantity numeric,
      to_unit text, to_quantity numeric, entry_sequence integer)`.execute(trx);
}

/** What the item was before a bank changed it. */
export async function findConversion(
  reader: TenantReader,
  courtId: number,
  itemId: string,
): Promise<{ readonly unit: string; readonly quantity: string; readonly on: string } | undefined> {
  const { rows } = await sql<{ unit: string; quantity: string; on: string }>`
    select from_unit as unit, from_quantity as quantity, converted_on as "on" from item_conversions
    where court_id = ${courtId} and item_id = ${itemId}`.execute(reader);
  return rows[0] && { ...rows[0], quantity: normaliseQuantity(rows[0].quantity) };
}

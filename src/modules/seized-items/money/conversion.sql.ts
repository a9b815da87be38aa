/** Foreign money that a bank changed into yuan. */
import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../../platform/database.ts';
import { normaliseQuantity } from '../../ledger/entry.ts';
import { rowSetJson } from '../../../platform/row-set-json.ts';
import type { Worth } from '../rates/worth.ts';
import { worthColumn } from './worth-column.sql.ts';

/** What the slips of later conversions are kept with. */
export const CONVERSION_SUBJECT = 'money_conversion';

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
  {
    depositId,
    conversionId,
    on,
  }: { readonly depositId: string | null; readonly conversionId: string | null; readonly on: string },
  conversions: readonly NewConversion[],
): Promise<void> {
  const rows = conversions.map((row) => ({
    ...{ item_id: row.itemId, from_unit: row.fromUnit, from_quantity: row.fromQuantity, to_unit: row.toUnit },
    ...{ to_quantity: row.toQuantity, entry_sequence: row.sequence },
  }));
  await sql`
    insert into item_conversions (court_id, item_id, deposit_id, conversion_id, from_unit, from_quantity, to_unit,
      to_quantity, entry_sequence, converted_on)
    select ${courtId}::integer, item_id, ${depositId}::uuid, ${conversionId}::uuid, from_unit, from_quantity, to_unit,
      to_quantity, entry_sequence, ${on}::date
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

export interface NewLaterConversion {
  readonly id: string;
  /** null: no deposit brought it to the bank. */
  readonly depositId: string | null;
  readonly slipNumber: string;
  readonly bank: string;
  readonly accountAlias: string;
  readonly currency: string;
  readonly amountMinor: number;
  readonly convertedOn: string;
  readonly worth: Worth;
  readonly bankRate: string;
  readonly creditedFen: number;
  readonly slipFileId: string;
  readonly note: string | null;
  readonly convertedBy: { readonly id: string; readonly name: string };
  readonly secondPerson: { readonly id: string; readonly name: string };
}

export async function insertLaterConversion(
  trx: TenantTransaction,
  courtId: number,
  now: Date,
  row: NewLaterConversion,
): Promise<void> {
  const { worth, convertedBy, secondPerson } = row;
  await sql`
    insert into money_conversions (court_id, id, deposit_id, slip_number, bank, account_alias, currency, amount_minor,
      converted_on, rate_id, worth_fen, bank_rate, credited_fen, slip_file_id, note, converted_by, converted_by_name,
      second_person_id, second_person_name, recorded_at)
    values (${courtId}, ${row.id}, ${row.depositId}::uuid, ${row.slipNumber}, ${row.bank}, ${row.accountAlias},
      ${row.currency}, ${row.amountMinor}, ${row.convertedOn}, ${worth.rateId}, ${worth.fen},
      ${row.bankRate}::numeric, ${row.creditedFen}, ${row.slipFileId}, ${row.note}, ${convertedBy.id},
      ${convertedBy.name}, ${secondPerson.id}, ${secondPerson.name}, ${now})`.execute(trx);
}

export interface LaterConversionRow {
  readonly id: string;
  readonly depositId: string;
  readonly slipNumber: string;
  readonly accountAlias: string;
  readonly convertedOn: string;
  readonly amountMinor: number;
  readonly worth: Worth;
  readonly bankRate: string;
  readonly creditedFen: number;
  readonly differenceFen: number;
  readonly convertedByName: string;
  readonly secondPersonName: string;
}

export const CONVERSION_COLUMNS = sql`changed.id, changed.slip_number as "slipNumber",
  changed.account_alias as "accountAlias", changed.converted_on as "convertedOn",
  changed.amount_minor as "amountMinor", ${worthColumn('changed')} as worth,
  changed.bank_rate::text as "bankRate", changed.credited_fen as "creditedFen",
  changed.credited_fen - changed.worth_fen as "differenceFen", changed.converted_by_name as "convertedByName",
  changed.second_person_name as "secondPersonName"`;

/** Of these deposits, the oldest first. */
export async function listLaterConversions(
  reader: TenantReader,
  courtId: number,
  depositIds: readonly string[],
): Promise<LaterConversionRow[]> {
  const { rows } = await sql<LaterConversionRow>`
    select ${CONVERSION_COLUMNS}, changed.deposit_id as "depositId" from money_conversions changed
    where changed.court_id = ${courtId} and changed.deposit_id = any(${depositIds}::uuid[])
    order by changed.converted_on, changed.id`.execute(reader);
  return rows;
}

/**
 * Whether the bank's slip of that number is recorded: for a deposit, a conversion or what came back on a claim. Two people
 * never record one slip at once; held until the end of the transaction.
 */
export async function lockBankSlip(
  trx: TenantTransaction,
  courtId: number,
  { bank, slipNumber }: { readonly bank: string; readonly slipNumber: string },
): Promise<boolean> {
  const key = `${courtId} ${bank} ${slipNumber}`;
  await sql`select pg_advisory_xact_lock(hashtext('bank_slips'), hashtext(${key}))`.execute(trx);
  const { rows } = await sql`
    select 1 from money_deposits
      where court_id = ${courtId} and bank = ${bank} and slip_number = ${slipNumber}
    union all select 1 from money_conversions
      where court_id = ${courtId} and bank = ${bank} and slip_number = ${slipNumber}
    union all select 1 from claim_recoveries
      where court_id = ${courtId} and bank = ${bank} and payment_slip = ${slipNumber}`.execute(trx);
  return rows.length > 0;
}

/** Where the slip of a conversion is kept. */
export async function findConversionSlip(
  reader: TenantReader,
  courtIds: readonly number[],
  conversionId: string,
): Promise<{ readonly courtId: number; readonly fileId: string } | undefined> {
  const { rows } = await sql<{ courtId: number; fileId: string }>`
    select court_id as "courtId", slip_file_id as "fileId" from money_conversions
    where court_id = any(${courtIds}::integer[]) and id = ${conversionId}`.execute(reader);
  return rows[0];
}

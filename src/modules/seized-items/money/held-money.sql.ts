/** Foreign money at the bank that no deposit brought there: it came back on a claim, or an older register says so. */
import { sql } from 'kysely';
import type { TenantReader } from '../../../platform/database.ts';
import { SAID_ITEM_NAME } from '../secret-item.sql.ts';
import { CONVERSION_COLUMNS, type LaterConversionRow } from './conversion.sql.ts';

/** Lists of money are read by people without clearance. */
const SHOWN_NAME = sql.raw(`${SAID_ITEM_NAME} as name`);

export interface HeldMoneyRow {
  readonly itemId: string;
  readonly code: string;
  readonly name: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly currency: string;
  /** A decimal. */
  readonly onHand: string;
  /** The bank and its account, as it was written. */
  readonly keeper: string;
  readonly since: Date;
}

/** Of these items, or all of these currencies; by account, currency and case. */
export async function listHeldMoney(
  reader: TenantReader,
  courtId: number,
  {
    currencies,
    itemIds,
  }: { readonly currencies: readonly string[]; readonly itemIds: readonly string[] | null },
): Promise<HeldMoneyRow[]> {
  const ofItems = itemIds === null ? sql`` : sql`and item.id = any(${itemIds}::uuid[])`;
  const { rows } = await sql<HeldMoneyRow>`
    select item.id as "itemId", item.code, ${SHOWN_NAME}, item.case_id as "caseId", c.number as "caseNumber",
      item.unit as currency, trim_scale(item.on_hand)::text as "onHand", item.keeper, item.state_since as since
    from seized_items item
    join cases c on c.court_id = item.court_id and c.id = item.case_id
    where item.court_id = ${courtId} and item.keeper is not null and item.on_hand > 0
      and item.unit = any(${currencies}::text[]) and item.state in ('kept_elsewhere', 'awaiting_disposition') ${ofItems}
      and not exists (select from money_deposit_lines line
        join money_deposits deposit on deposit.court_id = line.court_id and deposit.id = line.deposit_id
        where line.court_id = item.court_id and line.item_id = item.id and deposit.currency = item.unit)
    order by item.keeper, item.unit, c.number, item.number`.execute(reader);
  return rows;
}

/** Conversions of such money, the newest first; of one item, or of the court. */
export async function listHeldConversions(
  reader: TenantReader,
  courtId: number,
  { itemId, limit }: { readonly itemId: string | null; readonly limit: number },
): Promise<(Omit<LaterConversionRow, 'depositId'> & { readonly bank: string; readonly currency: string })[]> {
  const ofItem =
    itemId === null
      ? sql``
      : sql`and changed.id in (select one.conversion_id from item_conversions one
          where one.court_id = ${courtId} and one.item_id = ${itemId})`;
  const { rows } = await sql<Omit<LaterConversionRow, 'depositId'> & { bank: string; currency: string }>`
    select ${CONVERSION_COLUMNS}, changed.bank, changed.currency from money_conversions changed
    where changed.court_id = ${courtId} and changed.deposit_id is null ${ofItem}
    order by changed.converted_on desc, changed.id desc limit ${limit}`.execute(reader);
  return rows;
}

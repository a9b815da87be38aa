/** Deposits of money and the orders on it. */
import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../../platform/database.ts';
import type { Worth } from '../rates/worth.ts';
import { rowSetJson } from '../../../platform/row-set-json.ts';
import type { DepositWorth } from './weigh-deposit.ts';
import { SAID_ITEM_NAME } from '../secret-item.sql.ts';
import { worthColumn } from './worth-column.sql.ts';
import type { CaseReach } from '../../cases/case-access.ts';

/** What the slips of the bank are kept with. */
export const DEPOSIT_SUBJECT = 'money_deposit';

/** Lists of money are read by people without clearance. */
const SHOWN_NAME = sql.raw(`${SAID_ITEM_NAME} as name`);

export interface NewDeposit {
  readonly id: string;
  readonly slipNumber: string;
  readonly bank: string;
  readonly accountAlias: string;
  readonly currency: string;
  readonly amountMinor: number;
  readonly depositedOn: string;
  readonly slipFileId: string;
  readonly depositedBy: { readonly id: string; readonly name: string };
  readonly secondPerson: { readonly id: string; readonly name: string };
  readonly weighed: DepositWorth | null;
  readonly lines: readonly {
    readonly itemId: string;
    readonly sequence: number;
    readonly amountMinor: number;
  }[];
}

export async function insertDeposit(
  trx: TenantTransaction,
  courtId: number,
  now: Date,
  deposit: NewDeposit,
): Promise<void> {
  const { id, depositedBy, secondPerson, weighed } = deposit;
  const worth = weighed?.worth;
  const conversion = weighed?.conversion;
  await sql`
    insert into money_deposits (court_id, id, slip_number, bank, account_alias, currency, amount_minor, deposited_on,
      slip_file_id, deposited_by, deposited_by_name, second_person_id, second_person_name, recorded_at,
      rate_id, worth_fen, bank_rate, credited_fen)
    values (${courtId}, ${id}, ${deposit.slipNumber}, ${deposit.bank}, ${deposit.accountAlias}, ${deposit.currency},
      ${deposit.amountMinor}, ${deposit.depositedOn}, ${deposit.slipFileId}, ${depositedBy.id}, ${depositedBy.name},
      ${secondPerson.id}, ${secondPerson.name}, ${now}, ${worth?.rateId ?? null}::uuid, ${worth?.fen ?? null}::bigint,
      ${conversion?.bankRate ?? null}::numeric, ${conversion?.creditedFen ?? null}::bigint)`.execute(trx);
  const rows = deposit.lines.map(({ itemId, sequence, amountMinor }) => ({
    ...{ item_id: itemId, entry_sequence: sequence, amount_minor: amountMinor },
  }));
  await sql`
    insert into money_deposit_lines (court_id, deposit_id, item_id, entry_sequence, amount_minor)
    select ${courtId}::integer, ${id}::uuid, item_id, entry_sequence, amount_minor
    from json_to_recordset(${rowSetJson(rows)}::json) as line(item_id uuid, entry_sequence integer,
      amount_minor bigint)`.execute(trx);
}

/** The file that was uploaded as the slip of this, held to the commit against a sweep, or null. */
export async function lockSlipFile(
  trx: TenantTransaction,
  courtId: number,
  { kind, id }: { readonly kind: string; readonly id: string },
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`select id from stored_files
    where court_id = ${courtId} and subject_kind = ${kind} and subject_id = ${id}
      and removed_at is null order by uploaded_at desc, id desc limit 1 for key share`.execute(trx);
  return rows[0]?.id ?? null;
}

/** Which of the items are kept for their very notes: by the newest order, or by how they were marked at receipt. */
export async function listKeptAsEvidence(
  reader: TenantReader,
  courtId: number,
  itemIds: readonly string[],
): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select item.id from seized_items item
    left join lateral (select given.verdict from item_money_orders given where given.court_id = item.court_id
      and given.item_id = item.id order by given.entry_sequence desc limit 1) given on true
    where item.court_id = ${courtId} and item.id = any(${itemIds}::uuid[])
      and coalesce(given.verdict = 'keep', 'marked_notes' = any(item.keeping))`.execute(reader);
  return new Set(rows.map(({ id }) => id));
}

export interface NewMoneyOrder {
  readonly id: string;
  readonly itemId: string;
  readonly sequence: number;
}

export async function insertMoneyOrders(
  trx: TenantTransaction,
  courtId: number,
  by: { readonly personId: string; readonly personName: string; readonly now: Date },
  order: { readonly verdict: 'keep' | 'deposit'; readonly document: string; readonly reason: string },
  items: readonly NewMoneyOrder[],
): Promise<void> {
  const rows = items.map(({ id, itemId, sequence }) => ({ id, item_id: itemId, entry_sequence: sequence }));
  await sql`
    insert into item_money_orders (court_id, id, item_id, entry_sequence, verdict, document, reason, ordered_by,
      ordered_by_name, ordered_at)
    select ${courtId}::integer, id, item_id, entry_sequence, ${order.verdict}, ${order.document}, ${order.reason},
      ${by.personId}::uuid, ${by.personName}, ${by.now}::timestamptz
    from json_to_recordset(${rowSetJson(rows)}::json) as given(id uuid, item_id uuid, entry_sequence integer)`.execute(
    trx,
  );
}

export interface DepositRow {
  readonly id: string;
  readonly slipNumber: string;
  readonly bank: string;
  readonly accountAlias: string;
  readonly currency: string;
  readonly amountMinor: number;
  readonly depositedOn: string;
  readonly slipFileId: string;
  readonly depositedByName: string;
  readonly secondPersonName: string;
  readonly worth: Worth | null;
  readonly conversion: DepositWorth['conversion'];
}

const WORTH_OF_DEPOSIT = worthColumn('deposit');

const DEPOSIT_COLUMNS = sql`deposit.id, deposit.slip_number as "slipNumber", deposit.bank,
  deposit.account_alias as "accountAlias", deposit.currency, deposit.amount_minor as "amountMinor",
  deposit.deposited_on as "depositedOn", deposit.slip_file_id as "slipFileId",
  deposit.deposited_by_name as "depositedByName", deposit.second_person_name as "secondPersonName",
  ${WORTH_OF_DEPOSIT} as worth,
  case when deposit.credited_fen is null then null else jsonb_build_object('bankRate', deposit.bank_rate::text,
    'creditedFen', deposit.credited_fen, 'differenceFen', deposit.credited_fen - deposit.worth_fen) end as conversion`;

/** Of the court, or those that brought one item; the newest day first. */
export async function listDepositRows(
  reader: TenantReader,
  filter: {
    readonly courtId: number;
    readonly itemId: string | null;
    readonly after: { readonly on: string; readonly id: string } | null;
    readonly limit: number;
  },
): Promise<DepositRow[]> {
  const { courtId, itemId, after, limit } = filter;
  const ofItem =
    itemId === null
      ? sql``
      : sql`and deposit.id in (select line.deposit_id from money_deposit_lines line
          where line.court_id = ${courtId} and line.item_id = ${itemId})`;
  const following =
    after === null
      ? sql``
      : sql`and (deposit.deposited_on, deposit.id) < (${after.on}::date, ${after.id}::uuid)`;
  const { rows } = await sql<DepositRow>`select ${DEPOSIT_COLUMNS} from money_deposits deposit
    where deposit.court_id = ${courtId} ${ofItem} ${following}
    order by deposit.deposited_on desc, deposit.id desc limit ${limit}`.execute(reader);
  return rows;
}

export async function findDepositRow(
  reader: TenantReader,
  courtIds: readonly number[],
  depositId: string,
): Promise<(DepositRow & { readonly courtId: number }) | undefined> {
  const { rows } = await sql<
    DepositRow & { courtId: number }
  >`select deposit.court_id as "courtId", ${DEPOSIT_COLUMNS} from money_deposits deposit
    where deposit.court_id = any(${courtIds}::integer[]) and deposit.id = ${depositId}`.execute(reader);
  return rows[0];
}

export interface DepositLineRow {
  readonly depositId: string;
  readonly itemId: string;
  readonly code: string;
  readonly name: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly amountMinor: number;
  /** What the bank made of it; null: it keeps the currency. */
  readonly creditedFen: number | null;
  /** At the bank in the foreign currency, a decimal; null: nothing, or yuan. */
  readonly remaining: string | null;
}

/** Still at the bank in the currency of the deposit, by the newest deposit of the item. */
const REMAINS = sql.raw(`item.unit = deposit.currency and item.unit <> 'CNY' and item.keeper is not null
  and item.on_hand > 0 and item.state in ('kept_elsewhere', 'awaiting_disposition')
  and not exists (select from money_deposit_lines later
    join money_deposits newer on newer.court_id = later.court_id and newer.id = later.deposit_id
    where later.court_id = line.court_id and later.item_id = line.item_id and newer.recorded_at > deposit.recorded_at)`);

export async function listDepositLines(
  reader: TenantReader,
  courtId: number,
  depositIds: readonly string[],
): Promise<DepositLineRow[]> {
  const { rows } = await sql<DepositLineRow>`
    select line.deposit_id as "depositId", item.id as "itemId", item.code, ${SHOWN_NAME}, item.case_id as "caseId",
      c.number as "caseNumber", line.amount_minor as "amountMinor",
      (changed.to_quantity * 100)::bigint as "creditedFen",
      case when ${REMAINS} then trim_scale(item.on_hand)::text end as remaining
    from money_deposit_lines line
    join money_deposits deposit on deposit.court_id = line.court_id and deposit.id = line.deposit_id
    left join item_conversions changed on changed.court_id = line.court_id and changed.item_id = line.item_id
      and changed.deposit_id = line.deposit_id
    join seized_items item on item.court_id = line.court_id and item.id = line.item_id
    join cases c on c.court_id = item.court_id and c.id = item.case_id
    where line.court_id = ${courtId} and line.deposit_id = any(${depositIds}::uuid[])
    order by c.number, item.number`.execute(reader);
  return rows;
}

export interface MoneyInStoreRow {
  readonly itemId: string;
  readonly code: string;
  readonly name: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly onHand: string;
  readonly currency: string;
  readonly place: string | null;
  readonly stateSince: Date;
  readonly dueOn: string | null;
  readonly isKept: boolean;
}

export interface MoneyInStoreAsked {
  readonly reach: CaseReach;
  readonly currencies: readonly string[];
}

function moneyInStore(courtId: number, { reach, currencies }: MoneyInStoreAsked) {
  const reached = reach.isWhole
    ? sql``
    : sql`and (c.department_id = any(${reach.departmentIds}::uuid[]) or c.handler_id = ${reach.personId}
        or c.clerk_id = ${reach.personId})`;
  return sql`item.court_id = ${courtId} and item.state = 'in_store' and item.unit = any(${currencies}::text[]) ${reached}`;
}

/** All money that is in store, by currency. */
export async function sumMoneyInStore(
  reader: TenantReader,
  courtId: number,
  asked: MoneyInStoreAsked,
): Promise<{ currency: string; count: number; onHand: string }[]> {
  const { rows } = await sql<{ currency: string; count: number; onHand: string }>`
    select item.unit as currency, count(*)::integer as count, trim_scale(sum(item.on_hand))::text as "onHand"
    from seized_items item join cases c on c.court_id = item.court_id and c.id = item.case_id
    where ${moneyInStore(courtId, asked)} group by item.unit order by item.unit`.execute(reader);
  return rows;
}

/** Money that is in store, the longest there first. */
export async function listMoneyInStoreRows(
  reader: TenantReader,
  courtId: number,
  asked: MoneyInStoreAsked,
  page: { readonly after: { readonly since: string; readonly id: string } | null; readonly limit: number },
): Promise<MoneyInStoreRow[]> {
  const { after } = page;
  const following =
    after === null
      ? sql``
      : sql`and (item.state_since, item.id) > (${after.since}::timestamptz, ${after.id}::uuid)`;
  const { rows } = await sql<MoneyInStoreRow>`
    select item.id as "itemId", item.code, ${SHOWN_NAME}, item.case_id as "caseId", c.number as "caseNumber",
      item.on_hand as "onHand", item.unit as currency, place.path as place, item.state_since as "stateSince",
      due.due_on as "dueOn", coalesce(given.verdict = 'keep', 'marked_notes' = any(item.keeping)) as "isKept"
    from seized_items item
    join cases c on c.court_id = item.court_id and c.id = item.case_id
    left join places place on place.court_id = item.court_id and place.id = item.place_id
    left join deadlines due on due.court_id = item.court_id and due.rule_id = 'D06'
      and due.subject_kind = 'seized_item' and due.subject_id = item.id and due.settled_at is null
    left join lateral (select given.verdict from item_money_orders given where given.court_id = item.court_id
      and given.item_id = item.id order by given.entry_sequence desc limit 1) given on true
    where ${moneyInStore(courtId, asked)} ${following}
    order by item.state_since, item.id limit ${page.limit}`.execute(reader);
  return rows;
}

/** Entries of the cases' books that are about money, and the months that were reconciled. */
import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../../platform/database.ts';
import { rowSetJson } from '../../../platform/row-set-json.ts';
import { IS_SECRET_BESIDE_CASE } from '../secret-item.sql.ts';
import type { MoneyDifference, MoneyStatement } from './compare-statement.ts';

export interface MoneyEntryRow {
  readonly id: string;
  readonly bookId: string;
  readonly sequence: number;
  readonly kind: string;
  readonly amountMinor: number;
  readonly occurredAt: Date;
  readonly state: string | null;
  readonly basis: string | null;
  readonly details: unknown;
  readonly correctsSequence: number | null;
}

/** Every entry of a currency, by book and sequence. */
export async function listMoneyEntries(
  reader: TenantReader,
  courtId: number,
  currency: string,
): Promise<MoneyEntryRow[]> {
  const { rows } = await sql<MoneyEntryRow>`
    select id, book_id as "bookId", sequence, kind, amount_fen as "amountMinor", occurred_at as "occurredAt",
      to_status as state, basis, details, corrects_sequence as "correctsSequence"
    from readable_ledger_entries
    where court_id = ${courtId} and book_kind = 'case' and amount_fen <> 0 and currency = ${currency}
      and unit = ${currency}
    order by book_id, sequence`.execute(reader);
  return rows;
}

/** The case of each book. */
export async function listCasesOfBooks(
  reader: TenantReader,
  courtId: number,
  bookIds: readonly string[],
): Promise<Map<string, { readonly caseId: string; readonly caseNumber: string }>> {
  const { rows } = await sql<{ bookId: string; caseId: string; caseNumber: string }>`
    select book.id as "bookId", c.id as "caseId", c.number as "caseNumber"
    from ledger_books book join cases c on c.court_id = book.court_id and c.id = book.subject_id
    where book.court_id = ${courtId} and book.id = any(${bookIds}::uuid[])`.execute(reader);
  return new Map(rows.map(({ bookId, ...one }) => [bookId, one]));
}

/** The closed month that counted each entry of a currency. */
export async function listCountedEntries(
  reader: TenantReader,
  courtId: number,
  currency: string,
): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; month: string }>`
    select counted.entry_id as id, closed.month from money_months closed
    join money_month_entries counted on counted.court_id = closed.court_id and counted.month_id = closed.id
    where closed.court_id = ${courtId} and closed.currency = ${currency}`.execute(reader);
  return new Map(rows.map(({ id, month }) => [id, month]));
}

/** Money whose name is for those with clearance: lists of money are read by people without. */
export async function listSecretMoney(
  reader: TenantReader,
  courtId: number,
  currency: string,
): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`select item.id from seized_items item
    join cases c on c.court_id = item.court_id and c.id = item.case_id
    where item.court_id = ${courtId}
      and (item.unit = ${currency} or exists (select from item_conversions changed
        where changed.court_id = item.court_id and changed.item_id = item.id and changed.from_unit = ${currency}))
      and ${sql.raw(IS_SECRET_BESIDE_CASE)}`.execute(reader);
  return new Set(rows.map(({ id }) => id));
}

/** The currencies of which the court's books say anything. */
export async function listCurrencies(reader: TenantReader, courtId: number): Promise<string[]> {
  const { rows } = await sql<{ currency: string }>`select distinct currency from readable_ledger_entries
    where court_id = ${courtId} and book_kind = 'case' and amount_fen <> 0 and unit = currency
    order by currency`.execute(reader);
  return rows.map(({ currency }) => currency);
}

export interface MoneyMonthRow {
  readonly id: string;
  readonly month: string;
  readonly currency: string;
  readonly state: 'entered' | 'closed';
  readonly statement: unknown;
  readonly enteredByName: string;
  readonly enteredAt: Date;
  readonly figures: unknown;
  readonly closedByName: string | null;
  readonly secondPersonName: string | null;
  readonly closedAt: Date | null;
  readonly openDifferences: number;
}

/** The months of which anything is written, of one currency or of all. */
export async function listMonthRows(
  reader: TenantReader,
  courtId: number,
  currency: string | null,
): Promise<MoneyMonthRow[]> {
  const { rows } = await sql<MoneyMonthRow>`
    select m.id, m.month, m.currency, m.state, m.statement, m.entered_by_name as "enteredByName",
      m.entered_at as "enteredAt", m.figures, m.closed_by_name as "closedByName",
      m.second_person_name as "secondPersonName", m.closed_at as "closedAt",
      (select count(*)::integer from money_differences d where d.court_id = m.court_id and d.month_id = m.id
        and d.settled_on is null) as "openDifferences"
    from money_months m
    where m.court_id = ${courtId} and (${currency}::text is null or m.currency = ${currency})
    order by m.currency, m.month`.execute(reader);
  return rows;
}

/** Two people never write one month at once. Held until the end of the transaction. */
export async function lockMonths(trx: TenantTransaction, courtId: number, currency: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('money_months'), hashtext(${`${courtId} ${currency}`}))`.execute(
    trx,
  );
}

export async function upsertStatement(
  trx: TenantTransaction,
  courtId: number,
  by: { readonly personId: string; readonly personName: string; readonly now: Date },
  month: {
    readonly id: string;
    readonly month: string;
    readonly currency: string;
    readonly statement: MoneyStatement;
  },
): Promise<void> {
  const statement = JSON.stringify(month.statement);
  await sql`insert into money_months (court_id, id, month, currency, state, statement, entered_by, entered_by_name,
      entered_at)
    values (${courtId}, ${month.id}, ${month.month}, ${month.currency}, 'entered', ${statement}::jsonb, ${by.personId},
      ${by.personName}, ${by.now})
    on conflict (court_id, currency, month) do update set statement = excluded.statement,
      entered_by = excluded.entered_by, entered_by_name = excluded.entered_by_name,
      entered_at = excluded.entered_at`.execute(trx);
}

export async function updateMonthClosed(
  trx: TenantTransaction,
  courtId: number,
  monthId: string,
  closing: {
    readonly now: Date;
    readonly figures: unknown;
    readonly by: { readonly id: string; readonly name: string };
    readonly secondPerson: { readonly id: string; readonly name: string };
    readonly entryIds: readonly string[];
  },
): Promise<void> {
  const { by, secondPerson } = closing;
  await sql`insert into money_month_entries (court_id, entry_id, month_id)
    select ${courtId}::integer, entry_id, ${monthId}::uuid from unnest(${closing.entryIds}::uuid[]) as counted(entry_id)`.execute(
    trx,
  );
  await sql`update money_months set state = 'closed', figures = ${JSON.stringify(closing.figures)}::jsonb,
      closed_by = ${by.id}, closed_by_name = ${by.name}, second_person_id = ${secondPerson.id},
      second_person_name = ${secondPerson.name}, closed_at = ${closing.now}
    where court_id = ${courtId} and id = ${monthId}`.execute(trx);
}

export interface KeptDifference extends MoneyDifference {
  readonly id: string;
  readonly explanation: string;
}

export async function insertDifferences(
  trx: TenantTransaction,
  courtId: number,
  monthId: string,
  differences: readonly KeptDifference[],
): Promise<void> {
  const rows = differences.map(({ id, kind, label, oursMinor, theirsMinor, explanation }, position) => ({
    ...{ id, position, kind, label, explanation },
    ...{ ours_minor: oursMinor, theirs_minor: theirsMinor },
  }));
  await sql`
    insert into money_differences (court_id, id, month_id, position, kind, label, ours_minor, theirs_minor, explanation)
    select ${courtId}::integer, id, ${monthId}::uuid, position, kind, label, ours_minor, theirs_minor, explanation
    from json_to_recordset(${rowSetJson(rows)}::json) as difference(id uuid, position integer, kind text, label text,
      ours_minor bigint, theirs_minor bigint, explanation text)`.execute(trx);
}

export interface DifferenceRow extends KeptDifference {
  readonly settledOn: string | null;
  readonly settlement: string | null;
  readonly settledByName: string | null;
  /** Who confirmed it with them; null: settled before two did. */
  readonly settledSecondName: string | null;
}

export async function listDifferenceRows(
  reader: TenantReader,
  courtId: number,
  monthId: string,
): Promise<DifferenceRow[]> {
  const { rows } = await sql<DifferenceRow>`
    select id, kind, label, ours_minor as "oursMinor", theirs_minor as "theirsMinor", explanation,
      settled_on as "settledOn", settlement, settled_by_name as "settledByName",
      settled_second_name as "settledSecondName"
    from money_differences where court_id = ${courtId} and month_id = ${monthId} order by position`.execute(
    reader,
  );
  return rows;
}

/** Answers whether there was an open one to settle. */
export async function updateDifferenceSettled(
  trx: TenantTransaction,
  courtId: number,
  differenceId: string,
  settled: {
    readonly on: string;
    readonly settlement: string;
    readonly by: { readonly id: string; readonly name: string };
    readonly secondPerson: { readonly id: string; readonly name: string };
  },
): Promise<boolean> {
  const { rows } = await sql`update money_differences set settled_on = ${settled.on},
      settlement = ${settled.settlement}, settled_by = ${settled.by.id}, settled_by_name = ${settled.by.name},
      settled_second_id = ${settled.secondPerson.id}, settled_second_name = ${settled.secondPerson.name}
    where court_id = ${courtId} and id = ${differenceId} and settled_on is null returning id`.execute(trx);
  return rows.length > 0;
}

/** Currencies with money in or before the month whose month is not closed. */
export async function countOpenCurrencies(
  reader: TenantReader,
  courtId: number,
  month: string,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from (
      select distinct currency from readable_ledger_entries
      where court_id = ${courtId} and book_kind = 'case' and amount_fen <> 0 and unit = currency
        and occurred_at < (${`${month}-01`}::date + interval '1 month') at time zone 'Asia/Shanghai') used
    where not exists (select from money_months m where m.court_id = ${courtId} and m.currency = used.currency
      and m.month = ${month} and m.state = 'closed')`.execute(reader);
  return rows[0]?.count ?? 0;
}

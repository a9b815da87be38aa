/**
 * The state of assets at a moment of the past, out of the ledger alone: of each book the last entry that put the asset
 * somewhere, as its newest correction has it, and the card as the last entry that wrote it has it. Only what had been
 * recorded by `knownAt` counts.
 */
import { sql, type RawBuilder } from 'kysely';
import type { TenantReader } from '../../platform/database.ts';
import { allOf, type Condition } from './asset-conditions.sql.ts';
import type { ReadScope } from './read-scope.ts';
import type { AssetStatus } from './rules.ts';

export interface AsOfCriteria {
  readonly scope: ReadScope;
  readonly at: Date;
  readonly knownAt: Date | null;
  /** With everything below; null: not filtered. */
  readonly departmentIds: readonly string[] | null;
  readonly placeIds: readonly string[] | null;
  readonly holderId: string | null;
  readonly assetId: string | null;
  readonly statuses: readonly AssetStatus[] | null;
}

export interface AsOfRow {
  readonly courtId: number;
  readonly bookId: string;
  readonly assetId: string;
  readonly code: string;
  readonly unit: string;
  readonly quantity: string;
  readonly amountFen: number;
  readonly status: AssetStatus;
  readonly departmentId: string | null;
  readonly department: string | null;
  readonly holderId: string | null;
  readonly holder: string | null;
  readonly placeId: string | null;
  readonly place: string | null;
  readonly since: Date;
  readonly sequence: number;
}

type Fragment = RawBuilder<unknown>;

/**
 * The entries that write a card. A move recorded late carries the value of the day on which it was recorded, so no other
 * entry tells what a thing was worth.
 */
export const WRITES_CARD = sql.raw("kind in ('stock_in', 'take_over', 'correct_card')");

function known(alias: string, { at, knownAt }: AsOfCriteria): Fragment {
  const entry = sql.raw(alias);
  const recorded = knownAt === null ? sql`` : sql` and ${entry}.recorded_at <= ${knownAt}`;
  return sql`${entry}.occurred_at <= ${at}${recorded}`;
}

/** Books that can have the asked-for state: those that ever came to the department, the place or the person. */
function candidateBooks(criteria: AsOfCriteria, afterBookId: string | null): Fragment {
  const { courtId, narrowed } = criteria.scope;
  const after = (column: string) =>
    afterBookId === null ? sql`` : sql` and ${sql.raw(column)} > ${afterBookId}::uuid`;
  if (criteria.assetId !== null) {
    return sql`select id as book_id from ledger_books where court_id = ${courtId} and kind = 'fixed_asset'
      and subject_id = ${criteria.assetId}::uuid${after('id')}`;
  }
  const cameTo = (condition: Condition) => sql`select distinct book_id from ledger_entries
    where court_id = ${courtId} and book_kind = 'fixed_asset' and ${condition}
      and occurred_at <= ${criteria.at}${after('book_id')}`;
  if (criteria.holderId !== null) return cameTo(sql`to_holder_id = ${criteria.holderId}::uuid`);
  if (criteria.placeIds !== null) return cameTo(among('to_place_id', criteria.placeIds));
  if (criteria.departmentIds !== null) return cameTo(among('to_department_id', criteria.departmentIds));
  if (narrowed !== null) {
    const mine = cameTo(sql`to_holder_id = ${narrowed.personId}::uuid`);
    const theirs = cameTo(among('to_department_id', narrowed.departmentIds));
    return sql`${mine} union ${theirs}`;
  }
  return sql`select id as book_id from ledger_books where court_id = ${courtId}
    and kind = 'fixed_asset'${after('id')}`;
}

/** One id as an equation, so that the index goes on in the order of the books. */
function among(column: string, ids: readonly string[]): Condition {
  const name = sql.raw(column);
  return ids.length === 1 ? sql`${name} = ${ids[0]}::uuid` : sql`${name} = any(${ids}::uuid[])`;
}

function stateConditions(criteria: AsOfCriteria): Condition[] {
  const { departmentIds, placeIds, holderId, statuses } = criteria;
  const { narrowed } = criteria.scope;
  return [
    ...(departmentIds === null ? [] : [among('state.to_department_id', departmentIds)]),
    ...(placeIds === null ? [] : [among('state.to_place_id', placeIds)]),
    ...(holderId === null ? [] : [sql`state.to_holder_id = ${holderId}::uuid`]),
    ...(statuses === null ? [] : [sql`state.to_status = any(${statuses}::text[])`]),
    ...(narrowed === null
      ? []
      : [
          sql`(state.to_holder_id = ${narrowed.personId}::uuid
            or state.to_department_id = any(${narrowed.departmentIds}::uuid[]))`,
        ]),
  ];
}

const placed = (alias: string) =>
  sql.raw(
    ['to_status', 'to_department_id', 'to_department', 'to_holder_id', 'to_holder', 'to_place_id', 'to_place']
      .map((column) => `${alias}.${column}`)
      .join(', '),
  );

/**
 * Where a book's thing stood after the last entry that moved it, as its newest correction has it. Signing for a
 * thing, correcting its card and giving it another code leave it where it is, and repeat a position that an earlier correction may since have
 * changed, so they do not count as a place. `entry` and `next` say which of the entries and corrections count.
 */
export function lastPosition(
  inBook: (alias: string) => Fragment,
  counts: { readonly entry: Fragment; readonly next: Fragment },
): Fragment {
  return sql`
      with recursive version as (
        (select entry.sequence, entry.occurred_at, ${placed('entry')} from ledger_entries entry
          where ${inBook('entry')} and entry.corrects_sequence is null
            and entry.kind not in ('correct_card', 'sign_receipt', 'change_code') and ${counts.entry}
          order by entry.occurred_at desc, entry.sequence desc limit 1)
        union all
        select next.sequence, next.occurred_at, ${placed('next')}
        from version join ledger_entries next on ${inBook('next')}
          and next.corrects_sequence = version.sequence and ${counts.next})
      select * from version order by sequence desc limit 1`;
}

/** `state` and `amount` of every candidate book. */
function states(criteria: AsOfCriteria, afterBookId: string | null): Fragment {
  const { courtId } = criteria.scope;
  const inBook = (alias: string) =>
    sql`${sql.raw(alias)}.court_id = ${courtId} and ${sql.raw(alias)}.book_id = candidate.book_id`;
  const counts = { entry: known('entry', criteria), next: known('next', criteria) };
  return sql`
    (select book_id from (${candidateBooks(criteria, afterBookId)}) book order by book_id) candidate
    cross join lateral (${lastPosition(inBook, counts)}) state
    cross join lateral (
      select entry.amount_fen, entry.quantity, entry.unit from ledger_entries entry
      where ${inBook('entry')} and entry.${WRITES_CARD} and ${known('entry', criteria)}
      order by entry.occurred_at desc, entry.sequence desc limit 1) amount`;
}

/** Up to `rowCount` assets after the book, in the order of their books, which is that of their registration. */
export async function listAsOfRows(
  reader: TenantReader,
  criteria: AsOfCriteria,
  page: { readonly afterBookId: string | null; readonly rowCount: number },
): Promise<AsOfRow[]> {
  const { courtId } = criteria.scope;
  const { rows } = await sql<AsOfRow>`
    select asset.court_id as "courtId", page.book_id as "bookId", asset.id as "assetId", asset.code, page.unit,
      trim_scale(page.quantity)::text as quantity,
      page.amount_fen as "amountFen", page.to_status as status, page.to_department_id as "departmentId",
      page.to_department as department, page.to_holder_id as "holderId", page.to_holder as holder,
      page.to_place_id as "placeId", page.to_place as place, page.occurred_at as since, page.sequence
    from (
      select candidate.book_id, state.*, amount.* from ${states(criteria, page.afterBookId)}
      where ${allOf(stateConditions(criteria))}
      order by candidate.book_id limit ${page.rowCount}) page
    join ledger_books book on book.court_id = ${courtId} and book.id = page.book_id
    join assets asset on asset.court_id = ${courtId} and asset.id = book.subject_id
    order by page.book_id`.execute(reader);
  return rows;
}

export interface AsOfSums {
  readonly count: number;
  readonly amountFen: number;
}

/** Every book of the court counts when no state is asked for, so its last card is enough and is read in one pass. */
function wholeCourt(criteria: AsOfCriteria): Fragment {
  return sql`(
    select distinct on (entry.book_id) entry.amount_fen from ledger_entries entry
    where entry.court_id = ${criteria.scope.courtId} and entry.book_kind = 'fixed_asset'
      and entry.${WRITES_CARD} and ${known('entry', criteria)}
    order by entry.book_id, entry.occurred_at desc, entry.sequence desc) amount`;
}

export async function sumAsOf(reader: TenantReader, criteria: AsOfCriteria): Promise<AsOfSums> {
  const conditions = stateConditions(criteria);
  const rest =
    conditions.length === 0 && criteria.assetId === null ? wholeCourt(criteria) : states(criteria, null);
  const { rows } = await sql<AsOfSums>`
    select count(*)::integer as count, coalesce(sum(amount.amount_fen), 0)::bigint as "amountFen"
    from ${rest} where ${allOf(conditions)}`.execute(reader);
  const row = rows[0];
  if (!row) throw new Error('an aggregate answers one row');
  return row;
}

export interface CardRecord {
  readonly bookId: string;
  /** The whole card of a first entry, the changes of a correction. */
  readonly details: unknown;
}

/** What the entries of these books say about their cards, each book's oldest first. */
export async function listCardRecords(
  reader: TenantReader,
  criteria: AsOfCriteria,
  bookIds: readonly string[],
): Promise<CardRecord[]> {
  const { rows } = await sql<CardRecord>`
    select entry.book_id as "bookId", entry.details from ledger_entries entry
    where entry.court_id = ${criteria.scope.courtId} and entry.book_id = any(${bookIds}::uuid[])
      and entry.${WRITES_CARD} and ${known('entry', criteria)}
    order by entry.book_id, entry.sequence`.execute(reader);
  return rows;
}

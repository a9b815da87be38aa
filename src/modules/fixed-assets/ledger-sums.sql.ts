/** Sums of the in/out ledger, at the value that things had when they moved. */
import { sql, type RawBuilder } from 'kysely';
import type { TenantReader } from '../../platform/database.ts';
import { allOf, type Condition } from './asset-conditions.sql.ts';
import { lastPosition, WRITES_CARD } from './as-of.sql.ts';
import type { FlowAmounts, LedgerDirection } from './ledger-direction.ts';
import { directionExpression, isInside, STANDS_STILL } from './ledger-flow.sql.ts';
import { alongTime, conditionsOf, type LedgerCriteria } from './ledger-list.sql.ts';
import type { AssetEntryKind } from './rules.ts';

export interface LedgerSumRow extends FlowAmounts {
  readonly kind: AssetEntryKind;
  /** null: the entry moves nothing, or a correction stands in for it. */
  readonly flow: LedgerDirection | null;
}

/** Where in its book an entry stands: a correction stands where what it corrects stood. */
const PLACE_IN_BOOK = sql.raw(`(case when entry.corrects_sequence is null then entry.sequence else (
    with recursive origin as (
      select entry.corrects_sequence as sequence
      union all
      select earlier.corrects_sequence from origin join ledger_entries earlier
        on earlier.court_id = entry.court_id and earlier.book_id = entry.book_id
        and earlier.sequence = origin.sequence and earlier.corrects_sequence is not null)
    select min(sequence) from origin) end)`);

/**
 * A move that was recorded late, and a correction, carry quantity and value of the day on which they were recorded: of
 * these the card is read as it was when the thing moved.
 */
function cardThen(): RawBuilder<unknown> {
  return sql`left join lateral (
      select written.quantity, written.amount_fen from ledger_entries written
      where (entry.recorded_at <> entry.occurred_at or entry.corrects_sequence is not null)
        and not (entry.${WRITES_CARD})
        and written.court_id = entry.court_id and written.book_id = entry.book_id and written.${WRITES_CARD}
        and (written.occurred_at, written.sequence) <= (entry.occurred_at, ${PLACE_IN_BOOK})
      order by written.occurred_at desc, written.sequence desc limit 1) card on true`;
}

/** The filtered entries by kind and direction. */
export async function sumLedger(reader: TenantReader, criteria: LedgerCriteria): Promise<LedgerSumRow[]> {
  const { courtId } = criteria.scope;
  const { rows } = await sql<LedgerSumRow>`
    select kind, flow, count(*)::integer as count, trim_scale(sum(quantity))::text as quantity,
      sum(amount_fen)::bigint as "amountFen"
    from (
      select entry.kind, coalesce(card.quantity, entry.quantity) as quantity,
        coalesce(card.amount_fen, entry.amount_fen) as amount_fen,
        case when entry.kind not in ${STANDS_STILL} and correction.book_id is null
          then ${directionExpression(criteria)} end as flow
      from readable_ledger_entries entry
      left join (select distinct book_id, corrects_sequence from ledger_entries
        where court_id = ${courtId} and corrects_sequence is not null) correction
        on correction.book_id = entry.book_id and correction.corrects_sequence = entry.sequence
      ${cardThen()}
      where ${allOf([...alongTime(criteria), ...conditionsOf(criteria, 'gather')])}) entry
    group by kind, flow`.execute(reader);
  return rows;
}

function ofAsset(courtId: number, assetId: string | null): Condition[] {
  return assetId === null
    ? []
    : [
        sql`entry.book_id = (select id from ledger_books where court_id = ${courtId}
          and kind = 'fixed_asset' and subject_id = ${assetId}::uuid)`,
      ];
}

/**
 * What corrections of cards added to, or with a minus took from, quantity and value of the things that were inside when
 * the card was corrected. Nothing moves by it: the count is that of the corrections.
 */
export async function sumCardChanges(reader: TenantReader, criteria: LedgerCriteria): Promise<FlowAmounts> {
  const { courtId } = criteria.scope;
  const inBook = (alias: string) =>
    sql`${sql.raw(alias)}.court_id = entry.court_id and ${sql.raw(alias)}.book_id = entry.book_id`;
  const before = sql`(entry.occurred_at, entry.sequence) < (correction.occurred_at, correction.sequence)`;
  const inBookOf = (alias: string) =>
    sql`${sql.raw(alias)}.court_id = correction.court_id and ${sql.raw(alias)}.book_id = correction.book_id`;
  const { rows } = await sql<FlowAmounts>`
    select count(*)::integer as count, coalesce(trim_scale(sum(quantity)), 0)::text as quantity,
      coalesce(sum(amount_fen), 0)::bigint as "amountFen"
    from (
      select entry.court_id, entry.book_id, entry.sequence, entry.occurred_at,
        entry.quantity - written.quantity as quantity, entry.amount_fen - written.amount_fen as amount_fen
      from readable_ledger_entries entry
      cross join lateral (
        select earlier.quantity, earlier.amount_fen from ledger_entries earlier
        where ${inBook('earlier')} and earlier.${WRITES_CARD} and earlier.sequence < entry.sequence
        order by earlier.sequence desc limit 1) written
      where ${allOf([...alongTime(criteria), ...ofAsset(courtId, criteria.assetId)])} and entry.kind = 'correct_card'
        and (entry.quantity <> written.quantity or entry.amount_fen <> written.amount_fen)) correction
    cross join lateral (${lastPosition(inBookOf, { entry: before, next: sql`true` })}) state
    where ${isInside(criteria, 'state.to_')}`.execute(reader);
  return onlyRow(rows);
}

/** What is inside now, at today's value. */
export async function sumInside(reader: TenantReader, criteria: LedgerCriteria): Promise<FlowAmounts> {
  const { scope, assetId } = criteria;
  const one = assetId === null ? [] : [sql`asset.id = ${assetId}::uuid`];
  const conditions = [sql`asset.court_id = ${scope.courtId}`, ...one, isInside(criteria, 'asset.')];
  const { rows } = await sql<FlowAmounts>`
    select count(*)::integer as count, coalesce(trim_scale(sum(asset.quantity)), 0)::text as quantity,
      coalesce(sum(asset.original_value_fen), 0)::bigint as "amountFen"
    from readable_assets asset where ${allOf(conditions)}`.execute(reader);
  return onlyRow(rows);
}

function onlyRow(rows: readonly FlowAmounts[]): FlowAmounts {
  const [row] = rows;
  if (row === undefined) throw new Error('an aggregate answers one row');
  return row;
}

export interface MonthRow {
  /** `2026-11`, in Asia/Shanghai. */
  readonly month: string;
  readonly flow: LedgerDirection;
  readonly count: number;
}

/** Movements by month and direction. */
export async function countFlowsByMonth(reader: TenantReader, criteria: LedgerCriteria): Promise<MonthRow[]> {
  const { courtId } = criteria.scope;
  const { rows } = await sql<MonthRow>`
    select to_char(month, 'YYYY-MM') as month, flow, sum(count)::integer as count
    from (
      select date_trunc('month', entry.occurred_at at time zone 'Asia/Shanghai') as month,
        ${directionExpression(criteria)} as flow, count(*) as count
      from readable_ledger_entries entry
      left join (select distinct book_id, corrects_sequence from ledger_entries
        where court_id = ${courtId} and corrects_sequence is not null) correction
        on correction.book_id = entry.book_id and correction.corrects_sequence = entry.sequence
      where ${allOf([...alongTime(criteria), ...conditionsOf(criteria, 'gather')])}
        and entry.kind not in ${STANDS_STILL} and correction.book_id is null
      group by 1, 2) counted
    group by 1, 2 order by 1, 2`.execute(reader);
  return rows;
}

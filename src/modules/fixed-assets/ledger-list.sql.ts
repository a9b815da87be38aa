/**
 * Pages of the in/out ledger, by time. As with the list of assets a page is first looked for by walking a bounded way
 * along the order, and gathered where that does not fill it.
 */
import { sql, type RawBuilder } from 'kysely';
import type { TenantReader } from '../../platform/database.ts';
import { allOf, searchHits, type Condition } from './asset-conditions.sql.ts';
import type { AssetSearch } from './asset-criteria.ts';
import { entryColumns, type EntryRow } from './entry-row.sql.ts';
import type { LedgerDirection } from './ledger-direction.ts';
import { directionExpression, isMovement } from './ledger-flow.sql.ts';
import type { ReadScope } from './read-scope.ts';
import type { AssetEntryKind } from './rules.ts';
import { streamRows } from './server-cursor.sql.ts';

export interface LedgerCriteria {
  readonly scope: ReadScope;
  /** From this instant, and before that one. */
  readonly from: Date | null;
  readonly before: Date | null;
  readonly kinds: readonly AssetEntryKind[] | null;
  readonly departmentIds: readonly string[] | null;
  readonly placeIds: readonly string[] | null;
  readonly holderIds: readonly string[] | null;
  readonly assetId: string | null;
  readonly actorId: string | null;
  readonly late: boolean | null;
  readonly corrections: boolean | null;
  /** Only movements, and of these only the ones in these directions. */
  readonly flows: readonly LedgerDirection[] | null;
  readonly search: AssetSearch | null;
  /** The typed text, also looked for in basis and note. */
  readonly text: string | null;
}

export interface LedgerListRow extends EntryRow {
  readonly assetId: string;
  readonly code: string;
  readonly name: string;
  readonly specification: string | null;
  readonly model: string | null;
  readonly flow: LedgerDirection;
}

export interface LedgerPosition {
  readonly at: string;
  readonly id: string;
}

const WALK_ROWS = 2000;
type Fragment = RawBuilder<unknown>;
type Side = 'department_id' | 'place_id' | 'holder_id';

function eitherSide(side: Side, ids: readonly string[]): Condition {
  const [from, to] = [sql.raw(`entry.from_${side}`), sql.raw(`entry.to_${side}`)];
  return sql`(${from} = any(${ids}::uuid[]) or ${to} = any(${ids}::uuid[]))`;
}

/** What leaves a place came there before, in the same book: the index of arrivals leads to departures too. */
function booksThatCame(courtId: number, side: Side, ids: readonly string[]): Condition {
  return sql`entry.book_id in (select came.book_id from ledger_entries came
    where came.court_id = ${courtId} and came.${sql.raw(`to_${side}`)} = any(${ids}::uuid[]))`;
}

function sideConditions(criteria: LedgerCriteria, way: 'walk' | 'gather'): Condition[] {
  const { scope, departmentIds, placeIds, holderIds } = criteria;
  const sides: (readonly [Side, readonly string[] | null])[] = [
    ['department_id', departmentIds],
    ['place_id', placeIds],
    ['holder_id', holderIds],
  ];
  return sides.flatMap(([side, ids]) => {
    if (ids === null) return [];
    const either = eitherSide(side, ids);
    return way === 'walk' ? [either] : [booksThatCame(scope.courtId, side, ids), either];
  });
}

function scopeCondition({ narrowed }: ReadScope): Condition[] {
  if (narrowed === null) return [];
  const mine = eitherSide('holder_id', [narrowed.personId]);
  return [sql`(${eitherSide('department_id', narrowed.departmentIds)} or ${mine})`];
}

function textCondition({ scope, search, text }: LedgerCriteria): Condition[] {
  if (search === null || text === null) return [];
  const pattern = `%${text.trim().replace(/[\\%_]/g, '\\$&')}%`;
  const { courtId } = scope;
  return [
    sql`(entry.book_id in (select asset.book_id from readable_assets asset where asset.court_id = ${courtId}
      and asset.id in (${searchHits(courtId, search)})) or entry.basis ilike ${pattern}
      or entry.note ilike ${pattern})`,
  ];
}

export function conditionsOf(criteria: LedgerCriteria, way: 'walk' | 'gather'): Condition[] {
  const { scope, kinds, assetId, actorId, late, corrections } = criteria;
  const corrected = sql`exists (select from ledger_entries correction where correction.court_id = ${scope.courtId}
    and correction.book_id = entry.book_id and correction.corrects_sequence = entry.sequence)`;
  const isCorrection = sql`(entry.corrects_sequence is not null or ${corrected})`;
  const inCorrectedBook = sql`entry.book_id in (select book_id from ledger_entries
    where court_id = ${scope.courtId} and corrects_sequence is not null)`;
  return [
    ...(kinds === null ? [] : [sql`entry.kind = any(${kinds}::text[])`]),
    ...sideConditions(criteria, way),
    ...(assetId === null
      ? []
      : [
          sql`entry.book_id = (select id from ledger_books where court_id = ${scope.courtId}
            and kind = 'fixed_asset' and subject_id = ${assetId}::uuid)`,
        ]),
    ...(actorId === null ? [] : [sql`entry.actor_id = ${actorId}::uuid`]),
    ...(late === null ? [] : [sql`entry.late = ${late}`]),
    ...(corrections === null
      ? []
      : corrections
        ? [inCorrectedBook, isCorrection]
        : [sql`not ${isCorrection}`]),
    ...(criteria.flows === null
      ? []
      : [isMovement(), sql`${directionExpression(criteria)} = any(${criteria.flows}::text[])`]),
    ...scopeCondition(scope),
    ...textCondition(criteria),
  ];
}

/** What the index by time leads to. */
export function alongTime(criteria: LedgerCriteria): Condition[] {
  const { scope, from, before } = criteria;
  return [
    sql`entry.court_id = ${scope.courtId} and entry.book_kind = 'fixed_asset'`,
    ...(from === null ? [] : [sql`entry.occurred_at >= ${from}`]),
    ...(before === null ? [] : [sql`entry.occurred_at < ${before}`]),
  ];
}

type Direction = 'asc' | 'desc';

function byTime(alias: string, direction: Direction): Fragment {
  return sql.raw(`${alias}.occurred_at ${direction}, ${alias}.id ${direction}`);
}

function behind(position: LedgerPosition | null, direction: Direction): Condition[] {
  if (position === null) return [];
  const compare = sql.raw(direction === 'asc' ? '>' : '<');
  return [sql`(entry.occurred_at, entry.id) ${compare} (${position.at}::timestamptz, ${position.id}::uuid)`];
}

function named(criteria: LedgerCriteria, entries: Fragment, direction: Direction) {
  const { courtId } = criteria.scope;
  return sql<LedgerListRow>`
    select ${entryColumns()}, asset.id as "assetId", asset.code, asset.name, asset.specification, asset.model,
      case when ${isMovement()} then ${directionExpression(criteria)} else 'within' end as flow
    from (${entries}) entry
    join ledger_books book on book.court_id = ${courtId} and book.id = entry.book_id
    join assets asset on asset.court_id = ${courtId} and asset.id = book.subject_id
    left join asset_receipts receipt on receipt.court_id = ${courtId} and receipt.asset_id = asset.id
      and receipt.entry_sequence = entry.sequence
    left join people receiver on receiver.id = receipt.receiver_id
    order by ${byTime('entry', direction)}`;
}

/** Up to `rowCount` entries behind the position. */
export async function listLedgerRows(
  reader: TenantReader,
  criteria: LedgerCriteria,
  page: {
    readonly direction: Direction;
    readonly position: LedgerPosition | null;
    readonly rowCount: number;
  },
): Promise<LedgerListRow[]> {
  const { direction, position, rowCount } = page;
  const start = [...alongTime(criteria), ...behind(position, direction)];
  const order = byTime('entry', direction);
  const walkConditions = conditionsOf(criteria, 'walk');
  if (criteria.assetId === null && criteria.search === null) {
    const walk = sql`
      select entry.* from (
        select entry.* from readable_ledger_entries entry where ${allOf(start)}
        order by ${order} limit ${Math.max(WALK_ROWS, rowCount)}) entry
      where ${allOf(walkConditions)} order by ${order} limit ${rowCount}`;
    const { rows } = await named(criteria, walk, direction).execute(reader);
    if (rows.length >= rowCount || walkConditions.length === 0) return rows;
  }
  const gather = sql`
    select entry.* from (
      select entry.* from readable_ledger_entries entry
      where ${allOf([...start, ...conditionsOf(criteria, 'gather')])} offset 0) entry
    order by ${order} limit ${rowCount}`;
  const { rows } = await named(criteria, gather, direction).execute(reader);
  return rows;
}

/** The whole filtered ledger, streamed. */
export function streamLedgerRows(
  reader: TenantReader,
  criteria: LedgerCriteria,
  direction: Direction,
): AsyncGenerator<LedgerListRow, void, undefined> {
  const entries = sql`select entry.* from readable_ledger_entries entry
    where ${allOf([...alongTime(criteria), ...conditionsOf(criteria, 'gather')])}`;
  return streamRows(reader, named(criteria, entries, direction));
}

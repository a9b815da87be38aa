import { shanghaiDay, shanghaiInstant, startOfShanghaiDay } from '../../platform/clock.ts';
import { addDays } from '../../platform/days.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import { listClassNames } from './asset-class.sql.ts';
import { yearsBefore } from './calendar.ts';
import { AGE_BANDS, LOAN_NOTICE_DAYS, WARRANTY_NOTICE_DAYS, type Dashboard } from './dashboard.contract.ts';
import { countDue, listAssetGroups, type AssetGroup, type GroupRow } from './dashboard.sql.ts';
import { namedOf } from './asset-list-row.sql.ts';
import { listLedgerRows, type LedgerCriteria, type LedgerListRow } from './ledger-list.sql.ts';
import { countFlowsByMonth, type MonthRow } from './ledger-sums.sql.ts';
import { readScopeOf, type ReadScope } from './read-scope.ts';
import { ASSET_MOVES, ASSET_STATUSES, type AssetMove, type AssetStatus } from './rules.ts';

const RECENT_MOVEMENTS = 10;
const MONTHS_SHOWN = 12;
const NOTHING: AssetGroup = { count: 0, originalValueFen: 0, netValueFen: 0 };

function amountsOf({ count, originalValueFen, netValueFen }: AssetGroup): AssetGroup {
  return { count, originalValueFen, netValueFen };
}

function sumOf(groups: readonly AssetGroup[]): AssetGroup {
  return groups.reduce(
    (sum, group) => ({
      count: sum.count + group.count,
      originalValueFen: sum.originalValueFen + group.originalValueFen,
      netValueFen: sum.netValueFen + group.netValueFen,
    }),
    NOTHING,
  );
}

/** Classes of the first level with those of the second, largest value first. */
function classTree(rows: readonly GroupRow[], names: ReadonlyMap<string, string>): Dashboard['byClass'] {
  const nodeOf = (prefix: string, groups: readonly AssetGroup[]) => {
    const code = prefix.padEnd(9, '0');
    return { code, name: names.get(code) ?? code, ...sumOf(groups) };
  };
  const byValue = (a: AssetGroup, b: AssetGroup) => b.originalValueFen - a.originalValueFen;
  const branches = [...new Set(rows.map((row) => (row.classBranch ?? '').slice(0, 3)))];
  return branches
    .map((branch) => {
      const below = rows.filter((row) => row.classBranch?.startsWith(branch) === true);
      const children = below.map((row) => nodeOf(row.classBranch ?? '', [row])).sort(byValue);
      return { ...nodeOf(branch, below), children };
    })
    .sort(byValue);
}

function sideOf(row: LedgerListRow, side: 'from' | 'to'): string | null {
  const parts =
    side === 'from'
      ? [row.fromDepartment, row.fromHolder, row.fromPlace]
      : [row.toDepartment, row.toHolder, row.toPlace];
  const text = parts.filter((part) => part !== null).join(' · ');
  return text === '' ? null : text;
}

function monthsOf(today: string): string[] {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7));
  return Array.from({ length: MONTHS_SHOWN }, (_, index) => {
    const count = year * 12 + month - 1 - (MONTHS_SHOWN - 1 - index);
    return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
  });
}

function movementsOf(months: readonly string[], rows: readonly MonthRow[]): Dashboard['movementsByMonth'] {
  return months.map((month) => {
    const totals = { in: 0, out: 0, within: 0 };
    for (const row of rows) if (row.month === month) totals[row.flow] += row.count;
    return { month, ...totals };
  });
}

/** The sums of every way of grouping, as the wire names them. */
function describeGroups(
  groups: readonly GroupRow[],
  classNames: ReadonlyMap<string, string>,
): Pick<
  Dashboard,
  'total' | 'byStatus' | 'byClass' | 'byDepartment' | 'byAge' | 'idle' | 'fullyDepreciated'
> {
  const of = (grouping: GroupRow['grouping']) => groups.filter((row) => row.grouping === grouping);
  const [all] = of('all');
  const statusOf = (status: AssetStatus) =>
    amountsOf(of('status').find((row) => row.status === status) ?? NOTHING);
  // why: the keys of a literal object are its statuses.
  const statuses = Object.keys(ASSET_STATUSES) as AssetStatus[];
  return {
    total: amountsOf(all ?? NOTHING),
    byStatus: statuses.map((status) => ({ status, ...statusOf(status) })),
    byClass: classTree(of('class'), classNames),
    byDepartment: of('department')
      .map((row) => ({ department: namedOf(row.departmentId, row.department), ...amountsOf(row) }))
      .sort((a, b) => b.originalValueFen - a.originalValueFen),
    byAge: AGE_BANDS.map((band, index) => ({
      ...band,
      ...amountsOf(of('age').find((row) => row.band === index) ?? NOTHING),
    })),
    idle: statusOf('idle'),
    fullyDepreciated: {
      count: all?.fullyDepreciatedCount ?? 0,
      originalValueFen: all?.fullyDepreciatedFen ?? 0,
    },
  };
}

function recentMovementOf(row: LedgerListRow): Dashboard['recentMovements'][number] {
  const { id, kind, assetId, code, name, actorName } = row;
  const sides = { from: sideOf(row, 'from'), to: sideOf(row, 'to') };
  return { id, occurredAt: shanghaiInstant(row.occurredAt), kind, assetId, code, name, ...sides, actorName };
}

/** Codes of the first and second level of every class that there is. */
function classCodesOf(groups: readonly GroupRow[]): string[] {
  const branches = groups.flatMap(({ classBranch }) => (classBranch === null ? [] : [classBranch]));
  const codes = branches.flatMap((branch) => [branch.padEnd(9, '0'), branch.slice(0, 3).padEnd(9, '0')]);
  return [...new Set(codes)];
}

/** All numbers of the dashboard in one snapshot. Refusal: NOT_FOUND for another court. */
export async function readAssetDashboard(
  context: QueryContext,
  request: { readonly courtId?: number | undefined },
): Promise<Dashboard> {
  const { reader, actor, now } = context;
  const scope = readScopeOf(actor, 'dashboard.read', request.courtId);
  const today = shanghaiDay(now);
  const warrantyUntil = addDays(today, WARRANTY_NOTICE_DAYS);
  // Whoever acquired a thing after this day has not had it for the years with which the next band begins.
  const bandStarts = AGE_BANDS.slice(1).map(({ fromYears }) => addDays(yearsBefore(today, fromYears), 1));
  const groups = await listAssetGroups(reader, scope, bandStarts);
  const names = await listClassNames(reader, classCodesOf(groups));
  const dueSoon = addDays(today, LOAN_NOTICE_DAYS);
  const due = await countDue(reader, scope, { today, dueSoon, warrantyUntil });
  const months = monthsOf(today);
  const since = startOfShanghaiDay(`${months[0] ?? today.slice(0, 7)}-01`);
  const ledger = ledgerOf(scope);
  // why: the keys of a literal object are its moves.
  const moves = Object.keys(ASSET_MOVES) as AssetMove[];
  const recent = await listLedgerRows(
    reader,
    { ...ledger, kinds: moves },
    {
      direction: 'desc',
      position: null,
      rowCount: RECENT_MOVEMENTS,
    },
  );
  return {
    courtId: scope.courtId,
    today,
    ...describeGroups(groups, names),
    loansOverdue: { count: due.overdueCount, oldestDueOn: due.oldestDueOn },
    loansDueSoon: { count: due.dueSoonCount },
    receiptsPending: { count: due.pendingCount },
    warrantyEnding: { count: due.warrantyCount, until: warrantyUntil },
    recentMovements: recent.map(recentMovementOf),
    movementsByMonth: movementsOf(months, await countFlowsByMonth(reader, { ...ledger, from: since })),
  };
}

function ledgerOf(scope: ReadScope): LedgerCriteria {
  return {
    scope,
    from: null,
    before: null,
    kinds: null,
    departmentIds: null,
    placeIds: null,
    holderIds: null,
    assetId: null,
    actorId: null,
    late: null,
    corrections: null,
    flows: null,
    search: null,
    text: null,
  };
}

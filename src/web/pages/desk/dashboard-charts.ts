/** From the dashboard's numbers to charts whose every bar is a link. Pure. */
import type { Dashboard } from '../../../modules/fixed-assets/dashboard.contract.ts';
import type { LedgerDirection } from '../../../modules/fixed-assets/ledger-direction.ts';
import { formatCount, formatRoundedFen } from '../../components/amount.ts';
import type { ChartBar, ChartData, ChartRow } from '../../components/chart/chart-types.ts';
import { listAddress, type ListQuery } from '../../components/list-page/list-address.ts';
import type { Language } from '../../i18n/language.ts';

export type Measure = 'count' | 'value';

interface Amounts {
  readonly count: number;
  readonly originalValueFen: number;
}

interface Part extends Amounts {
  readonly key: string;
  readonly label: string;
}

export interface ChartWords {
  readonly language: Language;
  readonly measure: Measure;
  readonly measureLabel: string;
  /** 「其余 12 个」. */
  readonly others: (count: number) => string;
  readonly noDepartment: string;
  readonly years: (from: number, to: number | null) => string;
  readonly flow: Record<LedgerDirection, string>;
}

/** What counts as an asset of the court: everything but what was disposed of. */
export const ON_THE_BOOKS = ['in_stock', 'in_use', 'on_loan', 'in_repair', 'idle'] as const;

/** How many bars stand for themselves; the rest share one. */
const MOST_CLASSES = 9;
const MOST_DEPARTMENTS = 20;
/** `A0201`: all classes below it. */
const SECOND_LEVEL_LENGTH = 5;
const FLOWS = ['in', 'out', 'within'] as const;

function amountOf(part: Amounts, measure: Measure): number {
  return measure === 'count' ? part.count : part.originalValueFen;
}

function barOf(part: Amounts, { measure, language }: ChartWords, href: string): ChartBar {
  return {
    value: measure === 'count' ? part.count : part.originalValueFen / 100,
    shown: measure === 'count' ? formatCount(part.count) : formatRoundedFen(part.originalValueFen, language),
    href,
  };
}

/** The longest parts one by one, the rest together; each links to the list with its values of the filter. */
function ranked(
  parts: readonly Part[],
  words: ChartWords,
  most: number,
  hrefOf: (keys: readonly string[]) => string,
): ChartData {
  const sorted = [...parts]
    .filter(({ count }) => count > 0)
    .sort((a, b) => amountOf(b, words.measure) - amountOf(a, words.measure));
  const shown = sorted.length <= most + 1 ? sorted : sorted.slice(0, most);
  const rest = sorted.slice(shown.length);
  const rows: ChartRow[] = shown.map((part) => ({
    key: part.key,
    label: part.label,
    bars: [barOf(part, words, hrefOf([part.key]))],
  }));
  if (rest.length > 0) {
    const sum = rest.reduce<Amounts>(
      (total, part) => ({
        count: total.count + part.count,
        originalValueFen: total.originalValueFen + part.originalValueFen,
      }),
      { count: 0, originalValueFen: 0 },
    );
    const bars = [barOf(sum, words, hrefOf(rest.map(({ key }) => key)))];
    rows.push({ key: 'others', label: words.others(rest.length), isRest: true, bars });
  }
  return { direction: 'rows', series: [{ key: words.measure, label: words.measureLabel }], rows };
}

/** Classes of the second level: the first has a handful of names that say little. */
export function chartOfClasses(dashboard: Dashboard, words: ChartWords, base: ListQuery): ChartData {
  const parts = dashboard.byClass.flatMap((first) =>
    (first.children.length === 0 ? [first] : first.children).map((each) => ({
      key: each.code.slice(0, SECOND_LEVEL_LENGTH),
      label: each.name === each.code ? first.name : each.name,
      count: each.count,
      originalValueFen: each.originalValueFen,
    })),
  );
  return ranked(parts, words, MOST_CLASSES, (classCode) =>
    listAddress('/assets', { ...base, status: ON_THE_BOOKS, classCode }),
  );
}

/** What no department has comes last and paler: it lies in stock. */
export function chartOfDepartments(
  amounts: readonly Dashboard['byDepartment'][number][],
  words: ChartWords,
  base: ListQuery,
): ChartData {
  const parts = amounts.flatMap(({ department, count, originalValueFen }) =>
    department === null ? [] : [{ key: department.id, label: department.name, count, originalValueFen }],
  );
  const kept = { ...base, status: ON_THE_BOOKS };
  const chart = ranked(parts, words, MOST_DEPARTMENTS, (departmentId) =>
    listAddress('/assets', { ...kept, departmentId }),
  );
  const nobodys = amounts.find(({ department, count }) => department === null && count > 0);
  if (nobodys === undefined) return chart;
  const href = listAddress('/assets', { ...kept, hasDepartment: false });
  const bars = [barOf(nobodys, words, href)];
  return {
    ...chart,
    rows: [...chart.rows, { key: 'none', label: words.noDepartment, isRest: true, bars }],
  };
}

export function chartOfAges(dashboard: Dashboard, words: ChartWords, base: ListQuery): ChartData {
  return {
    direction: 'columns',
    series: [{ key: words.measure, label: words.measureLabel }],
    rows: dashboard.byAge.map((band) => ({
      key: band.key,
      label: words.years(band.fromYears, band.toYears),
      bars: [
        barOf(
          band,
          words,
          listAddress('/assets', {
            ...base,
            status: ON_THE_BOOKS,
            ageFromYears: band.fromYears,
            ageToYears: band.toYears,
          }),
        ),
      ],
    })),
  };
}

/** `2026-02` → `2026-02-28`. */
export function lastDayOfMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

/** The ledger of one month and one direction. */
export function ledgerOfMonth(month: string, flow: LedgerDirection, base: ListQuery): string {
  return listAddress('/ledger', { ...base, from: `${month}-01`, to: lastDayOfMonth(month), flow });
}

export function chartOfMovements(dashboard: Dashboard, words: ChartWords, base: ListQuery): ChartData {
  return {
    direction: 'columns',
    series: FLOWS.map((flow) => ({ key: flow, label: words.flow[flow] })),
    rows: dashboard.movementsByMonth.map((entry) => ({
      key: entry.month,
      label: entry.month,
      bars: FLOWS.map((flow) => ({
        value: entry[flow],
        shown: formatCount(entry[flow]),
        href: ledgerOfMonth(entry.month, flow, base),
      })),
    })),
  };
}

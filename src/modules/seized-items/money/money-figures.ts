/**
 * The money of one currency month by month, from the entries of the cases' books alone:
 * opening + received + proceeds + recovered + converted in − returned − treasury − converted out − other = closing, and the closing is what lies in store, at the
 * bank and elsewhere by the last entry of each item. A month that was closed counts the entries that it counted then;
 * what was recorded afterwards belongs to the first month that is open, as 补录. Pure.
 */
import { isItemTransition, transitionOf } from '../item-transitions.ts';
import { isItemState, whereaboutsOf } from '../item-states.ts';

export interface MoneyEntry {
  readonly id: string;
  readonly bookId: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly sequence: number;
  readonly kind: string;
  readonly itemId: string;
  readonly code: string;
  readonly name: string;
  readonly amountMinor: number;
  readonly onHandMinor: number;
  /** `2026-11`, by its day in Asia/Shanghai. */
  readonly month: string;
  readonly occurredOn: string;
  readonly state: string | null;
  readonly keeper: string | null;
  readonly slip: string | null;
  readonly correctsSequence: number | null;
  /** The closed month that counted it; null: none has. */
  readonly closedMonth: string | null;
}

/** What a bank changes leaves the one currency and comes into the other on the same day. */
export const MONEY_COLUMNS = [
  ...(['received', 'proceeds', 'recovered', 'convertedIn'] as const),
  ...(['returned', 'treasury', 'convertedOut', 'other'] as const),
] as const;
export type MoneyColumn = (typeof MONEY_COLUMNS)[number];
export const MONEY_INFLOWS: readonly MoneyColumn[] = ['received', 'proceeds', 'recovered', 'convertedIn'];

export interface MoneyFigures {
  readonly openingMinor: number;
  readonly columns: Readonly<Record<MoneyColumn, number>>;
  readonly closingMinor: number;
  /** What the closing consists of, by the last entries of the items. */
  readonly inStoreMinor: number;
  readonly atBankMinor: number;
  readonly elsewhereMinor: number;
  /** Whether both ways to the closing agree. */
  readonly holds: boolean;
}

/** The column of an entry, and with which sign; null: it moves no money into the court or out of it. */
export function columnOf(
  entry: Pick<MoneyEntry, 'kind'>,
  corrected: Pick<MoneyEntry, 'kind'> | undefined,
): { readonly column: MoneyColumn; readonly sign: 1 | -1 } | null {
  if (entry.kind === 'reverse_end') {
    const undone = corrected && columnOf(corrected, undefined);
    return undone ? { column: undone.column, sign: -1 } : null;
  }
  if (!isItemTransition(entry.kind)) return null;
  if (entry.kind === 'return_to_owner') return { column: 'returned', sign: 1 };
  if (entry.kind === 'pay_into_treasury' || entry.kind === 'forfeit_unclaimed')
    return { column: 'treasury', sign: 1 };
  const { flow } = transitionOf(entry.kind);
  // A first count other than the register says corrects what came in.
  if (flow === 'baseline_less') return { column: 'received', sign: -1 };
  if (flow === 'received' || flow === 'born' || flow === 'baseline_more')
    return { column: 'received', sign: 1 };
  if (flow === 'converted_in') return { column: 'convertedIn', sign: 1 };
  if (flow === 'converted_out') return { column: 'convertedOut', sign: 1 };
  if (flow === 'recovered') return { column: 'recovered', sign: 1 };
  if (flow === 'proceeds') return { column: 'proceeds', sign: 1 };
  const isGone = flow === 'disposed' || flow === 'lost' || flow === 'consumed' || flow === 'natural_loss';
  return isGone ? { column: 'other', sign: 1 } : null;
}

/** In which month each entry counts. `closed`: the months that are closed, in any order. */
export function assignMonths(
  entries: readonly MoneyEntry[],
  closed: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const months = new Map<string, string>();
  for (const entry of entries) {
    let month = entry.closedMonth ?? entry.month;
    while (entry.closedMonth === null && closed.has(month)) month = nextMonth(month);
    months.set(entry.id, month);
  }
  return months;
}

/** `2026-12` → `2027-01`. */
export function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

export interface MonthOfMoney {
  readonly figures: MoneyFigures;
  /** Of the month, in the order of their days. */
  readonly entries: readonly MoneyEntry[];
  /** By entry: what it brings into the currency, or takes out of it with a minus; absent: it only moved to another place. */
  readonly changeOf: ReadonlyMap<string, number>;
  /** Recorded after the month of their day was closed. */
  readonly lateIds: ReadonlySet<string>;
  /** What lies at the bank at the end of the month, by case. */
  readonly atBankByCase: ReadonlyMap<string, number>;
  /** What came to the bank and left it in the month, by slip. */
  readonly bySlip: ReadonlyMap<string, number>;
}

function isAtBank(entry: MoneyEntry): boolean {
  return isItemState(entry.state) && whereaboutsOf(entry.state, entry.keeper) === 'with_keeper';
}

/** Money that the entry brings to the bank, or takes away from there. */
function bankMovementOf(entry: MoneyEntry, before: MoneyEntry | undefined): number {
  const was = before && isAtBank(before) ? before.onHandMinor : 0;
  const is = isAtBank(entry) ? entry.onHandMinor : 0;
  return is - was;
}

const NO_SLIP = '—';

/** One month of a currency. `entries`: all of the currency, by book and sequence. */
export function monthOfMoney(
  entries: readonly MoneyEntry[],
  months: ReadonlyMap<string, string>,
  month: string,
): MonthOfMoney {
  const columns: Record<MoneyColumn, number> = {
    received: 0,
    proceeds: 0,
    recovered: 0,
    convertedIn: 0,
    returned: 0,
    treasury: 0,
    convertedOut: 0,
    other: 0,
  };
  const last = new Map<string, MoneyEntry>();
  const bySequence = new Map(entries.map((entry) => [`${entry.bookId} ${entry.sequence}`, entry]));
  const bySlip = new Map<string, number>();
  const ofMonth: MoneyEntry[] = [];
  const changeOf = new Map<string, number>();
  let openingMinor = 0;
  for (const entry of entries) {
    const at = months.get(entry.id) ?? entry.month;
    if (at > month) continue;
    const counted = columnOf(entry, bySequence.get(`${entry.bookId} ${entry.correctsSequence ?? 0}`));
    const signed = counted === null ? 0 : counted.sign * entry.amountMinor;
    const inward = counted !== null && MONEY_INFLOWS.includes(counted.column) ? signed : -signed;
    if (at === month) {
      const moved = bankMovementOf(entry, last.get(entry.itemId));
      const slip = entry.slip ?? NO_SLIP;
      if (moved !== 0) bySlip.set(slip, (bySlip.get(slip) ?? 0) + moved);
      if (counted !== null || moved !== 0) ofMonth.push(entry);
      if (counted !== null) {
        columns[counted.column] += signed;
        changeOf.set(entry.id, inward);
      }
    } else openingMinor += inward;
    last.set(entry.itemId, entry);
  }
  const closingMinor = MONEY_COLUMNS.reduce(
    (sum, column) => sum + (MONEY_INFLOWS.includes(column) ? columns[column] : -columns[column]),
    openingMinor,
  );
  const there = whereMoneyIs([...last.values()]);
  const found = there.inStoreMinor + there.atBankMinor + there.elsewhereMinor;
  const figures = { openingMinor, columns, closingMinor, ...there, holds: found === closingMinor };
  return {
    figures,
    entries: ofMonth.sort((one, other) => (one.occurredOn < other.occurredOn ? -1 : 1)),
    changeOf,
    lateIds: new Set(ofMonth.filter((entry) => entry.month < month).map(({ id }) => id)),
    atBankByCase: sumByCase([...last.values()].filter(isAtBank)),
    // What a bank changed at the counter came and went by one slip: its statement of the currency knows nothing of it.
    bySlip: new Map([...bySlip].filter(([, minor]) => minor !== 0)),
  };
}

function whereMoneyIs(last: readonly MoneyEntry[]) {
  const sums = { inStoreMinor: 0, atBankMinor: 0, elsewhereMinor: 0 };
  for (const entry of last) {
    if (!isItemState(entry.state)) continue;
    const where = whereaboutsOf(entry.state, entry.keeper);
    if (where === 'in_store') sums.inStoreMinor += entry.onHandMinor;
    else if (where === 'with_keeper') sums.atBankMinor += entry.onHandMinor;
    else sums.elsewhereMinor += entry.onHandMinor;
  }
  return sums;
}

function sumByCase(entries: readonly MoneyEntry[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { caseNumber, onHandMinor } of entries)
    if (onHandMinor !== 0) sums.set(caseNumber, (sums.get(caseNumber) ?? 0) + onHandMinor);
  return sums;
}

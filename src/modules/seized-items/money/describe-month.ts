/** A month of money as it is answered: what the entries say now, or for a closed one what stood then. */
import { z } from 'zod';
import { shanghaiDay, shanghaiInstant } from '../../../platform/clock.ts';
import type { TenantReader } from '../../../platform/database.ts';
import type { Actor } from '../../../platform/actor.ts';
import { mayUse } from '../../accounts/permissions.ts';
import { ITEM_RECORDS } from '../item-entry.ts';
import { ITEM_TRANSITIONS, isItemTransition } from '../item-transitions.ts';
import {
  compareStatement,
  statementInput,
  type MoneyDifference,
  type MoneyStatement,
} from './compare-statement.ts';
import { loadMonths, type CurrencyMonths } from './load-months.ts';
import { monthOfMoney, type MoneyEntry, type MoneyFigures, type MonthOfMoney } from './money-figures.ts';
import { refuseMoney } from './money-refusals.ts';
import { listDifferenceRows, type MoneyMonthRow } from './month.sql.ts';
import type { MoneyDifferenceAnswer, MoneyMonthAnswer } from './months.contract.ts';

const minor = z.int();
/** The figures of a closed month, as they were kept. */
export const keptFigures = z.object({
  openingMinor: minor,
  columns: z.object({
    ...{ received: minor, proceeds: minor, returned: minor, treasury: minor, other: minor },
    // Months that were closed before conversions were counted had none.
    ...{ recovered: minor.default(0), convertedIn: minor.default(0), convertedOut: minor.default(0) },
  }),
  ...{ closingMinor: minor, inStoreMinor: minor, atBankMinor: minor, elsewhereMinor: minor },
  holds: z.boolean(),
});

export interface MonthKey {
  readonly courtId: number;
  readonly month: string;
  readonly currency: string;
}

export interface LoadedMonth {
  readonly all: CurrencyMonths;
  readonly row: MoneyMonthRow | undefined;
  readonly money: MonthOfMoney;
  /** Of a closed month as they stood then. */
  readonly figures: MoneyFigures;
  readonly statement: MoneyStatement | null;
  /** Of a month that is not closed: what differs as of now. */
  readonly differences: readonly MoneyDifference[];
}

/** Refusal: MONTH_NOTHING_THERE. */
export async function loadMonth(
  reader: TenantReader,
  { courtId, month, currency }: MonthKey,
  now: Date,
): Promise<LoadedMonth> {
  const all = await loadMonths(reader, courtId, currency, now);
  const row = all.rows.find((one) => one.month === month);
  if (row === undefined && !all.months.includes(month)) throw refuseMoney('MONTH_NOTHING_THERE');
  const money = monthOfMoney(all.entries, all.monthOf, month);
  const statement = row === undefined ? null : statementInput.parse(row.statement);
  const figures = row?.state === 'closed' ? keptFigures.parse(row.figures) : money.figures;
  const differences = statement === null ? [] : compareStatement(money, statement);
  return { all, row, money, figures, statement, differences };
}

function entryAnswer(
  entry: MoneyEntry,
  { isLate, changeMinor }: { readonly isLate: boolean; readonly changeMinor: number },
): MoneyMonthAnswer['entries'][number] {
  const { id, occurredOn, kind, caseId, caseNumber, itemId, code, name, amountMinor, slip } = entry;
  const records: Readonly<Record<string, { zh: string; en: string }>> = ITEM_RECORDS;
  const words = isItemTransition(kind) ? ITEM_TRANSITIONS[kind] : (records[kind] ?? { zh: kind, en: kind });
  const { zh, en } = words;
  const what = { id, occurredOn, kind, zh, en, caseId, caseNumber, itemId, code, name };
  return { ...what, amountMinor, changeMinor, slip, isLate };
}

async function differencesOf(
  reader: TenantReader,
  courtId: number,
  { row, differences }: LoadedMonth,
): Promise<MoneyDifferenceAnswer[]> {
  if (row?.state === 'closed') return listDifferenceRows(reader, courtId, row.id);
  const open = {
    ...{ id: null, explanation: null, settledOn: null, settlement: null },
    ...{ settledByName: null, settledSecondName: null },
  };
  return differences.map((difference) => ({ ...difference, ...open }));
}

function actionsOf(actor: Actor, loaded: LoadedMonth, month: string, now: Date) {
  const isOver = month < shanghaiDay(now).slice(0, 7);
  const isClosed = loaded.row?.state === 'closed';
  const mayEnter = mayUse(actor, 'money.statement.enter');
  return [
    ...(isOver && !isClosed && mayEnter ? (['enter'] as const) : []),
    ...(isOver && loaded.row?.state === 'entered' && mayUse(actor, 'money.month.close')
      ? (['close'] as const)
      : []),
    ...(isClosed && mayEnter && loaded.row.openDifferences > 0 ? (['settle'] as const) : []),
  ];
}

/** Refusal: MONTH_NOTHING_THERE. */
export async function describeMonth(
  reader: TenantReader,
  actor: Actor,
  key: MonthKey,
  now: Date,
): Promise<MoneyMonthAnswer> {
  const loaded = await loadMonth(reader, key, now);
  const { row, money, figures, statement } = loaded;
  return {
    ...{ month: key.month, currency: key.currency, state: row?.state ?? 'open' },
    figures: { ...figures, columns: { ...figures.columns } },
    entries: money.entries.map((entry) =>
      entryAnswer(entry, {
        isLate: money.lateIds.has(entry.id),
        changeMinor: money.changeOf.get(entry.id) ?? 0,
      }),
    ),
    statement,
    enteredByName: row?.enteredByName ?? null,
    enteredAt: row === undefined ? null : shanghaiInstant(row.enteredAt),
    differences: await differencesOf(reader, key.courtId, loaded),
    closedByName: row?.closedByName ?? null,
    secondPersonName: row?.secondPersonName ?? null,
    closedAt: row?.closedAt == null ? null : shanghaiInstant(row.closedAt),
    availableActions: actionsOf(actor, loaded, key.month, now),
  };
}

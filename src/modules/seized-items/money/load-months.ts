/** The months of a currency with what was written of them. */
import { z } from 'zod';
import { shanghaiDay } from '../../../platform/clock.ts';
import type { TenantReader } from '../../../platform/database.ts';
import { normaliseQuantity } from '../../ledger/entry.ts';
import { SECRET_ITEM_NAME } from '../mask-item.ts';
import { minorUnitsOf } from '../item-quantity.ts';
import { assignMonths, nextMonth, type MoneyEntry } from './money-figures.ts';
import {
  listCasesOfBooks,
  listCountedEntries,
  listMoneyEntries,
  listMonthRows,
  listSecretMoney,
  type MoneyEntryRow,
  type MoneyMonthRow,
} from './month.sql.ts';

const details = z.object({
  itemId: z.string().catch(''),
  code: z.string().catch(''),
  name: z.string().catch(''),
  onHand: z.string().catch('0'),
  keeper: z.string().nullable().catch(null),
  slipNumber: z.string().nullable().catch(null),
});

interface Named {
  readonly cases: ReadonlyMap<string, { readonly caseId: string; readonly caseNumber: string }>;
  readonly closedMonths: ReadonlyMap<string, string>;
  readonly secret: ReadonlySet<string>;
}

function entryOf(row: MoneyEntryRow, currency: string, { cases, closedMonths, secret }: Named): MoneyEntry {
  const said = details.parse(row.details);
  const { id, bookId, sequence, kind, amountMinor, state, correctsSequence } = row;
  const { caseId = '', caseNumber = '' } = cases.get(bookId) ?? {};
  const occurredOn = shanghaiDay(row.occurredAt);
  return {
    ...{ id, bookId, caseId, caseNumber, sequence, kind, amountMinor, state, correctsSequence, occurredOn },
    ...{ itemId: said.itemId, code: said.code, keeper: said.keeper },
    name: secret.has(said.itemId) ? SECRET_ITEM_NAME : said.name,
    onHandMinor: minorUnitsOf(normaliseQuantity(said.onHand), currency) ?? 0,
    month: occurredOn.slice(0, 7),
    slip: said.slipNumber ?? row.basis,
    closedMonth: closedMonths.get(id) ?? null,
  };
}

async function loadEntries(reader: TenantReader, courtId: number, currency: string): Promise<MoneyEntry[]> {
  const rows = await listMoneyEntries(reader, courtId, currency);
  const bookIds = [...new Set(rows.map(({ bookId }) => bookId))];
  const named = {
    cases: await listCasesOfBooks(reader, courtId, bookIds),
    closedMonths: await listCountedEntries(reader, courtId, currency),
    secret: await listSecretMoney(reader, courtId, currency),
  };
  return rows.map((row) => entryOf(row, currency, named));
}

export interface CurrencyMonths {
  readonly entries: readonly MoneyEntry[];
  /** In which month each entry counts. */
  readonly monthOf: ReadonlyMap<string, string>;
  readonly rows: readonly MoneyMonthRow[];
  /** From the first month with money to the present one, in their order; empty without any. */
  readonly months: readonly string[];
}

export async function loadMonths(
  reader: TenantReader,
  courtId: number,
  currency: string,
  now: Date,
): Promise<CurrencyMonths> {
  const entries = await loadEntries(reader, courtId, currency);
  const rows = await listMonthRows(reader, courtId, currency);
  const closed = new Set(rows.filter(({ state }) => state === 'closed').map(({ month }) => month));
  const monthOf = assignMonths(entries, closed);
  const first = [...monthOf.values()].sort()[0];
  const months: string[] = [];
  const present = shanghaiDay(now).slice(0, 7);
  for (let month = first; month !== undefined && month <= present; month = nextMonth(month))
    months.push(month);
  return { entries, monthOf, rows, months };
}

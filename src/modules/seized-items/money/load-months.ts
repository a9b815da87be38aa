/** The months of a currency with what was written of them. */
import { z } from 'zod';
import { shanghaiDay } from '../../../platform/clock.ts';
import type { TenantReader } from '../../../platform/database.ts';
import { normaliseQuantity } from '../../ledger/entry.ts';
import { SECRET_ITEM_NAME } from '../mask-item.ts';
import { minorUnitsOf } from '../item-quantity.ts';
import { assignMonths, nextMonth, type MoneyEntry } from './money-figures.ts';
import { listMoneyEntries, listMonthRows, type MoneyEntryRow, type MoneyMonthRow } from './month.sql.ts';

const details = z.object({
  itemId: z.string().catch(''),
  code: z.string().catch(''),
  name: z.string().catch(''),
  onHand: z.string().catch('0'),
  keeper: z.string().nullable().catch(null),
  slipNumber: z.string().nullable().catch(null),
});

function entryOf(row: MoneyEntryRow, currency: string): MoneyEntry {
  const said = details.parse(row.details);
  const { id, bookId, caseId, caseNumber, sequence, kind, amountMinor, state, closedMonth } = row;
  const occurredOn = shanghaiDay(row.occurredAt);
  return {
    ...{ id, bookId, caseId, caseNumber, sequence, kind, amountMinor, state, closedMonth, occurredOn },
    ...{
      itemId: said.itemId,
      code: said.code,
      name: row.isSecret ? SECRET_ITEM_NAME : said.name,
      keeper: said.keeper,
    },
    onHandMinor: minorUnitsOf(normaliseQuantity(said.onHand), currency) ?? 0,
    month: occurredOn.slice(0, 7),
    slip: said.slipNumber ?? row.basis,
    correctsSequence: row.correctsSequence,
  };
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
  const entries = (await listMoneyEntries(reader, courtId, currency)).map((row) => entryOf(row, currency));
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

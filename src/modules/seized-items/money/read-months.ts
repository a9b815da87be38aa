import { shanghaiInstant } from '../../../platform/clock.ts';
import type { InputOf, ResponseOf } from '../../../platform/endpoint.ts';
import type { QueryContext } from '../../../platform/run-query.ts';
import { describeMonth, keptFigures } from './describe-month.ts';
import { loadMonths } from './load-months.ts';
import { MONEY_COLUMNS, monthOfMoney } from './money-figures.ts';
import { listCurrencies } from './month.sql.ts';
import type {
  listMoneyMonthsEndpoint,
  MoneyMonthAnswer,
  MoneyMonthSummary,
  readMoneyMonthEndpoint,
} from './months.contract.ts';

/** Every month of every currency of the acting court, the newest first; CNY before the others. */
export async function listMoneyMonths({
  reader,
  actor,
  now,
}: QueryContext): Promise<ResponseOf<typeof listMoneyMonthsEndpoint>> {
  const items: MoneyMonthSummary[] = [];
  for (const currency of await listCurrencies(reader, actor.courtId)) {
    const { entries, monthOf, rows, months } = await loadMonths(reader, actor.courtId, currency, now);
    for (const month of months) {
      const row = rows.find((one) => one.month === month);
      const { openingMinor, closingMinor, columns } =
        row?.state === 'closed'
          ? keptFigures.parse(row.figures)
          : monthOfMoney(entries, monthOf, month).figures;
      const isQuiet = openingMinor === 0 && MONEY_COLUMNS.every((column) => columns[column] === 0);
      if (isQuiet && row === undefined) continue;
      items.push({
        ...{ month, currency, state: row?.state ?? 'open', openingMinor, closingMinor },
        openDifferences: row?.state === 'closed' ? row.openDifferences : 0,
        closedAt: row?.closedAt == null ? null : shanghaiInstant(row.closedAt),
      });
    }
  }
  const rank = ({ currency }: MoneyMonthSummary) => (currency === 'CNY' ? '0' : currency);
  items.sort((one, other) =>
    one.month === other.month ? (rank(one) < rank(other) ? -1 : 1) : one.month < other.month ? 1 : -1,
  );
  return { items };
}

/** Refusal: MONTH_NOTHING_THERE. */
export async function readMoneyMonth(
  { reader, actor, now }: QueryContext,
  { params }: InputOf<typeof readMoneyMonthEndpoint>,
): Promise<MoneyMonthAnswer> {
  return describeMonth(reader, actor, { courtId: actor.courtId, ...params }, now);
}

/** Deposits as a person may see them. */
import { z } from 'zod';
import { shanghaiDay } from '../../../platform/clock.ts';
import { addDecimals } from '../../../platform/decimal.ts';
import type { InputOf, ResponseOf } from '../../../platform/endpoint.ts';
import { decodeCursor, pageOfRows } from '../../../platform/page-cursor.ts';
import type { QueryContext } from '../../../platform/run-query.ts';
import { mayUse } from '../../accounts/permissions.ts';
import { caseReachOf } from '../../cases/case-access.ts';
import { normaliseQuantity } from '../../ledger/entry.ts';
import { CURRENCIES, minorUnitsOf } from '../item-quantity.ts';
import { loadRates, worthOf, type RateBook } from '../rates/worth.ts';
import { listLaterConversions } from './conversion.sql.ts';
import {
  listDepositLines,
  listDepositRows,
  listMoneyInStoreRows,
  sumMoneyInStore,
  type DepositLineRow,
} from './deposit.sql.ts';
import type { listDepositsEndpoint, listMoneyInStoreEndpoint } from './deposits.contract.ts';

const cursor = z.tuple([z.iso.date(), z.uuid()]);

/** What still lies at the bank in the currency, together with what it is worth today. */
function remainingOf(currency: string, lines: readonly DepositLineRow[], rates: RateBook) {
  const amounts = lines.flatMap(({ remaining }) => remaining ?? []);
  if (amounts.length === 0) return null;
  const amount = amounts.reduce(addDecimals, '0');
  return { amountMinor: minorUnitsOf(amount, currency) ?? 0, worth: worthOf(amount, currency, rates) };
}

/** Deposits of the acting court, the newest first; with what each slip holds. */
export async function listDeposits(
  { reader, actor, now }: QueryContext,
  { query }: InputOf<typeof listDepositsEndpoint>,
): Promise<ResponseOf<typeof listDepositsEndpoint>> {
  const { courtId } = actor;
  const after = decodeCursor(query.after, cursor);
  const rows = await listDepositRows(reader, {
    courtId,
    itemId: query.itemId ?? null,
    after: after && { on: after[0], id: after[1] },
    limit: query.limit + 1,
  });
  const ids = rows.map(({ id }) => id);
  const lines = await listDepositLines(reader, courtId, ids);
  const conversions = await listLaterConversions(reader, courtId, ids);
  const units = rows.map(({ currency }) => currency);
  const rates = await loadRates(reader, courtId, { units, day: shanghaiDay(now) });
  const mayConvert = mayUse(actor, 'money.deposit');
  return pageOfRows(
    rows,
    query.limit,
    (row) => {
      const its = lines.filter(({ depositId }) => depositId === row.id);
      const remaining = remainingOf(row.currency, its, rates);
      return {
        ...row,
        lines: its.map(({ depositId: _deposit, remaining: amount, ...line }) => ({
          ...line,
          remainingMinor: amount === null ? null : minorUnitsOf(amount, row.currency),
        })),
        conversions: conversions
          .filter(({ depositId }) => depositId === row.id)
          .map(({ depositId: _deposit, ...conversion }) => conversion),
        remaining,
        availableActions: remaining !== null && mayConvert ? (['convert'] as const) : [],
      };
    },
    ({ depositedOn, id }) => [depositedOn, id],
  );
}

const inStoreCursor = z.tuple([z.iso.datetime(), z.uuid()]);

/** Money of the acting court that lies in store, the longest there first; with the sums of all of it. */
export async function listMoneyInStore(
  { reader, actor, now }: QueryContext,
  { query }: InputOf<typeof listMoneyInStoreEndpoint>,
): Promise<ResponseOf<typeof listMoneyInStoreEndpoint>> {
  const { courtId } = actor;
  const reach = caseReachOf(actor, 'money.read', courtId);
  if (reach === null) return { items: [], nextCursor: null, totals: [] };
  const asked = { reach, currencies: Object.keys(CURRENCIES) };
  const after = decodeCursor(query.after, inStoreCursor);
  const rows = await listMoneyInStoreRows(reader, courtId, asked, {
    after: after && { since: after[0], id: after[1] },
    limit: query.limit + 1,
  });
  const sums = await sumMoneyInStore(reader, courtId, asked);
  const units = sums.map(({ currency }) => currency);
  const rates = await loadRates(reader, courtId, { units, day: shanghaiDay(now) });
  const page = pageOfRows(
    rows,
    query.limit,
    ({ stateSince, onHand, ...row }) => ({
      ...row,
      onHand: normaliseQuantity(onHand),
      worth: worthOf(normaliseQuantity(onHand), row.currency, rates),
      receivedOn: shanghaiDay(stateSince),
    }),
    ({ stateSince, itemId }) => [stateSince.toISOString(), itemId],
  );
  const totals = sums.map(({ currency, count, onHand }) => ({
    ...{ currency, count, amountMinor: minorUnitsOf(onHand, currency) ?? 0 },
    worth: worthOf(onHand, currency, rates),
  }));
  return { ...page, totals };
}

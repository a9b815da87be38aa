/** Exchange rates of the sample court's finance: invented, near what they were. */
import { shanghaiDay } from '../platform/clock.ts';
import { newId } from '../platform/ids.ts';
import type { CommandContext } from '../platform/run-command.ts';
import { insertRate } from '../modules/seized-items/rates/rate.sql.ts';

const DAY_MS = 86_400_000;
const DAYS = [1, 4, 8, 15, 30, 60, 120];
const RATES = [
  { currency: 'USD', direction: 'direct', units: 100, fen: 71_230 },
  { currency: 'HKD', direction: 'direct', units: 100, fen: 9_152 },
  { currency: 'MNT', direction: 'inverse', units: 1, fen: 48_012 },
] as const;

/** Answers how many. */
export async function addSampleRates(
  command: CommandContext,
  courtId: number,
  finance: { readonly id: string; readonly name: string },
): Promise<number> {
  for (const [index, daysAgo] of DAYS.entries())
    for (const { currency, direction, units, fen } of RATES) {
      const enteredAt = new Date(command.now.getTime() - daysAgo * DAY_MS);
      await insertRate(command.trx, courtId, {
        ...{ id: newId(enteredAt.getTime()), currency, direction, units, quotedOn: shanghaiDay(enteredAt) },
        ...{ rate: ((fen + index * 7) / 100).toFixed(2), source: 'cfets', reference: '样例数据' },
        ...{ enteredById: finance.id, enteredByName: finance.name, enteredAt },
      });
    }
  return DAYS.length * RATES.length;
}

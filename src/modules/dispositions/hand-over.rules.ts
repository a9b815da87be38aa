/** What is handed over on one list, and whether its receipt may be written. Pure; runs in the browser too. */
import { shanghaiDay } from '../../platform/clock.ts';

interface HandOver {
  /** The organ and whoever received the things for it. */
  readonly counterparty: string | null;
  /** 移交清单. */
  readonly document: string | null;
}

/** One list of one receiver, also when its things left one by one. */
export function isOfOneList(handOvers: readonly HandOver[]): boolean {
  const [first] = handOvers;
  return handOvers.every(
    ({ counterparty, document }) => counterparty === first?.counterparty && document === first.document,
  );
}

/** The last day on which something of it left, as `2026-03-02`: no receipt is earlier. */
export function lastDayOf(handOvers: readonly { readonly executedAt: Date }[]): string {
  return handOvers
    .map(({ executedAt }) => shanghaiDay(executedAt))
    .reduce((last, day) => (day > last ? day : last), '');
}

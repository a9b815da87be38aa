/** What is handed over on one list, and whether its receipt may be written. Pure; runs in the browser too. */

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

/** The last of the days on which something of it left, each as `2026-03-02`: no receipt is earlier. */
export function lastDayOf(days: readonly string[]): string {
  return days.reduce((last, day) => (day > last ? day : last), '');
}

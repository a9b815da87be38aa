/** Calendar arithmetic on days `YYYY-MM-DD`. Pure. */

/** The day some whole years before; 29 February becomes 28 in other years. */
export function yearsBefore(day: string, years: number): string {
  const year = String(Number(day.slice(0, 4)) - years).padStart(4, '0');
  const isLeap = new Date(`${year}-02-29T00:00:00Z`).getUTCDate() === 29;
  const rest = day.slice(4) === '-02-29' && !isLeap ? '-02-28' : day.slice(4);
  return `${year}${rest}`;
}

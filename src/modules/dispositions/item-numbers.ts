/** Items of a case in an address, by their numbers in it: `1-40,45`. Pure. */

/** Wider ranges than a case has items are not counted out. */
const NUMBERS_MAX = 20_000;

export function writeNumbers(numbers: readonly number[]): string {
  const sorted = [...new Set(numbers)].sort((left, right) => left - right);
  const ranges: [number, number][] = [];
  for (const number of sorted) {
    const last = ranges.at(-1);
    if (last?.[1] === number - 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`)).join(',');
}

/** null: the address says nothing about items that can be read. */
export function readNumbers(text: string | null): ReadonlySet<number> | null {
  const numbers = new Set<number>();
  for (const part of (text ?? '').split(',')) {
    const [, from, to] = /^(\d{1,6})(?:-(\d{1,6}))?$/.exec(part) ?? [];
    if (from === undefined) continue;
    const last = Number(to ?? from);
    for (let number = Number(from); number <= last && numbers.size < NUMBERS_MAX; number += 1)
      numbers.add(number);
  }
  return numbers.size === 0 ? null : numbers;
}

/** The days of a calendar as lines that a person types: `2027-02-06 休 春节`. Pure. */

export interface TypedDay {
  readonly day: string;
  readonly kind: 'holiday' | 'workday';
  readonly name: string;
}

export interface DayKindWords {
  readonly holiday: string;
  readonly workday: string;
}

export function dayLines(
  days: readonly { readonly day: string; readonly kind: string; readonly name: string }[],
  words: DayKindWords,
): string {
  return days
    .map(({ day, kind, name }) => `${day} ${kind === 'workday' ? words.workday : words.holiday} ${name}`)
    .join('\n');
}

/** The days of the lines; `wrong` is the first line that is none. */
export function readDayLines(text: string, words: DayKindWords): { days: TypedDay[]; wrong?: string } {
  const days: TypedDay[] = [];
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '') continue;
    const [, day = '', word = '', name = ''] = /^(\d{4}-\d{2}-\d{2})\s+(\S+)\s+(.+)$/u.exec(line) ?? [];
    const kind = word === words.holiday ? 'holiday' : word === words.workday ? 'workday' : undefined;
    if (kind === undefined || Number.isNaN(Date.parse(day))) return { days, wrong: line };
    days.push({ day, kind, name });
  }
  return { days };
}

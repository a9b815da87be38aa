import type { ReactNode } from 'react';
import { formatInstant } from '../when.tsx';
import './life.css';

interface Happening {
  readonly id: string;
  readonly occurredAt: string;
}

interface DayOfLife<H> {
  readonly day: string;
  readonly happenings: H[];
}

/** What happened on one calendar day together, in the order in which it comes. */
function byDay<H extends Happening>(happenings: readonly H[]): DayOfLife<H>[] {
  const days: DayOfLife<H>[] = [];
  for (const happening of happenings) {
    const day = formatInstant(happening.occurredAt).slice(0, 10);
    const last = days.at(-1);
    if (last?.day === day) last.happenings.push(happening);
    else days.push({ day, happenings: [happening] });
  }
  return days;
}

export interface LifeDaysProps<H> {
  /** Newest first. */
  readonly happenings: readonly H[];
  /** One `li` with its key. */
  readonly render: (happening: H) => ReactNode;
}

/** What happened to a thing, day by day. */
export function LifeDays<H extends Happening>({ happenings, render }: LifeDaysProps<H>) {
  return (
    <ol className="cc-life">
      {byDay(happenings).map(({ day, happenings: ofDay }) => (
        <li key={`${day} ${ofDay[0]?.id ?? ''}`}>
          <h2>{day}</h2>
          <ol>{ofDay.map(render)}</ol>
        </li>
      ))}
    </ol>
  );
}

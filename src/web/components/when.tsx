import { useNow } from '../clock.ts';
import { useLanguage } from '../i18n/use-language.ts';

/** Court time is Asia/Shanghai wherever the browser stands. */
const clock = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** `2026-11-23T01:30:00Z` → `2026-11-23 09:30`. */
export function formatInstant(instant: string): string {
  const parts = new Map(clock.formatToParts(new Date(instant)).map((part) => [part.type, part.value]));
  const get = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
  return `${get('year')}-${get('month')}-${get('day')} ${get('hour')}:${get('minute')}`;
}

const STEPS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * 24 * 3600],
  ['month', 30 * 24 * 3600],
  ['day', 24 * 3600],
  ['hour', 3600],
  ['minute', 60],
];

/** 「3 天前」, 「in 2 hours」. */
export function formatRelative(instant: string, now: Date, language: 'zh' | 'en'): string {
  const seconds = (new Date(instant).getTime() - now.getTime()) / 1000;
  const format = new Intl.RelativeTimeFormat(language === 'zh' ? 'zh-CN' : 'en', { numeric: 'auto' });
  for (const [unit, length] of STEPS) {
    if (Math.abs(seconds) >= length) return format.format(Math.trunc(seconds / length), unit);
  }
  return format.format(0, 'minute');
}

export interface WhenProps {
  readonly instant: string | null | undefined;
  /** Writes 「3 天前」 beside it; otherwise it is only the hint under the pointer. */
  readonly withRelative?: boolean;
}

/** An instant as the court's wall clock; `—` when there is none. */
export function When({ instant, withRelative = false }: WhenProps) {
  const now = useNow();
  const language = useLanguage();
  if (instant === null || instant === undefined) return <>—</>;
  const relative = formatRelative(instant, now, language);
  return (
    <time dateTime={instant} title={relative} className="cc-nowrap">
      {formatInstant(instant)}
      {withRelative && <span className="cc-soft"> {relative}</span>}
    </time>
  );
}

/** A calendar day as stored, `2026-11-23`; `—` when there is none. */
export function Day({ day }: { day: string | null | undefined }) {
  if (day === null || day === undefined) return <>—</>;
  return (
    <time dateTime={day} className="cc-nowrap">
      {day}
    </time>
  );
}

const MOMENT = /(\d{4}-\d\d-\d\d(?: \d\d:\d\d)?)/u;

/** A text in which no day and no moment is broken over two lines. */
export function WithMoments({ text }: { text: string }) {
  return (
    <>
      {text.split(MOMENT).map((part, index) =>
        index % 2 === 0 ? (
          part
        ) : (
          <span key={`${index} ${part}`} className="cc-nowrap">
            {part}
          </span>
        ),
      )}
    </>
  );
}

/**
 * Situation 21: a seized car is not driven. What its odometer says is held against what it said before; it may rise by
 * what the approval of its way allowed, and by nothing in store. Pure; runs in the browser too.
 */
import { compareDecimals, subtractDecimals } from '../../../platform/decimal.ts';

export const ODOMETER_OCCASIONS = {
  receipt: { zh: '接收', en: 'Receipt' },
  exit: { zh: '出库', en: 'Exit' },
  return: { zh: '归还', en: 'Return' },
  inspection: { zh: '外部保管巡查', en: 'Inspection at a keeper' },
  count: { zh: '清点', en: 'Count' },
  incident: { zh: '异常', en: 'Incident' },
} as const satisfies Record<string, { zh: string; en: string }>;
export type OdometerOccasion = keyof typeof ODOMETER_OCCASIONS;

export type OdometerText =
  | { readonly kind: 'km'; readonly km: string }
  /** A dead battery, a broken meter: said, and no number. */
  | { readonly kind: 'unreadable'; readonly said: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'nonsense' };

const NOISE = /[,，\s]|公里|千米|km/giu;
const UNREADABLE = /不详|读不出|无法|没电|unreadable|unknown/iu;
const KILOMETRES = /^\d{1,7}(\.\d)?$/;

/** `052,300 公里` is 52300; 读不出 is no number and yet an answer. */
export function readOdometer(text: string | null | undefined): OdometerText {
  const said = (text ?? '').trim();
  if (said === '') return { kind: 'missing' };
  if (UNREADABLE.test(said)) return { kind: 'unreadable', said };
  const digits = said.replaceAll(NOISE, '');
  if (!KILOMETRES.test(digits)) return { kind: 'nonsense' };
  return { kind: 'km', km: digits.replace(/^0+(?=\d)/, '') };
}

/** What was driven since; null where one of the two is no number. */
export function kilometresBetween(before: string | null, after: string | null): string | null {
  const [was, is] = [readOdometer(before), readOdometer(after)];
  return was.kind === 'km' && is.kind === 'km' ? subtractDecimals(is.km, was.km) : null;
}

/** `+12`, `-3`, `0`. */
export function sayKilometres(difference: string): string {
  return compareDecimals(difference, '0') > 0 ? `+${difference}` : difference;
}

/** Whether the meter moved no further than it was allowed to, and not backwards. */
export function isDrivenWithin(difference: string, allowedKm: string): boolean {
  return compareDecimals(difference, '0') >= 0 && compareDecimals(difference, allowedKm) <= 0;
}

export interface OdometerTrip {
  /** What it said when it left; null: it could not be read then. */
  readonly outKm: string | null;
  /** The last reading; null: nobody has read it yet. */
  readonly last: string | null;
  /** What the approval of the way allows, there and back; null: nothing. */
  readonly allowedKm: string | null;
}

/** How far it may still go on its way: the allowance less what it went since it left, and never less than nothing. */
export function kilometresLeft({ outKm, last, allowedKm }: OdometerTrip): string {
  const allowed = allowedKm ?? '0';
  const gone = kilometresBetween(outKm, last);
  if (gone === null || compareDecimals(gone, '0') <= 0) return allowed;
  return compareDecimals(gone, allowed) >= 0 ? '0' : subtractDecimals(allowed, gone);
}

export interface OdometerQuestion {
  /** The last reading; null: nobody has read it yet. */
  readonly before: string | null;
  readonly text: string | null;
  readonly allowedKm: string;
}

export type OdometerObjection =
  | 'ODOMETER_MISSING'
  | 'ODOMETER_NONSENSE'
  | 'ODOMETER_WENT_UP'
  | 'ODOMETER_WENT_DOWN';

export type OdometerVerdict =
  | {
      readonly allowed: true;
      readonly km: string | null;
      readonly note: string | null;
      readonly difference: string | null;
    }
  | { readonly allowed: false; readonly reason: OdometerObjection; readonly difference: string | null };

export function decideOdometer({ before, text, allowedKm }: OdometerQuestion): OdometerVerdict {
  const now = readOdometer(text);
  if (now.kind === 'missing') return { allowed: false, reason: 'ODOMETER_MISSING', difference: null };
  if (now.kind === 'nonsense') return { allowed: false, reason: 'ODOMETER_NONSENSE', difference: null };
  if (now.kind === 'unreadable') return { allowed: true, km: null, note: now.said, difference: null };
  const difference = kilometresBetween(before, now.km);
  if (difference === null || isDrivenWithin(difference, allowedKm))
    return { allowed: true, km: now.km, note: null, difference };
  const reason = difference.startsWith('-') ? 'ODOMETER_WENT_DOWN' : 'ODOMETER_WENT_UP';
  return { allowed: false, reason, difference };
}

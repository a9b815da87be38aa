/** Exact decimals as text, `12.5`: no float ever touches a quantity. Pure; runs in the browser too. */

/** Digits after the point that a quantity may have: virtual currency counts in 18. */
export const DECIMAL_PLACES_MAX = 18;
const SHAPE = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?$/;

interface Scaled {
  readonly units: bigint;
  readonly places: number;
}

function scaledOf(text: string): Scaled {
  const match = SHAPE.exec(text);
  if (!match) throw new RangeError(`not a decimal: ${text.slice(0, 60)}`);
  const [, sign = '', whole = '0', fraction = ''] = match;
  return { units: BigInt(`${sign}${whole}${fraction}`), places: fraction.length };
}

function rescale({ units, places }: Scaled, to: number): bigint {
  return units * 10n ** BigInt(to - places);
}

function textOf({ units, places }: Scaled): string {
  const sign = units < 0n ? '-' : '';
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const fraction = digits.slice(digits.length - places).replace(/0+$/, '');
  return fraction === '' ? `${whole === '0' ? '' : sign}${whole}` : `${sign}${whole}.${fraction}`;
}

function combine(left: string, right: string, join: (a: bigint, b: bigint) => bigint): string {
  const [a, b] = [scaledOf(left), scaledOf(right)];
  const places = Math.max(a.places, b.places);
  return textOf({ units: join(rescale(a, places), rescale(b, places)), places });
}

/** One text for one quantity: `1.50` → `1.5`. Throws RangeError for what is no decimal. */
export function normaliseDecimal(text: string): string {
  return textOf(scaledOf(text));
}

export function addDecimals(left: string, right: string): string {
  return combine(left, right, (a, b) => a + b);
}

export function subtractDecimals(left: string, right: string): string {
  return combine(left, right, (a, b) => a - b);
}

/** Exact: the places of both are added up. */
export function multiplyDecimals(left: string, right: string): string {
  const [a, b] = [scaledOf(left), scaledOf(right)];
  return textOf({ units: a.units * b.units, places: a.places + b.places });
}

export function sumDecimals(texts: readonly string[]): string {
  return texts.reduce(addDecimals, '0');
}

/** Negative, zero or positive, as in sorting. */
export function compareDecimals(left: string, right: string): -1 | 0 | 1 {
  const difference = scaledOf(subtractDecimals(left, right)).units;
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

export function isZeroDecimal(text: string): boolean {
  return scaledOf(text).units === 0n;
}

/** Digits after the point, without trailing zeros. */
export function decimalPlaces(text: string): number {
  return normaliseDecimal(text).split('.')[1]?.length ?? 0;
}

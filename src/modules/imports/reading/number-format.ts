/** What a workbook's number formats tell about a stored number (ECMA-376 part 1, 18.8.30 and 18.8.31). */

export type NumberFormat =
  | { readonly kind: 'plain' }
  | { readonly kind: 'date' }
  | { readonly kind: 'padded'; readonly digits: number };

const PLAIN: NumberFormat = { kind: 'plain' };
const DATE: NumberFormat = { kind: 'date' };
const DATE_LETTERS = /[ymdhs年月日]|上午|am\/pm/i;
/** Quoted text, escaped characters, and bracketed colours, conditions and locales; `[h]` counts hours and stays. */
const LITERALS = /"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi;

/** Built-in formats: 14–22 and 45–47 everywhere; 27–36 and 50–58 in Chinese, Japanese and Korean. */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

/** `code` is the custom format, absent for built-in ones. */
export function numberFormatOf(id: number, code: string | undefined): NumberFormat {
  if (code === undefined) return isBuiltInDate(id) ? DATE : PLAIN;
  const positive = (code.split(';', 1)[0] ?? '').replace(LITERALS, '');
  if (/^0{2,}$/.test(positive)) return { kind: 'padded', digits: positive.length };
  if (
    /general|[#0?]/i.test(positive.replace(/\.0+/, '')) &&
    !/[ymd年月日]/i.test(positive.replace(/general/gi, ''))
  ) {
    return PLAIN;
  }
  return DATE_LETTERS.test(positive.replace(/general/gi, '')) ? DATE : PLAIN;
}

const DAY_MILLISECONDS = 86_400_000;
/** Serial 25569 is 1970-01-01; the day that 1900 did not have lies before everything that counts. */
const SERIAL_OF_1970 = 25_569;
const DAYS_FROM_1900_TO_1904 = 1462;
const HIGHEST_SERIAL = 2_958_465;

/** The calendar day of an Excel serial, `2024-03-05`; the time of day is dropped. Null outside 1900-03-01…9999. */
export function dayOfSerial(serial: number, date1904 = false): string | null {
  const days = Math.floor(serial) + (date1904 ? DAYS_FROM_1900_TO_1904 : 0);
  if (!Number.isFinite(days) || days < 61 || days > HIGHEST_SERIAL) return null;
  return new Date((days - SERIAL_OF_1970) * DAY_MILLISECONDS).toISOString().slice(0, 10);
}

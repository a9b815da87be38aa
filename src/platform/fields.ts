/**
 * The field types that every contract is made of: text that is safe to store, money in fen, quantities as decimal
 * strings, dates as ISO strings, keyset pages. Runs in the browser too.
 */
import { z } from 'zod';

// oxlint-disable-next-line no-control-regex -- these are exactly the characters that are refused
const CONTROL_CHARACTERS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;
const LINE_BREAKS = /[\t\n\r]/;

/** U+0000–U+001F and U+007F–U+009F but tab and line breaks; PostgreSQL refuses the first of them anyway. */
export function hasControlCharacters(value: string): boolean {
  return CONTROL_CHARACTERS.test(value);
}

/** A lone surrogate would be replaced in silence by the driver, so that what is stored is not what was typed. */
export function isWellFormedText(value: string): boolean {
  return value.isWellFormed();
}

function safeText(maxLength: number) {
  return z
    .string()
    .max(maxLength)
    .refine(isWellFormedText, { params: { code: 'TEXT_NOT_WELL_FORMED' } })
    .refine((value) => !hasControlCharacters(value), { params: { code: 'TEXT_HAS_CONTROL_CHARACTERS' } });
}

/** One line of text, stored as typed, at least one character that is not a space. */
export function line(maxLength = 200) {
  return safeText(maxLength)
    .refine((value) => !LINE_BREAKS.test(value), { params: { code: 'TEXT_HAS_LINE_BREAKS' } })
    .refine((value) => value.trim().length > 0, { params: { code: 'TEXT_BLANK' } });
}

/** Several lines of text, stored as typed. */
export function paragraph(maxLength = 2000) {
  return safeText(maxLength).refine((value) => value.trim().length > 0, { params: { code: 'TEXT_BLANK' } });
}

export const uuid = () => z.uuid();
/** Money in fen (分), the minor unit of CNY: a safe integer, not negative. */
export const amountFen = () => z.int().min(0).max(Number.MAX_SAFE_INTEGER);
/** A decimal string with up to 12 digits before and 4 after the point. */
export const quantity = () => z.string().regex(/^(0|[1-9]\d{0,11})(\.\d{1,4})?$/);
/** ISO 8601 knows a year 0; the database does not, and an offset leads out of the first year and the last. */
const YEAR_IMPOSSIBLE = {
  code: 'YEAR_IMPOSSIBLE',
  zh: '年份不可能，请核对后重新填写。',
  en: 'The year is impossible. Check it and type it again.',
};
/** A calendar day in Asia/Shanghai, `2026-11-23`. */
export const day = () => z.iso.date().refine((value) => value >= '0001', { params: YEAR_IMPOSSIBLE });
/** A calendar month, `2026-11`. */
export const month = () => z.string().regex(/^(19|20)\d{2}-(0[1-9]|1[0-2])$/);
/** An instant with offset, `2026-11-23T09:30:00.000+08:00`. */
export const instant = () =>
  z.iso
    .datetime({ offset: true })
    .refine((value) => value >= '0002' && value < '9999', { params: YEAR_IMPOSSIBLE });
/** A court's register number. */
export const courtId = () => z.int().min(1).max(2_147_483_647);
/** Integers in a query string. */
export const queryInteger = (min: number, max: number) =>
  z.coerce.number().refine(Number.isInteger).min(min).max(max);
/** `true` or `false` in a query string. */
export const queryBoolean = () => z.enum(['true', 'false']).transform((value) => value === 'true');
/** One or several values of a query parameter, as an array: `?status=idle&status=in_use`. */
export const queryList = <T extends z.ZodType>(item: T, max = 100) =>
  z.preprocess(
    (value) => (value === undefined || Array.isArray(value) ? value : [value]),
    z.array(item).max(max),
  );

/** Keyset paging: `after` is the opaque cursor that the page before returned as `nextCursor`. */
export const pageQuery = { after: z.string().max(2000).optional(), limit: queryInteger(1, 200).default(50) };

export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}

/** An explicit reason a person gives for something irreversible. */
export const reason = () => paragraph(500);

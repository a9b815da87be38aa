/**
 * The code of one thing, for life: kind letter, the court's 6-digit number, a 7-digit serial, 2 check digits by
 * ISO 7064 MOD 97-10 with letters as in IBAN (A = 10 … Z = 35). 16 characters, printed `A 150800 0001234 NN`.
 * The label's QR adds a hyphen and one character for the label's version.
 */

export const ITEM_CODE_KINDS = {
  A: { zh: '固定资产', en: 'fixed asset' },
  S: { zh: '涉案财物', en: 'seized item' },
  B: { zh: '箱/封存袋', en: 'box or sealed bag' },
  L: { zh: '库位', en: 'storage location' },
  V: { zh: '车辆', en: 'vehicle' },
  D: { zh: '文书', en: 'document' },
  P: { zh: '人员证', en: "person's badge" },
} as const;

export type ItemCodeKind = keyof typeof ITEM_CODE_KINDS;

/**
 * Kinds of which no two labels of one version may ever be out: a second label of a seized thing can end on a second thing.
 * What is printed again is the next version, and a scan tells the older one from it.
 */
export const ONE_LABEL_KINDS: ReadonlySet<ItemCodeKind> = new Set(['S']);

export const SERIAL_MAX = 9_999_999;
const SHAPE = /^([ASBLVDP])(\d{6})(\d{7})(\d{2})$/;
const VERSIONED = /^([ASBLVDP]\d{15})-([0-9A-Z])$/;

export interface ItemCode {
  readonly kind: ItemCodeKind;
  readonly divisionNumber: string;
  readonly serial: number;
}

function modulo97(text: string): number {
  let remainder = 0;
  for (const character of text) {
    const value = Number.parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder;
}

function checkDigits(body: string): string {
  return String(98 - modulo97(`${body}00`)).padStart(2, '0');
}

/** The 16 characters. Throws RangeError on a serial outside 1 to 9,999,999 or a number that is not 6 digits. */
export function formatItemCode({ kind, divisionNumber, serial }: ItemCode): string {
  if (!Number.isInteger(serial) || serial < 1 || serial > SERIAL_MAX)
    throw new RangeError(`serial ${serial}`);
  if (!/^\d{6}$/.test(divisionNumber)) throw new RangeError(`division number ${divisionNumber}`);
  const body = `${kind}${divisionNumber}${String(serial).padStart(7, '0')}`;
  return body + checkDigits(body);
}

/** `A 150800 0001234 NN`, as printed and read aloud. */
export function groupItemCode(code: string): string {
  return `${code.slice(0, 1)} ${code.slice(1, 7)} ${code.slice(7, 14)} ${code.slice(14)}`;
}

export type ScannedCode =
  | {
      readonly ok: true;
      readonly code: string;
      readonly kind: ItemCodeKind;
      readonly labelVersion: string | null;
    }
  | { readonly ok: false; readonly reason: 'NOT_A_CODE' | 'CHECK_DIGITS_WRONG' };

/** Full-width letters and digits become ASCII; spaces and case do not matter. */
export function foldCodeText(text: string): string {
  return text.normalize('NFKC').replace(/\s/gu, '').toUpperCase();
}

/** Reads a code in any spacing or case, with or without the label's version, or as the tail of a link `…/c/CODE`. */
export function readItemCode(text: string): ScannedCode {
  const folded = foldCodeText(text).replace(/^.*\/C\//, '');
  const versioned = VERSIONED.exec(folded);
  const code = versioned?.[1] ?? folded.replace(/-/g, '');
  const match = SHAPE.exec(code);
  if (!match) return { ok: false, reason: 'NOT_A_CODE' };
  if (modulo97(code) !== 1) return { ok: false, reason: 'CHECK_DIGITS_WRONG' };
  // why: the pattern admits exactly the letters of ITEM_CODE_KINDS.
  return { ok: true, code, kind: match[1] as ItemCodeKind, labelVersion: versioned?.[2] ?? null };
}

/**
 * Spreadsheet programs take a text that begins with = + - @ (full-width ones too), a tab or a line break for a formula
 * (OWASP, CSV Injection). Files that we write put an apostrophe before it; files that come back lose it again.
 */
const FORMULA_START = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
const GUARDED = /^'(?=[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20])/;

export function guardFormula(text: string): string {
  return FORMULA_START.test(text) ? `'${text}` : text;
}

export function withoutGuard(text: string): string {
  return text.replace(GUARDED, '');
}

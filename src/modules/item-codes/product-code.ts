/** A supplier's product number, as its check digit shows (GS1 General Specifications 7.9: weights 3 and 1 from the right). Pure. */

const SYMBOLOGIES = { 8: 'EAN-8', 12: 'UPC-A', 13: 'EAN-13', 14: 'GTIN-14' } as const;
export type ProductSymbology = (typeof SYMBOLOGIES)[keyof typeof SYMBOLOGIES];

function hasCheckDigit(digits: string): boolean {
  const sum = [...digits]
    .reverse()
    .reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
  return sum % 10 === 0;
}

function symbologyOf(digits: string): ProductSymbology | undefined {
  return Object.entries(SYMBOLOGIES).find(([length]) => Number(length) === digits.length)?.[1];
}

/** What kind of product number the text is: digits alone, or those behind a GS1 `(01)`; undefined when it is none. */
export function productSymbologyOf(text: string): ProductSymbology | undefined {
  const folded = text.normalize('NFKC').replace(/\s/gu, '');
  const digits = /^\(?01\)?(\d{14})(?:\D.*)?$/u.exec(folded)?.[1] ?? folded;
  const symbology = /^\d+$/.test(digits) && /[1-9]/.test(digits) ? symbologyOf(digits) : undefined;
  return symbology !== undefined && hasCheckDigit(digits) ? symbology : undefined;
}

/** Finds the number of a resident identity card in a text. */

const SHAPE =
  /(?<![0-9])[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[0-9Xx](?![0-9])/g;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

/** A date of birth inside and the check digit of GB 11643 right: not any 18 digits. */
export function containsIdentityNumber(text: string): boolean {
  const candidates = text.normalize('NFKC').match(SHAPE) ?? [];
  return candidates.some((candidate) => {
    const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(candidate[index]), 0);
    return CHECKS[sum % 11] === candidate.slice(17).toUpperCase();
  });
}

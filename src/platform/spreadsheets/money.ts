/** How money in fen (分) is written: pure, runs in the browser too. */

/** An amount, or a sum of amounts, which may outgrow what a number holds exactly. */
export type Fen = number | bigint;

function digitsOf(fen: Fen): { sign: string; yuan: string; cents: string } {
  if (typeof fen === 'number' && !Number.isSafeInteger(fen)) {
    throw new RangeError(`Money must be a safe integer of fen, got ${String(fen)}`);
  }
  const digits = String(fen).replace('-', '').padStart(3, '0');
  return { sign: fen < 0 ? '-' : '', yuan: digits.slice(0, -2), cents: digits.slice(-2) };
}

/**
 * Fen as a plain decimal of yuan for files that machines read: `123456` → `1234.56`, `-5` → `-0.05`.
 * Throws a RangeError for a number that is not a safe integer.
 */
export function fenToDecimal(fen: Fen): string {
  const { sign, yuan, cents } = digitsOf(fen);
  return `${sign}${yuan}.${cents}`;
}

/**
 * Fen as people read it: `123456` → `1,234.56`, `-5` → `-0.05`; no currency sign.
 * Throws a RangeError for a number that is not a safe integer.
 */
export function formatFen(fen: Fen): string {
  const { sign, yuan, cents } = digitsOf(fen);
  return `${sign}${yuan.replace(/\B(?=(\d{3})+$)/g, ',')}.${cents}`;
}

/** What a bank credited for several items on one slip, by item. Pure. */

/**
 * Shares of a sum in the proportion of amounts, all whole minor units: none is further than one from its exact part, and
 * where the amounts are the whole they add up to the sum. A whole of zero: no shares.
 */
export function shareCredit(sum: number, amounts: readonly number[], whole?: number): number[] {
  const total =
    whole === undefined ? amounts.reduce((all, amount) => all + BigInt(amount), 0n) : BigInt(whole);
  if (total === 0n) return amounts.map(() => 0);
  let passed = 0n;
  let given = 0n;
  return amounts.map((amount) => {
    passed += BigInt(amount);
    const until = (BigInt(sum) * passed * 2n + total) / (total * 2n);
    const share = until - given;
    given = until;
    return Number(share);
  });
}

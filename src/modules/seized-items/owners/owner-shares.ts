/** Shares of owners as exact fractions, and whether they can stand together. Pure; runs in the browser too. */
import type { Ownership } from '../item-fields.ts';

export interface Share {
  readonly numerator: number;
  readonly denominator: number;
}

export const SHARE_PART_MAX = 1_000_000;

interface ExactFraction {
  readonly over: bigint;
  readonly under: bigint;
}

function divisorOf(one: bigint, other: bigint): bigint {
  return other === 0n ? one : divisorOf(other, one % other);
}

function reduced(over: bigint, under: bigint): ExactFraction {
  const divisor = divisorOf(over < 0n ? -over : over, under);
  return divisor === 0n ? { over: 0n, under: 1n } : { over: over / divisor, under: under / divisor };
}

function sumOf(shares: readonly Share[]): ExactFraction {
  return shares.reduce<ExactFraction>(
    ({ over, under }, { numerator, denominator }) =>
      reduced(over * BigInt(denominator) + BigInt(numerator) * under, under * BigInt(denominator)),
    { over: 0n, under: 1n },
  );
}

/** What no owner is known of, as `1/6`; null when the shares are the whole or, of claims, more than that. */
export function unassignedShare(shares: readonly Share[]): string | null {
  const { over, under } = sumOf(shares);
  return over >= under ? null : sayFraction(reduced(under - over, under));
}

function sayFraction({ over, under }: ExactFraction): string {
  return `${over}/${under}`;
}

/** `1/3`; the whole is `1/1`. */
export function sayShare({ numerator, denominator }: Share): string {
  return sayFraction(reduced(BigInt(numerator), BigInt(denominator)));
}

/** In order of precedence. */
export type SharesProblem =
  | 'OWNER_LISTED_TWICE'
  | 'OWNER_SHARE_INVALID'
  | 'OWNERS_OF_UNKNOWN'
  | 'CLAIMANTS_MISSING'
  | 'SHARES_EXCEED_WHOLE';

/**
 * Whether owners can stand together: nobody twice, nobody of an item whose owner is unknown, two claimants at least where
 * the ownership is in dispute, and no more than the whole. Claims of a dispute may exceed it: that is the dispute.
 */
export function findSharesProblem(
  ownership: Ownership,
  owners: readonly (Share & { readonly partyId: string })[],
): SharesProblem | null {
  if (new Set(owners.map(({ partyId }) => partyId)).size < owners.length) return 'OWNER_LISTED_TWICE';
  if (owners.some(({ numerator, denominator }) => numerator > denominator)) return 'OWNER_SHARE_INVALID';
  if (ownership === 'unknown') return owners.length > 0 ? 'OWNERS_OF_UNKNOWN' : null;
  if (ownership === 'disputed') return owners.length < 2 ? 'CLAIMANTS_MISSING' : null;
  const { over, under } = sumOf(owners);
  return over > under ? 'SHARES_EXCEED_WHOLE' : null;
}

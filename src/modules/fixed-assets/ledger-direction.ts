/** Whether an entry brings things in or takes them out, and how that adds up. Pure. */
import { ASSET_MOVES, type AssetEntryKind } from './rules.ts';

export const LEDGER_DIRECTIONS = ['in', 'out', 'within'] as const;
export type LedgerDirection = (typeof LEDGER_DIRECTIONS)[number];

/** 入库 / 出库 as an office counts them; a move from one user to another is neither. */
export const DIRECTION_OF_KIND: Readonly<Record<AssetEntryKind, LedgerDirection>> = {
  stock_in: 'in',
  take_over: 'in',
  return: 'in',
  give_back: 'in',
  take_back: 'in',
  issue: 'out',
  loan: 'out',
  send_to_repair: 'out',
  transfer: 'within',
  relocate: 'within',
  mark_idle: 'within',
  end_idle: 'within',
  correct_card: 'within',
  correct_entry: 'within',
  sign_receipt: 'within',
  refuse_receipt: 'within',
  change_code: 'within',
};

/** Which side of an entry lies inside the department, place or person that the ledger is read for. */
export interface InsideOfFilter {
  readonly fromInside: boolean;
  readonly toInside: boolean;
}

/**
 * The direction seen from the stock; seen from a department, a place or a person when the ledger is read for one: what
 * comes to it is in, what leaves it is out.
 */
export function directionOf(kind: AssetEntryKind, inside: InsideOfFilter | null): LedgerDirection {
  if (inside === null) return DIRECTION_OF_KIND[kind];
  if (inside.fromInside === inside.toInside) return 'within';
  return inside.toInside ? 'in' : 'out';
}

/** Corrections and signatures move nothing, so they add nothing. */
export function isMove(kind: AssetEntryKind): boolean {
  return Object.hasOwn(ASSET_MOVES, kind);
}

const SCALE = 10_000n;

function tenThousandths(quantity: string): bigint {
  const [whole = '0', fraction = ''] = quantity.split('.');
  return BigInt(whole) * SCALE + BigInt(fraction.padEnd(4, '0').slice(0, 4));
}

/** The sum of decimal quantities with up to four places. */
export function addQuantities(quantities: readonly string[]): string {
  const sum = quantities.reduce((total, quantity) => total + tenThousandths(quantity), 0n);
  const fraction = String(sum % SCALE)
    .padStart(4, '0')
    .replace(/0+$/, '');
  return fraction === '' ? String(sum / SCALE) : `${sum / SCALE}.${fraction}`;
}

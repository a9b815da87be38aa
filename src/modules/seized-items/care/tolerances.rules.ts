/**
 * How much a thing of a category may lose by nature, and how far two weighings of it may differ: data, in editions. They
 * are defaults of the product, not quoted law. Pure; runs in the browser too.
 */
import {
  addDecimals,
  compareDecimals,
  multiplyDecimals,
  subtractDecimals,
} from '../../../platform/decimal.ts';
import type { ItemCategoryId } from '../item-categories.ts';

export interface ToleranceEdition {
  readonly version: string;
  readonly effectiveFrom: string;
  readonly basis: string;
  readonly standing: 'practice';
  /** Of what was received, in all. */
  readonly naturalLoss: Readonly<Partial<Record<ItemCategoryId, string>>>;
  /** Of the weight before. */
  readonly weighing: { readonly usual: string } & Readonly<Partial<Record<ItemCategoryId, string>>>;
}

const EDITIONS: readonly [ToleranceEdition, ...ToleranceEdition[]] = [
  {
    version: '2021-03-01',
    effectiveFrom: '2021-03-01',
    basis: '系统默认，非法定标准；本院另有规定的从其规定',
    standing: 'practice',
    naturalLoss: { tobacco_and_liquor: '0.02', drugs_and_food: '0.03', bulk_goods: '0.015', other: '0.01' },
    weighing: {
      usual: '0.005',
      precious_metals: '0.001',
      biological_samples: '0.02',
      drugs_and_food: '0.02',
    },
  },
];

/** The edition in force on an ISO day. */
export function toleranceOn(day: string): ToleranceEdition {
  return EDITIONS.findLast(({ effectiveFrom }) => effectiveFrom <= day) ?? EDITIONS[0];
}

/** `2 %`. */
export function sayShare(share: string): string {
  return `${multiplyDecimals(share, '100')} %`;
}

/** Whether what is lost in all stays within the share of what was received. */
export function isLossWithin(lost: string, received: string, share: string): boolean {
  return compareDecimals(lost, multiplyDecimals(received, share)) <= 0;
}

/** Whether a weighing agrees with the one before. */
export function isWeightWithin(found: string, expected: string, share: string): boolean {
  const difference = subtractDecimals(found, expected);
  const size = difference.startsWith('-') ? subtractDecimals('0', difference) : addDecimals(difference, '0');
  return compareDecimals(size, multiplyDecimals(expected, share)) <= 0;
}

export function weighingShareOf({ weighing }: ToleranceEdition, category: ItemCategoryId): string {
  return weighing[category] ?? weighing.usual;
}

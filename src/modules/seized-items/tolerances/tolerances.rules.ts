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

export const TOLERANCE_KINDS = {
  natural_loss: { zh: '自然损耗', en: 'Loss by nature' },
  weighing: { zh: '称量允差', en: 'Difference of weighings' },
} as const satisfies Record<string, { zh: string; en: string }>;
export type ToleranceKind = keyof typeof TOLERANCE_KINDS;

/** `usual`: of every category that has none of its own, for weighings. */
export type ToleranceCategory = ItemCategoryId | 'usual';

export interface ToleranceEdition {
  readonly version: string;
  readonly effectiveFrom: string;
  readonly basis: string;
  /** Of law, a court only makes it stricter. */
  readonly standing: 'law' | 'practice';
  /** Of what was received, in all. */
  readonly naturalLoss: Readonly<Partial<Record<ItemCategoryId, string>>>;
  /** Of the weight before. */
  readonly weighing: { readonly usual: string } & Readonly<Partial<Record<ToleranceCategory, string>>>;
  /** Categories in which a court only makes it stricter, whatever its standing: gold does not evaporate. */
  readonly ceilings: Readonly<Record<ToleranceKind, readonly ToleranceCategory[]>>;
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
    ceilings: { natural_loss: [], weighing: ['precious_metals'] },
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

/** What a court set by a paper of its own. */
export interface CourtTolerance {
  readonly kind: ToleranceKind;
  readonly category: ToleranceCategory;
  readonly share: string;
  readonly effectiveFrom: string;
  readonly document: string;
}

export interface AppliedTolerance {
  readonly share: string;
  readonly basis: string;
  readonly version: string;
  readonly isOwn: boolean;
}

/** What ships, of the category itself; null: nothing. */
export function shippedShare(
  { naturalLoss, weighing }: ToleranceEdition,
  kind: ToleranceKind,
  category: ToleranceCategory,
): string | null {
  if (kind === 'weighing') return weighing[category] ?? null;
  return category === 'usual' ? null : (naturalLoss[category] ?? null);
}

/** The share in force on the day: the court's own, the newest first in `own`, or what ships; null: nothing may be lost. */
export function toleranceFor(
  own: readonly CourtTolerance[],
  kind: ToleranceKind,
  category: ToleranceCategory,
  day: string,
): AppliedTolerance | null {
  const ofCourt = own.find(
    (one) => one.kind === kind && one.category === category && one.effectiveFrom <= day,
  );
  if (ofCourt) {
    const { share, document, effectiveFrom } = ofCourt;
    return { share, basis: document, version: `${effectiveFrom} ${document}`, isOwn: true };
  }
  const edition = toleranceOn(day);
  const share = shippedShare(edition, kind, category);
  if (share !== null) return { share, basis: edition.basis, version: edition.version, isOwn: false };
  return kind === 'weighing' && category !== 'usual' ? toleranceFor(own, kind, 'usual', day) : null;
}

/** In order of precedence. */
export type ToleranceProblem = 'NO_NATURAL_LOSS_THERE' | 'TOLERANCE_BACKDATED' | 'TOLERANCE_TOO_LOOSE';

/**
 * Whether a court may set it: what loses nothing by nature is given no loss, no shortage of the past is made good
 * afterwards, and where law or the shipped rule is a ceiling it is only made stricter.
 */
export function findToleranceProblem(
  { kind, category, share, effectiveFrom }: Omit<CourtTolerance, 'document'>,
  today: string,
): ToleranceProblem | null {
  const edition = toleranceOn(effectiveFrom);
  const shipped =
    shippedShare(edition, kind, category) ?? (kind === 'weighing' ? edition.weighing.usual : null);
  if (shipped === null) return 'NO_NATURAL_LOSS_THERE';
  if (effectiveFrom < today) return 'TOLERANCE_BACKDATED';
  const isCeiling = edition.standing === 'law' || edition.ceilings[kind].includes(category);
  return isCeiling && compareDecimals(share, shipped) > 0 ? 'TOLERANCE_TOO_LOOSE' : null;
}

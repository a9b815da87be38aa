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
import type { Sentence } from '../../../platform/errors.ts';
import type { ItemCategoryId } from '../item-categories.ts';

export const TOLERANCE_KINDS = {
  natural_loss: { zh: '自然损耗', en: 'Loss by nature' },
  weighing: { zh: '称量允差', en: 'Difference of weighings' },
} as const satisfies Record<string, { zh: string; en: string }>;
export type ToleranceKind = keyof typeof TOLERANCE_KINDS;

/** `usual`: of every category that has none of its own, for weighings. */
export type ToleranceCategory = ItemCategoryId | 'usual';

export interface Bound {
  readonly share: string;
  readonly reason: Sentence;
}

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
  /** Beyond this no paper of a court goes: so much is no evaporation and no scale, but something to be looked into. */
  readonly bounds: Readonly<
    Record<ToleranceKind, { readonly usual: Bound } & Readonly<Partial<Record<ToleranceCategory, Bound>>>>
  >;
  /** Categories in which a court only makes it stricter, whatever its standing: gold does not evaporate. */
  readonly ceilings: Readonly<Record<ToleranceKind, readonly ToleranceCategory[]>>;
}

const BOUNDS: ToleranceEdition['bounds'] = {
  natural_loss: {
    usual: {
      share: '0.03',
      reason: {
        zh: '没有公认的损耗率，短少更多的应作为异常查明（系统上限，非法定标准）',
        en: 'no rate of loss is known of it, so more than that is an incident (a bound of the product, no standard of the law)',
      },
    },
    tobacco_and_liquor: {
      share: '0.1',
      reason: {
        zh: '散装酒长期存放的挥发也低于此，超过的多为渗漏、丢失（系统上限，非法定标准）',
        en: 'even open liquor evaporates less in years, so more than that leaked or is missing (a bound of the product, no standard of the law)',
      },
    },
    drugs_and_food: {
      share: '0.15',
      reason: {
        zh: '鲜活、含水食品的失水；失重更多的已经变质，应先行处置或者报告异常（系统上限，非法定标准）',
        en: 'fresh food dries; what loses more has gone bad and is disposed of early or reported (a bound of the product, no standard of the law)',
      },
    },
    bulk_goods: {
      share: '0.05',
      reason: {
        zh: '储备粮保管自然损耗累计不超过 0.2 %，煤、砂等露天堆放的另加风蚀、雨淋（参照，系统上限）',
        en: 'grain in public stores loses 0.2 % at most, coal and sand in the open some more (by comparison, a bound of the product)',
      },
    },
  },
  weighing: {
    usual: {
      share: '0.02',
      reason: {
        zh: '参照《零售商品称重计量监督管理办法》附表1：一千克以内允许 20 克；相差更多的是换秤有误或者短少',
        en: 'after the rules on weighing in retail trade, table 1: 20 grams in a kilogram; more than that is a wrong scale or a shortage',
      },
    },
    biological_samples: {
      share: '0.05',
      reason: {
        zh: '冻融、蒸发使含水检材失重（系统上限，非法定标准）',
        en: 'samples lose water by freezing and thawing (a bound of the product, no standard of the law)',
      },
    },
    drugs_and_food: {
      share: '0.05',
      reason: {
        zh: '含水物品两次称量之间的失水（系统上限，非法定标准）',
        en: 'moist goods dry between two weighings (a bound of the product, no standard of the law)',
      },
    },
  },
};

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
    bounds: BOUNDS,
    ceilings: { natural_loss: [], weighing: ['precious_metals'] },
  },
];

/** The edition in force on an ISO day. */
export function toleranceOn(day: string): ToleranceEdition {
  return EDITIONS.findLast(({ effectiveFrom }) => effectiveFrom <= day) ?? EDITIONS[0];
}

/** The most that a paper of a court may allow: what ships where that is a ceiling, else the bound of the category. */
export function mostAllowed(
  edition: ToleranceEdition,
  kind: ToleranceKind,
  category: ToleranceCategory,
): string {
  const shipped = shippedShare(edition, kind, category);
  if (shipped !== null && isCeiling(edition, kind, category)) return shipped;
  return boundOf(edition, kind, category).share;
}

export function boundOf(
  { bounds }: ToleranceEdition,
  kind: ToleranceKind,
  category: ToleranceCategory,
): Bound {
  return bounds[kind][category] ?? bounds[kind].usual;
}

/** Whether a court only makes it stricter. */
export function isCeiling(
  { standing, ceilings }: ToleranceEdition,
  kind: ToleranceKind,
  category: ToleranceCategory,
): boolean {
  return standing === 'law' || ceilings[kind].includes(category);
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

/**
 * The share in force on the day: the court's own, the newest first in `own`, up to the most that is allowed, or what ships;
 * null: nothing may be lost.
 */
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
    const { document, effectiveFrom } = ofCourt;
    const most = mostAllowed(toleranceOn(day), kind, category);
    const share = compareDecimals(ofCourt.share, most) > 0 ? most : ofCourt.share;
    return { share, basis: document, version: `${effectiveFrom} ${document}`, isOwn: true };
  }
  const edition = toleranceOn(day);
  const share = shippedShare(edition, kind, category);
  if (share !== null) return { share, basis: edition.basis, version: edition.version, isOwn: false };
  return kind === 'weighing' && category !== 'usual' ? toleranceFor(own, kind, 'usual', day) : null;
}

/** In order of precedence. */
export type ToleranceProblem =
  | 'NO_NATURAL_LOSS_THERE'
  | 'TOLERANCE_BACKDATED'
  | 'TOLERANCE_TOO_LOOSE'
  | 'TOLERANCE_BEYOND_BOUND';

/**
 * Whether a court may set it: what loses nothing by nature is given no loss, no shortage of the past is made good
 * afterwards, where law or the shipped rule is a ceiling it is only made stricter, and nowhere it goes beyond the bound.
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
  if (isCeiling(edition, kind, category) && compareDecimals(share, shipped) > 0) return 'TOLERANCE_TOO_LOOSE';
  const most = mostAllowed(edition, kind, category);
  return compareDecimals(share, most) > 0 ? 'TOLERANCE_BEYOND_BOUND' : null;
}

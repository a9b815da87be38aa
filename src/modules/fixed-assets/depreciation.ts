/**
 * Straight-line depreciation by months (年限平均法). Pure: amounts in fen, months as numbers counted from year 0.
 *
 * Sources: 《政府会计准则第3号——固定资产》 and its 应用指南 (财会〔2017〕4号): depreciated monthly, from the month of
 * acquisition and no longer in the month of disposal; the whole cost, without residual value; what is depreciated in
 * full stays in use without depreciation; a provisional value that is corrected later does not change what was
 * depreciated before.
 */

/** Months since year 0, so that months can be counted and compared: `2026-11` → 24,322. */
export type MonthNumber = number;

/** Of `2026-11`, `2026-11-23` or `2026-11-01`. Throws RangeError on anything else. */
export function monthNumber(text: string): MonthNumber {
  const match = /^(\d{4})-(0[1-9]|1[0-2])(?:-\d{2})?$/.exec(text);
  if (!match) throw new RangeError(`not a month: ${text}`);
  return Number(match[1]) * 12 + Number(match[2]) - 1;
}

/** `2026-11`. */
export function monthText(month: MonthNumber): string {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
}

/** The first day, as the database keeps months. */
export function firstDayOf(month: MonthNumber): string {
  return `${monthText(month)}-01`;
}

export interface DepreciableAsset {
  readonly originalValueFen: number;
  readonly valueKind: 'original' | 'provisional' | 'nominal' | 'appraised';
  readonly acquiredIn: MonthNumber;
  /** null: it was not disposed of. */
  readonly disposedIn: MonthNumber | null;
  /** Months of use by the card or the class; null: the class is never depreciated. */
  readonly usefulLifeMonths: number | null;
  /** The last month that the depreciation taken over includes; null: it starts here. */
  readonly openingThrough: MonthNumber | null;
  /** Opening and every posted month. */
  readonly accumulatedFen: number;
  /** The newest posted month of this asset. */
  readonly last: PostedMonth | null;
}

/** What a posted month says, and what its amount was made from. */
export interface PostedMonth {
  readonly month: MonthNumber;
  /** A month's amount, of which a month that catches up holds several. */
  readonly monthlyFen: number;
  readonly valueFen: number;
  /** The first month in which nothing is left to depreciate. */
  readonly lifeEnd: MonthNumber;
  readonly accumulatedAfterFen: number;
}

export const NO_DEPRECIATION = {
  CLASS_NOT_DEPRECIATED: { zh: '该类资产不计提折旧', en: 'Assets of this class are not depreciated' },
  NOMINAL_VALUE: { zh: '以名义金额计量，不计提折旧', en: 'Carried at a nominal amount, so not depreciated' },
  NOT_YET_ACQUIRED: { zh: '尚未取得', en: 'Acquired later' },
  DISPOSED: { zh: '已处置，当月起不再计提', en: 'Disposed of: no depreciation from that month on' },
  TAKEN_OVER_LATER: { zh: '期初累计折旧已包含本月', en: 'The opening depreciation includes this month' },
  POSTED_ALREADY: { zh: '本月已计提', en: 'This month is posted already' },
  FULLY_DEPRECIATED: { zh: '已提足折旧', en: 'Depreciated in full' },
  ROUNDS_TO_NOTHING: {
    zh: '每月不足一分，并入最后一月',
    en: 'Less than one fen a month; the last month takes it',
  },
} as const satisfies Record<string, { zh: string; en: string }>;

export type NoDepreciationReason = keyof typeof NO_DEPRECIATION;

export type DepreciationVerdict =
  | ({
      readonly depreciates: true;
      readonly amountFen: number;
      /** More than one: months that were missed are made up for. */
      readonly monthsDue: number;
    } & PostedMonth)
  | { readonly depreciates: false; readonly reason: NoDepreciationReason };

function none(reason: NoDepreciationReason): DepreciationVerdict {
  return { depreciates: false, reason };
}

/** Half up, on safe integers alone. */
function divideRounded(amountFen: number, parts: number): number {
  const rest = amountFen % parts;
  return (amountFen - rest) / parts + (2 * rest >= parts ? 1 : 0);
}

/** Why nothing is depreciated in the month whatever the amounts, in order of precedence. */
function reasonAgainst(asset: DepreciableAsset, month: MonthNumber): NoDepreciationReason | null {
  if (asset.usefulLifeMonths === null) return 'CLASS_NOT_DEPRECIATED';
  if (asset.valueKind === 'nominal') return 'NOMINAL_VALUE';
  if (month < asset.acquiredIn) return 'NOT_YET_ACQUIRED';
  if (asset.disposedIn !== null && month >= asset.disposedIn) return 'DISPOSED';
  if (asset.openingThrough !== null && month <= asset.openingThrough) return 'TAKEN_OVER_LATER';
  if (asset.last !== null && month <= asset.last.month) return 'POSTED_ALREADY';
  return null;
}

/** The month's amount stays what it was until value, life or what is accumulated changed otherwise than by posting. */
function monthlyAmount(
  asset: DepreciableAsset,
  lifeEnd: MonthNumber,
  netFen: number,
  monthsLeft: number,
): number {
  const { last } = asset;
  const isUnchanged =
    last !== null &&
    last.valueFen === asset.originalValueFen &&
    last.lifeEnd === lifeEnd &&
    last.accumulatedAfterFen === asset.accumulatedFen;
  return isUnchanged ? last.monthlyFen : divideRounded(netFen, monthsLeft);
}

/**
 * What one asset is depreciated by in one month. The net value is spread evenly over the months that are left; the
 * last month takes the rest, so that the sum over the life is the value to the fen. Months that were missed (a card
 * entered late, a run begun later than the opening depreciation ends) are made up for in the next one. A value, class
 * or life corrected later changes nothing that was posted: what is left is spread over the months that are left. A
 * value corrected below what was depreciated already gives a negative amount once.
 */
export function decideDepreciation(asset: DepreciableAsset, month: MonthNumber): DepreciationVerdict {
  const reason = reasonAgainst(asset, month);
  if (reason !== null) return none(reason);
  const lifeEnd = asset.acquiredIn + (asset.usefulLifeMonths ?? 0);
  const netFen = asset.originalValueFen - asset.accumulatedFen;
  if (netFen === 0) return none('FULLY_DEPRECIATED');

  const depreciatedThrough = Math.max(
    asset.acquiredIn - 1,
    asset.openingThrough ?? 0,
    asset.last?.month ?? 0,
  );
  const monthsDue = month - depreciatedThrough;
  const monthsLeft = lifeEnd - 1 - depreciatedThrough;
  const isLast = month >= lifeEnd - 1 || netFen < 0;
  const monthlyFen = isLast ? netFen : monthlyAmount(asset, lifeEnd, netFen, monthsLeft);
  const amountFen = isLast ? netFen : Math.min(netFen, monthlyFen * monthsDue);
  if (amountFen === 0) return none('ROUNDS_TO_NOTHING');
  return {
    depreciates: true,
    month,
    amountFen,
    monthsDue,
    monthlyFen,
    valueFen: asset.originalValueFen,
    lifeEnd,
    accumulatedAfterFen: asset.accumulatedFen + amountFen,
  };
}

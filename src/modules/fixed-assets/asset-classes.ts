/**
 * The tree of asset classes by GB/T 14885: a code is `A` and four pairs of digits, filled with zeros; what stands
 * above is found by blanking the last pair that is not 00. Pure, runs in the browser too.
 */

export interface AssetClass {
  readonly code: string;
  readonly name: string;
  /** The edition of the standard that the row was taken from. */
  readonly edition: string;
  /** false: not yet checked against the official text, shown as 待核. */
  readonly sourced: boolean;
  /** null: the class above decides, or nothing is depreciated. */
  readonly depreciationYears: number | null;
}

export type AssetClassTable = ReadonlyMap<string, AssetClass>;

/**
 * Never depreciated, whatever years a table says (政府会计准则第3号: 文物和陈列品、动植物、图书和档案、单独计价入账的土地、
 * 以名义金额计量的固定资产). Land on its own and intangible assets are amortised, not depreciated; materials are stock.
 */
export const NEVER_DEPRECIATED = {
  A03: { zh: '文物和陈列品不计提折旧', en: 'Cultural relics and exhibits are not depreciated' },
  A04: { zh: '图书和档案不计提折旧', en: 'Books and archives are not depreciated' },
  A06: { zh: '特种动植物不计提折旧', en: 'Animals and plants are not depreciated' },
  A07: { zh: '物资不计提折旧', en: 'Materials are not depreciated' },
  A08: { zh: '无形资产按摊销处理，不计提折旧', en: 'Intangible assets are amortised, not depreciated' },
} as const satisfies Record<string, { zh: string; en: string }>;

/** Land is a building-and-structure class by code only. */
const LAND = /^(?:土地|海域|无居民海岛)/;
const CODE = /^A\d{8}$/;

export function isClassCode(text: string): boolean {
  return CODE.test(text);
}

/** The code above, `A02010104` → `A02010100`; null at the top and for what is no code. */
export function parentClassCode(code: string): string | null {
  if (!isClassCode(code)) return null;
  const pairs = [code.slice(1, 3), code.slice(3, 5), code.slice(5, 7), code.slice(7, 9)];
  const last = pairs.findLastIndex((pair) => pair !== '00');
  if (last <= 0) return null;
  pairs[last] = '00';
  return `A${pairs.join('')}`;
}

/** The class itself and every class above it that the table has, from the bottom. */
export function classesUpward(code: string, table: AssetClassTable): AssetClass[] {
  const found: AssetClass[] = [];
  for (let next: string | null = code; next !== null; next = parentClassCode(next)) {
    const row = table.get(next);
    if (row !== undefined) found.push(row);
  }
  return found;
}

export function isNeverDepreciated(code: string, table: AssetClassTable): boolean {
  return (
    Object.hasOwn(NEVER_DEPRECIATED, code.slice(0, 3)) ||
    classesUpward(code, table).some((each) => LAND.test(each.name))
  );
}

/**
 * Months over which an asset of the class is depreciated: what its card says, otherwise the nearest class that names
 * years; null: never.
 */
export function usefulLifeMonthsOf(
  code: string,
  table: AssetClassTable,
  cardMonths: number | null = null,
): number | null {
  if (isNeverDepreciated(code, table)) return null;
  if (cardMonths !== null) return cardMonths;
  const years = classesUpward(code, table).find((each) => each.depreciationYears !== null)?.depreciationYears;
  return years === undefined || years === null ? null : years * 12;
}

/** Names from the top, `设备 / 信息化设备 / 计算机`. */
export function classPath(code: string, table: AssetClassTable): string {
  return classesUpward(code, table)
    .map((each) => each.name)
    .reverse()
    .join(' / ');
}

/** The class under which a voucher sums up: the second level, or what the table has instead of it. */
export function voucherClassCode(code: string, table: AssetClassTable): string {
  const secondLevel = `${code.slice(0, 5)}0000`;
  const firstLevel = `${code.slice(0, 3)}000000`;
  return [secondLevel, firstLevel].find((each) => table.has(each)) ?? code;
}

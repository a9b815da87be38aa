/** Which month may be posted, and what its voucher says. Pure. */
import { defineRefusals, Refusal, type Facts } from '../../platform/errors.ts';
import { monthNumber, monthText } from './depreciation.ts';

/** In order of precedence. */
export const DEPRECIATION_REFUSALS = defineRefusals({
  MONTH_POSTED_ALREADY: {
    status: 409,
    zh: '{month} 的折旧已计提入账，不能重复计提；差额会计入下一个月。',
    en: 'Depreciation of {month} is posted and stays as it is. Differences appear in the next month.',
  },
  MONTH_BEFORE_POSTED: {
    status: 409,
    zh: '{month} 早于已计提的首月 {first}，不能补提；少提的部分会计入下一个月。',
    en: '{month} lies before the first posted month {first}. What it would have held appears in the next month.',
  },
  EARLIER_MONTH_UNPOSTED: {
    status: 409,
    zh: '请先计提 {next}，再计提 {month}。',
    en: 'Post {next} first, then {month}.',
  },
  MONTH_NOT_OVER: {
    status: 409,
    zh: '{month} 尚未结束，请在下月初计提。',
    en: '{month} is not over yet. Post it when the next month begins.',
  },
  MONTH_NOT_POSTED: {
    status: 404,
    zh: '{month} 尚未计提，没有凭证汇总。',
    en: '{month} is not posted, so there is no voucher.',
  },
});

export type DepreciationRefusalReason = keyof typeof DEPRECIATION_REFUSALS;

/** To be thrown. */
export function refuseDepreciation(reason: DepreciationRefusalReason, facts: Facts = {}): Refusal {
  return new Refusal(reason, DEPRECIATION_REFUSALS[reason], facts);
}

export type PostingVerdict =
  | { readonly allowed: true }
  | {
      readonly allowed: false;
      readonly reason: DepreciationRefusalReason;
      readonly facts: Readonly<Record<string, string>>;
    };

export interface PostedMonths {
  /** `2026-11`; null before the first run. */
  readonly first: string | null;
  readonly last: string | null;
}

/** Months as `2026-11`; `today` is the calendar day in Asia/Shanghai. The first run may begin with any month. */
export function decidePosting(month: string, posted: PostedMonths, today: string): PostingVerdict {
  const refused = (reason: DepreciationRefusalReason, facts: Readonly<Record<string, string>> = {}) => ({
    allowed: false as const,
    reason,
    facts: { month, ...facts },
  });
  if (posted.first !== null && month < posted.first)
    return refused('MONTH_BEFORE_POSTED', { first: posted.first });
  if (posted.last !== null && month <= posted.last) return refused('MONTH_POSTED_ALREADY');
  const next = nextMonthToPost(posted.last, today);
  if (posted.last !== null && month > next) return refused('EARLIER_MONTH_UNPOSTED', { next });
  if (month >= today.slice(0, 7)) return refused('MONTH_NOT_OVER');
  return { allowed: true };
}

/** The month after the last posted one; before the first run the month that ended last. */
export function nextMonthToPost(lastPosted: string | null, today: string): string {
  return monthText(lastPosted === null ? monthNumber(today) - 1 : monthNumber(lastPosted) + 1);
}

/**
 * The accounts of the voucher (政府会计制度, 财会〔2017〕25号). A court is an administrative unit and books all its
 * depreciation as operating expense; an affiliated institution's own administration would be 5101 单位管理费用.
 */
export const VOUCHER_ACCOUNTS = {
  debit: { number: '5001', zh: '业务活动费用', en: 'Operating expenses' },
  credit: { number: '1602', zh: '固定资产累计折旧', en: 'Accumulated depreciation of fixed assets' },
} as const;

export interface Sum {
  readonly assetCount: number;
  readonly amountFen: number;
}

/** Adds up by key while lines pass by; memory grows with the keys alone. */
export class Tally<Key extends Readonly<Record<string, string | null>>> {
  private readonly sums = new Map<string, { key: Key; assetCount: number; amountFen: number }>();

  add(key: Key, amountFen: number): void {
    const text = JSON.stringify(key);
    const sum = this.sums.get(text) ?? { key, assetCount: 0, amountFen: 0 };
    sum.assetCount += 1;
    sum.amountFen += amountFen;
    this.sums.set(text, sum);
  }

  list(): (Key & Sum)[] {
    return [...this.sums.values()].map(({ key, assetCount, amountFen }) => ({
      ...key,
      assetCount,
      amountFen,
    }));
  }
}

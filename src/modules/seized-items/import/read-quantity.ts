/** Quantities as old registers write them: 3, 3部, 两件, 5,000元, 一批. Pure. */
import { CURRENCIES, ITEM_UNITS } from '../item-quantity.ts';

export type ReadQuantity =
  | { readonly ok: true; readonly quantity: string; readonly unit: string | null }
  | { readonly ok: false; readonly reason: 'uncounted' | 'unreadable' };

const UNCOUNTED =
  /(?:一批|数批|若干|一宗|一堆|多[件个部张]|数[件个部张]|不详|不等|余[件个部张]|等物)|^[批宗堆些]$/u;
const DIGITS = /^[¥￥]?\s*(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s*(万)?\s*(.{0,12})$/u;
const CHINESE_DIGITS: Readonly<Record<string, number>> = {
  ...{ 零: 0, 〇: 0, 一: 1, 壹: 1, 二: 2, 两: 2, 贰: 2, 三: 3, 叁: 3, 四: 4, 肆: 4 },
  ...{ 五: 5, 伍: 5, 六: 6, 陆: 6, 七: 7, 柒: 7, 八: 8, 捌: 8, 九: 9, 玖: 9 },
};
const CHINESE_SCALES: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100 };
const CHINESE = /^([零〇一壹二两贰三叁四肆五伍六陆七柒八捌九玖十拾百佰]{1,6})(.{0,12})$/u;

/** 十二 → 12, 两百零三 → 203; null for what is no number. */
export function readChineseNumber(text: string): number | null {
  let [total, digit] = [0, null as number | null];
  for (const letter of text) {
    const scale = CHINESE_SCALES[letter];
    const value = CHINESE_DIGITS[letter];
    if (scale !== undefined) {
      total += (digit ?? 1) * scale;
      digit = null;
    } else if (value !== undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = value;
    } else return null;
  }
  return total + (digit ?? 0);
}

const UNIT_WORDS: Readonly<Record<string, string>> = {
  ...{
    元: 'CNY',
    圆: 'CNY',
    人民币: 'CNY',
    元人民币: 'CNY',
    美元: 'USD',
    欧元: 'EUR',
    英镑: 'GBP',
    港元: 'HKD',
  },
  ...{
    港币: 'HKD',
    日元: 'JPY',
    韩元: 'KRW',
    卢布: 'RUB',
    g: '克',
    kg: '千克',
    公斤: '千克',
    ml: '毫升',
    l: '升',
  },
  ...{ m: '米', 盏: '件', 架: '台' },
};

/** The unit that a word means; null: nothing that is counted here. */
export function unitOf(word: string): string | null {
  const text = word.trim().replace(/^[（(]|[)）]$/gu, '');
  if (Object.hasOwn(ITEM_UNITS, text)) return text;
  const known = UNIT_WORDS[text.toLowerCase()] ?? null;
  if (known !== null) return known;
  return Object.hasOwn(CURRENCIES, text.toUpperCase()) ? text.toUpperCase() : null;
}

function timesTenThousand(whole: string, part: string): string {
  const digits = part.padEnd(4, '0');
  const rest = digits.slice(4).replace(/0+$/u, '');
  return `${whole}${digits.slice(0, 4)}${rest === '' ? '' : `.${rest}`}`;
}

/** The number and, where it is written with it, the word of the unit. */
export function readQuantity(typed: string): ReadQuantity {
  const text = typed.normalize('NFKC').trim();
  if (UNCOUNTED.test(text)) return { ok: false, reason: 'uncounted' };
  const isYuan = /^[¥￥]/u.test(text);
  const match = DIGITS.exec(text);
  if (match) {
    const [, grouped = '', decimals = '', tenThousand, suffix = ''] = match;
    const whole = grouped.replaceAll(',', '').replace(/^0+(?=\d)/u, '');
    const part = decimals.slice(1).replace(/0+$/u, '');
    const quantity =
      tenThousand === undefined ? (part === '' ? whole : `${whole}.${part}`) : timesTenThousand(whole, part);
    const unit = suffix.trim() === '' ? (isYuan ? '元' : null) : suffix.trim();
    return { ok: true, quantity, unit };
  }
  const chinese = CHINESE.exec(text);
  const number = chinese?.[1] === undefined ? null : readChineseNumber(chinese[1]);
  if (number === null || number === 0) return { ok: false, reason: 'unreadable' };
  const unit = chinese?.[2]?.trim() ?? '';
  return { ok: true, quantity: String(number), unit: unit === '' ? null : unit };
}

/**
 * Units and currencies in both languages, and quantities said with them. What a court counts in words of its own stays
 * as it was written. Pure; runs in the browser too.
 */
import type { Sentence } from './errors.ts';

interface UnitWord extends Sentence {
  /** In English of more or less than one. */
  readonly many: string;
  /** In English, what tells it from other units of the same word where units are chosen or compared. */
  readonly note?: string;
}

const unit = (zh: string, en: string, many = `${en}s`, note?: string): UnitWord =>
  note === undefined ? { zh, en, many } : { zh, en, many, note };
const piece = (zh: string, note: string) => unit(zh, 'piece', 'pieces', note);
const measure = (zh: string, sign: string) => unit(zh, sign, sign);

const UNIT_WORDS: ReadonlyMap<string, UnitWord> = new Map(
  [
    unit('件', 'item'),
    unit('个', 'piece'),
    unit('台', 'machine'),
    unit('部', 'unit'),
    unit('辆', 'vehicle'),
    piece('只', 'animal, watch, one of a pair'),
    unit('头', 'head', 'head'),
    unit('匹', 'horse'),
    piece('把', 'with a handle'),
    piece('支', 'slender, as pens and guns'),
    piece('枚', 'small, as coins and seals'),
    unit('张', 'sheet', 'sheets', 'paper, card, table'),
    unit('本', 'book'),
    unit('册', 'volume'),
    unit('份', 'copy', 'copies'),
    unit('瓶', 'bottle'),
    unit('箱', 'case'),
    unit('盒', 'box', 'boxes'),
    unit('袋', 'bag'),
    unit('包', 'pack'),
    piece('条', 'strip, carton of cigarettes'),
    unit('块', 'block'),
    unit('套', 'set'),
    unit('副', 'set', 'sets', 'as glasses or playing cards'),
    unit('双', 'pair'),
    unit('根', 'rod'),
    piece('片', 'thin, as tablets and slices'),
    unit('粒', 'grain'),
    unit('卷', 'roll'),
    unit('桶', 'barrel'),
    unit('尾', 'fish', 'fish'),
    unit('株', 'plant'),
    measure('克', 'g'),
    measure('千克', 'kg'),
    measure('吨', 't'),
    measure('毫升', 'mL'),
    measure('升', 'L'),
    measure('米', 'm'),
    measure('平方米', 'm²'),
    measure('立方米', 'm³'),
    unit('枚币', 'coin', 'coins', 'virtual currency'),
    // Of fixed assets alone.
    unit('组', 'group'),
    unit('间', 'room'),
    unit('栋', 'building'),
    piece('架', 'mounted or framed'),
    unit('串', 'bunch', 'bunches'),
  ].map((word) => [word.zh, word]),
);

/** Names of currencies, and what an amount of one is called in Chinese where that is another word. */
const CURRENCY_WORDS: ReadonlyMap<string, Sentence & { readonly amount?: string }> = new Map([
  ['CNY', { zh: '人民币', en: 'Chinese yuan', amount: '元' }],
  ['USD', { zh: '美元', en: 'US dollars' }],
  ['EUR', { zh: '欧元', en: 'Euros' }],
  ['GBP', { zh: '英镑', en: 'Pounds sterling' }],
  ['HKD', { zh: '港元', en: 'Hong Kong dollars' }],
  ['JPY', { zh: '日元', en: 'Yen' }],
  ['KRW', { zh: '韩元', en: 'Won' }],
  ['RUB', { zh: '卢布', en: 'Roubles' }],
  ['MNT', { zh: '蒙古图格里克', en: 'Mongolian tögrög' }],
]);

/**
 * What a unit or currency is called where it stands alone: no two of the product's are called the same. A court's own
 * unit is answered as it is.
 */
export function sayUnit(name: string): Sentence {
  const currency = CURRENCY_WORDS.get(name);
  if (currency !== undefined) return { zh: currency.zh, en: currency.en };
  const word = UNIT_WORDS.get(name);
  if (word === undefined) return { zh: name, en: name };
  return { zh: name, en: word.note === undefined ? word.en : `${word.en} (${word.note})` };
}

/** The unit after a quantity: `部` / `units`, `元` / `CNY`. */
export function sayUnitOf(quantity: string, name: string): Sentence {
  const currency = CURRENCY_WORDS.get(name);
  if (currency !== undefined) return { zh: currency.amount ?? currency.zh, en: name };
  const word = UNIT_WORDS.get(name);
  if (word === undefined) return { zh: name, en: name };
  return { zh: name, en: /^1(\.0*)?$/.test(quantity) ? word.en : word.many };
}

/** `12345.6` is `12,345.6`: a nought too many in an amount is seen at once. */
function grouped(amount: string): string {
  return amount.replace(/^-?\d+/, (whole) => whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ','));
}

/** `2 部` / `2 units`, `12,345.6 元` / `12,345.6 CNY`. */
export function sayQuantity(quantity: string, name: string): Sentence {
  const { zh, en } = sayUnitOf(quantity, name);
  const figure = CURRENCY_WORDS.has(name) ? grouped(quantity) : quantity;
  return { zh: `${figure} ${zh}`.trim(), en: `${figure} ${en}`.trim() };
}

/** The unit or currency of the word that follows a quantity in Chinese: `元` is CNY, `部` is itself. */
export function unitOfWord(word: string): string {
  const found = [...CURRENCY_WORDS].find(([, { zh, amount = zh }]) => amount === word);
  return found?.[0] ?? word;
}

/** An item as the approver of a request sees it, frozen on the day of the request. Pure. */
import { shanghaiDay } from '../../platform/clock.ts';
import { addDecimals } from '../../platform/decimal.ts';
import { sayQuantity } from '../../platform/quantity.ts';
import { listWords, wordOf, type Sentence } from '../../platform/errors.ts';
import { NO_CLEARANCE, nameShapeOf, type CaseSensitivity } from '../cases/mask-names.ts';
import { ITEM_GRADES, categoryOf, type ItemGrade } from './item-categories.ts';
import { HAZARDS, KEEPING_NEEDS } from './item-fields.ts';
import type { ItemRow } from './item-page.sql.ts';
import { amountOfMinorUnits, minorUnitsOf } from './item-quantity.ts';
import { isCurrent, RATE_AGE, RATE_SOURCES, sayQuote } from './rates/exchange.rules.ts';
import { worthOf, type RateBook, type Worth } from './rates/worth.ts';
import { pieceOf } from './item-piece.ts';
import type { Fact } from './request-fact.ts';
import { ITEM_STATES } from './item-states.ts';

const fact = (zh: string, en: string, value: string | Sentence | null): Fact[] =>
  value === null || value === '' ? [] : [{ zh, en, value }];

/** The words of a list of keys; a key without a word is left out. */
function wordsOf(keys: readonly string[], table: Readonly<Record<string, Sentence>>): Sentence | null {
  const words = keys.flatMap((key) => table[key] ?? []);
  return words.length === 0 ? null : listWords(words);
}

/** What it is called on a request, which people without clearance decide on and read in lists. */
export function shownNameOf(
  row: Pick<ItemRow, 'name' | 'number' | 'keeping'>,
  sensitivity: CaseSensitivity,
): string {
  const shape = nameShapeOf(sensitivity, { ...NO_CLEARANCE, minors: true, internal: true });
  return shape === 'hidden' || row.keeping.includes('secret') ? `涉密物品（第 ${row.number} 件）` : row.name;
}

/** The amount of money, of foreign money what it is worth, or the estimate, in 分; null: nobody has said. */
export function valueFenOf(
  row: Pick<ItemRow, 'unit' | 'onHand' | 'estimatedValueFen'>,
  rates: RateBook,
): number | null {
  const amount = addDecimals(row.onHand, '0');
  if (row.unit === 'CNY') return minorUnitsOf(amount, 'CNY');
  return worthOf(amount, row.unit, rates)?.fen ?? row.estimatedValueFen;
}

const GRADES: readonly ItemGrade[] = ['special', 'valuable', 'ordinary'];

export type WeighedItem = Pick<ItemRow, 'grade' | 'unit' | 'onHand' | 'estimatedValueFen'>;

/** The highest grade and the sum of what is known, by which the policy chooses its rule. */
export function weighOf(
  items: readonly WeighedItem[],
  rates: RateBook,
): { grade: string | null; amountFen: number | null } {
  const grade = GRADES.find((each) => items.some((item) => item.grade === each));
  const values = items.flatMap((item) => valueFenOf(item, rates) ?? []);
  return {
    grade: grade === undefined ? null : ITEM_GRADES[grade].zh,
    amountFen: values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0),
  };
}

function saidRate({ quotedOn, source, ...quote }: Worth, today: string): Sentence {
  const [said, { short }] = [sayQuote(quote), RATE_SOURCES[source]];
  const { days } = RATE_AGE;
  const [zh, en] = isCurrent(quotedOn, today)
    ? ['', '']
    : [`（汇率已超过 ${days} 日，仅供参考）`, ` (more than ${days} days old, for information only)`];
  return {
    zh: `按 ${quotedOn} ${short.zh} ${said.zh} 折合${zh}`,
    en: `${short.en} of ${quotedOn}: ${said.en}${en}`,
  };
}

function gradeOf(row: ItemRow): Sentence {
  const [grade, category] = [ITEM_GRADES[row.grade], categoryOf(row.category)];
  return { zh: `${grade.zh}（${category.zh}）`, en: `${grade.en} (${category.en})` };
}

const UNSEALED: Sentence = { zh: '未加封', en: 'none' };

/** Name, number, place, value and case, in the order in which an approver asks. */
export function lineFactsOf(row: ItemRow, quantity: string, now: Date, rates: RateBook): Fact[] {
  const value = valueFenOf(row, rates);
  const worth = worthOf(addDecimals(row.onHand, '0'), row.unit, rates);
  const whole = addDecimals(row.onHand, '0');
  return [
    ...fact('编码', 'Code', row.code),
    ...fact('案号', 'Case', pieceOf(row)),
    ...fact('承办人', 'Handler', row.handler),
    ...fact('状态', 'State', wordOf(ITEM_STATES[row.state])),
    ...fact('位置', 'Place', row.place ?? row.keeper ?? row.holder),
    ...fact('等级', 'Grade', gradeOf(row)),
    ...fact('封条', 'Seal', row.sealNumber ?? UNSEALED),
    ...fact('警示', 'Hazards', wordsOf(row.hazards, HAZARDS)),
    ...fact('保管要求', 'Keeping', wordsOf(row.keeping, KEEPING_NEEDS)),
    ...fact('结存', 'On hand', quantity === whole ? null : sayQuantity(whole, row.unit)),
    ...fact('价值', 'Value', value === null ? null : sayQuantity(amountOfMinorUnits(value, 'CNY'), 'CNY')),
    ...fact('折算依据', 'By the rate', worth === null ? null : saidRate(worth, shanghaiDay(now))),
    ...fact('截至', 'As of', shanghaiDay(now)),
  ];
}

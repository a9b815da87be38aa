/** Examinations of items (鉴定、评估、检验): what may be sent out and how an opinion may read. Pure; runs in the browser too. */
import { addDecimals, compareDecimals } from '../../../platform/decimal.ts';
import { wordOf, type Facts } from '../../../platform/errors.ts';
import { addMonths } from '../../deadlines/counting.rules.ts';
import { editionOn } from '../../deadlines/deadline-rules.ts';
import { sayRuleBasis } from '../../deadlines/rule-bases.ts';
import { categoryOf, gradeWithin, type ItemCategoryId, type ItemGrade } from '../item-categories.ts';
import type { ExaminationRefusalReason } from './examination-refusals.ts';

export const EXAMINATION_KINDS = {
  appraisal: { zh: '鉴定', en: 'Appraisal' },
  valuation: { zh: '评估', en: 'Valuation' },
  test: { zh: '检验', en: 'Test' },
} as const;
export type ExaminationKind = keyof typeof EXAMINATION_KINDS;

const GRADE_ORDER: readonly ItemGrade[] = ['ordinary', 'valuable', 'special'];

/** The last day on which a valuation may hold: a year from its base date (D21, 法释〔2018〕15号). */
export function latestValidity(baseDate: string): string {
  const { amount, unit } = editionOn('D21', baseDate);
  if (unit !== 'month') throw new Error('the validity of a valuation is counted in months');
  return addMonths(baseDate, amount);
}

/** What of the item an opinion is about, as it stands. */
export interface ExaminedItem {
  readonly category: ItemCategoryId;
  readonly grade: ItemGrade;
  readonly valueFen: number | null;
}

export interface StatedValue {
  readonly fen: number;
  readonly baseDate: string;
  readonly validUntil: string;
}

export interface Opinion {
  readonly sentOn: string;
  readonly concludedOn: string;
  readonly sampleQuantity: string | null;
  readonly returnedQuantity: string | null;
  readonly consumedQuantity: string | null;
  readonly value: StatedValue | null;
  /** undefined: stays as it is. */
  readonly grade: ItemGrade | null;
  readonly category: ItemCategoryId | null;
}

type Objection = { readonly reason: ExaminationRefusalReason; readonly facts?: Facts } | null;

/** Whether the opinion makes the thing worth less than it stood in the books: two people then record it. */
export function isDowngrade(item: ExaminedItem, { grade, category, value }: Opinion): boolean {
  const isLowerGrade =
    (grade !== null && GRADE_ORDER.indexOf(grade) < GRADE_ORDER.indexOf(item.grade)) ||
    (category !== null &&
      GRADE_ORDER.indexOf(categoryOf(category).gradeAtLeast) <
        GRADE_ORDER.indexOf(categoryOf(item.category).gradeAtLeast));
  return isLowerGrade || (value !== null && item.valueFen !== null && value.fen < item.valueFen);
}

function objectToQuantities({ sampleQuantity, returnedQuantity, consumedQuantity }: Opinion): Objection {
  if (sampleQuantity === null)
    return returnedQuantity === null && consumedQuantity === null ? null : { reason: 'NO_SAMPLE_WAS_TAKEN' };
  if (returnedQuantity === null || consumedQuantity === null) return { reason: 'SAMPLE_UNACCOUNTED' };
  const sum = addDecimals(returnedQuantity, consumedQuantity);
  return compareDecimals(sum, sampleQuantity) === 0
    ? null
    : { reason: 'SAMPLE_DIFFERS', facts: { sample: sampleQuantity, sum } };
}

function objectToValue({ value, concludedOn }: Opinion): Objection {
  if (value === null) return null;
  if (value.baseDate > concludedOn) return { reason: 'BASE_DATE_AFTER_OPINION' };
  const latest = latestValidity(value.baseDate);
  return value.validUntil < value.baseDate || value.validUntil > latest
    ? {
        reason: 'VALIDITY_TOO_LONG',
        facts: { latest, basis: sayRuleBasis(editionOn('D21', value.baseDate).basis) },
      }
    : null;
}

function objectToClass(item: ExaminedItem, { grade, category }: Opinion): Objection {
  const next = category ?? item.category;
  const { isMoney, prohibition, ...words } = categoryOf(next);
  if ((isMoney === true) !== (categoryOf(item.category).isMoney === true))
    return { reason: 'MONEY_STAYS_MONEY' };
  if (category !== null && prohibition !== undefined)
    return {
      reason: 'FOUND_PROHIBITED',
      facts: { category: wordOf(words), advice: prohibition.zh, adviceEn: prohibition.en },
    };
  return grade !== null && gradeWithin(next, grade) !== grade
    ? { reason: 'GRADE_BELOW_CATEGORY', facts: { category: wordOf(words) } }
    : null;
}

/** What stands against an opinion as it was entered; null: nothing. */
export function objectToOpinion(
  item: ExaminedItem,
  opinion: Opinion,
  { today, hasSecondPerson }: { readonly today: string; readonly hasSecondPerson: boolean },
): Objection {
  const { concludedOn, sentOn } = opinion;
  if (concludedOn > today) return { reason: 'OPINION_IN_FUTURE' };
  if (concludedOn < sentOn) return { reason: 'OPINION_BEFORE_MANDATE' };
  const objection = objectToQuantities(opinion) ?? objectToValue(opinion) ?? objectToClass(item, opinion);
  if (objection) return objection;
  return isDowngrade(item, opinion) && !hasSecondPerson ? { reason: 'DOWNGRADE_NEEDS_TWO' } : null;
}

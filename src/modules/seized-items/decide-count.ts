/** What is wrong with a line as it was counted, in the order of INTAKE_REFUSALS. Pure. */
import { compareDecimals } from '../../platform/decimal.ts';
import type { Facts } from '../../platform/errors.ts';
import { sayQuantity } from '../../platform/quantity.ts';
import { categoryOf, needsSeal, type ItemCategoryId, type ItemGrade } from './item-categories.ts';
import { netWeight, sumDenominations, type IntakeCount } from './intake-count.ts';
import type { IntakeRefusalReason } from './intake-refusals.ts';

export interface CountGrounds {
  readonly category: ItemCategoryId;
  readonly grade: ItemGrade;
  readonly unit: string;
  /** In the unit of the item; null: the list says none. */
  readonly listedQuantity: string | null;
  /** The storage room of the place; null: the place lies in none. */
  readonly room: { readonly name: string; readonly allowedCategories: readonly string[] } | null;
  readonly isSealTaken: boolean;
}

export interface CountProblem {
  readonly reason: IntakeRefusalReason;
  readonly facts: Facts;
}

const problem = (reason: IntakeRefusalReason, facts: Facts = {}): CountProblem => ({ reason, facts });

function findQuantityFault(count: IntakeCount, grounds: CountGrounds): CountProblem | null {
  const { quantity, outcome } = count;
  if (quantity === null) return problem('LINE_QUANTITY_MISSING');
  const { listedQuantity, unit } = grounds;
  const isAsListed = listedQuantity === null || compareDecimals(quantity, listedQuantity) === 0;
  if (outcome === 'matches' && !isAsListed)
    return problem('COUNT_NOT_AS_LISTED', {
      counted: sayQuantity(quantity, unit),
      listed: sayQuantity(listedQuantity, unit),
    });
  return null;
}

function findPlaceFault({ placeId }: IntakeCount, { room, category }: CountGrounds): CountProblem | null {
  if (placeId === null || room === null) return problem('PLACE_NOT_A_STORE');
  const { name, allowedCategories } = room;
  return allowedCategories.length > 0 && !allowedCategories.includes(category)
    ? problem('CATEGORY_NOT_KEPT_THERE', { room: name, category: categoryOf(category) })
    : null;
}

function findSealFault(count: IntakeCount, grounds: CountGrounds): CountProblem | null {
  const { sealNumber } = count;
  const { zh, en, takesNoSeal } = categoryOf(grounds.category);
  if (sealNumber === null) return needsSeal(grounds.category, grounds.grade) ? problem('SEAL_MISSING') : null;
  if (takesNoSeal === true) return problem('SEAL_NOT_FOR_THIS', { category: zh, categoryEn: en });
  return grounds.isSealTaken ? problem('SEAL_NUMBER_TAKEN', { number: sealNumber }) : null;
}

function findMeasureFault(count: IntakeCount, { category, unit }: CountGrounds): CountProblem | null {
  const { denominations, quantity, weight } = count;
  if (categoryOf(category).isMoney === true) {
    if (denominations.length === 0) return problem('MONEY_NOT_COUNTED');
    const { amount } = sumDenominations(denominations, unit);
    if (compareDecimals(amount, quantity ?? '0') !== 0)
      return problem('MONEY_COUNT_DIFFERS', {
        sum: sayQuantity(amount, unit),
        amount: sayQuantity(quantity ?? '0', unit),
      });
  }
  return weight !== null && netWeight(weight) === null ? problem('WEIGHT_INVALID') : null;
}

/** The first thing that is wrong with the count, or null. */
export function findCountProblem(count: IntakeCount, grounds: CountGrounds): CountProblem | null {
  const { outcome, difference, keeper } = count;
  if (outcome === 'refused') return difference === null ? problem('DIFFERENCE_UNSAID') : null;
  const quantityFault = findQuantityFault(count, grounds);
  if (quantityFault) return quantityFault;
  if (outcome === 'differs' && difference === null) return problem('DIFFERENCE_UNSAID');
  if (outcome === 'kept_elsewhere')
    return keeper === null ? problem('KEEPER_MISSING') : findMeasureFault(count, grounds);
  return findPlaceFault(count, grounds) ?? findSealFault(count, grounds) ?? findMeasureFault(count, grounds);
}

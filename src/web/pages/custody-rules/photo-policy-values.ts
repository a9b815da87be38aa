/** What the form of the photo policy holds: every step with its three grades, then what stands in for the grade. */
import type { ItemCategoryId, ItemGrade } from '../../../modules/seized-items/item-categories.ts';
import {
  PHOTO_STEP_IDS,
  photosNeeded,
  type PhotoPolicyRules,
  type PhotoStep,
} from '../../../modules/seized-items/photo-demands/photo-policy-rules.ts';

export const GRADES: readonly ItemGrade[] = ['ordinary', 'valuable', 'special'];

export interface PhotoPolicyValues {
  readonly grades: Readonly<Record<PhotoStep, Readonly<Record<ItemGrade, number>>>>;
  readonly categories: readonly { category?: ItemCategoryId; steps?: readonly PhotoStep[]; count?: number }[];
  readonly note: string;
}

/** How many of each grade, whatever the categories say. */
export function gradeRowOf(rules: PhotoPolicyRules, step: PhotoStep): Record<ItemGrade, number> {
  const ofGrades = { ...rules, categories: [] };
  const of = (grade: ItemGrade) => photosNeeded(ofGrades, step, { category: 'other', grade });
  return { ordinary: of('ordinary'), valuable: of('valuable'), special: of('special') };
}

export interface ExceptionRow {
  readonly category: ItemCategoryId;
  readonly count: number;
  readonly steps: readonly PhotoStep[];
}

/** What stands in for the grade, with the steps of one count together. */
export function exceptionRows(rules: PhotoPolicyRules): ExceptionRow[] {
  const rows = new Map<string, { category: ItemCategoryId; count: number; steps: PhotoStep[] }>();
  for (const { category, count, step } of rules.categories) {
    const key = `${category} ${count}`;
    const row = rows.get(key) ?? { category, count, steps: [] };
    row.steps.push(step);
    rows.set(key, row);
  }
  return [...rows.values()];
}

export function valuesOfPolicy(rules: PhotoPolicyRules): Omit<PhotoPolicyValues, 'note'> {
  // why: every step is named, because the list of steps is.
  const grades = Object.fromEntries(
    PHOTO_STEP_IDS.map((step) => [step, gradeRowOf(rules, step)]),
  ) as PhotoPolicyValues['grades'];
  return { grades, categories: exceptionRows(rules) };
}

export function policyOfValues({ grades, categories }: PhotoPolicyValues): PhotoPolicyRules {
  return {
    grades: PHOTO_STEP_IDS.map((step) => ({ step, ...grades[step] })),
    categories: categories.flatMap(({ category, steps = [], count }) =>
      category === undefined || count === undefined ? [] : steps.map((step) => ({ step, category, count })),
    ),
  };
}

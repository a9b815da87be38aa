/**
 * How many photos of the day a step of a thing demands: by its grade, or by its category where that says otherwise. What
 * ships is a default of the product, not quoted law; a court changes it. Pure; runs in the browser too.
 */
import { z } from 'zod';
import { ITEM_CATEGORY_IDS, type ItemCategoryId, type ItemGrade } from '../item-categories.ts';

export const PHOTO_STEPS = {
  release: { zh: '临时出库', en: 'Release for a while', floor: 0 },
  give_back: { zh: '归还入库', en: 'Give back', floor: 0 },
  dispatch: { zh: '移送二审发出', en: 'Dispatch to the second instance', floor: 0 },
  take_back: { zh: '移送退回入库', en: 'Back from dispatch', floor: 0 },
  to_keeper: { zh: '交外部保管', en: 'To an outside keeper', floor: 0 },
  // Situation 65: whoever inspects at a keeper brings home a picture.
  inspection: { zh: '外部保管巡查', en: 'Inspection at a keeper', floor: 1 },
  from_keeper: { zh: '外部保管收回', en: 'Back from an outside keeper', floor: 0 },
  // T15: a photo of the handover.
  return: { zh: '返还权利人', en: 'Return to the right holder', floor: 1 },
  hand_over: { zh: '移交其他机关', en: 'Hand over to another organ', floor: 0 },
  send_back: { zh: '退回移送机关', en: 'Send back to the organ', floor: 0 },
  // T17: what was destroyed, and what became of it.
  before_destruction: { zh: '销毁前', en: 'Before the destruction', floor: 1 },
  after_destruction: { zh: '销毁后', en: 'After the destruction', floor: 1 },
} as const satisfies Record<string, { zh: string; en: string; floor: number }>;
export type PhotoStep = keyof typeof PHOTO_STEPS;
// why: the keys of a literal object are its steps.
export const PHOTO_STEP_IDS = Object.keys(PHOTO_STEPS) as [PhotoStep, ...PhotoStep[]];

export const PHOTOS_MAX = 12;
const count = () => z.int().min(0).max(PHOTOS_MAX);

export const photoPolicyRules = z.strictObject({
  /** A step that is not named keeps what ships. */
  grades: z
    .array(
      z.strictObject({
        step: z.enum(PHOTO_STEP_IDS),
        ordinary: count(),
        valuable: count(),
        special: count(),
      }),
    )
    .max(PHOTO_STEP_IDS.length),
  /** Stands in for the grade. */
  categories: z
    .array(
      z.strictObject({ step: z.enum(PHOTO_STEP_IDS), category: z.enum(ITEM_CATEGORY_IDS), count: count() }),
    )
    .max(200),
});
export type PhotoPolicyRules = z.output<typeof photoPolicyRules>;

const byGrade = (step: PhotoStep, ordinary: number, dear: number) => ({
  ...{ step, ordinary },
  ...{ valuable: dear, special: dear },
});
/** Steps at which a car is walked around. */
const CAR_STEPS: readonly PhotoStep[] = [
  'release',
  'give_back',
  'dispatch',
  'take_back',
  'to_keeper',
  'from_keeper',
];
/** A balance on a chain has no looks. */
const BODILESS_STEPS: readonly PhotoStep[] = [...CAR_STEPS, 'hand_over', 'send_back'];

export const SHIPPED_PHOTO_RULES: PhotoPolicyRules = {
  grades: [
    byGrade('release', 0, 1),
    byGrade('give_back', 0, 1),
    byGrade('dispatch', 0, 1),
    byGrade('take_back', 0, 1),
    byGrade('to_keeper', 1, 1),
    byGrade('inspection', 1, 1),
    byGrade('from_keeper', 1, 1),
    byGrade('return', 1, 1),
    byGrade('hand_over', 0, 1),
    byGrade('send_back', 0, 1),
    byGrade('before_destruction', 1, 1),
    byGrade('after_destruction', 1, 1),
  ],
  categories: [
    ...CAR_STEPS.map((step) => ({ step, category: 'vehicles' as const, count: 4 })),
    ...BODILESS_STEPS.map((step) => ({ step, category: 'virtual_currency' as const, count: 0 })),
  ],
};

/** How many photos of the day the step demands of the thing. */
export function photosNeeded(
  rules: PhotoPolicyRules,
  step: PhotoStep,
  thing: { readonly category: ItemCategoryId; readonly grade: ItemGrade },
): number {
  const own = rules.categories.find((rule) => rule.step === step && rule.category === thing.category);
  const ofStep = (of: PhotoPolicyRules) => of.grades.find((rule) => rule.step === step)?.[thing.grade];
  const wanted = own?.count ?? ofStep(rules) ?? ofStep(SHIPPED_PHOTO_RULES) ?? 0;
  return Math.max(wanted, PHOTO_STEPS[step].floor);
}

/** In order of precedence. */
export type PhotoPolicyProblem =
  | { readonly reason: 'PHOTO_RULE_TWICE'; readonly step: PhotoStep }
  | { readonly reason: 'PHOTO_RULE_BELOW_FLOOR'; readonly step: PhotoStep };

/** One rule for one thing, and no step below what must be. */
export function findPhotoPolicyProblem({ grades, categories }: PhotoPolicyRules): PhotoPolicyProblem | null {
  const twice =
    grades.find((rule, index) => grades.findIndex(({ step }) => step === rule.step) !== index) ??
    categories.find(
      (rule, index) =>
        categories.findIndex(({ step, category }) => step === rule.step && category === rule.category) !==
        index,
    );
  if (twice) return { reason: 'PHOTO_RULE_TWICE', step: twice.step };
  const low =
    grades.find(({ step, ordinary, valuable, special }) =>
      [ordinary, valuable, special].some((one) => one < PHOTO_STEPS[step].floor),
    ) ?? categories.find((rule) => rule.count < PHOTO_STEPS[rule.step].floor);
  return low ? { reason: 'PHOTO_RULE_BELOW_FLOOR', step: low.step } : null;
}

/** What else may be done with an item in store, beside moving it: one entry a form of its page. Pure. */
import { categoryOf, type ItemCategoryId } from '../item-categories.ts';
import type { ItemState } from '../item-states.ts';

const ACTIONS = {
  split: { zh: '拆分、取样', en: 'Split, take a sample' },
  merge_back: { zh: '并回子件', en: 'Merge parts back' },
  read_odometer: { zh: '读取里程', en: 'Read the odometer' },
  weigh: { zh: '复称', en: 'Weigh again' },
  birth: { zh: '登记增殖', en: 'Record a birth' },
  death: { zh: '登记死亡', en: 'Record a death' },
  natural_loss: { zh: '登记自然损耗', en: 'Record natural loss' },
  found_inside: { zh: '另列物品', en: 'List what was found inside' },
  settle_difference: { zh: '差异补正', en: 'Settle the difference' },
  request_loss: { zh: '申请确认灭失', en: 'Ask to confirm the loss' },
  confirm_loss: { zh: '确认灭失', en: 'Confirm the loss' },
  put_in_box: { zh: '装入箱袋', en: 'Put into a box' },
  pack_lot: { zh: '装箱计数', en: 'Pack into counted boxes' },
  identify: { zh: '核对身份换标', en: 'Identify, then a new label' },
  examine: { zh: '委托鉴定评估', en: 'Commission an examination' },
  reattribute: { zh: '更正归属', en: 'Move to another case' },
} as const;
export type CareAction = keyof typeof ACTIONS;

/** What changes how much there is, or lets it go to another case. */
const STOPS_AT_OPEN_COUNT: ReadonlySet<CareAction> = new Set([
  ...(['split', 'merge_back', 'birth', 'death', 'natural_loss', 'reattribute'] as const),
]);

export interface CareGrounds {
  readonly state: ItemState;
  readonly category: ItemCategoryId;
  readonly isSealed: boolean;
  /** It lies at a place of the court, and not in somebody's hands. */
  readonly isPlaced: boolean;
  readonly isBoxed: boolean;
  /** Out on a release, whose own steps look after it. */
  readonly isReleased: boolean;
  readonly hasParts: boolean;
  /** A first count that differs from the older register waits for its settlement. */
  readonly hasOpenCount: boolean;
  readonly isOwnCourt: boolean;
  readonly may: {
    readonly move: boolean;
    readonly askLoss: boolean;
    readonly conclude: boolean;
    readonly examine: boolean;
    readonly reattribute: boolean;
  };
}

function fits(key: CareAction, grounds: CareGrounds): boolean {
  const { state, category, isSealed, isPlaced, isBoxed, isReleased, hasParts, may } = grounds;
  const { isAlive, isMoney } = categoryOf(category);
  const isHeld = (state === 'in_store' && isPlaced) || state === 'kept_elsewhere';
  const isLoose = may.move && state === 'in_store' && isPlaced && !isSealed;
  switch (key) {
    case 'split':
      return isLoose;
    case 'merge_back':
      return isLoose && hasParts;
    case 'read_odometer':
      return may.move && isHeld && !isReleased && category === 'vehicles';
    case 'weigh':
      return may.move && isHeld && isMoney !== true;
    case 'birth':
    case 'death':
      return may.move && isHeld && isAlive === true;
    case 'natural_loss':
      return may.move && isHeld && isAlive !== true && isMoney !== true;
    case 'found_inside':
      return isLoose || (may.move && state === 'consumed');
    case 'settle_difference':
      return may.move && state === 'discrepancy';
    case 'request_loss':
      return may.askLoss && state === 'under_investigation';
    case 'confirm_loss':
      return may.conclude && state === 'under_investigation';
    case 'put_in_box':
      return may.move && state === 'in_store' && isPlaced && !isBoxed;
    case 'pack_lot':
      return isLoose && ['bulk_goods', 'tobacco_and_liquor', 'drugs_and_food', 'other'].includes(category);
    case 'identify':
      return may.move && isHeld;
    case 'examine':
      return may.examine && !['preregistered', 'awaiting_check'].includes(state);
    case 'reattribute':
      return may.reattribute && state === 'in_store' && isPlaced;
  }
}

export function listCareActions(
  grounds: CareGrounds,
): { readonly key: CareAction; readonly zh: string; readonly en: string }[] {
  if (!grounds.isOwnCourt) return [];
  // why: the keys of a literal object are its actions.
  const keys = Object.keys(ACTIONS) as CareAction[];
  return keys
    .filter((key) => fits(key, grounds) && !(grounds.hasOpenCount && STOPS_AT_OPEN_COUNT.has(key)))
    .map((key) => ({ key, ...ACTIONS[key] }));
}

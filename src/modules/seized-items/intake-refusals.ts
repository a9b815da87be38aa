/** Why a delivery is not taken as it was counted: one closed list in order of precedence. */
import { defineRefusals, Refusal, type Facts, type Problem } from '../../platform/errors.ts';

export const INTAKE_REFUSALS = defineRefusals({
  INTAKE_NOT_FOUND: {
    status: 404,
    zh: '没有找到该接收单，可能不在您的管理范围内。',
    en: 'No such delivery. It may lie outside what you manage.',
  },
  INTAKE_CASE_UNKNOWN: {
    status: 404,
    zh: '没有找到该案件，或案件不在您的办理范围内，请核对案号。',
    en: 'No such case, or it is not yours. Check its number.',
  },
  INTAKE_COMPLETED: {
    status: 409,
    zh: '该接收单已办结，不能再改；有误的请按差异或异常处理。',
    en: 'The delivery is completed and cannot be changed. Handle what is wrong as a difference or an incident.',
  },
  INTAKE_LINES_PENDING: {
    status: 409,
    zh: '还有 {count} 件没有查验，请逐件查验后办结。',
    en: '{count} item(s) are not counted yet. Count each, then complete.',
  },
  INTAKE_LINES_REFUSED: {
    status: 409,
    zh: '{count} 件登记有误，全部未保存，请逐件更正。',
    en: '{count} item(s) are wrong and nothing was saved. Correct each.',
  },
  LINE_NOT_OF_INTAKE: {
    status: 409,
    zh: '该物品不在本次接收的清单内，请刷新后重试。',
    en: 'The item is not part of this delivery. Reload and try again.',
  },
  LINE_QUANTITY_MISSING: {
    status: 409,
    zh: '请填写实收数量。',
    en: 'State the quantity that was counted.',
  },
  COUNT_NOT_AS_LISTED: {
    status: 409,
    zh: '实收 {counted} 与应收 {listed} 不符，请改为“有差异”并写明差异。',
    en: '{counted} were counted and {listed} listed. Mark it as different and say what differs.',
  },
  DIFFERENCE_UNSAID: {
    status: 409,
    zh: '请写明差异或拒收的原因。',
    en: 'Say what differs or why it is refused.',
  },
  PLACE_NOT_A_STORE: {
    status: 409,
    zh: '请扫描涉案财物库房内的库位；所选位置不在库房内。',
    en: 'Scan a place inside a storage room; this one is in none.',
  },
  CATEGORY_NOT_KEPT_THERE: {
    status: 409,
    zh: '{room}不存放{category}，请换一个库房。',
    en: '{room} does not keep this category ({category}). Choose another room.',
  },
  PLACE_LACKS_NEEDS: {
    status: 409,
    zh: '其上有物品需要 {needs}，新位置不具备。请先把这些物品移到具备条件的库位，或先登记新位置的保管条件，再移动。',
    en: 'Things on it need {needsEnglish}, which it would not offer there. Move them first to a place that does, or say first what the new place offers.',
  },
  KEEPING_NEED_UNMET: {
    status: 409,
    zh: '{name}须{needs}保管，{place}不具备。可放：{places}。确需在此暂放的，请填写暂放原因。',
    en: '{name} needs: {needsEnglish}; {place} does not offer that. It fits: {placesEnglish}. To let it wait here, say why.',
  },
  SECRET_PLACE_NEEDED: {
    status: 409,
    zh: '{name}属涉密物品，只能放入涉密库位，不得暂放他处。可放：{places}。',
    en: '{name} is secret and lies in a place for secrets only. It fits: {placesEnglish}.',
  },
  OTHER_ROOM: {
    status: 409,
    zh: '目标库位在另一库房，请先办理移库取出，到该库房再办理移库放入。',
    en: 'The place lies in another room. Carry the item out first, then into that room.',
  },
  NOT_IN_YOUR_HANDS: {
    status: 409,
    zh: '该物品不在您手中，请由取出的人放入。',
    en: 'The item is not in your hands. Whoever carried it out carries it in.',
  },
  ROOM_FULL: {
    status: 409,
    zh: '{room}还能存放 {free} 件，放不下本次入库的物品，请换一个库房。',
    en: '{room} has room for {free} more item(s). Choose another room for the rest.',
  },
  SEAL_MISSING: {
    status: 409,
    zh: '该物品须封存，请填写封条号。',
    en: 'The item must be sealed. Give the number of the seal.',
  },
  SEAL_NOT_FOR_THIS: {
    status: 409,
    zh: '{category}不加封条，请删去封条号。',
    en: '{categoryEn} take no seal. Leave the number out.',
  },
  SEAL_NUMBER_TAKEN: {
    status: 409,
    zh: '封条号 {number} 已用过，请核对封条。',
    en: 'Seal {number} was used before. Check the seal.',
  },
  MONEY_NOT_COUNTED: {
    status: 409,
    zh: '现金须按券别清点，请填写各券别张数。',
    en: 'Count money by denomination and state the pieces of each.',
  },
  MONEY_COUNT_DIFFERS: {
    status: 409,
    zh: '券别合计 {sum} 与实收金额 {amount} 不符，请重新清点。',
    en: 'The notes add up to {sum} and not to {amount}. Count again.',
  },
  WEIGHT_INVALID: {
    status: 409,
    zh: '毛重须大于皮重，请核对称量。',
    en: 'The gross weight must exceed the tare. Check the weighing.',
  },
  KEEPER_MISSING: {
    status: 409,
    zh: '请填写保管单位或保管人。',
    en: 'Say who keeps it.',
  },
  DELIVERER_NOT_OF_COURT: {
    status: 409,
    zh: '所选移送人不在本院，请清除该项，直接填写姓名和单位。',
    en: 'The chosen deliverer does not belong to this court. Clear the choice and write the name and unit.',
  },
  LOCKER_UNKNOWN: {
    status: 409,
    zh: '所选位置不是库房的夜间暂存柜，请重新选择。',
    en: 'That place is no night locker of a storage room. Choose another.',
  },
  SIGNATURE_INVALID: {
    status: 400,
    zh: '签名图片无法识别或过大，请重新签名。',
    en: 'The drawn signature cannot be read or is too large. Sign again.',
  },
});

export type IntakeRefusalReason = keyof typeof INTAKE_REFUSALS;

/** A refusal of a delivery by its reason. */
export function refuseIntake(
  reason: IntakeRefusalReason,
  facts: Facts = {},
  problems: readonly Problem[] = [],
): Refusal {
  return new Refusal(reason, INTAKE_REFUSALS[reason], facts, problems);
}

/** Why something is not done to an item in store: one closed list in order of precedence. */
import { defineRefusals, Refusal, type Facts, type Problem } from '../../../platform/errors.ts';

export const CARE_REFUSALS = defineRefusals({
  KEY_MATERIAL: {
    status: 409,
    zh: '内容疑似虚拟货币的助记词或私钥，系统不得保存；请删去，只登记链、地址和交易哈希。',
    en: 'This looks like a seed phrase or private key, which is never stored. Remove it; record chain, address and transaction hash only.',
  },
  MARKS_NOT_COMPARED: {
    status: 409,
    zh: '更换标签前还须核对：{marks}。请两人对照实物核对后勾选。',
    en: 'Before the label is replaced also compare: {marksEn}. Hold the thing against them together, then tick them.',
  },
  ITEM_SEALED: {
    status: 409,
    zh: '该物品已封存（封条 {seal}），请先启封。',
    en: 'The item is sealed (seal {seal}). Open the seal first.',
  },
  PARTS_EXCEED_ITEM: {
    status: 409,
    zh: '各子件与损耗合计 {sum}，超过结存 {onHand}，请核对。',
    en: 'Parts and loss add up to {sum}, more than the {onHand} on hand. Check them.',
  },
  ONE_PART_IS_NO_SPLIT: {
    status: 409,
    zh: '全部拆分时至少拆成两件。',
    en: 'To split the whole up takes two parts at least.',
  },
  JUDGE_CONFIRMS: {
    status: 409,
    zh: '该业务须承办人确认，请由承办人 {handler} 或书记员输入确认码。',
    en: 'The case handler confirms this. Have {handler} or the clerk enter their PIN.',
  },
  NOT_A_PART: {
    status: 409,
    zh: '所选物品不是从本件拆出的，不能并回。',
    en: 'That item was not split from this one and cannot be merged into it.',
  },
  PARTS_ELSEWHERE: {
    status: 409,
    zh: '子件与本件不在同一库房，请先移到一处。',
    en: 'The part lies in another room than this item. Bring them together first.',
  },
  NOT_ALIVE: {
    status: 409,
    zh: '增殖、死亡只登记于活体动物；其他物品请登记自然损耗或报告异常。',
    en: 'Births and deaths are recorded of live animals only. Record natural loss or report an incident.',
  },
  NO_NATURAL_LOSS: {
    status: 409,
    zh: '{category}没有自然损耗，短少请报告异常。',
    en: 'Things of this category lose nothing by nature. Report an incident.',
  },
  COUNTERFEIT_IN_MONEY: {
    status: 409,
    zh: '假币须从款项中剔除，请填写剔除的票面金额；其他物品不填。',
    en: 'Counterfeit notes are struck from money: state their face value. Leave it empty for anything else.',
  },
  OPINION_MISSING: {
    status: 409,
    zh: '请填写鉴定意见书号或收缴凭证号。',
    en: 'State the number of the written opinion or of the confiscation slip.',
  },
  PLACE_MISSING: {
    status: 409,
    zh: '原物不在库内，请选择另列物品的库位。',
    en: 'The original is not in store. Choose a place for what is listed.',
  },
  FOUND_CLASS_PROHIBITED: {
    status: 409,
    zh: '{category}不得另列入库，请报告异常（夹带违禁品）。{advice}',
    en: 'This class is not taken in. Report an incident (forbidden things inside). {adviceEn}',
  },
  QUANTITY_UNFIT: {
    status: 409,
    zh: '{name}的数量与计量单位不符，请更正。',
    en: 'The quantity of {name} does not fit its unit. Correct it.',
  },
  SAME_CASE: {
    status: 409,
    zh: '该物品本来就在此案，无须更正归属。',
    en: 'The item belongs to this case already.',
  },
  REATTRIBUTION_OPEN: {
    status: 409,
    zh: '该物品已有待确认的归属更正，请先办结或撤回。',
    en: 'A move to another case waits already. Finish or withdraw it first.',
  },
  REATTRIBUTION_NOT_FOUND: {
    status: 404,
    zh: '没有找到该归属更正，可能已办结或撤回，请刷新。',
    en: 'No such move; it may be done or withdrawn. Reload.',
  },
  NOT_JUDGE_OF_EITHER: {
    status: 403,
    zh: '归属更正由两案的承办人确认，您不是其中任何一案的承办人。',
    en: 'The handlers of both cases confirm. You are the handler of neither.',
  },
  REATTRIBUTION_UNCONFIRMED: {
    status: 409,
    zh: '尚待承办人确认：{waiting}。',
    en: 'Still waiting for the handlers: {waiting}.',
  },
});
export type CareRefusalReason = keyof typeof CARE_REFUSALS;

/** A refusal of what was to be done to an item, by its reason. */
export function refuseCare(
  reason: CareRefusalReason,
  facts: Facts = {},
  problems: readonly Problem[] = [],
): Refusal {
  return new Refusal(reason, CARE_REFUSALS[reason], facts, problems);
}

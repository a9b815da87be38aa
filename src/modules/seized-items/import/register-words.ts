/** Words of old registers for categories, grades and ownership. Pure data. */
import {
  ITEM_CATEGORIES,
  ITEM_CATEGORY_IDS,
  ITEM_GRADES,
  type ItemCategoryId,
  type ItemGrade,
} from '../item-categories.ts';
import {
  HAZARDS,
  KEEPING_NEEDS,
  OWNERSHIPS,
  type Hazard,
  type KeepingNeed,
  type Ownership,
} from '../item-fields.ts';

const CATEGORY_WORDS: Partial<Record<ItemCategoryId, readonly string[]>> = {
  cash: ['人民币', '现钞', '款', '款项', '赃款'],
  foreign_currency: ['外汇'],
  securities: ['票据', '证券', '银行卡', '存折', '卡证', '有价证券', '票证'],
  precious_metals: ['金银', '珠宝', '首饰', '黄金', '贵重物品', '贵金属'],
  relics_and_art: ['文物', '字画', '艺术品'],
  vehicles: ['机动车', '汽车', '摩托车', '电动车', '交通工具'],
  title_deeds: ['房产证', '不动产', '权证'],
  electronics: ['电子设备', '电子产品', '手机', '电脑', '存储介质', '电子数据载体', '数码产品'],
  documents: ['文书', '书证', '资料', '账册', '文件'],
  tools: ['工具', '作案工具', '器械'],
  knives: ['刀', '管制刀具', '凶器'],
  drugs_and_food: ['药品', '食品'],
  tobacco_and_liquor: ['烟', '酒', '香烟', '白酒'],
  clothing: ['衣物', '鞋服', '衣服'],
  stamps_and_certificates: ['印章', '证件', '公章'],
  obscene_materials: ['淫秽光盘', '淫秽书刊'],
  biological_samples: ['检材', '生物样本'],
  live_animals: ['动物', '牲畜', '活畜'],
  virtual_currency: ['比特币', '数字货币'],
  bulk_goods: ['大宗物品', '物资'],
  other: ['其它', '杂物', '其他物品'],
  narcotics: ['毒品', '冰毒', '海洛因', '大麻'],
  firearms: ['枪支', '弹药', '枪', '子弹'],
  explosives: ['爆炸物', '危化品', '危险化学品'],
};

const NEED_WORDS: Partial<Record<KeepingNeed, readonly string[]>> = {
  cold: ['低温', '冷冻', '冷藏保存', '阴凉'],
  antimagnetic: ['磁屏蔽', '屏蔽'],
  dry: ['干燥', '防水'],
  dark: ['避光保存', '遮光'],
  secret: ['保密', '密件'],
  yard: ['停车场', '露天车场'],
  feeding: ['饲养', '活体'],
  fire_safe: ['防火柜', '消防'],
  separate: ['单放', '隔离', '单独保管'],
  marked_notes: ['特定现金', '原物封存'],
  no_power_on: ['勿开机', '不得开机'],
};
/** What asks for nothing. */
const NO_NEEDS: ReadonlySet<string> = new Set(['无', '常温', '普通', '一般', '无特殊要求', '不详']);

const key = (word: string) => word.replace(/[\s/、，,·()（）]/gu, '').toLowerCase();

function byWord<K extends string>(
  ids: readonly K[],
  wordsOf: (id: K) => readonly string[],
): ReadonlyMap<string, K> {
  return new Map(ids.flatMap((id) => wordsOf(id).map((word) => [key(word), id] as const)));
}

const CATEGORIES = byWord(ITEM_CATEGORY_IDS, (id) => {
  const { zh, en } = ITEM_CATEGORIES[id];
  return [zh, en, ...zh.split(/[/、]/u), ...(CATEGORY_WORDS[id] ?? [])];
});
// why: the keys of literal objects are their values.
const GRADES = byWord(Object.keys(ITEM_GRADES) as ItemGrade[], (id) => Object.values(ITEM_GRADES[id]));
const OWNERS = byWord(Object.keys(OWNERSHIPS) as Ownership[], (id) => Object.values(OWNERSHIPS[id]));
const MORE_OWNERS: ReadonlyMap<string, Ownership> = new Map([
  ...(['被告', '犯罪嫌疑人', '嫌疑人', '罪犯'] as const).map((word) => [word, 'defendant'] as const),
  ...(['受害人', '失主', '被害单位'] as const).map((word) => [word, 'victim'] as const),
  ...(['不详', '无', '未知', '待查'] as const).map((word) => [word, 'unknown'] as const),
  ...(['权属争议', '有争议'] as const).map((word) => [word, 'disputed'] as const),
]);

// why: the keys of literal objects are their values.
const NEEDS = byWord(Object.keys(KEEPING_NEEDS) as KeepingNeed[], (id) => [
  ...Object.values(KEEPING_NEEDS[id]),
  ...(NEED_WORDS[id] ?? []),
]);
const DANGERS = byWord(Object.keys(HAZARDS) as Hazard[], (id) => Object.values(HAZARDS[id]));

/** What a cell such as `冷藏、避光，易碎` asks for and warns of, and the words of it that say neither. */
export function keepingOfWords(text: string): {
  readonly keeping: readonly KeepingNeed[];
  readonly hazards: readonly Hazard[];
  readonly unknown: readonly string[];
} {
  const words = text.split(/[、,，;；/\s]+/u).filter((word) => word !== '' && !NO_NEEDS.has(word));
  const found = words.map((word) => ({ word, need: NEEDS.get(key(word)), hazard: DANGERS.get(key(word)) }));
  return {
    keeping: [...new Set(found.flatMap(({ need }) => need ?? []))],
    hazards: [...new Set(found.flatMap(({ hazard }) => hazard ?? []))],
    unknown: found.flatMap(({ word, need, hazard }) => ((need ?? hazard) === undefined ? [word] : [])),
  };
}

export function categoryOfWord(word: string): ItemCategoryId | undefined {
  return CATEGORIES.get(key(word));
}

export function gradeOfWord(word: string): ItemGrade | undefined {
  return GRADES.get(key(word));
}

export function ownershipOfWord(word: string): Ownership | undefined {
  return OWNERS.get(key(word)) ?? MORE_OWNERS.get(word.trim());
}

const EVIDENCE: ReadonlyMap<string, boolean> = new Map([
  ...(['是', '有', '证据', 'yes', 'y', '√'] as const).map((word) => [word, true] as const),
  ...(['否', '不是', '非证据', 'no', 'n', '×'] as const).map((word) => [word, false] as const),
]);

/** Whether the register says that it is evidence; null: it does not say. */
export function evidenceOfWord(word: string): boolean | null {
  return EVIDENCE.get(key(word)) ?? null;
}

/** The words that a person may write, for the sentence of a refusal. */
export const CATEGORY_LIST = ITEM_CATEGORY_IDS.filter((id) => !('prohibition' in ITEM_CATEGORIES[id]))
  .map((id) => ITEM_CATEGORIES[id].zh)
  .join('、');

/**
 * Categories of seized items with what each must state at receipt and on what ground, and the classes that a court does
 * not take in. The fields are those of 刑诉法解释 (法释〔2021〕1号) 第437条. Pure data; runs in the browser too.
 */

import type { Sentence } from '../../platform/errors.ts';
import type { ItemCategoryKey } from '../rooms/item-categories.ts';

/** Facts of an item beside name, quantity, unit, ownership (权属) and nature, which every item states. */
export const ITEM_FACTS = {
  model: { zh: '型号', en: 'model' },
  specification: { zh: '规格', en: 'specification' },
  weight: { zh: '重量', en: 'weight' },
  quality: { zh: '质量', en: 'quality' },
  fineness: { zh: '成色', en: 'fineness' },
  purity: { zh: '纯度', en: 'purity' },
  colour: { zh: '颜色', en: 'colour' },
  wear: { zh: '新旧程度', en: 'wear' },
  defects: { zh: '缺损特征', en: 'defects' },
  features: { zh: '特征', en: 'features' },
  source: { zh: '来源', en: 'source' },
  address: { zh: '地址', en: 'address' },
  serialNumber: { zh: '序列号', en: 'serial number' },
  plateNumber: { zh: '号牌号码', en: 'number plate' },
  vin: { zh: '车架号', en: 'vehicle identification number' },
  engineNumber: { zh: '发动机号', en: 'engine number' },
  odometerKm: { zh: '里程表读数', en: 'odometer' },
  denominations: { zh: '面额', en: 'denominations' },
  expiresOn: { zh: '有效期', en: 'expiry' },
  walletAddress: { zh: '链与地址', en: 'chain and address' },
  transactionHash: { zh: '交易哈希', en: 'transaction hash' },
  certificateNumber: { zh: '权利证书编号', en: 'number of the title' },
} as const satisfies Record<string, { zh: string; en: string }>;
export type ItemFact = keyof typeof ITEM_FACTS;

export type ItemGrade = 'ordinary' | 'valuable' | 'special';
export const ITEM_GRADES: Readonly<Record<ItemGrade, { readonly zh: string; readonly en: string }>> = {
  ordinary: { zh: '一般', en: 'Ordinary' },
  valuable: { zh: '贵重', en: 'Valuable' },
  special: { zh: '特殊', en: 'Special' },
};

/** Why the court does not take such a thing in, and what is done instead. */
export interface Prohibition {
  readonly article: Sentence;
  readonly zh: string;
  readonly en: string;
}

export interface ItemCategory {
  readonly zh: string;
  readonly en: string;
  readonly required: readonly ItemFact[];
  readonly article: Sentence;
  /** Photos at receipt, at least: four angles where the article says that it must be photographed. */
  readonly photosMin: number;
  readonly gradeAtLeast: ItemGrade;
  readonly mustBeSealed?: boolean;
  readonly isMoney?: boolean;
  readonly isPerishable?: boolean;
  readonly isAlive?: boolean;
  /** Alive, or without a body: no seal holds it. */
  readonly takesNoSeal?: boolean;
  /** Not taken in: entered from list and photos only, kept by the organ that seized it. */
  readonly prohibition?: Prohibition;
  /** No thing of a case at all: it is not even entered from a list. */
  readonly isNoItem?: boolean;
  /** Never destroyed by the court itself, and who does it. */
  readonly notDestroyedHere?: Prohibition;
  /** Its seal is not opened in the court, and who opens it. */
  readonly notOpenedHere?: Prohibition;
  /** No preview, restricted to those who must. */
  readonly isHidden?: boolean;
}

const ARTICLE_437: Sentence = {
  zh: '刑诉法解释第437条',
  en: 'Interpretation of the Criminal Procedure Law, art. 437',
};
const GOODS: readonly ItemFact[] = ['wear', 'defects', 'source', 'features'];

const goods = (zh: string, en: string, more: Partial<ItemCategory> = {}): ItemCategory => ({
  zh,
  en,
  required: GOODS,
  article: ARTICLE_437,
  photosMin: 1,
  gradeAtLeast: 'ordinary',
  ...more,
});
const precious = (
  zh: string,
  en: string,
  required: readonly ItemFact[],
  more: Partial<ItemCategory> = {},
): ItemCategory =>
  goods(zh, en, {
    required: [...GOODS, ...required],
    photosMin: 4,
    gradeAtLeast: 'valuable',
    mustBeSealed: true,
    ...more,
  });
const listOnly = (zh: string, en: string, prohibition: Prohibition): ItemCategory => ({
  zh,
  en,
  required: ['features', 'source'],
  article: { zh: '刑诉法解释第441条第三项', en: 'Interpretation of the Criminal Procedure Law, art. 441(3)' },
  photosMin: 1,
  gradeAtLeast: 'special',
  prohibition,
  notDestroyedHere: prohibition,
});

/** Every category that a room can be asked to keep, and counterfeit notes, which no room keeps. */
export const ITEM_CATEGORIES = {
  cash: {
    zh: '现金',
    en: 'Cash',
    required: ['denominations', 'source'],
    article: ARTICLE_437,
    photosMin: 1,
    gradeAtLeast: 'valuable',
    isMoney: true,
  },
  foreign_currency: {
    zh: '外币',
    en: 'Foreign cash',
    required: ['denominations', 'source'],
    article: ARTICLE_437,
    photosMin: 1,
    gradeAtLeast: 'valuable',
    isMoney: true,
    mustBeSealed: true,
  },
  window_payments: {
    ...listOnly('窗口缴款（罚金、保证金、案款）', 'Payments at the court window', {
      article: {
        zh: '执行款物管理规定（法发〔2017〕6号）',
        en: 'Provisions on execution money and goods (Fafa [2017] No. 6)',
      },
      zh: '窗口收取的罚金、保证金、案款不是涉案财物：两人在场开具收据、制作收款笔录，当日（最迟次日）交财务存入案款专户，不登记为物品。',
      en: 'Fines, bail and payments at the window are no seized items: two people give a receipt and make a record, and finance takes the money on the same day, at the latest the next.',
    }),
    isNoItem: true,
  },
  counterfeit_notes: {
    ...listOnly('假币', 'Counterfeit notes', {
      article: { zh: '人民币管理条例第31、32、36条', en: 'Regulations on the Renminbi, arts. 31, 32 and 36' },
      zh: '假币不得作为款项入账，请另列清单，由公安机关送交中国人民银行。',
      en: 'Counterfeit notes are no money. List them apart; the police hand them to the People’s Bank.',
    }),
  },
  securities: goods('票据证券卡证', 'Securities, cards and papers', {
    required: ['denominations', 'source'],
    gradeAtLeast: 'valuable',
    mustBeSealed: true,
  }),
  precious_metals: precious('金银珠宝', 'Gold, silver and jewellery', ['weight', 'fineness', 'purity']),
  relics_and_art: precious('文物字画', 'Relics, paintings and calligraphy', ['specification', 'quality'], {
    notDestroyedHere: {
      article: { zh: '文物保护法第98条', en: 'Law on the Protection of Cultural Relics, art. 98' },
      zh: '文物不得销毁，结案后无偿移交文物行政部门。',
      en: 'Relics are never destroyed: they go to the department of cultural relics when the case is closed.',
    },
  }),
  vehicles: goods('车辆', 'Vehicle', {
    required: [...GOODS, 'model', 'plateNumber', 'vin', 'engineNumber', 'odometerKm'],
    photosMin: 4,
  }),
  title_deeds: goods('不动产权证', 'Title of real estate', {
    required: ['address', 'certificateNumber'],
  }),
  electronics: goods('电子设备/存储介质', 'Electronics and storage media', {
    required: [...GOODS, 'model', 'colour', 'serialNumber'],
    mustBeSealed: true,
  }),
  documents: goods('文书资料', 'Documents', { required: ['features', 'source'] }),
  tools: goods('工具器械', 'Tools', { required: [...GOODS, 'model'] }),
  knives: goods('刀具', 'Knives', { required: [...GOODS, 'specification'] }),
  drugs_and_food: goods('药品食品', 'Food and medicine', {
    required: [...GOODS, 'specification', 'expiresOn'],
    isPerishable: true,
  }),
  tobacco_and_liquor: goods('烟酒', 'Tobacco and alcohol', { required: [...GOODS, 'specification'] }),
  clothing: goods('服装', 'Clothing', { required: [...GOODS, 'specification', 'colour'] }),
  stamps_and_certificates: goods('印章证件', 'Stamps and certificates', {
    required: ['features', 'source'],
    mustBeSealed: true,
  }),
  obscene_materials: goods('淫秽物品', 'Obscene material', {
    required: ['features', 'source'],
    gradeAtLeast: 'special',
    mustBeSealed: true,
    isHidden: true,
  }),
  biological_samples: goods('生物检材', 'Biological samples', {
    required: ['features', 'source'],
    gradeAtLeast: 'special',
    mustBeSealed: true,
    notOpenedHere: {
      article: { zh: '系统默认，非法定条文', en: 'default of the product, not the law' },
      zh: '生物检材不在法院开启，请送有资质的鉴定机构，由其启封并重新封存。',
      en: 'Biological samples are not opened in the court. Send them to a qualified institution, which opens and seals them.',
    },
  }),
  live_animals: goods('活体动物', 'Live animals', {
    required: ['features', 'source'],
    gradeAtLeast: 'special',
    isAlive: true,
    takesNoSeal: true,
    isPerishable: true,
  }),
  virtual_currency: goods('虚拟货币', 'Virtual currency', {
    required: ['walletAddress', 'source'],
    gradeAtLeast: 'special',
    takesNoSeal: true,
  }),
  bulk_goods: goods('大宗物资', 'Bulk goods', { required: [...GOODS, 'specification'] }),
  other: goods('其他', 'Other'),
  narcotics: listOnly('毒品', 'Drugs', {
    article: { zh: '公禁毒〔2016〕511号、486号', en: 'Gongjindu [2016] No. 511 and No. 486' },
    zh: '毒品不入法院库房，仅登记清单和照片；请由扣押机关送交公安禁毒部门保管。发现夹带的，当场封存并通知公安。',
    en: 'Drugs are not taken in: list and photos only; the seizing organ hands them to the drug-control police. Seal what is found inside a parcel and call the police.',
  }),
  firearms: listOnly('枪支弹药', 'Firearms and ammunition', {
    article: {
      zh: '枪支管理法第27条；刑诉法解释第441条第三项',
      en: 'Law on the Control of Guns, art. 27; Interpretation of the Criminal Procedure Law, art. 441(3)',
    },
    zh: '枪支弹药不入法院库房，仅登记清单和照片；请由扣押机关送交省级公安机关处理。发现夹带的，停止开箱，疏散并通知公安。',
    en: 'Firearms and ammunition are not taken in: list and photos only; the seizing organ hands them to the provincial police. Found inside a parcel: stop, clear the room and call the police.',
  }),
  explosives: listOnly('爆炸危化', 'Explosives and dangerous chemicals', {
    article: {
      zh: '刑诉法解释第441条第三项',
      en: 'Interpretation of the Criminal Procedure Law, art. 441(3)',
    },
    zh: '易燃易爆、剧毒物品不入法院库房，仅登记清单和照片；请由扣押机关交有资质的单位处理。',
    en: 'Explosives, inflammables and poisons are not taken in: list and photos only; the seizing organ hands them to a licensed keeper.',
  }),
} as const satisfies Record<ItemCategoryKey | 'counterfeit_notes' | 'window_payments', ItemCategory>;

export type ItemCategoryId = keyof typeof ITEM_CATEGORIES;
// why: the keys of a literal object are its categories.
export const ITEM_CATEGORY_IDS = Object.keys(ITEM_CATEGORIES) as [ItemCategoryId, ...ItemCategoryId[]];

export function isItemCategoryId(text: string): text is ItemCategoryId {
  return Object.hasOwn(ITEM_CATEGORIES, text);
}

export function categoryOf(id: ItemCategoryId): ItemCategory {
  return ITEM_CATEGORIES[id];
}

/** The facts that an item of the category must state at receipt and does not. A blank is none; 不详 is one. */
export function listMissingFacts(
  category: ItemCategoryId,
  facts: Readonly<Partial<Record<ItemFact, string | null>>>,
): ItemFact[] {
  return categoryOf(category).required.filter((fact) => (facts[fact] ?? '').trim() === '');
}

/** Whether what is received must carry a seal: by its category, or because it is no ordinary thing. */
export function needsSeal(category: ItemCategoryId, grade: ItemGrade): boolean {
  const { mustBeSealed, isMoney, takesNoSeal } = categoryOf(category);
  return mustBeSealed === true || (grade !== 'ordinary' && isMoney !== true && takesNoSeal !== true);
}

const GRADE_ORDER: readonly ItemGrade[] = ['ordinary', 'valuable', 'special'];

/** The grade that is asked for, or the lowest one that the category allows when that is higher. */
export function gradeWithin(category: ItemCategoryId, wanted: ItemGrade): ItemGrade {
  const { gradeAtLeast } = categoryOf(category);
  return GRADE_ORDER.indexOf(wanted) < GRADE_ORDER.indexOf(gradeAtLeast) ? gradeAtLeast : wanted;
}

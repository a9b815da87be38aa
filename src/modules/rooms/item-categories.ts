/**
 * What kinds of seized items there are, and how a room can keep them. Pure data: rooms say which categories they take,
 * items say which one they are. Source: the categories of 刑诉法解释 437 as the office names them.
 */

interface ItemCategory {
  readonly zh: string;
  readonly en: string;
  /** Kept by another organ; the court holds the list and photos only (刑诉法解释 441). */
  readonly isListOnly?: true;
}

export const ITEM_CATEGORIES = {
  cash: { zh: '现金', en: 'Cash' },
  foreign_currency: { zh: '外币', en: 'Foreign currency' },
  securities: { zh: '票据证券卡证', en: 'Bills, securities and cards' },
  precious_metals: { zh: '金银珠宝', en: 'Gold, silver and jewels' },
  relics_and_art: { zh: '文物字画', en: 'Relics and works of art' },
  vehicles: { zh: '车辆', en: 'Vehicles' },
  electronics: { zh: '电子设备/存储介质', en: 'Electronics and storage media' },
  documents: { zh: '文书资料', en: 'Documents' },
  tools: { zh: '工具器械', en: 'Tools' },
  knives: { zh: '刀具', en: 'Knives' },
  drugs_and_food: { zh: '药品食品（易腐）', en: 'Medicine and food (perishable)' },
  tobacco_and_liquor: { zh: '烟酒', en: 'Tobacco and liquor' },
  clothing: { zh: '服装', en: 'Clothing' },
  stamps_and_certificates: { zh: '印章证件', en: 'Stamps and certificates' },
  narcotics: { zh: '毒品（清单管理）', en: 'Narcotics (list only)', isListOnly: true },
  firearms: { zh: '枪支弹药（清单管理）', en: 'Firearms and ammunition (list only)', isListOnly: true },
  explosives: {
    zh: '爆炸危化（清单管理）',
    en: 'Explosives and dangerous chemicals (list only)',
    isListOnly: true,
  },
  obscene_materials: { zh: '淫秽物品', en: 'Obscene materials' },
  biological_samples: { zh: '生物检材', en: 'Biological samples' },
  live_animals: { zh: '活体动物', en: 'Live animals' },
  virtual_currency: { zh: '虚拟货币', en: 'Virtual currency' },
  title_deeds: { zh: '不动产权证', en: 'Title deeds of real estate' },
  bulk_goods: { zh: '大宗物资', en: 'Bulk goods' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, ItemCategory>;

export type ItemCategoryKey = keyof typeof ITEM_CATEGORIES;

// why: the keys of a literal object are its categories, and there is at least one.
export const ITEM_CATEGORY_KEYS = Object.keys(ITEM_CATEGORIES) as [ItemCategoryKey, ...ItemCategoryKey[]];

export function isItemCategory(value: string): value is ItemCategoryKey {
  return Object.hasOwn(ITEM_CATEGORIES, value);
}

/** Of another organ's keeping: no room of a court takes these. */
export function isListOnly(category: ItemCategoryKey): boolean {
  return 'isListOnly' in ITEM_CATEGORIES[category];
}

/** What a room offers and an item may ask for. */
export const ENVIRONMENTS = {
  room_temperature: { zh: '常温', en: 'Room temperature' },
  refrigerated: { zh: '冷藏', en: 'Refrigerated' },
  antimagnetic: { zh: '防磁', en: 'Antimagnetic' },
  dry: { zh: '防潮', en: 'Dry' },
  dark: { zh: '避光', en: 'Dark' },
  secret: { zh: '涉密', en: 'For secrets' },
  parking: { zh: '车场', en: 'Parking' },
  feeding: { zh: '喂养', en: 'Feeding' },
  fire_safe: { zh: '防火', en: 'Fire-safe' },
  separate: { zh: '单独隔离', en: 'Set apart' },
} as const satisfies Record<string, { zh: string; en: string }>;

export type EnvironmentKey = keyof typeof ENVIRONMENTS;

// why: as above.
export const ENVIRONMENT_KEYS = Object.keys(ENVIRONMENTS) as [EnvironmentKey, ...EnvironmentKey[]];

export function isEnvironment(value: string): value is EnvironmentKey {
  return Object.hasOwn(ENVIRONMENTS, value);
}

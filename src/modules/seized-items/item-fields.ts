/** What an item is, as it is stated at receipt, and the lists of words for it. Pure; runs in the browser too. */
import type { ItemCategoryId, ItemFact, ItemGrade } from './item-categories.ts';

export const OWNERSHIPS = {
  defendant: { zh: '被告人', en: 'The defendant' },
  victim: { zh: '被害人', en: 'The victim' },
  outsider: { zh: '案外人', en: 'Someone outside the case' },
  unknown: { zh: '不明', en: 'Unknown' },
  disputed: { zh: '争议', en: 'Disputed' },
} as const;
export type Ownership = keyof typeof OWNERSHIPS;

export const NATURES = {
  proceeds: { zh: '违法所得', en: 'Proceeds of crime' },
  instrument: { zh: '供犯罪所用', en: 'Instrument of crime' },
  contraband: { zh: '违禁品', en: 'Contraband' },
  victims_property: { zh: '被害人财产', en: 'Property of the victim' },
  evidence: { zh: '证据物', en: 'Evidence' },
  preserved: { zh: '保全物', en: 'Preserved property' },
  other: { zh: '其他', en: 'Other' },
  undecided: { zh: '待定', en: 'Undecided' },
} as const;
export type Nature = keyof typeof NATURES;

/** Warning signs on the label and at the shelf. */
export const HAZARDS = {
  flammable: { zh: '易燃', en: 'Flammable' },
  explosive: { zh: '易爆', en: 'Explosive' },
  toxic: { zh: '有毒', en: 'Toxic' },
  corrosive: { zh: '腐蚀', en: 'Corrosive' },
  biological: { zh: '生物危害', en: 'Biohazard' },
  sharp: { zh: '锐器', en: 'Sharp' },
  perishable: { zh: '易腐', en: 'Perishable' },
  fragile: { zh: '易碎', en: 'Fragile' },
} as const;
export type Hazard = keyof typeof HAZARDS;

/** How it must be kept. */
export const KEEPING_NEEDS = {
  cold: { zh: '冷藏', en: 'Cold' },
  antimagnetic: { zh: '防磁', en: 'Antimagnetic' },
  dry: { zh: '防潮', en: 'Dry' },
  dark: { zh: '避光', en: 'Dark' },
  secret: { zh: '涉密', en: 'Secret' },
  yard: { zh: '车场', en: 'Yard' },
  feeding: { zh: '喂养', en: 'Feeding' },
  fire_safe: { zh: '防火', en: 'Fire-safe' },
  separate: { zh: '单独存放', en: 'Set apart' },
  marked_notes: { zh: '特定现金原物封存', en: 'Marked notes, kept as they are' },
  no_power_on: { zh: '禁止开机', en: 'Not to be switched on' },
} as const;
export type KeepingNeed = keyof typeof KEEPING_NEEDS;

export interface ItemCard {
  readonly name: string;
  readonly category: ItemCategoryId;
  readonly grade: ItemGrade;
  readonly unit: string;
  readonly facts: Readonly<Partial<Record<ItemFact, string>>>;
  readonly hazards: readonly Hazard[];
  readonly keeping: readonly KeepingNeed[];
  readonly ownership: Ownership;
  readonly nature: Nature;
  readonly isEvidence: boolean;
  readonly listNumber: string | null;
  readonly listLine: string | null;
  readonly listedQuantity: string | null;
  readonly listedUnit: string | null;
  readonly unitFactor: string | null;
  readonly seizureDocument: string | null;
  readonly seizureExpiresOn: string | null;
  readonly expiresOn: string | null;
  readonly estimatedValueFen: number | null;
  readonly isUnverified: boolean;
  readonly reviewOn: string | null;
  readonly notes: string | null;
}

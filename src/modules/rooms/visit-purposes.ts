/** Why somebody enters a storage room, as data. Runs in the browser too. */
export const VISIT_PURPOSES = {
  receive: { zh: '入库', en: 'Stock in' },
  release: { zh: '出库', en: 'Release' },
  give_back: { zh: '归还', en: 'Give back' },
  relocate: { zh: '移位', en: 'Relocate' },
  inspect_item: { zh: '查看物品', en: 'Look at an item' },
  stocktake: { zh: '盘点', en: 'Stocktake' },
  handover: { zh: '保管交接', en: 'Handover' },
  inspection: { zh: '检查', en: 'Inspection' },
  patrol: { zh: '巡查', en: 'Patrol' },
  maintenance: { zh: '维护', en: 'Maintenance' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, { zh: string; en: string }>;

export type VisitPurpose = keyof typeof VISIT_PURPOSES;
// why: the keys of a literal object are its purposes, and there is at least one.
export const VISIT_PURPOSE_KEYS = Object.keys(VISIT_PURPOSES) as [VisitPurpose, ...VisitPurpose[]];

export function isVisitPurpose(value: string): value is VisitPurpose {
  return Object.hasOwn(VISIT_PURPOSES, value);
}

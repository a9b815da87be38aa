/** What seized items of the sample court look like, and the lives that they may have had. Data only. */
import type { ItemCategoryId, ItemFact } from '../modules/seized-items/item-categories.ts';
import type { ItemTransition } from '../modules/seized-items/item-transitions.ts';

export interface SampleItemKind {
  readonly weight: number;
  readonly category: ItemCategoryId;
  readonly names: readonly string[];
  readonly unit: string;
  /** From one to this many. */
  readonly most: number;
  readonly facts: Readonly<Partial<Record<ItemFact, string>>>;
}

const SEEN: Readonly<Partial<Record<ItemFact, string>>> = {
  wear: '八成新',
  defects: '无',
  source: '扣押',
  features: '见照片',
};

export const SAMPLE_ITEM_KINDS: readonly SampleItemKind[] = [
  {
    ...{ weight: 26, category: 'electronics', unit: '部', most: 1 },
    names: ['黑色手机', '白色手机', '笔记本电脑', '移动硬盘', '银色平板电脑'],
    facts: { ...SEEN, model: '不详', colour: '黑色', serialNumber: '不详' },
  },
  {
    ...{ weight: 8, category: 'cash', unit: 'CNY', most: 80_000 },
    names: ['人民币现金'],
    facts: { ...SEEN, denominations: '百元为主' },
  },
  {
    ...{ weight: 1, category: 'foreign_currency', unit: 'USD', most: 3000 },
    names: ['美元现钞'],
    facts: { ...SEEN, denominations: '百元' },
  },
  {
    ...{ weight: 5, category: 'precious_metals', unit: '件', most: 3 },
    names: ['黄金项链', '金戒指', '银手镯'],
    facts: { ...SEEN, weight: '见称量', fineness: '足金', purity: '不详' },
  },
  {
    ...{ weight: 12, category: 'knives', unit: '把', most: 2 },
    names: ['水果刀', '折叠刀', '砍刀'],
    facts: { ...SEEN, specification: '刃长约 15 厘米' },
  },
  {
    ...{ weight: 12, category: 'tools', unit: '件', most: 6 },
    names: ['撬棍', '液压钳', '螺丝刀', '电锯'],
    facts: { ...SEEN, model: '不详' },
  },
  {
    ...{ weight: 10, category: 'tobacco_and_liquor', unit: '瓶', most: 60 },
    names: ['白酒', '茅台酒', '红酒'],
    facts: { ...SEEN, specification: '500 毫升' },
  },
  {
    ...{ weight: 10, category: 'documents', unit: '份', most: 4 },
    names: ['账簿', '合同原件', '银行流水', '笔记本'],
    facts: { ...SEEN },
  },
  {
    ...{ weight: 6, category: 'clothing', unit: '件', most: 3 },
    names: ['外套', '运动鞋', '帽子'],
    facts: { ...SEEN, specification: '不详', colour: '深色' },
  },
  {
    ...{ weight: 10, category: 'other', unit: '件', most: 5 },
    names: ['背包', '钥匙', '雨伞'],
    facts: { ...SEEN },
  },
  {
    ...{ weight: 1, category: 'live_animals', unit: '只', most: 40 },
    names: ['绵羊', '山羊'],
    facts: { ...SEEN, features: '耳标见照片' },
  },
];

export interface SampleLife {
  readonly weight: number;
  readonly steps: readonly ItemTransition[];
}

const ARRIVED = ['preregister', 'arrive'] as const;
const STORED = [...ARRIVED, 'check_in'] as const;
/** Money alone. */
const BANKED = [...STORED, 'deposit'] as const;
const READY = [...STORED, 'prepare_release'] as const;
const JUDGED = [...STORED, 'await_disposition'] as const;

/** Every state is reached by somebody; most things lie in store. */
export const SAMPLE_LIVES: readonly SampleLife[] = [
  { weight: 44, steps: STORED },
  { weight: 6, steps: [...STORED, 'relocate'] },
  { weight: 4, steps: [...READY, 'release', 'give_back'] },
  { weight: 1, steps: ['preregister'] },
  { weight: 0.4, steps: ARRIVED },
  { weight: 1, steps: [...ARRIVED, 'record_difference'] },
  { weight: 1, steps: [...ARRIVED, 'record_difference', 'settle_difference'] },
  { weight: 1, steps: [...ARRIVED, 'record_difference', 'reject_difference'] },
  { weight: 2, steps: [...ARRIVED, 'keep_elsewhere'] },
  { weight: 0.15, steps: READY },
  { weight: 0.4, steps: [...READY, 'release'] },
  { weight: 0.3, steps: [...STORED, 'to_keeper'] },
  { weight: 1, steps: [...READY, 'cancel_release'] },
  { weight: 1, steps: [...READY, 'release', 'consume'] },
  { weight: 0.15, steps: [...READY, 'dispatch'] },
  { weight: 0.4, steps: [...READY, 'dispatch', 'acknowledge_dispatch'] },
  { weight: 2, steps: [...READY, 'dispatch', 'confirm_handover'] },
  { weight: 5, steps: JUDGED },
  { weight: 2, steps: [...JUDGED, 'publish_notice'] },
  { weight: 8, steps: [...JUDGED, 'return_to_owner'] },
  { weight: 6, steps: [...JUDGED, 'pay_into_treasury'] },
  { weight: 5, steps: [...JUDGED, 'destroy'] },
  { weight: 1, steps: [...JUDGED, 'send_back'] },
  { weight: 1, steps: [...STORED, 'report_incident'] },
  { weight: 1, steps: [...STORED, 'report_incident', 'close_incident'] },
  { weight: 0.3, steps: [...STORED, 'report_incident', 'confirm_loss'] },
  { weight: 1, steps: ['preregister', 'refuse_receipt'] },
  { weight: 1, steps: ['preregister', 'void_entry'] },
  { weight: 1, steps: [...STORED, 'split_off'] },
  { weight: 150, steps: BANKED },
  { weight: 16, steps: [...BANKED, 'await_disposition'] },
  { weight: 14, steps: [...BANKED, 'await_disposition', 'return_to_owner'] },
  { weight: 18, steps: [...BANKED, 'await_disposition', 'pay_into_treasury'] },
];

/** What an entry of a case's book says about one item, read back from the ledger. Pure. */
import { z } from 'zod';
import type { ChainedEntry } from '../ledger/entry.ts';
import { isItemState, type ItemState } from './item-states.ts';
import { isItemTransition, type ItemTransition } from './item-transitions.ts';

/** Entries that are no transitions: they leave state and quantity as they are. */
export const ITEM_RECORDS = {
  change_code: { zh: '改用标签编码', en: 'Take the code of a label' },
  identify: { zh: '核对身份换标', en: 'Identify before a new label' },
  examine: { zh: '鉴定评估结论', en: 'Change by an opinion' },
  count_differs: { zh: '存量清点差异', en: 'First count differs from the register' },
  verify_count: { zh: '存量核对', en: 'First count of what was taken over' },
  order_money: { zh: '款项保管决定', en: 'Order how money is kept' },
  renew_seizure: { zh: '续行查封扣押', en: 'Renew the seizure' },
  record_owners: { zh: '登记权属', en: 'Record the owners' },
} as const;
export type ItemRecord = keyof typeof ITEM_RECORDS;

const text = () => z.string().nullable().default(null).catch(null);

const details = z.object({
  itemId: z.string(),
  code: z.string(),
  /** 第 n 件 in the case. */
  number: z.int(),
  name: z.string(),
  /** On hand after the entry. */
  onHand: z.string(),
  keeper: text(),
  sealBefore: text(),
  seal: text(),
  dueAt: text(),
  container: text(),
  condition: text(),
  /** 补录: the movement did not fall inside a recorded visit. */
  isVisitMissing: z.boolean().default(false).catch(false),
});
export type ItemEntryDetails = z.output<typeof details>;

export interface ItemEntry {
  readonly sequence: number;
  readonly kind: ItemTransition | ItemRecord;
  readonly occurredAtMs: number;
  readonly from: ItemState | null;
  readonly to: ItemState;
  readonly placeId: string | null;
  readonly holderId: string | null;
  readonly quantity: string;
  readonly unit: string;
  readonly amountMinor: number;
  readonly currency: string;
  readonly correctsSequence: number | null;
  readonly details: ItemEntryDetails;
}

/** The entry as one about an item; null when it is none, which verification reports. */
export function readItemEntry(entry: ChainedEntry): ItemEntry | null {
  const parsed = details.safeParse(entry.details);
  const { kind } = entry;
  const isKnown = isItemTransition(kind) || Object.hasOwn(ITEM_RECORDS, kind);
  if (!parsed.success || !isKnown || !isItemState(entry.to.status)) return null;
  return {
    sequence: entry.sequence,
    // why: both lists were just asked.
    kind: kind as ItemTransition | ItemRecord,
    occurredAtMs: entry.occurredAtMs,
    from: isItemState(entry.from.status) ? entry.from.status : null,
    to: entry.to.status,
    placeId: entry.to.placeId,
    holderId: entry.to.holderId,
    quantity: entry.quantity,
    unit: entry.unit,
    amountMinor: entry.amountFen,
    currency: entry.currency,
    correctsSequence: entry.correctsSequence,
    details: parsed.data,
  };
}

/** Entries by item, each in the order of the book. */
export function groupByItem(entries: readonly ItemEntry[]): Map<string, ItemEntry[]> {
  const groups = new Map<string, ItemEntry[]>();
  for (const entry of entries) {
    const { itemId } = entry.details;
    const group = groups.get(itemId);
    if (group) group.push(entry);
    else groups.set(itemId, [entry]);
  }
  return groups;
}

/** Rows of items and entries of their books, as answers show them. Pure. */
import { z } from 'zod';
import { shanghaiDay, shanghaiInstant } from '../../platform/clock.ts';
import type { ResponseOf } from '../../platform/endpoint.ts';
import { normaliseQuantity, type ChainedEntry } from '../ledger/entry.ts';
import { categoryOf } from './item-categories.ts';
import { ITEM_RECORDS, readItemEntry } from './item-entry.ts';
import type { ItemRow } from './item-page.sql.ts';
import { isEnded } from './item-states.ts';
import { ITEM_TRANSITIONS, isItemTransition } from './item-transitions.ts';
import type { ItemSummary, readItemEndpoint } from './items.contract.ts';

type LifeEntry = ResponseOf<typeof readItemEndpoint>['life'][number];

export const instantOrNull = (at: Date | null) => (at === null ? null : shanghaiInstant(at));
export const quantityOrNull = (text: string | null) => (text === null ? null : normaliseQuantity(text));

export function summaryOf(row: ItemRow, now: Date): ItemSummary {
  const { id, courtId, code, caseId, caseNumber, number, name, category, grade, state, unit } = row;
  const { keeper, sealNumber, isUnverified, isHeld, dueAt } = row;
  const { containerId, container, containerCode } = row;
  const isHidden = categoryOf(category).isHidden === true;
  return {
    ...{ id, courtId, code, caseId, caseNumber, number, name, category, grade, state, unit },
    ...{ keeper, sealNumber, isUnverified, isHeld },
    onHand: normaliseQuantity(row.onHand),
    place: row.place === null ? null : { id: row.placeId, name: row.place },
    container:
      containerId === null ? null : { id: containerId, name: container ?? '', code: containerCode ?? '' },
    holder: row.holder === null ? null : { id: row.holderId, name: row.holder },
    dueAt: instantOrNull(dueAt),
    isOverdue: dueAt !== null && dueAt < now,
    isSeizureLapsed:
      row.seizureExpiresOn !== null && row.seizureExpiresOn < shanghaiDay(now) && !isEnded(row.state),
    photoFileId: isHidden ? null : row.photoFileId,
    stateSince: shanghaiInstant(row.stateSince),
  };
}

const difference = z
  .object({ difference: z.string().optional(), keptOtherwise: z.string().optional() })
  .transform((details) => details.difference ?? details.keptOtherwise ?? null);

const weighed = z.object({
  weighing: z.object({
    ...{ net: z.string(), gross: z.string(), tare: z.string() },
    ...{ unit: z.string(), scale: z.string() },
  }),
  expected: z.string().nullable().default(null),
});

function weighingOf({ details }: ChainedEntry): LifeEntry['weighing'] {
  const { success, data } = weighed.safeParse(details);
  return success ? { ...data.weighing, expected: data.expected } : null;
}

/** An entry of the item's life; null for what concerns no item. */
export function lifeEntryOf(entry: ChainedEntry): LifeEntry | null {
  const read = readItemEntry(entry);
  if (!read) return null;
  const { details, kind } = read;
  const { zh, en } = isItemTransition(kind) ? ITEM_TRANSITIONS[kind] : ITEM_RECORDS[kind];
  const said = difference.safeParse(entry.details);
  return {
    sequence: entry.sequence,
    kind,
    zh,
    en,
    occurredAt: shanghaiInstant(new Date(entry.occurredAtMs)),
    recordedAt: shanghaiInstant(new Date(entry.recordedAtMs)),
    isLate: entry.late,
    isVisitMissing: details.isVisitMissing,
    fromState: read.from,
    toState: read.to,
    fromPlace: entry.from.place,
    toPlace: entry.to.place,
    fromHolder: entry.from.holder,
    toHolder: entry.to.holder,
    quantity: entry.quantity,
    onHand: details.onHand,
    unit: entry.unit,
    sealBefore: details.sealBefore,
    seal: details.seal,
    actorName: entry.actorName,
    secondPersonName: entry.secondPersonName,
    counterparty: entry.counterparty,
    basis: entry.basis,
    note: entry.note,
    difference: said.success ? said.data : null,
    weighing: weighingOf(entry),
    hash: entry.hash.toString('hex'),
  };
}

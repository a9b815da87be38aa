/** What the paper of a ledger says of each item once: code, specification, marks, weights, list; and who keeps them. */
import type { QueryContext } from '../../platform/run-query.ts';
import type { CaseHead } from '../cases/find-case.ts';
import { findCustodian } from '../rooms/find-custodian.ts';
import { ITEM_FACTS, ITEM_GRADES, type ItemFact } from './item-categories.ts';
import { OWNERSHIPS } from './item-fields.ts';
import { listLastWeights } from './item-measure.sql.ts';
import { listItemRows, type ItemRow } from './item-page.sql.ts';
import { openRoomBook } from './load-grounds.ts';
import { maskItem } from './mask-item.ts';

export interface CatalogueLine {
  readonly number: number;
  readonly code: string;
  readonly name: string;
  readonly specification: string;
  readonly marks: string;
  /** Gross and net of the last weighing; else what the receipt states. */
  readonly weight: string;
  readonly unit: string;
  readonly grade: { readonly zh: string; readonly en: string };
  readonly ownership: { readonly zh: string; readonly en: string } | null;
  readonly list: string;
}

export interface LedgerCatalogue {
  readonly lines: readonly CatalogueLine[];
  /** Whose care the things that are in a room are in now. */
  readonly custodians: readonly string[];
}

const MOST = 20_000;
const SPECIFIES: readonly ItemFact[] = ['model', 'specification'];
const MARKS: readonly ItemFact[] = ['features', 'colour', 'serialNumber', 'plateNumber', 'vin'];

function factsSaid({ facts }: ItemRow, keys: readonly ItemFact[], withName: boolean): string {
  return keys
    .flatMap((key) => {
      const value = facts[key] ?? '';
      if (value === '') return [];
      return withName && key !== 'features' ? [`${ITEM_FACTS[key].zh} ${value}`] : [value];
    })
    .join('，');
}

function lineOf(row: ItemRow, weights: ReadonlyMap<string, string>): CatalogueLine {
  const { number, code, name, unit, grade, ownership, listNumber, listLine, facts } = row;
  const owners: Readonly<Record<string, { zh: string; en: string }>> = OWNERSHIPS;
  return {
    ...{ number, code, name, unit, grade: ITEM_GRADES[grade], ownership: owners[ownership] ?? null },
    specification: factsSaid(row, SPECIFIES, false),
    marks: factsSaid(row, MARKS, true),
    weight: weights.get(row.id) ?? facts.weight ?? '',
    list: [listNumber, listLine].filter((part) => part !== null).join(' / '),
  };
}

/** The items of the case by number, as the reader may see them, and who keeps those that are in a room. */
export async function readLedgerCatalogue(
  { reader, actor, now }: Pick<QueryContext, 'reader' | 'actor' | 'now'>,
  { courtId, id: caseId }: CaseHead,
): Promise<LedgerCatalogue> {
  const rows = await listItemRows(reader, {
    ...{ courtId, caseId, ids: null, placeId: null, states: [], words: [], overdueAt: null, after: null },
    ...{ isUnverified: false, lapsedBefore: null, seesSecrets: true, limit: MOST },
    reach: { isWhole: true, departmentIds: [], personId: actor.personId },
  });
  const weights = await listLastWeights(reader, courtId, caseId);
  const rooms = openRoomBook(reader, courtId, now);
  await rooms.load(rows.map(({ placeId }) => placeId));
  const roomIds = new Set<string>();
  for (const { placeId } of rows) {
    const room = await rooms.roomOf(placeId);
    if (room !== null) roomIds.add(room.roomId);
  }
  const custodians = await Promise.all(
    [...roomIds].map(async (roomId) => (await findCustodian(reader, { courtId, roomId, at: now })).custodian),
  );
  return {
    lines: rows.map((row) => lineOf(maskItem(actor, row), weights)),
    custodians: [...new Set(custodians.flatMap((person) => person?.name ?? []))],
  };
}

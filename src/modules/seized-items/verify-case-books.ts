import type { Kysely } from 'kysely';
import type { DB } from '../../platform/database.ts';
import type { BookWithEntries } from '../ledger/book.ts';
import { proveConservation } from './conservation.ts';
import { groupByItem, readItemEntry, type ItemEntry } from './item-entry.ts';
import { listKeptItems, type KeptItem } from './item-verification.sql.ts';
import { replayItem, type ReplayedItem } from './replay-item.ts';

export interface ItemDifference {
  readonly courtId: number;
  readonly bookId: string;
  readonly code: string | null;
  readonly field: string;
  readonly expected: unknown;
  readonly found: unknown;
}

function findDifference(
  replayed: ReplayedItem,
  kept: KeptItem,
): Omit<ItemDifference, 'courtId' | 'bookId' | 'code'> | undefined {
  for (const [field, expected] of Object.entries(replayed)) {
    // why: the keys of a replayed item are keys of the kept one.
    const found: unknown = kept[field as keyof ReplayedItem];
    if (expected !== found) return { field, expected, found };
  }
  return undefined;
}

function findBookFault(
  { book, entries }: BookWithEntries,
  kept: readonly KeptItem[],
): ItemDifference | undefined {
  const at = { courtId: book.courtId, bookId: book.id };
  const read: ItemEntry[] = [];
  for (const entry of entries) {
    const one = readItemEntry(entry);
    if (!one)
      return { ...at, code: null, field: `entry ${entry.sequence}`, expected: 'an item', found: 'none' };
    read.push(one);
  }
  const groups = groupByItem(read);
  for (const item of kept) {
    const { code } = item;
    const replayed = replayItem(groups.get(item.id) ?? []);
    if (!replayed || item.bookId !== book.id)
      return { ...at, code, field: 'entries', expected: 'entries of the item', found: 'none' };
    const difference = findDifference(replayed, item);
    if (difference) return { ...at, code, ...difference };
    groups.delete(item.id);
  }
  // What was moved to the right case has its row in the book of that case.
  for (const [itemId, entries] of groups)
    if (entries.at(-1)?.kind === 'reattribute_out') groups.delete(itemId);
  const [unkept] = groups.keys();
  if (unkept !== undefined) return { ...at, code: null, field: 'item', expected: unkept, found: 'none' };
  const [broken] = proveConservation(read).differences;
  if (!broken) return undefined;
  const { fault, itemId, expected, found } = broken;
  const code = kept.find(({ id }) => id === itemId)?.code ?? null;
  return { ...at, code, field: `conservation ${fault}`, expected, found };
}

/** Compares every item with the replay of its case's book, and proves each book's conservation; the first difference. */
export async function verifyCaseBooks(
  db: Kysely<DB>,
  books: readonly BookWithEntries[],
): Promise<ItemDifference | undefined> {
  const caseBooks = books.filter(({ book }) => book.kind === 'case');
  if (caseBooks.length === 0) return undefined;
  const kept = new Map<string, KeptItem[]>();
  for (const item of await listKeptItems(
    db,
    caseBooks.map(({ book }) => book),
  ))
    kept.set(item.bookId, [...(kept.get(item.bookId) ?? []), item]);
  for (const one of caseBooks) {
    const fault = findBookFault(one, kept.get(one.book.id) ?? []);
    if (fault) return fault;
  }
  return undefined;
}

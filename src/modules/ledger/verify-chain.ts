/** Recomputes a book's chain and names the first difference. Pure. */
import { GENESIS_HASH, hashEntry, type ChainedEntry } from './entry.ts';
import type { BookHead } from './book.ts';

export type ChainFault =
  | 'SEQUENCE_GAP'
  | 'PREVIOUS_HASH_DIFFERS'
  | 'HASH_DIFFERS'
  | 'HEAD_SEQUENCE_DIFFERS'
  | 'HEAD_HASH_DIFFERS'
  | 'HEAD_CUT_OFF'
  | 'HEAD_REWRITTEN'
  | 'ENTRY_WITHOUT_BOOK';

export interface ChainDifference {
  readonly fault: ChainFault;
  readonly courtId: number;
  readonly bookId: string;
  readonly sequence: number;
  readonly expected: string;
  readonly found: string;
}

/** A book's head as it was exported earlier. */
export interface SavedHead {
  readonly courtId: number;
  readonly bookId: string;
  readonly sequence: number;
  readonly hash: string;
}

function differenceAt(
  entry: ChainedEntry,
  fault: ChainFault,
  expected: string,
  found: string,
): ChainDifference {
  return { fault, courtId: entry.courtId, bookId: entry.bookId, sequence: entry.sequence, expected, found };
}

/** The first difference inside one chain, whose entries come in the order of their sequence; undefined when whole. */
export function findEntryDifference(
  book: BookHead,
  entries: readonly ChainedEntry[],
  firstPreviousHash: Buffer = GENESIS_HASH,
): ChainDifference | undefined {
  let previousHash = firstPreviousHash;
  let sequence = 0;
  for (const entry of entries) {
    sequence += 1;
    if (entry.sequence !== sequence) {
      return differenceAt(entry, 'SEQUENCE_GAP', String(sequence), String(entry.sequence));
    }
    if (!entry.previousHash.equals(previousHash)) {
      return differenceAt(
        entry,
        'PREVIOUS_HASH_DIFFERS',
        previousHash.toString('hex'),
        entry.previousHash.toString('hex'),
      );
    }
    const { hash, previousHash: _previous, ...content } = entry;
    const computed = hashEntry(book.hashAlgorithm, content, previousHash);
    if (!computed.equals(hash))
      return differenceAt(entry, 'HASH_DIFFERS', computed.toString('hex'), hash.toString('hex'));
    previousHash = hash;
  }
  return undefined;
}

/** The first difference between a book's head, its entries, and the head saved earlier when there is one. */
export function findBookDifference(
  book: BookHead,
  entries: readonly ChainedEntry[],
  saved?: SavedHead,
  firstPreviousHash?: Buffer,
): ChainDifference | undefined {
  const inside = findEntryDifference(book, entries, firstPreviousHash);
  if (inside) return inside;
  const at = { courtId: book.courtId, bookId: book.id };
  const last = entries.at(-1);
  const lastSequence = last?.sequence ?? 0;
  if (lastSequence !== book.lastSequence) {
    const numbers = { expected: String(book.lastSequence), found: String(lastSequence) };
    return { fault: 'HEAD_SEQUENCE_DIFFERS', ...at, sequence: lastSequence, ...numbers };
  }
  const lastHash = last?.hash ?? firstPreviousHash ?? GENESIS_HASH;
  if (!lastHash.equals(book.lastHash)) {
    const hashes = { expected: book.lastHash.toString('hex'), found: lastHash.toString('hex') };
    return { fault: 'HEAD_HASH_DIFFERS', ...at, sequence: lastSequence, ...hashes };
  }
  return saved && findSavedHeadDifference(entries, saved);
}

/** A tail cut off, or a chain rewritten from some entry on, shows against a head saved before. */
export function findSavedHeadDifference(
  entries: readonly ChainedEntry[],
  saved: SavedHead,
): ChainDifference | undefined {
  const { courtId, bookId, sequence, hash } = saved;
  const entry = entries[sequence - 1];
  if (!entry) {
    const numbers = { expected: String(sequence), found: String(entries.length) };
    return { fault: 'HEAD_CUT_OFF', courtId, bookId, sequence, ...numbers };
  }
  const found = entry.hash.toString('hex');
  return found === hash
    ? undefined
    : { fault: 'HEAD_REWRITTEN', courtId, bookId, sequence, expected: hash, found };
}

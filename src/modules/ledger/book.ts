/** What a book is: one per asset, case or supply item. Pure types. */
import type { BookKind, ChainedEntry, HashAlgorithm } from './entry.ts';

export interface BookHead {
  readonly courtId: number;
  readonly id: string;
  readonly kind: BookKind;
  readonly subjectId: string;
  readonly hashAlgorithm: HashAlgorithm;
  readonly lastSequence: number;
  readonly lastHash: Buffer;
}

export interface BookWithEntries {
  readonly book: BookHead;
  readonly entries: readonly ChainedEntry[];
}

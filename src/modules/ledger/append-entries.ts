import { isOnEarlierShanghaiDay } from '../../platform/clock.ts';
import type { Statement } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import {
  GENESIS_HASH,
  hashEntry,
  normaliseQuantity,
  type BookKind,
  type ChainedEntry,
  type HashAlgorithm,
  type Position,
} from './entry.ts';
import { insertEntries, newBookStatements } from './ledger-entry.sql.ts';
import type { BookHead } from './book.ts';

/** One thing that happened, as a use case says it; the chain adds sequence, times, actor and hash. */
export interface Happening {
  /** The locked head of the book, or a new one from `openBook`. */
  readonly book: BookHead;
  readonly kind: string;
  readonly occurredAt: Date;
  readonly from: Position;
  readonly to: Position;
  readonly quantity: string;
  readonly unit: string;
  /** Minor units of `currency`. */
  readonly amountFen: number;
  /** ISO 4217; CNY when nothing is said. */
  readonly currency?: string;
  readonly secondPerson?: { readonly id: string; readonly name: string } | null;
  readonly counterparty?: string | null;
  readonly basis?: string | null;
  readonly note?: string | null;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly correctsSequence?: number | null;
}

/** Who writes entries: a command's actor, or the loader of the sample courts on behalf of a made-up one. */
export type Scribe = Pick<CommandContext, 'trx' | 'now' | 'actor'>;

/** An empty book of one thing; its first entry follows 32 zero bytes, or the last hash of the book it comes from. */
export function openBook(book: {
  courtId: number;
  kind: BookKind;
  subjectId: string;
  hashAlgorithm: HashAlgorithm;
  previousHash?: Buffer;
}): BookHead {
  return {
    courtId: book.courtId,
    id: newId(),
    kind: book.kind,
    subjectId: book.subjectId,
    hashAlgorithm: book.hashAlgorithm,
    lastSequence: 0,
    lastHash: book.previousHash ?? GENESIS_HASH,
  };
}

/** The next entry of a book whose head is `head`. Pure but for the entry's id. */
export function chainEntry(
  scribe: Pick<Scribe, 'now' | 'actor'>,
  happening: Happening,
  head: { readonly sequence: number; readonly hash: Buffer },
): ChainedEntry {
  const { book } = happening;
  const recordedAtMs = scribe.now.getTime();
  const content = {
    courtId: book.courtId,
    bookId: book.id,
    sequence: head.sequence + 1,
    id: newId(recordedAtMs),
    bookKind: book.kind,
    kind: happening.kind,
    occurredAtMs: happening.occurredAt.getTime(),
    recordedAtMs,
    late: isOnEarlierShanghaiDay(happening.occurredAt, scribe.now),
    actorId: scribe.actor.personId,
    actorName: scribe.actor.personName,
    actorDepartment: scribe.actor.departmentName,
    secondPersonId: happening.secondPerson?.id ?? null,
    secondPersonName: happening.secondPerson?.name ?? null,
    counterparty: happening.counterparty ?? null,
    basis: happening.basis ?? null,
    note: happening.note ?? null,
    from: happening.from,
    to: happening.to,
    quantity: normaliseQuantity(happening.quantity),
    unit: happening.unit,
    amountFen: happening.amountFen,
    currency: happening.currency ?? 'CNY',
    details: happening.details ?? {},
    correctsSequence: happening.correctsSequence ?? null,
  };
  return { ...content, previousHash: head.hash, hash: hashEntry(book.hashAlgorithm, content, head.hash) };
}

/** Chains happenings onto their books, in the order given; several on one book follow each other. */
export function chainEntries(
  scribe: Pick<Scribe, 'now' | 'actor'>,
  happenings: readonly Happening[],
): ChainedEntry[] {
  const heads = new Map<string, { sequence: number; hash: Buffer }>();
  return happenings.map((happening) => {
    const { book } = happening;
    const entry = chainEntry(
      scribe,
      happening,
      heads.get(book.id) ?? { sequence: book.lastSequence, hash: book.lastHash },
    );
    heads.set(book.id, { sequence: entry.sequence, hash: entry.hash });
    return entry;
  });
}

/**
 * Appends to existing books whose rows the caller has locked. Answers the entries with their sequences and hashes.
 * The database refuses an entry whose sequence is taken, so an unlocked head cannot fork a chain.
 */
export async function appendEntries(
  scribe: Scribe,
  happenings: readonly Happening[],
): Promise<ChainedEntry[]> {
  const entries = chainEntries(scribe, happenings);
  await insertEntries(scribe.trx, entries);
  return entries;
}

/** What writes new books with their first entries, chained before, to be sent with what else the caller writes. */
export function openBooks(
  { now }: Pick<Scribe, 'now'>,
  books: readonly BookHead[],
  entries: readonly ChainedEntry[],
): Statement[] {
  return newBookStatements(books, now, entries);
}

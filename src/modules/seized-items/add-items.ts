/**
 * The one way items come into being: codes → the case's book, opened with its first item → first entries → rows.
 * Preregistration, taking over an older register, splitting and proceeds all go through here, and so do the sample
 * courts; the caller has decided that each may start its life.
 */
import { sendTogether } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { issueItemCodes } from '../item-codes/issue-item-codes.ts';
import {
  appendEntries,
  chainEntries,
  openBook,
  openBooks,
  type Happening,
} from '../ledger/append-entries.ts';
import type { BookHead } from '../ledger/book.ts';
import type { ChainedEntry } from '../ledger/entry.ts';
import { lockBooksOf } from '../ledger/read-book.ts';
import type { ItemCard } from './item-fields.ts';
import { happeningOf, type Occasion } from './item-happening.ts';
import { findNextItemNumber } from './item-number.sql.ts';
import { insertItems, type NewItem } from './item.sql.ts';
import { stepStanding, unborn, type StandingChange } from './item-standing.ts';
import type { ItemTransition } from './item-transitions.ts';
import { requireOpenLedger } from './require-open-ledger.ts';

export interface ItemDraft {
  readonly id?: string;
  readonly card: ItemCard;
  readonly quantity: string;
  readonly change?: StandingChange;
  readonly names?: { readonly place: string | null; readonly holder: string | null };
  readonly parentItemId?: string | null;
  readonly priorItemId?: string | null;
  readonly details?: Readonly<Record<string, unknown>>;
}

export interface AddedItem {
  readonly id: string;
  readonly code: string;
  readonly number: number;
}

type AddingTransition = Extract<
  ItemTransition,
  | 'preregister'
  | 'take_over'
  | 'split_from'
  | 'book_proceeds'
  | 'book_recovery'
  | 'book_residue'
  | 'find_inside'
>;

type Command = Pick<CommandContext, 'trx' | 'now' | 'actor' | 'hashAlgorithm'>;
const NOBODY = { place: null, holder: null };

/**
 * Adds items to a case that the caller has locked, in the order given; answers ids, codes and numbers in that order.
 * Refusal: LEDGER_CLOSED.
 */
export async function addItems(
  command: Command,
  input: {
    readonly courtId: number;
    readonly caseId: string;
    readonly transition: AddingTransition;
    readonly drafts: readonly ItemDraft[];
    readonly occasion: Occasion;
  },
): Promise<AddedItem[]> {
  const { courtId, caseId, transition, drafts, occasion } = input;
  const { trx, now, hashAlgorithm } = command;
  const ids = drafts.map(({ id }) => id ?? newId());
  const codes = await issueItemCodes(command, { courtId, kind: 'S', subjectIds: ids });
  const [kept] = await lockBooksOf(trx, courtId, 'case', [caseId]);
  if (kept) await requireOpenLedger(trx, courtId, caseId);
  const book = kept ?? openBook({ courtId, kind: 'case', subjectId: caseId, hashAlgorithm });
  const firstNumber = await findNextItemNumber(trx, courtId, caseId);
  const prepared = drafts.map((draft, index) => {
    const item = {
      id: ids[index] ?? '',
      code: codes[index] ?? '',
      number: firstNumber + index,
      name: draft.card.name,
    };
    const before = unborn(draft.card.unit);
    const after = stepStanding(before, transition, draft.quantity, draft.change ?? {});
    const names = draft.names ?? NOBODY;
    const { quantity, details = {} } = draft;
    const step = { book, item, transition, quantity, before: null, after, names, details };
    return { draft, item, after, names, happening: happeningOf(step, occasion) };
  });
  const entries = await writeEntries(
    command,
    kept,
    book,
    prepared.map(({ happening }) => happening),
  );
  const rows = prepared.map(({ draft, item, after, names }, index): NewItem => ({
    ...item,
    caseId,
    bookId: book.id,
    card: draft.card,
    standing: after,
    holder: names.holder,
    stateSince: occasion.occurredAt,
    lastSequence: entries[index]?.sequence ?? 0,
    lastOccurredAt: occasion.occurredAt,
    parentItemId: draft.parentItemId ?? null,
    priorItemId: draft.priorItemId ?? null,
  }));
  await insertItems(trx, courtId, now, rows);
  return prepared.map(({ item: { id, code, number } }) => ({ id, code, number }));
}

async function writeEntries(
  command: Command,
  kept: BookHead | undefined,
  book: BookHead,
  happenings: readonly Happening[],
): Promise<ChainedEntry[]> {
  if (kept) return appendEntries(command, happenings);
  const entries = chainEntries(command, happenings);
  await sendTogether(command.trx, openBooks(command, [book], entries));
  return entries;
}

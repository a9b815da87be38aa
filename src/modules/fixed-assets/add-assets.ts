/**
 * The one way cards come into being: codes → books with their first entries → cards → aliases. Stocking in, the
 * import and the sample courts all go through here, with the card checked by `listCardProblems` before.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { sendTogether, type Statement } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { giveCodes, takeCodes } from '../item-codes/issue-item-codes.ts';
import { chainEntries, openBook, openBooks, type Happening } from '../ledger/append-entries.ts';
import { normaliseQuantity, NOWHERE, type ChainedEntry, type Position } from '../ledger/entry.ts';
import { aliasesOf, cardGramsOf, type AssetCard } from './asset-card.ts';
import { newAssetStatements, type NewAsset } from './new-asset.sql.ts';

export interface AssetDraft {
  /** Given when another draft of the same call is to have it as its parent, or a blank label was bound to it. */
  readonly id?: string;
  /** That of a blank label which the caller has bound to this id; otherwise a new one is issued. */
  readonly code?: string;
  readonly card: AssetCard;
  /** Where the asset is from the first entry on: in stock for a new thing, anything for a card taken over. */
  readonly position: Position;
  readonly occurredAt: Date;
  readonly loanDueOn: string | null;
  readonly basis: string | null;
  readonly note: string | null;
}

export interface AddedAsset {
  readonly id: string;
  readonly code: string;
}

/** Rows a statement: large enough to be few, small enough to keep the text of one statement under a few megabytes. */
const CHUNK = 1000;
/** Cards prepared at a stretch; between two stretches the database gets its next statement, and others their answers. */
const STRETCH = 100;

type Command = Pick<CommandContext, 'trx' | 'now' | 'actor' | 'hashAlgorithm'>;
type Kind = 'stock_in' | 'take_over';

interface CodedDraft {
  readonly draft: AssetDraft;
  readonly id: string;
  readonly code: string;
}

/**
 * Adds cards to the writing court in the order given; answers their ids and codes in that order.
 * `kind` is `stock_in` for new things, `take_over` for cards of an older register. `onProgress` may throw to end it.
 */
export async function addAssets(
  command: Command,
  input: {
    readonly courtId: number;
    readonly kind: Kind;
    readonly drafts: readonly AssetDraft[];
    readonly onProgress?: (addedCount: number) => void;
  },
): Promise<AddedAsset[]> {
  const { courtId, kind, onProgress } = input;
  const drafts = await codeDrafts(command, courtId, input.drafts);
  // One chunk is being written while the next one is being prepared.
  let writing: Promise<void> = Promise.resolve();
  for (let start = 0; start < drafts.length; start += CHUNK) {
    const statements = await prepareStatements(command, courtId, kind, drafts.slice(start, start + CHUNK));
    await writing;
    onProgress?.(start);
    writing = sendTogether(command.trx, statements);
    // It is awaited above or below; until then its failure is nobody's.
    writing.catch(() => {});
  }
  await writing;
  onProgress?.(drafts.length);
  return drafts.map(({ id, code }) => ({ id, code }));
}

async function codeDrafts(
  command: Command,
  courtId: number,
  drafts: readonly AssetDraft[],
): Promise<CodedDraft[]> {
  const count = drafts.filter(({ code }) => code === undefined).length;
  const taken = count === 0 ? [] : await takeCodes(command, { courtId, kind: 'A', count });
  let next = 0;
  return drafts.map((draft) => ({
    draft,
    id: draft.id ?? newId(),
    code: draft.code ?? taken[next++] ?? '',
  }));
}

/** What writes the cards, all of it ready to be sent. */
async function prepareStatements(
  command: Command,
  courtId: number,
  kind: Kind,
  drafts: readonly CodedDraft[],
): Promise<Statement[]> {
  const assets: NewAsset[] = [];
  const entries: ChainedEntry[] = [];
  for (const [index, given] of drafts.entries()) {
    const asset = newAssetOf(command, courtId, given);
    assets.push(asset);
    entries.push(...chainEntries(command, [firstHappening(given.draft, asset, kind)]));
    if (index % STRETCH === STRETCH - 1) await nextTurn();
  }
  const issued = drafts
    .filter(({ draft }) => draft.code === undefined)
    .map(({ id, code }) => ({ code, subjectId: id }));
  const books = assets.map(({ book }) => book);
  return [
    giveCodes(command, courtId, issued),
    ...openBooks(command, books, entries),
    ...newAssetStatements(courtId, assets),
  ];
}

function newAssetOf(
  { now, hashAlgorithm }: Command,
  courtId: number,
  { draft, id, code }: CodedDraft,
): NewAsset {
  const { position, occurredAt, loanDueOn } = draft;
  const card = { ...draft.card, quantity: normaliseQuantity(draft.card.quantity) };
  return {
    id,
    code,
    book: openBook({ courtId, kind: 'fixed_asset', subjectId: id, hashAlgorithm }),
    card,
    position,
    stateSince: occurredAt,
    loanDueOn,
    statusBeforeRepair: null,
    createdAt: now,
    updatedAt: now,
    grams: cardGramsOf(card),
    aliases: aliasesOf(code, card),
  };
}

function firstHappening(draft: AssetDraft, asset: NewAsset, kind: Kind): Happening {
  const { position, occurredAt, basis, note } = draft;
  const { book, card } = asset;
  return {
    book,
    kind,
    occurredAt,
    from: NOWHERE,
    to: position,
    quantity: card.quantity,
    unit: card.unit,
    amountFen: card.originalValueFen,
    counterparty: card.supplier,
    basis,
    note,
    details: { code: asset.code, card, loanDueOn: draft.loanDueOn },
  };
}

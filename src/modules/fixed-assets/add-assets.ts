/**
 * The one way cards come into being: codes → books with their first entries → cards → aliases. Stocking in, the
 * import and the sample courts all go through here, with the card checked by `listCardProblems` before.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { newId } from '../../platform/ids.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { issueItemCodes } from '../item-codes/issue-item-codes.ts';
import { chainEntries, openBook, openBooks, type Happening } from '../ledger/append-entries.ts';
import { normaliseQuantity, NOWHERE, type ChainedEntry, type Position } from '../ledger/entry.ts';
import { aliasesOf, cardGramsOf, type AssetCard } from './asset-card.ts';
import { insertAssets, type NewAsset } from './asset.sql.ts';

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
  readonly entry: ChainedEntry;
}

/** Rows a statement: large enough to be few, small enough to keep the text of one statement under a few megabytes. */
const CHUNK = 1000;
/** Cards prepared at a stretch; between two stretches the database gets its next statement, and others their answers. */
const STRETCH = 100;

type Command = Pick<CommandContext, 'trx' | 'now' | 'actor' | 'hashAlgorithm'>;
type Kind = 'stock_in' | 'take_over';

interface PreparedCards {
  readonly assets: readonly NewAsset[];
  readonly entries: readonly ChainedEntry[];
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
  const { courtId, drafts, kind, onProgress } = input;
  const ids = drafts.map(({ id }) => id ?? newId());
  const codes = await codesOf(command, courtId, drafts, ids);
  const added: AddedAsset[] = [];
  // One chunk is being written while the next one is being prepared.
  let writing: Promise<void> = Promise.resolve();
  for (let start = 0; start < drafts.length; start += CHUNK) {
    const prepared = await prepareCards(command, kind, courtId, (index) => {
      const at = start + index;
      const draft = index < CHUNK ? drafts[at] : undefined;
      return draft && { draft, id: ids[at] ?? '', code: codes[at] ?? '' };
    });
    await writing;
    onProgress?.(added.length);
    writing = writeCards(command, courtId, prepared);
    // It is awaited above or below; until then its failure is nobody's.
    writing.catch(() => {});
    prepared.assets.forEach(({ id, code }, index) => {
      const entry = prepared.entries[index];
      if (entry) added.push({ id, code, entry });
    });
  }
  await writing;
  onProgress?.(added.length);
  return added;
}

async function codesOf(
  command: Command,
  courtId: number,
  drafts: readonly AssetDraft[],
  ids: readonly string[],
): Promise<string[]> {
  const subjectIds = ids.filter((_, index) => drafts[index]?.code === undefined);
  const issued = await issueItemCodes(command, { courtId, kind: 'A', subjectIds });
  let next = 0;
  return drafts.map(({ code }) => code ?? issued[next++] ?? '');
}

async function prepareCards(
  command: Command,
  kind: Kind,
  courtId: number,
  cardAt: (index: number) => { draft: AssetDraft; id: string; code: string } | undefined,
): Promise<PreparedCards> {
  const assets: NewAsset[] = [];
  const entries: ChainedEntry[] = [];
  for (let index = 0; ; index += 1) {
    const given = cardAt(index);
    if (!given) return { assets, entries };
    const asset = newAssetOf(command, courtId, given);
    assets.push(asset);
    entries.push(...chainEntries(command, [firstHappening(given.draft, asset, kind)]));
    if (index % STRETCH === STRETCH - 1) await nextTurn();
  }
}

async function writeCards(
  command: Command,
  courtId: number,
  { assets, entries }: PreparedCards,
): Promise<void> {
  const books = assets.map(({ book }) => book);
  await openBooks(command, books, entries);
  await insertAssets(command.trx, courtId, assets);
}

function newAssetOf(
  { now, hashAlgorithm }: Command,
  courtId: number,
  { draft, id, code }: { draft: AssetDraft; id: string; code: string },
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

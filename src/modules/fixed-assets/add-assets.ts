/**
 * The one way cards come into being: codes → books with their first entries → cards → aliases. Stocking in, the
 * import and the sample courts all go through here, with the card checked by `listCardProblems` before.
 */
import { newId } from '../../platform/ids.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { issueItemCodes } from '../item-codes/issue-item-codes.ts';
import { appendFirstEntries, openBook, type Happening } from '../ledger/append-entries.ts';
import { normaliseQuantity, NOWHERE, type ChainedEntry, type Position } from '../ledger/entry.ts';
import { aliasesOf, cardGramsOf, type AssetCard } from './asset-card.ts';
import { insertAssets, type NewAsset } from './asset.sql.ts';

export interface AssetDraft {
  /** Given only when another draft of the same call is to have it as its parent. */
  readonly id?: string;
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
const CHUNK = 2000;

/**
 * Adds cards to the writing court in the order given; answers their ids and codes in that order.
 * `kind` is `stock_in` for new things, `take_over` for cards of an older register.
 */
export async function addAssets(
  command: Pick<CommandContext, 'trx' | 'now' | 'actor' | 'hashAlgorithm'>,
  input: {
    readonly courtId: number;
    readonly kind: 'stock_in' | 'take_over';
    readonly drafts: readonly AssetDraft[];
    readonly onProgress?: (addedCount: number) => void;
  },
): Promise<AddedAsset[]> {
  const added: AddedAsset[] = [];
  for (let start = 0; start < input.drafts.length; start += CHUNK) {
    added.push(...(await addChunk(command, input, input.drafts.slice(start, start + CHUNK))));
    input.onProgress?.(added.length);
  }
  return added;
}

async function addChunk(
  command: Pick<CommandContext, 'trx' | 'now' | 'actor' | 'hashAlgorithm'>,
  input: { readonly courtId: number; readonly kind: 'stock_in' | 'take_over' },
  drafts: readonly AssetDraft[],
): Promise<AddedAsset[]> {
  const { courtId } = input;
  const ids = drafts.map(({ id }) => id ?? newId());
  const codes = await issueItemCodes(command, { courtId, kind: 'A', subjectIds: ids });
  const assets = drafts.map((draft, index): NewAsset => {
    const id = ids[index] ?? '';
    const code = codes[index] ?? '';
    const { position, occurredAt, loanDueOn } = draft;
    const card = { ...draft.card, quantity: normaliseQuantity(draft.card.quantity) };
    const book = openBook({
      courtId,
      kind: 'fixed_asset',
      subjectId: id,
      hashAlgorithm: command.hashAlgorithm,
    });
    const grams = cardGramsOf(card);
    return {
      id,
      code,
      book,
      card,
      position,
      stateSince: occurredAt,
      loanDueOn,
      statusBeforeRepair: null,
      createdAt: command.now,
      updatedAt: command.now,
      grams,
      aliases: aliasesOf(code, card),
    };
  });
  const entries = await appendFirstEntries(
    command,
    drafts.map((draft, index) => firstHappening(draft, assets[index], input.kind)),
  );
  await insertAssets(command.trx, courtId, assets);
  return entries.map((entry, index) => ({ id: ids[index] ?? '', code: codes[index] ?? '', entry }));
}

function firstHappening(draft: AssetDraft, asset: NewAsset | undefined, kind: string): Happening {
  if (!asset) throw new Error('every draft has its asset');
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

import type { TenantReader } from '../../platform/database.ts';
import { listCardRecords, type AsOfCriteria } from './as-of.sql.ts';
import type { AssetCard } from './asset-card.ts';
import { readEntryDetails } from './entry-details.ts';

/** The card after one more entry: that of a first entry, or the card before with its changes. Pure. */
function cardAfter(before: AssetCard | undefined, record: unknown): AssetCard | undefined {
  const { card, changes } = readEntryDetails(record);
  const whole = card ?? before;
  if (whole === undefined) return undefined;
  const changed = Object.fromEntries(changes.map(({ field, to }) => [field, to]));
  // why: a change carries the value of its own field, as the card had it.
  return { ...whole, ...(changed as Partial<AssetCard>) };
}

/**
 * The cards of these books as their entries had written them by the moment. The answer throws for a book that had no
 * card by then: whoever asks has seen an entry of it, and the first one brings the card.
 */
export async function rebuildCards(
  reader: TenantReader,
  criteria: AsOfCriteria,
  bookIds: readonly string[],
): Promise<(bookId: string) => AssetCard> {
  const cards = new Map<string, AssetCard>();
  for (const { bookId, details } of await listCardRecords(reader, criteria, bookIds)) {
    const card = cardAfter(cards.get(bookId), details);
    if (card !== undefined) cards.set(bookId, card);
  }
  return (bookId) => {
    const card = cards.get(bookId);
    if (card === undefined) throw new Error(`no entry of book ${bookId} has brought a card`);
    return card;
  };
}

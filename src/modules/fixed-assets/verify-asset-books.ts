import type { Kysely } from 'kysely';
import type { DB } from '../../platform/database.ts';
import type { BookWithEntries } from '../ledger/book.ts';
import { listKeptAssets } from './asset-verification.sql.ts';
import { findProjectionDifference, replayAsset, type ProjectionDifference } from './replay-asset.ts';
import { findWordsDifference } from './replay-words.ts';

export interface AssetDifference extends ProjectionDifference {
  readonly courtId: number;
  readonly assetId: string | null;
  readonly bookId: string;
  readonly code: string | null;
}

/** Compares every asset of the books with its replay; the first difference, or undefined. */
export async function verifyAssetBooks(
  db: Kysely<DB>,
  books: readonly BookWithEntries[],
): Promise<AssetDifference | undefined> {
  const assetBooks = books.filter(({ book }) => book.kind === 'fixed_asset');
  const kept = await listKeptAssets(
    db,
    assetBooks.map(({ book }) => book),
  );
  const keptByBook = new Map(kept.map((asset) => [asset.bookId, asset]));
  for (const { book, entries } of assetBooks) {
    const asset = keptByBook.get(book.id);
    const replayed = replayAsset(entries);
    const at = {
      courtId: book.courtId,
      assetId: asset?.id ?? null,
      bookId: book.id,
      code: asset?.code ?? null,
    };
    if (!asset) return { ...at, field: 'asset', expected: 'a card', found: 'none' };
    if (!replayed) return { ...at, field: 'book', expected: 'entries', found: 'none' };
    const difference =
      findProjectionDifference(replayed, asset) ?? findWordsDifference(entries, asset, asset.words);
    if (difference) return { ...at, ...difference };
  }
  return undefined;
}

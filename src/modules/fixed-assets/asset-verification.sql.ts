/** The kept rows of assets, for comparing with their books: as the owner, every court. */
import { sql, type Kysely } from 'kysely';
import type { DB } from '../../platform/database.ts';
import type { AssetCard } from './asset-card.ts';
import { cardColumns } from './card.sql.ts';
import type { KeptProjection } from './replay-asset.ts';
import type { KeptWords } from './replay-words.ts';

export interface KeptAsset extends KeptProjection {
  readonly courtId: number;
  readonly id: string;
  readonly bookId: string;
  readonly words: KeptWords;
}

type Row = AssetCard & Omit<KeptAsset, 'card' | 'stateSinceMs' | 'words'> & KeptWords & { stateSince: Date };

/** The assets of the given books, found by their primary key. */
export async function listKeptAssets(
  db: Kysely<DB>,
  books: readonly { readonly courtId: number; readonly subjectId: string }[],
): Promise<KeptAsset[]> {
  const { rows } = await sql<Row>`
    select court_id as "courtId", id, book_id as "bookId", code, status, status_before_repair as "statusBeforeRepair",
      department_id as "departmentId", holder_id as "holderId", place_id as "placeId",
      loan_due_on as "loanDueOn", state_since as "stateSince",
      array(select alias.kind || ' ' || alias.alias || ' ' || alias.reversed from asset_aliases alias
        where alias.court_id = assets.court_id and alias.asset_id = assets.id) as aliases,
      (select concat_ws(e'\\n', word.code, word.name, word.acquired_on, word.original_value_fen, word.grams)
        from asset_search word where word.court_id = assets.court_id and word.asset_id = assets.id) as search,
      ${cardColumns()}
    from assets
    where (court_id, id) in (select * from unnest(${books.map(({ courtId }) => courtId)}::integer[],
      ${books.map(({ subjectId }) => subjectId)}::uuid[]))`.execute(db);
  return rows.map((row) => {
    const {
      courtId,
      id,
      bookId,
      code,
      status,
      statusBeforeRepair,
      departmentId,
      holderId,
      placeId,
      loanDueOn,
      stateSince,
      aliases,
      search,
      ...card
    } = row;
    const position = { status, statusBeforeRepair, departmentId, holderId, placeId, loanDueOn };
    const words = { aliases, search };
    return { courtId, id, bookId, code, ...position, stateSinceMs: stateSince.getTime(), card, words };
  });
}

/** Assets that no book of their own claims: a card slipped in, or a book that was made another kind. */
export async function countAssetsWithoutBook(db: Kysely<DB>): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from assets asset
    where not exists (select from ledger_books book where book.court_id = asset.court_id and book.id = asset.book_id
      and book.kind = 'fixed_asset' and book.subject_id = asset.id)`.execute(db);
  return rows[0]?.count ?? 0;
}

/** Numbers and words that lead to no asset. */
export async function countStrayWords(db: Kysely<DB>): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from (
      select court_id, asset_id from asset_aliases union all select court_id, asset_id from asset_search) word
    where not exists (select from assets asset where asset.court_id = word.court_id and asset.id = word.asset_id)`.execute(
    db,
  );
  return rows[0]?.count ?? 0;
}

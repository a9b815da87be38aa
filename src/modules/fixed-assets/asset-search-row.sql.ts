/** The words of the cards, kept apart from the cards. */
import { sql } from 'kysely';
import type { Statement, TenantTransaction } from '../../platform/database.ts';
import { rowSet } from '../../platform/row-set.ts';
import type { AssetCard } from './asset-card.ts';

interface Searched {
  readonly id: string;
  readonly code: string;
  readonly card: AssetCard;
  readonly grams: readonly number[];
}

function rowOf({ id, code, card, grams }: Searched): Record<string, unknown> {
  return {
    asset_id: id,
    code,
    name: card.name,
    acquired_on: card.acquiredOn,
    original_value_fen: card.originalValueFen,
    grams: `{${grams.join(',')}}`,
  };
}

const SEARCH_TYPES = {
  asset_id: 'uuid',
  court_id: 'integer',
  code: 'text',
  name: 'text',
  acquired_on: 'date',
  original_value_fen: 'bigint',
  // An array of arrays would have to be square.
  grams: 'text',
} as const;

export function searchRowsStatement(courtId: number, assets: readonly Searched[]): Statement {
  const rows = assets.map((asset) => ({ court_id: courtId, ...rowOf(asset) }));
  return sql`insert into asset_search (asset_id, court_id, code, name, acquired_on, original_value_fen, grams)
    select asset_id, court_id, code, name, acquired_on, original_value_fen, grams::integer[] from ${rowSet('searched', SEARCH_TYPES, rows)}`;
}

/** Until the end of the transaction new words wait to be sorted in; who writes thousands sorts them in afterwards. */
export async function letSearchWordsWait(trx: TenantTransaction): Promise<void> {
  await sql`set local gin_pending_list_limit = '256MB'`.execute(trx);
}

/** Sorts in the words that wait, of every court. Answers the number of pages that waited. */
export async function sortInSearchWords(trx: TenantTransaction): Promise<number> {
  const { rows } = await sql<{ pages: number }>`select sort_in_search_pieces() as pages`.execute(trx);
  return rows[0]?.pages ?? 0;
}

export async function updateSearchRows(
  trx: TenantTransaction,
  courtId: number,
  searched: readonly {
    readonly assetId: string;
    readonly card: AssetCard;
    readonly grams: readonly number[];
  }[],
): Promise<void> {
  const rows = searched.map(({ assetId, card, grams }) => rowOf({ id: assetId, code: '', card, grams }));
  await sql`
    update asset_search kept set name = next.name, acquired_on = next.acquired_on,
      original_value_fen = next.original_value_fen, grams = next.grams::integer[]
    from json_to_recordset(${JSON.stringify(rows)}::json) as next(asset_id uuid, name text, acquired_on date,
      original_value_fen bigint, grams text)
    where kept.court_id = ${courtId} and kept.asset_id = next.asset_id`.execute(trx);
}

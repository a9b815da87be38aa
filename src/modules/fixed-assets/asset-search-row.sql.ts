/** The words of the cards, kept apart from the cards. */
import { sql } from 'kysely';
import type { TenantTransaction } from '../../platform/database.ts';
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

export async function insertSearchRows(
  trx: TenantTransaction,
  courtId: number,
  assets: readonly Searched[],
): Promise<void> {
  await sql`
    insert into asset_search (court_id, asset_id, code, name, acquired_on, original_value_fen, grams)
    select ${courtId}::integer, asset_id, code, name, acquired_on, original_value_fen, grams::integer[]
    from json_to_recordset(${JSON.stringify(assets.map(rowOf))}::json) as searched(asset_id uuid, code text,
      name text, acquired_on date, original_value_fen bigint, grams text)`.execute(trx);
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

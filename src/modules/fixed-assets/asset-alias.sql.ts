/** The numbers by which an asset is called: code, serial, serial number, old numbers, folded. */
import { sql } from 'kysely';
import type { Statement, TenantTransaction } from '../../platform/database.ts';
import type { AssetAlias } from './asset-card.ts';

interface Called {
  readonly assetId: string;
  readonly aliases: readonly AssetAlias[];
}

/** Numbers of assets that have none yet; the same number twice on one asset counts once. */
export function aliasesStatement(courtId: number, assets: readonly Called[]): Statement {
  const rows = assets.flatMap(({ assetId, aliases }) =>
    aliases
      .filter((one, index) => !aliases.slice(0, index).some((other) => isSameAlias(one, other)))
      .map((alias) => ({ ...alias, assetId })),
  );
  return sql`insert into asset_aliases (court_id, asset_id, kind, alias, reversed)
    select ${courtId}::integer, asset_id, kind, alias, reversed
    from unnest(${rows.map((row) => row.assetId)}::uuid[], ${rows.map((row) => row.kind)}::text[],
      ${rows.map((row) => row.alias)}::text[], ${rows.map((row) => row.reversed)}::text[])
      as alias(asset_id, kind, alias, reversed)`;
}

export async function insertAliases(
  trx: TenantTransaction,
  courtId: number,
  assets: readonly Called[],
): Promise<void> {
  await aliasesStatement(courtId, assets).execute(trx);
}

function isSameAlias(one: AssetAlias, other: AssetAlias): boolean {
  return one.alias === other.alias && one.kind === other.kind;
}

/** All but the codes carried before, which are no part of the card. */
export async function deleteAliases(
  trx: TenantTransaction,
  courtId: number,
  assetIds: readonly string[],
): Promise<void> {
  await trx
    .deleteFrom('asset_aliases')
    .where('court_id', '=', courtId)
    .where('asset_id', 'in', [...assetIds])
    .where('kind', '<>', 'former_code')
    .execute();
}

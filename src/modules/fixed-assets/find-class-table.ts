import type { TenantReader } from '../../platform/database.ts';
import { listAssetClassRows, type AssetClassRow } from './asset-class.sql.ts';

/** The whole table of classes, by code. */
export async function findClassTable(reader: TenantReader): Promise<ReadonlyMap<string, AssetClassRow>> {
  return new Map((await listAssetClassRows(reader)).map((row) => [row.code, row]));
}

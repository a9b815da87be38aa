import { sql } from 'kysely';
import type { TenantReader } from '../../platform/database.ts';
import type { AssetStatus } from './rules.ts';

export interface AssetOfFile {
  readonly courtId: number;
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly status: AssetStatus;
  readonly departmentId: string | null;
  readonly holderId: string | null;
}

/** The asset in any of the courts, with what decides who may see it. */
export async function findAssetOfFile(
  reader: TenantReader,
  courtIds: readonly number[],
  assetId: string,
): Promise<AssetOfFile | undefined> {
  const { rows } = await sql<AssetOfFile>`
    select court_id as "courtId", id, code, name, status, department_id as "departmentId", holder_id as "holderId"
    from assets where court_id = any(${courtIds}::integer[]) and id = ${assetId}`.execute(reader);
  return rows[0];
}

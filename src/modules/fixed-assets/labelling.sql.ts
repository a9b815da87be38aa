/** Which assets a printing means, and how far labelling has come. */
import { sql } from 'kysely';
import type { TenantReader } from '../../platform/database.ts';
import { allOf, scopeConditions } from './asset-conditions.sql.ts';
import type { AssetCriteria } from './asset-criteria.ts';
import { criteriaConditions } from './asset-list.sql.ts';
import type { ReadScope } from './read-scope.ts';

const NOT_DISPOSED = sql`asset.status <> 'disposed'`;

/** Up to `limit` ids that fit, in no order. */
export async function listAssetIds(
  reader: TenantReader,
  criteria: AssetCriteria,
  limit: number,
): Promise<string[]> {
  const conditions = [
    sql`asset.court_id = ${criteria.scope.courtId}`,
    NOT_DISPOSED,
    ...criteriaConditions(criteria, 'gather'),
  ];
  const { rows } = await sql<{ id: string }>`select asset.id from readable_assets asset
    where ${allOf(conditions)} limit ${limit}`.execute(reader);
  return rows.map(({ id }) => id);
}

/** Up to `limit` ids of assets that an import wrote or changed last, in no order. */
export async function listImportedAssetIds(
  reader: TenantReader,
  scope: ReadScope,
  importId: string,
  limit: number,
): Promise<string[]> {
  const conditions = [sql`asset.court_id = ${scope.courtId}`, NOT_DISPOSED, ...scopeConditions(scope)];
  const { rows } = await sql<{ id: string }>`select asset.id from readable_assets asset
    where ${allOf(conditions)} and asset.id in (select kept.subject_id from import_rows kept
      where kept.court_id = ${scope.courtId} and kept.run_id = ${importId})
    limit ${limit}`.execute(reader);
  return rows.map(({ id }) => id);
}

export interface LabellingRow {
  readonly departmentId: string | null;
  readonly department: string | null;
  readonly due: number;
  readonly labelled: number;
}

/** By name, things of no department last. */
export async function countLabelled(reader: TenantReader, courtId: number): Promise<LabellingRow[]> {
  const { rows } = await sql<LabellingRow>`
    select counted.department_id as "departmentId", department.name as department, counted.due, counted.labelled
    from (
      select asset.department_id, count(*)::integer as due,
        (count(*) filter (where code.labelled_at is not null))::integer as labelled
      from readable_assets asset
      left join item_codes code on code.court_id = asset.court_id and code.code = asset.code collate "default"
      where asset.court_id = ${courtId} and ${NOT_DISPOSED}
      group by asset.department_id) counted
    left join departments department on department.court_id = ${courtId}
      and department.id = counted.department_id
    order by department.name is null, department.name, counted.department_id`.execute(reader);
  return rows;
}

/** What stands on the labels of assets, in the order in which a person walks the building. */
import { sql } from 'kysely';
import type { TenantReader } from '../../platform/database.ts';
import { allOf, scopeConditions } from './asset-conditions.sql.ts';
import type { ReadScope } from './read-scope.ts';

export interface AssetLabelRow {
  readonly id: string;
  readonly code: string;
  readonly court: string;
  readonly name: string;
  readonly specification: string | null;
  readonly brand: string | null;
  readonly model: string | null;
  readonly className: string;
  readonly department: string | null;
  readonly holder: string | null;
  readonly place: string | null;
  readonly acquiredOn: string;
  readonly serialNumber: string | null;
  readonly oldNumber: string | null;
  readonly unit: string;
}

/** Building, floor, room, then name; what is nowhere comes last. */
export async function listAssetLabelRows(
  reader: TenantReader,
  courtIds: readonly number[],
  scope: ReadScope,
  assetIds: readonly string[],
): Promise<AssetLabelRow[]> {
  const { rows } = await sql<AssetLabelRow>`
    select asset.id, asset.code, court.name as court, asset.name, asset.specification, asset.brand, asset.model,
      class.name as "className", department.name as department, holder.full_name as holder, place.path as place,
      asset.acquired_on as "acquiredOn", asset.serial_number as "serialNumber",
      coalesce(asset.old_number1, asset.old_number2) as "oldNumber", asset.unit
    from readable_assets asset
    join courts court on court.id = asset.court_id
    join asset_classes class on class.code = asset.class_code
    left join departments department on department.court_id = asset.court_id and department.id = asset.department_id
    left join people holder on holder.id = asset.holder_id
    left join places place on place.court_id = asset.court_id and place.id = asset.place_id
    where asset.court_id = any(${courtIds}::integer[]) and asset.id = any(${assetIds}::uuid[])
      and ${allOf(scopeConditions(scope))}
    order by place.sort_key nulls last, asset.name, asset.code`.execute(reader);
  return rows;
}

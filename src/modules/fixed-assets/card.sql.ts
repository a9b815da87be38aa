/** The card as it stands, and whether what it names exists. */
import { sql } from 'kysely';
import type { TenantReader } from '../../platform/database.ts';
import type { AssetCard } from './asset-card.ts';

export interface CardReferences {
  readonly classKnown: boolean;
  readonly departmentKnown: boolean;
  readonly parentKnown: boolean;
}

/** A reference that the card leaves empty counts as known. A parent below the asset itself would form a circle. */
export async function findCardReferences(
  reader: TenantReader,
  courtId: number,
  card: AssetCard,
  assetId: string | null,
): Promise<CardReferences> {
  const { rows } = await sql<CardReferences>`
    with recursive above as (
      select id, parent_asset_id from assets where court_id = ${courtId} and id = ${card.parentAssetId}::uuid
      union
      select asset.id, asset.parent_asset_id from assets asset
      join above on asset.court_id = ${courtId} and asset.id = above.parent_asset_id
    )
    select exists (select from asset_classes where code = ${card.classCode}) as "classKnown",
      (${card.managingDepartmentId}::uuid is null or exists (select from departments
        where court_id = ${courtId} and id = ${card.managingDepartmentId}::uuid)) as "departmentKnown",
      (${card.parentAssetId}::uuid is null or (exists (select from above)
        and not exists (select from above where id = ${assetId}::uuid))) as "parentKnown"`.execute(reader);
  const row = rows[0];
  if (!row) throw new Error('a query without a from clause answers one row');
  return row;
}

/** The card's columns under the names of AssetCard. */
export function cardColumns() {
  return sql.raw(`name, class_code as "classCode", specification, brand, model, manufacturer,
      serial_number as "serialNumber", old_number1 as "oldNumber1", old_number2 as "oldNumber2", unit,
      trim_scale(quantity)::text as quantity, acquisition_method as "acquisitionMethod",
      acquired_on as "acquiredOn", in_use_on as "inUseOn", booked_on as "bookedOn", value_kind as "valueKind",
      original_value_fen as "originalValueFen", fiscal_funds_fen as "fiscalFundsFen",
      non_fiscal_funds_fen as "nonFiscalFundsFen", opening_depreciation_fen as "openingDepreciationFen",
      opening_depreciation_month as "openingDepreciationMonth", useful_life_months as "usefulLifeMonths",
      voucher_number as "voucherNumber", procurement_form as "procurementForm", supplier,
      contract_number as "contractNumber", invoice_number as "invoiceNumber", warranty_until as "warrantyUntil",
      managing_department_id as "managingDepartmentId", parent_asset_id as "parentAssetId", notes`);
}

export interface KeptCard {
  readonly code: string;
  readonly version: number;
  readonly card: AssetCard;
}

/** The card of one asset; the caller has locked it when it means to write. */
export async function findCard(
  reader: TenantReader,
  courtId: number,
  assetId: string,
): Promise<KeptCard | undefined> {
  const { rows } = await sql<AssetCard & { code: string; version: number }>`
    select code, version, ${cardColumns()}
    from assets where court_id = ${courtId} and id = ${assetId}`.execute(reader);
  const row = rows[0];
  if (!row) return undefined;
  const { code, version, ...card } = row;
  return { code, version, card };
}

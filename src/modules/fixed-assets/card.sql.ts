/** The card as it stands, and whether what it names exists. */
import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../platform/database.ts';
import { cardGramsOf, type AssetCard } from './asset-card.ts';
import { cardRowOf } from './new-asset.sql.ts';
import { updateSearchRows } from './asset-search-row.sql.ts';

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
  /** Opening and every posted month. */
  readonly accumulatedFen: number;
  readonly card: AssetCard;
}

/** The card of one asset; the caller has locked it when it means to write. */
export async function findCard(
  reader: TenantReader,
  courtId: number,
  assetId: string,
): Promise<KeptCard | undefined> {
  return (await listCards(reader, courtId, [assetId])).get(assetId);
}

/** Cards by the ids of their assets; ids that the court does not have are absent. */
export async function listCards(
  reader: TenantReader,
  courtId: number,
  assetIds: readonly string[],
): Promise<Map<string, KeptCard>> {
  const { rows } = await sql<AssetCard & { id: string } & Omit<KeptCard, 'card'>>`
    select id, code, version, accumulated_depreciation_fen as "accumulatedFen", ${cardColumns()}
    from assets where court_id = ${courtId} and id = any(${assetIds}::uuid[])`.execute(reader);
  return new Map(
    rows.map(({ id, code, version, accumulatedFen, ...card }) => [
      id,
      { code, version, accumulatedFen, card },
    ]),
  );
}

/** The columns of changed cards and their words, in two statements whatever their number; raises the versions. */
export async function updateCards(
  trx: TenantTransaction,
  courtId: number,
  now: Date,
  cards: readonly { readonly assetId: string; readonly card: AssetCard }[],
): Promise<void> {
  const rows = cards.map(({ assetId, card }) => ({ asset_id: assetId, ...cardRowOf(card) }));
  // A corrected opening shifts what is accumulated; the posted months stay as they are.
  await sql`
    update assets asset set name = next.name, class_code = next.class_code, specification = next.specification,
      brand = next.brand, model = next.model, manufacturer = next.manufacturer, serial_number = next.serial_number,
      old_number1 = next.old_number1, old_number2 = next.old_number2, unit = next.unit, quantity = next.quantity,
      acquisition_method = next.acquisition_method, acquired_on = next.acquired_on, in_use_on = next.in_use_on,
      booked_on = next.booked_on, value_kind = next.value_kind, original_value_fen = next.original_value_fen,
      fiscal_funds_fen = next.fiscal_funds_fen, non_fiscal_funds_fen = next.non_fiscal_funds_fen,
      accumulated_depreciation_fen = asset.accumulated_depreciation_fen + next.opening_depreciation_fen
        - asset.opening_depreciation_fen,
      opening_depreciation_fen = next.opening_depreciation_fen,
      opening_depreciation_month = next.opening_depreciation_month, useful_life_months = next.useful_life_months,
      voucher_number = next.voucher_number, procurement_form = next.procurement_form, supplier = next.supplier,
      contract_number = next.contract_number, invoice_number = next.invoice_number,
      warranty_until = next.warranty_until, managing_department_id = next.managing_department_id,
      parent_asset_id = next.parent_asset_id, notes = next.notes, updated_at = ${now}::timestamptz,
      version = asset.version + 1
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as next(asset_id uuid, name text, class_code text,
      specification text, brand text, model text, manufacturer text, serial_number text, old_number1 text,
      old_number2 text, unit text, quantity numeric, acquisition_method text, acquired_on date, in_use_on date,
      booked_on date, value_kind text, original_value_fen bigint, fiscal_funds_fen bigint, non_fiscal_funds_fen bigint,
      opening_depreciation_fen bigint, opening_depreciation_month date, useful_life_months integer,
      voucher_number text, procurement_form text, supplier text, contract_number text, invoice_number text,
      warranty_until date, managing_department_id uuid, parent_asset_id uuid, notes text)
    where asset.court_id = ${courtId} and asset.id = next.asset_id`.execute(trx);
  await updateSearchRows(
    trx,
    courtId,
    cards.map(({ assetId, card }) => ({ assetId, card, grams: cardGramsOf(card) })),
  );
}

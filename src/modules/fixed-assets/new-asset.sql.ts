/** New cards with all that is found by them. */
import { sql } from 'kysely';
import type { Statement } from '../../platform/database.ts';
import { rowSet } from '../../platform/row-set.ts';
import type { BookHead } from '../ledger/book.ts';
import type { Position } from '../ledger/entry.ts';
import { aliasesStatement } from './asset-alias.sql.ts';
import type { AssetAlias, AssetCard } from './asset-card.ts';
import { searchRowsStatement } from './asset-search-row.sql.ts';
import type { AssetStatus } from './rules.ts';

export interface NewAsset {
  readonly id: string;
  readonly code: string;
  readonly book: BookHead;
  readonly card: AssetCard;
  readonly position: Position;
  readonly stateSince: Date;
  readonly loanDueOn: string | null;
  readonly statusBeforeRepair: AssetStatus | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly grams: readonly number[];
  readonly aliases: readonly AssetAlias[];
}

function rowOf(courtId: number, asset: NewAsset): Record<keyof typeof ASSET_TYPES, unknown> {
  const { card, position } = asset;
  return {
    id: asset.id,
    court_id: courtId,
    code: asset.code,
    book_id: asset.book.id,
    ...cardRowOf(card),
    status: position.status,
    department_id: position.departmentId,
    holder_id: position.holderId,
    place_id: position.placeId,
    state_since: asset.stateSince,
    loan_due_on: asset.loanDueOn,
    status_before_repair: asset.statusBeforeRepair,
    created_at: asset.createdAt,
    updated_at: asset.updatedAt,
    accumulated_depreciation_fen: card.openingDepreciationFen,
  };
}

/** The columns of the card, as the table names them. */
export function cardRowOf(card: AssetCard) {
  return {
    name: card.name,
    class_code: card.classCode,
    specification: card.specification,
    brand: card.brand,
    model: card.model,
    manufacturer: card.manufacturer,
    serial_number: card.serialNumber,
    old_number1: card.oldNumber1,
    old_number2: card.oldNumber2,
    unit: card.unit,
    quantity: card.quantity,
    acquisition_method: card.acquisitionMethod,
    acquired_on: card.acquiredOn,
    in_use_on: card.inUseOn,
    booked_on: card.bookedOn,
    value_kind: card.valueKind,
    original_value_fen: card.originalValueFen,
    fiscal_funds_fen: card.fiscalFundsFen,
    non_fiscal_funds_fen: card.nonFiscalFundsFen,
    opening_depreciation_fen: card.openingDepreciationFen,
    opening_depreciation_month: card.openingDepreciationMonth,
    useful_life_months: card.usefulLifeMonths,
    voucher_number: card.voucherNumber,
    procurement_form: card.procurementForm,
    supplier: card.supplier,
    contract_number: card.contractNumber,
    invoice_number: card.invoiceNumber,
    warranty_until: card.warrantyUntil,
    managing_department_id: card.managingDepartmentId,
    parent_asset_id: card.parentAssetId,
    notes: card.notes,
  };
}

const ASSET_TYPES = {
  id: 'uuid',
  court_id: 'integer',
  code: 'text',
  book_id: 'uuid',
  name: 'text',
  class_code: 'text',
  specification: 'text',
  brand: 'text',
  model: 'text',
  manufacturer: 'text',
  serial_number: 'text',
  old_number1: 'text',
  old_number2: 'text',
  unit: 'text',
  quantity: 'numeric',
  acquisition_method: 'text',
  acquired_on: 'date',
  in_use_on: 'date',
  booked_on: 'date',
  value_kind: 'text',
  original_value_fen: 'bigint',
  fiscal_funds_fen: 'bigint',
  non_fiscal_funds_fen: 'bigint',
  opening_depreciation_fen: 'bigint',
  opening_depreciation_month: 'date',
  useful_life_months: 'integer',
  voucher_number: 'text',
  procurement_form: 'text',
  supplier: 'text',
  contract_number: 'text',
  invoice_number: 'text',
  warranty_until: 'date',
  managing_department_id: 'uuid',
  parent_asset_id: 'uuid',
  notes: 'text',
  status: 'text',
  department_id: 'uuid',
  holder_id: 'uuid',
  place_id: 'uuid',
  state_since: 'timestamptz',
  loan_due_on: 'date',
  status_before_repair: 'text',
  created_at: 'timestamptz',
  updated_at: 'timestamptz',
  accumulated_depreciation_fen: 'bigint',
} as const;
const ASSET_COLUMNS = sql.raw(Object.keys(ASSET_TYPES).join(', '));

/** Cards with their first projection, their aliases and their words, in three statements whatever their number. */
export function newAssetStatements(courtId: number, assets: readonly NewAsset[]): Statement[] {
  const rows = assets.map((asset) => rowOf(courtId, asset));
  const called = assets.map(({ id, aliases }) => ({ assetId: id, aliases }));
  return [
    sql`insert into assets (${ASSET_COLUMNS}) select ${ASSET_COLUMNS} from ${rowSet('asset', ASSET_TYPES, rows)}`,
    aliasesStatement(courtId, called),
    searchRowsStatement(courtId, assets),
  ];
}

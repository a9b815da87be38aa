/** Rows of assets: lock, insert, project. */
import { sql } from 'kysely';
import { PREPARED, sendAhead, type TenantReader, type TenantTransaction } from '../../platform/database.ts';
import { rowSetJson } from '../../platform/row-set-json.ts';
import type { Position } from '../ledger/entry.ts';
import type { BookHead } from '../ledger/book.ts';
import { insertAliases } from './asset-alias.sql.ts';
import type { AssetAlias, AssetCard } from './asset-card.ts';
import { insertSearchRows } from './asset-search-row.sql.ts';
import type { AssetState, AssetStatus } from './rules.ts';

export interface LockedAsset {
  readonly courtId: number;
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly quantity: string;
  readonly originalValueFen: number;
  readonly version: number;
  readonly loanDueOn: string | null;
  readonly state: AssetState;
  readonly position: Position;
  readonly book: BookHead;
}

interface LockedRow {
  court_id: number;
  id: string;
  code: string;
  name: string;
  unit: string;
  quantity: string;
  original_value_fen: number;
  version: number;
  status: AssetStatus;
  status_before_repair: AssetStatus | null;
  department_id: string | null;
  department: string | null;
  holder_id: string | null;
  holder: string | null;
  place_id: string | null;
  place: string | null;
  state_since: Date;
  loan_due_on: string | null;
  pending_receiver: string | null;
  book_id: string;
  hash_algorithm: 'sha256' | 'sm3';
  last_sequence: number;
  last_hash: Buffer;
}

function lockedAssetOf(row: LockedRow): LockedAsset {
  return {
    courtId: row.court_id,
    id: row.id,
    code: row.code,
    name: row.name,
    unit: row.unit,
    quantity: row.quantity,
    originalValueFen: row.original_value_fen,
    version: row.version,
    loanDueOn: row.loan_due_on,
    state: {
      status: row.status,
      statusBeforeRepair: row.status_before_repair,
      departmentId: row.department_id,
      holderId: row.holder_id,
      placeId: row.place_id,
      lastOccurredAtMs: row.state_since.getTime(),
      pendingReceiverName: row.pending_receiver,
    },
    position: {
      status: row.status,
      departmentId: row.department_id,
      department: row.department,
      holderId: row.holder_id,
      holder: row.holder,
      placeId: row.place_id,
      place: row.place,
    },
    book: {
      courtId: row.court_id,
      id: row.book_id,
      kind: 'fixed_asset',
      subjectId: row.id,
      hashAlgorithm: row.hash_algorithm,
      lastSequence: row.last_sequence,
      lastHash: row.last_hash,
    },
  };
}

/**
 * Locks assets and their books, always in the order of their ids, so that two bulk commands never wait in a circle.
 * Ids that do not exist in the court are absent from the answer. Read in a second statement: after a wait the locking
 * one would see the locked rows as they are now and the joined ones as they were.
 */
export async function lockAssets(
  trx: TenantTransaction,
  courtId: number,
  assetIds: readonly string[],
): Promise<LockedAsset[]> {
  const lock = sql`${PREPARED}
    select asset.id from assets asset
    join ledger_books book on book.court_id = asset.court_id and book.id = asset.book_id
    where asset.court_id = ${courtId} and asset.id = any(${assetIds}::uuid[])
    order by asset.id
    for update of asset, book`;
  await sendAhead(trx, lock);
  return listUnlockedAssets(trx, courtId, assetIds);
}

/** What `lockAssets` answers, for a verdict that writes nothing and makes nobody wait. */
export async function listUnlockedAssets(
  reader: TenantReader,
  courtId: number,
  assetIds: readonly string[],
): Promise<LockedAsset[]> {
  const { rows } = await sql<LockedRow>`${selectAssets(courtId, assetIds)}`.execute(reader);
  return rows.map(lockedAssetOf);
}

function selectAssets(courtId: number, assetIds: readonly string[]) {
  return sql`${PREPARED}
    select asset.court_id, asset.id, asset.code, asset.name, asset.unit, asset.quantity, asset.original_value_fen,
      asset.version, asset.status, asset.status_before_repair, asset.department_id, department.name as department,
      asset.holder_id, holder.full_name as holder, asset.place_id, place.path as place, asset.state_since, asset.loan_due_on,
      receiver.full_name as pending_receiver, book.id as book_id, book.hash_algorithm, book.last_sequence,
      book.last_hash
    from assets asset
    join ledger_books book on book.court_id = asset.court_id and book.id = asset.book_id
    left join departments department on department.court_id = asset.court_id and department.id = asset.department_id
    left join people holder on holder.id = asset.holder_id
    left join places place on place.court_id = asset.court_id and place.id = asset.place_id
    left join asset_receipts receipt on receipt.court_id = asset.court_id and receipt.asset_id = asset.id
      and receipt.state = 'pending'
    left join people receiver on receiver.id = receipt.receiver_id
    where asset.court_id = ${courtId} and asset.id = any(${assetIds}::uuid[])
    order by asset.id`;
}

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

function rowOf(asset: NewAsset): Record<string, unknown> {
  const { card, position } = asset;
  return {
    id: asset.id,
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
export function cardRowOf(card: AssetCard): Record<string, string | number | null> {
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

const INSERTED_COLUMNS =
  sql.raw(`id, code, book_id, name, class_code, specification, brand, model, manufacturer,
  serial_number, old_number1, old_number2, unit, quantity, acquisition_method, acquired_on, in_use_on, booked_on,
  value_kind, original_value_fen, fiscal_funds_fen, non_fiscal_funds_fen, opening_depreciation_fen,
  opening_depreciation_month, useful_life_months, voucher_number, procurement_form, supplier, contract_number,
  invoice_number, warranty_until, managing_department_id, parent_asset_id, notes, status, department_id, holder_id,
  place_id, state_since, loan_due_on, status_before_repair, accumulated_depreciation_fen`);

/** Cards with their first projection, their aliases and their words, in three statements whatever their number. */
export async function insertAssets(
  trx: TenantTransaction,
  courtId: number,
  assets: readonly NewAsset[],
): Promise<void> {
  await sql`
    insert into assets (court_id, created_at, updated_at, ${INSERTED_COLUMNS})
    select ${courtId}::integer, created_at, updated_at, ${INSERTED_COLUMNS}
    from json_to_recordset(${rowSetJson(assets.map(rowOf))}::json) as asset(id uuid, code text, book_id uuid,
      name text, class_code text, specification text, brand text, model text, manufacturer text, serial_number text,
      old_number1 text, old_number2 text, unit text, quantity numeric, acquisition_method text, acquired_on date,
      in_use_on date, booked_on date, value_kind text, original_value_fen bigint, fiscal_funds_fen bigint,
      non_fiscal_funds_fen bigint, opening_depreciation_fen bigint, opening_depreciation_month date,
      useful_life_months integer, voucher_number text, procurement_form text, supplier text, contract_number text,
      invoice_number text, warranty_until date, managing_department_id uuid, parent_asset_id uuid, notes text,
      status text, department_id uuid, holder_id uuid, place_id uuid, state_since timestamptz, loan_due_on date,
      status_before_repair text, created_at timestamptz, updated_at timestamptz,
      accumulated_depreciation_fen bigint)`.execute(trx);
  await insertAliases(
    trx,
    courtId,
    assets.map((asset) => ({ assetId: asset.id, aliases: asset.aliases })),
  );
  await insertSearchRows(trx, courtId, assets);
}

export interface Projection {
  readonly assetId: string;
  readonly status: AssetStatus;
  readonly statusBeforeRepair: AssetStatus | null;
  readonly departmentId: string | null;
  readonly holderId: string | null;
  readonly placeId: string | null;
  readonly loanDueOn: string | null;
  readonly stateSince: Date;
}

/** Writes what the newest entries say; the rows are locked already. */
export async function updateProjections(
  trx: TenantTransaction,
  courtId: number,
  now: Date,
  projections: readonly Projection[],
): Promise<void> {
  const statement = sql`${PREPARED}
    update assets asset set status = next.status, status_before_repair = next."statusBeforeRepair",
      department_id = next."departmentId", holder_id = next."holderId", place_id = next."placeId",
      loan_due_on = next."loanDueOn", state_since = next."stateSince", updated_at = ${now}::timestamptz,
      version = asset.version + 1
    from json_to_recordset(${JSON.stringify(projections)}::json) as next("assetId" uuid, status text,
      "statusBeforeRepair" text, "departmentId" uuid, "holderId" uuid, "placeId" uuid, "loanDueOn" date,
      "stateSince" timestamptz)
    where asset.court_id = ${courtId} and asset.id = next."assetId"`;
  await sendAhead(trx, statement);
}

/** On the card and beside its words; the rows are locked already. */
export async function updateAssetCodes(
  trx: TenantTransaction,
  courtId: number,
  now: Date,
  changes: readonly { readonly id: string; readonly to: string }[],
): Promise<void> {
  const [ids, codes] = [changes.map(({ id }) => id), changes.map(({ to }) => to)];
  const next = sql`unnest(${ids}::uuid[], ${codes}::char(16)[]) as next(id, code)`;
  await sql`update assets asset set code = next.code, updated_at = ${now}::timestamptz, version = asset.version + 1
    from ${next} where asset.court_id = ${courtId} and asset.id = next.id`.execute(trx);
  await sql`update asset_search kept set code = next.code
    from ${next} where kept.court_id = ${courtId} and kept.asset_id = next.id`.execute(trx);
}

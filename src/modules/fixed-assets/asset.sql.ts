/** Rows of assets: lock, project. */
import { sql } from 'kysely';
import { PREPARED, sendAhead, type TenantReader, type TenantTransaction } from '../../platform/database.ts';
import type { Position } from '../ledger/entry.ts';
import type { BookHead } from '../ledger/book.ts';
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

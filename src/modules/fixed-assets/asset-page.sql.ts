/** Everything that the page of one asset shows. */
import { sql } from 'kysely';
import { PREPARED, type TenantReader } from '../../platform/database.ts';
import type { AssetCard } from './asset-card.ts';
import type { AssetClass } from './asset-classes.ts';
import { WHEREABOUTS_JOINS } from './asset-list-row.sql.ts';
import { cardColumns } from './card.sql.ts';
import type { AssetStatus } from './rules.ts';

export interface AssetPageRow extends AssetCard {
  readonly courtId: number;
  readonly courtName: string;
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly status: AssetStatus;
  readonly departmentId: string | null;
  readonly department: string | null;
  readonly managingDepartment: string | null;
  readonly holderId: string | null;
  readonly holder: string | null;
  readonly placeId: string | null;
  readonly place: string | null;
  readonly stateSince: Date;
  readonly loanDueOn: string | null;
  readonly disposedOn: string | null;
  readonly accumulatedFen: number;
  readonly lastMonth: string | null;
  readonly lastAmountFen: number | null;
  readonly bookId: string;
  readonly entryCount: number;
  readonly lastHash: Buffer;
  readonly receiptId: string | null;
  readonly receiptKind: 'issue' | 'loan' | 'transfer' | null;
  readonly receiverId: string | null;
  readonly receiver: string | null;
  readonly receiptCreatedAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** The asset, in whichever of the courts it is; undefined when in none. */
export async function findAssetPageRow(
  reader: TenantReader,
  courtIds: readonly number[],
  assetId: string,
): Promise<AssetPageRow | undefined> {
  const { rows } = await sql<AssetPageRow>`${PREPARED}
    select card.*, asset.court_id as "courtId", court.name as "courtName", asset.id, asset.code, asset.version,
      asset.status, asset.department_id as "departmentId", department.name as department,
      managing.name as "managingDepartment", asset.holder_id as "holderId", holder.full_name as holder,
      asset.place_id as "placeId", place.path as place, asset.state_since as "stateSince",
      asset.loan_due_on as "loanDueOn", asset.disposed_on as "disposedOn",
      asset.accumulated_depreciation_fen as "accumulatedFen", posted.month as "lastMonth",
      posted.amount_fen as "lastAmountFen", book.id as "bookId", book.last_sequence as "entryCount",
      book.last_hash as "lastHash", receipt.id as "receiptId", receipt.kind as "receiptKind",
      receipt.receiver_id as "receiverId", receiver.full_name as receiver,
      receipt.created_at as "receiptCreatedAt", asset.created_at as "createdAt", asset.updated_at as "updatedAt"
    from assets asset
    cross join lateral (select ${cardColumns()} from (select asset.*) one) card
    join courts court on court.id = asset.court_id
    join ledger_books book on book.court_id = asset.court_id and book.id = asset.book_id
    ${sql.raw(WHEREABOUTS_JOINS)}
    left join lateral (
      select line.month, line.amount_fen from depreciation_lines line
      where line.court_id = asset.court_id and line.asset_id = asset.id order by line.month desc limit 1
    ) posted on true
    where asset.court_id = any(${courtIds}::integer[]) and asset.id = ${assetId}`.execute(reader);
  return rows[0];
}

export interface RelatedAsset {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly status: AssetStatus;
  readonly isParent: boolean;
}

/** The parent, when it has one, and the parts, by code. */
export async function listRelatedAssets(
  reader: TenantReader,
  courtId: number,
  asset: { readonly id: string; readonly parentAssetId: string | null },
): Promise<RelatedAsset[]> {
  const { rows } = await sql<RelatedAsset>`${PREPARED}
    select id, code, name, status, id = ${asset.parentAssetId}::uuid is true as "isParent" from assets
    where court_id = ${courtId} and id = ${asset.parentAssetId}::uuid
    union all
    (select id, code, name, status, false from assets
      where court_id = ${courtId} and parent_asset_id = ${asset.id}::uuid order by code limit 200)`.execute(
    reader,
  );
  return rows;
}

export interface AssetFileRow {
  readonly id: string;
  readonly purpose: 'photo' | 'attachment';
  readonly fileName: string;
  readonly contentType: string;
  readonly sizeBytes: number;
  readonly uploadedAt: Date;
  readonly uploadedBy: string;
}

/** Photos and papers that were not removed, oldest first. */
export async function listAssetFiles(
  reader: TenantReader,
  courtId: number,
  assetId: string,
): Promise<AssetFileRow[]> {
  const { rows } = await sql<AssetFileRow>`${PREPARED}
    select file.id, file.purpose, file.file_name as "fileName", file.content_type as "contentType",
      file.size_bytes as "sizeBytes", file.uploaded_at as "uploadedAt", coalesce(person.full_name, '') as "uploadedBy"
    from stored_files file left join people person on person.id = file.uploaded_by
    where file.court_id = ${courtId} and file.subject_kind = 'fixed_asset' and file.subject_id = ${assetId}
      and file.purpose in ('photo', 'attachment') and file.removed_at is null
    order by file.uploaded_at, file.id`.execute(reader);
  return rows;
}

/** The classes from the asset's own up to the top, those around it, and those asked for. */
export async function listClassesAround(
  reader: TenantReader,
  code: string,
  others: readonly string[],
): Promise<AssetClass[]> {
  const branch = code.slice(0, 5);
  const { rows } = await sql<AssetClass>`${PREPARED}
    select code, name, edition, sourced, depreciation_years as "depreciationYears" from asset_classes
    where (code >= ${`${branch}0000`} and code <= ${`${branch}9999`}) or code = ${`${code.slice(0, 3)}000000`}
      or code = any(${others}::text[])
    order by code`.execute(reader);
  return rows;
}

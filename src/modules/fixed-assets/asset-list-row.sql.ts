/** One row of the asset list with the names of everything it points to. */
import { sql } from 'kysely';
import { shanghaiInstant } from '../../platform/clock.ts';
import type { AssetCard } from './asset-card.ts';
import type { AssetListItem } from './asset-list.contract.ts';
import type { AssetStatus } from './rules.ts';

/** What the card says and no list shows. */
type OnlyOnCard =
  | 'fiscalFundsFen'
  | 'nonFiscalFundsFen'
  | 'openingDepreciationFen'
  | 'openingDepreciationMonth'
  | 'usefulLifeMonths'
  | 'procurementForm'
  | 'parentAssetId';

export interface AssetListRow extends Omit<AssetCard, OnlyOnCard> {
  readonly courtId: number;
  readonly court: string;
  readonly id: string;
  readonly code: string;
  readonly className: string;
  readonly accumulatedDepreciationFen: number;
  readonly netValueFen: number;
  readonly status: AssetStatus;
  readonly departmentId: string | null;
  readonly department: string | null;
  readonly managingDepartment: string | null;
  readonly holderId: string | null;
  readonly holder: string | null;
  readonly placeId: string | null;
  readonly place: string | null;
  readonly stateSince: Date;
  readonly labelledAt: Date | null;
  readonly labelVersion: string | null;
  readonly loanDueOn: string | null;
  readonly photoId: string | null;
  readonly pendingReceiver: string | null;
  readonly idleReason: string | null;
  readonly version: number;
  readonly updatedAt: Date;
}

export function assetListColumns() {
  return sql.raw(`asset.court_id as "courtId",
    (select court.name from courts court where court.id = asset.court_id) as court, asset.id, asset.code, asset.name, asset.class_code as "classCode",
    class.name as "className", asset.specification, asset.brand, asset.model, asset.manufacturer,
    asset.serial_number as "serialNumber", asset.old_number1 as "oldNumber1", asset.old_number2 as "oldNumber2",
    asset.unit, trim_scale(asset.quantity)::text as quantity, asset.acquisition_method as "acquisitionMethod",
    asset.acquired_on as "acquiredOn", asset.in_use_on as "inUseOn", asset.booked_on as "bookedOn",
    asset.value_kind as "valueKind", asset.original_value_fen as "originalValueFen",
    asset.accumulated_depreciation_fen as "accumulatedDepreciationFen",
    asset.original_value_fen - asset.accumulated_depreciation_fen as "netValueFen", asset.status,
    asset.department_id as "departmentId", department.name as department,
    asset.managing_department_id as "managingDepartmentId", managing.name as "managingDepartment",
    asset.holder_id as "holderId", holder.full_name as holder, asset.place_id as "placeId", place.path as place,
    asset.state_since as "stateSince", label.labelled_at as "labelledAt",
    case when label.labelled_at is not null then label.label_version end as "labelVersion", asset.loan_due_on as "loanDueOn", asset.warranty_until as "warrantyUntil",
    asset.supplier, asset.contract_number as "contractNumber", asset.invoice_number as "invoiceNumber",
    asset.voucher_number as "voucherNumber", asset.notes,
    (select file.id from stored_files file where file.court_id = asset.court_id
      and file.subject_kind = 'fixed_asset' and file.subject_id = asset.id and file.purpose = 'photo'
      and file.removed_at is null order by file.uploaded_at, file.id limit 1) as "photoId",
    receiver.full_name as "pendingReceiver",
    case when asset.status = 'idle' then (
      select entry.details ->> 'reason' from ledger_entries entry where entry.court_id = asset.court_id
        and entry.book_id = asset.book_id and entry.kind = 'mark_idle'
      order by entry.sequence desc limit 1) end as "idleReason", asset.version, asset.updated_at as "updatedAt"`);
}

/** The departments, the holder, the place and the receipt under way of `asset`. */
export const WHEREABOUTS_JOINS = `left join departments department on department.court_id = asset.court_id and department.id = asset.department_id
    left join departments managing on managing.court_id = asset.court_id
      and managing.id = asset.managing_department_id
    left join people holder on holder.id = asset.holder_id
    left join places place on place.court_id = asset.court_id and place.id = asset.place_id
    left join asset_receipts receipt on receipt.court_id = asset.court_id and receipt.asset_id = asset.id
      and receipt.state = 'pending'
    left join people receiver on receiver.id = receipt.receiver_id`;

/** Codes of assets and of the directory differ in their collation; without naming the directory's no index serves. */
export function assetListJoins() {
  return sql.raw(`join asset_classes class on class.code = asset.class_code
    ${WHEREABOUTS_JOINS}
    left join item_codes label on label.court_id = asset.court_id and label.code = asset.code collate "default"`);
}

export function namedOf(id: string | null, name: string | null): { id: string; name: string } | null {
  return id === null ? null : { id, name: name ?? '' };
}

export function placedOf(id: string | null, path: string | null): { id: string; path: string } | null {
  return id === null ? null : { id, path: path ?? '' };
}

/** The row as it goes over the wire. */
export function assetListItemOf(row: AssetListRow): AssetListItem {
  const {
    departmentId,
    department,
    managingDepartmentId,
    managingDepartment,
    holderId,
    holder,
    placeId,
    place,
    ...card
  } = row;
  return {
    ...card,
    department: namedOf(departmentId, department),
    managingDepartment: namedOf(managingDepartmentId, managingDepartment),
    holder: namedOf(holderId, holder),
    place: placedOf(placeId, place),
    stateSince: shanghaiInstant(row.stateSince),
    labelledAt: row.labelledAt && shanghaiInstant(row.labelledAt),
    updatedAt: shanghaiInstant(row.updatedAt),
  };
}

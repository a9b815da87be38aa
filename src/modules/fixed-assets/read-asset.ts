import { shanghaiDay, shanghaiInstant } from '../../platform/clock.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import { decidePermission, mayUse, type Permission } from '../accounts/permissions.ts';
import { usefulLifeMonthsOf } from './asset-classes.ts';
import { namedOf, placedOf } from './asset-list-row.sql.ts';
import type { AssetPage } from './asset-page.contract.ts';
import {
  findAssetPageRow,
  listAssetFiles,
  listClassesAround,
  listRelatedAssets,
  type AssetFileRow,
  type AssetPageRow,
} from './asset-page.sql.ts';
import { refuseAsset } from './asset-refusals.ts';
import { listAvailableActions, type AssetAction } from './available-actions.ts';
import { cardOfRow } from './card-of-row.ts';
import { classWarningOf, SUGGESTED_CLASS_CODES } from './class-warning.ts';
import { isWithinScope, readScopeOf } from './read-scope.ts';

/** As many characters of a hash as a person compares. */
export const SHORT_HASH_LENGTH = 12;
const MONTH_LENGTH = '2026-11'.length;

/** The row of an asset that the person may read. Refusal: ASSET_NOT_FOUND, also for what lies outside their scope. */
export async function findReadableAsset(context: QueryContext, assetId: string): Promise<AssetPageRow> {
  const { reader, actor } = context;
  const row = await findAssetPageRow(reader, actor.readableCourtIds, assetId);
  if (!row) throw refuseAsset('ASSET_NOT_FOUND');
  const scope = readScopeOf(actor, 'asset.read', row.courtId);
  if (!isWithinScope(scope, { departmentId: row.departmentId, personId: row.holderId }))
    throw refuseAsset('ASSET_NOT_FOUND');
  return row;
}

/** What the person may do next with the asset. */
export function assetActionsOf({ actor }: QueryContext, row: AssetPageRow): AssetAction[] {
  const subject = { courtId: row.courtId, departmentId: row.departmentId, personId: row.holderId };
  const may = (permission: Permission) => decidePermission(actor, permission, subject, 'write').allowed;
  return listAvailableActions({
    status: row.status,
    hasPendingReceipt: row.receiptId !== null,
    isReceiver: row.receiverId === actor.personId && mayUse(actor, 'asset.receive'),
    mayMove: may('asset.move'),
    mayWriteCard: may('asset.write'),
    mayCorrectLedger: may('ledger.correct'),
  });
}

function fileOf({ purpose: _purpose, ...file }: AssetFileRow) {
  return { ...file, uploadedAt: shanghaiInstant(file.uploadedAt) };
}

function receiptOf(row: AssetPageRow): AssetPage['pendingReceipt'] {
  const { receiptId, receiptKind, receiverId, receiptCreatedAt } = row;
  if (receiptId === null || receiptKind === null || receiverId === null || receiptCreatedAt === null)
    return null;
  return {
    id: receiptId,
    kind: receiptKind,
    receiver: { id: receiverId, name: row.receiver ?? '' },
    createdAt: shanghaiInstant(receiptCreatedAt),
  };
}

/** `2026-11` of the day that a month is kept as. */
function monthOf(firstDay: string | null): string | null {
  return firstDay === null ? null : firstDay.slice(0, MONTH_LENGTH);
}

/** The card as a correction takes it back. */
function wireCardOf(row: AssetPageRow): AssetPage['card'] {
  const card = cardOfRow(row);
  return { ...card, openingDepreciationMonth: monthOf(card.openingDepreciationMonth) };
}

/** The whole page of one asset. Refusal: ASSET_NOT_FOUND. */
export async function readAsset(
  context: QueryContext,
  { assetId }: { readonly assetId: string },
): Promise<AssetPage> {
  const { reader, now } = context;
  const row = await findReadableAsset(context, assetId);
  const { courtId } = row;
  const related = await listRelatedAssets(reader, courtId, row);
  const files = await listAssetFiles(reader, courtId, row.id);
  const classes = await listClassesAround(reader, row.classCode, [row.classCode, ...SUGGESTED_CLASS_CODES]);
  const table = new Map(classes.map((each) => [each.code, each]));
  const own = table.get(row.classCode);
  const className = own?.name ?? '';
  const references = related.map(({ isParent: _isParent, ...reference }) => reference);
  return {
    courtId,
    courtName: row.courtName,
    id: row.id,
    code: row.code,
    version: row.version,
    card: wireCardOf(row),
    className,
    classSourced: own?.sourced ?? false,
    classEdition: own?.edition ?? '',
    managingDepartment: namedOf(row.managingDepartmentId, row.managingDepartment),
    classWarning: classWarningOf(row.name, { code: row.classCode, name: className }, classes),
    status: row.status,
    department: namedOf(row.departmentId, row.department),
    holder: namedOf(row.holderId, row.holder),
    place: placedOf(row.placeId, row.place),
    stateSince: shanghaiInstant(row.stateSince),
    loanDueOn: row.loanDueOn,
    isOverdue: row.status === 'on_loan' && row.loanDueOn !== null && row.loanDueOn < shanghaiDay(now),
    disposedOn: row.disposedOn,
    pendingReceipt: receiptOf(row),
    parent: references.find((_reference, index) => related[index]?.isParent === true) ?? null,
    children: references.filter((_reference, index) => related[index]?.isParent === false),
    photos: files.filter(({ purpose }) => purpose === 'photo').map(fileOf),
    attachments: files.filter(({ purpose }) => purpose === 'attachment').map(fileOf),
    depreciation: {
      usefulLifeMonths:
        row.valueKind === 'nominal' ? null : usefulLifeMonthsOf(row.classCode, table, row.usefulLifeMonths),
      accumulatedFen: row.accumulatedFen,
      netValueFen: row.originalValueFen - row.accumulatedFen,
      lastMonth: monthOf(row.lastMonth),
      lastAmountFen: row.lastAmountFen,
    },
    book: {
      id: row.bookId,
      entryCount: row.entryCount,
      lastHashShort: row.lastHash.toString('hex').slice(0, SHORT_HASH_LENGTH),
    },
    createdAt: shanghaiInstant(row.createdAt),
    updatedAt: shanghaiInstant(row.updatedAt),
    availableActions: assetActionsOf(context, row),
  };
}

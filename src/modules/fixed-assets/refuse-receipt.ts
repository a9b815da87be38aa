import { shanghaiDay } from '../../platform/clock.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { appendEntries } from '../ledger/append-entries.ts';
import { findEntryOrigin, type AssetPosition } from './asset-entry.sql.ts';
import { refuseAsset } from './asset-refusals.ts';
import { lockAssets, updateProjections } from './asset.sql.ts';
import { originStillOpen } from './receipt-rules.ts';
import { listPendingReceiptsByIds, updateReceiptsSettled } from './receipt.sql.ts';
import { findTarget, type Target } from './target.sql.ts';

/**
 * The receiver refuses what they were given: the asset goes back to where the hand-over took it from, by an entry of
 * its own; into stock, when the person or department it came from is closed by now.
 * Refusals: RECEIPT_UNKNOWN, RECEIPT_NOT_YOURS, ASSET_IN_REPAIR.
 */
export async function refuseReceipt(
  command: CommandContext,
  input: { receiptId: string; reason: string },
): Promise<{ assetId: string }> {
  const { trx, actor, now } = command;
  const [listed] = await listPendingReceiptsByIds(trx, actor.courtId, [input.receiptId]);
  if (!listed) throw refuseAsset('RECEIPT_UNKNOWN');
  const [asset] = await lockAssets(trx, actor.courtId, [listed.assetId]);
  const [receipt] = await listPendingReceiptsByIds(trx, actor.courtId, [input.receiptId]);
  if (!receipt || !asset) throw refuseAsset('RECEIPT_UNKNOWN');
  if (receipt.receiverId !== actor.personId) throw refuseAsset('RECEIPT_NOT_YOURS');

  if (asset.state.status === 'in_repair') throw refuseAsset('ASSET_IN_REPAIR');

  const taken = await findEntryOrigin(trx, actor.courtId, asset.book.id, receipt.entrySequence);
  const origin = originStillOpen(taken, await findOpenTarget(command, taken));
  await appendEntries(command, [
    {
      book: asset.book,
      kind: 'refuse_receipt',
      occurredAt: now,
      from: asset.position,
      to: origin,
      quantity: asset.quantity,
      unit: asset.unit,
      amountFen: asset.originalValueFen,
      note: input.reason,
      details: { refuses: receipt.entrySequence },
    },
  ]);
  await updateProjections(trx, actor.courtId, now, [
    {
      assetId: asset.id,
      status: origin.status,
      statusBeforeRepair: null,
      departmentId: origin.departmentId,
      holderId: origin.holderId,
      placeId: origin.placeId,
      loanDueOn: null,
      stateSince: now,
    },
  ]);
  await updateReceiptsSettled(trx, actor.courtId, [receipt.id], {
    state: 'refused',
    at: now,
    method: null,
    note: input.reason,
  });
  command.audit({
    subjectKind: 'fixed_asset',
    subjectId: asset.id,
    subjectLabel: `${asset.code} ${asset.name}`,
    before: asset.position,
    after: origin,
    detail: { reason: input.reason },
  });
  return { assetId: asset.id };
}

function findOpenTarget(command: CommandContext, origin: AssetPosition): Promise<Target> {
  const wanted = { departmentId: origin.departmentId, personId: origin.holderId, placeId: origin.placeId };
  return findTarget(command.trx, command.actor.courtId, shanghaiDay(command.now), wanted);
}

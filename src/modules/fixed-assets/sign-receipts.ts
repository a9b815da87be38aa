import type { CommandContext } from '../../platform/run-command.ts';
import { appendEntries } from '../ledger/append-entries.ts';
import { refuseAsset } from './asset-refusals.ts';
import { lockAssets } from './asset.sql.ts';
import { listPendingReceiptsByIds, updateReceiptsSettled } from './receipt.sql.ts';

/**
 * The receiver signs for what they were given, from their own list; each signature is an entry in the asset's book.
 * Refusals: RECEIPT_UNKNOWN when one of them no longer waits, RECEIPT_NOT_YOURS; then none is signed.
 */
export async function signReceipts(
  command: CommandContext,
  input: { receiptIds: readonly string[] },
): Promise<{ signedCount: number }> {
  const { trx, actor, now } = command;
  const wanted = [...new Set(input.receiptIds)];
  const listed = await listPendingReceiptsByIds(trx, actor.courtId, wanted);
  const assets = await lockAssets(
    trx,
    actor.courtId,
    listed.map((receipt) => receipt.assetId),
  );
  const receipts = await listPendingReceiptsByIds(trx, actor.courtId, wanted);
  if (receipts.length < wanted.length) throw refuseAsset('RECEIPT_UNKNOWN');
  if (receipts.some((receipt) => receipt.receiverId !== actor.personId))
    throw refuseAsset('RECEIPT_NOT_YOURS');

  await appendEntries(
    command,
    assets.map((asset) => ({
      book: asset.book,
      kind: 'sign_receipt',
      occurredAt: now,
      from: asset.position,
      to: asset.position,
      quantity: asset.quantity,
      unit: asset.unit,
      amountFen: asset.originalValueFen,
      details: { signs: receipts.find((receipt) => receipt.assetId === asset.id)?.entrySequence ?? null },
    })),
  );
  await updateReceiptsSettled(trx, actor.courtId, wanted, {
    state: 'signed',
    at: now,
    method: 'own_list',
    note: null,
  });
  for (const asset of assets) {
    command.audit({
      subjectKind: 'fixed_asset',
      subjectId: asset.id,
      subjectLabel: `${asset.code} ${asset.name}`,
    });
  }
  return { signedCount: receipts.length };
}

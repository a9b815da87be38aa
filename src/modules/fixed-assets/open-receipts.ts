import { newId } from '../../platform/ids.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { confirmByPin } from '../accounts/confirm-by-pin.ts';
import type { LockedAsset } from './asset.sql.ts';
import type { ReceiptInput } from './moves.contract.ts';
import { insertReceipts, updateReceiptsVoid, type ReceiptKind } from './receipt.sql.ts';
import type { AssetEntryKind } from './rules.ts';

const RECEIPT_KINDS: Partial<Record<AssetEntryKind, ReceiptKind>> = {
  issue: 'issue',
  loan: 'loan',
  transfer: 'transfer',
  correct_entry: 'transfer',
};

export interface Handover {
  readonly asset: LockedAsset;
  readonly receiverId: string;
  readonly entrySequence: number;
}

/**
 * Opens a receipt for every asset handed to a person: signed at once by PIN or by drawing, or pending on the
 * receiver's own list. A receipt still pending from before is void, because the asset went on.
 * Refusals: those of confirmByPin.
 */
export async function openReceipts(
  command: CommandContext,
  input: {
    readonly move: AssetEntryKind;
    readonly receipt: ReceiptInput;
    /** Of a drawn signature, which the entry carries too. */
    readonly signatureSha256: string | null;
    readonly movedOn: readonly LockedAsset[];
    readonly handovers: readonly Handover[];
  },
): Promise<void> {
  const { trx, actor, now } = command;
  const stale = input.movedOn
    .filter((asset) => asset.state.pendingReceiverName !== null)
    .map((asset) => asset.id);
  if (stale.length > 0) await updateReceiptsVoid(trx, actor.courtId, now, stale);
  const kind = RECEIPT_KINDS[input.move];
  const receiverId = input.handovers[0]?.receiverId;
  if (kind === undefined || receiverId === undefined) return;
  const { receipt } = input;
  if (receipt.method === 'pin') await confirmByPin(command, receiverId, receipt.pin);
  await insertReceipts(
    trx,
    actor.courtId,
    input.handovers.map(({ asset, entrySequence }) => ({
      id: newId(),
      assetId: asset.id,
      bookId: asset.book.id,
      entrySequence,
      kind,
      receiverId,
      state: receipt.method === 'later' ? 'pending' : 'signed',
      method: receipt.method === 'later' ? null : receipt.method,
      signatureSha256: input.signatureSha256,
      createdAt: now,
      settledAt: receipt.method === 'later' ? null : now,
    })),
  );
}

import type { CommandContext } from '../../platform/run-command.ts';
import { appendEntries } from '../ledger/append-entries.ts';
import type { Position } from '../ledger/entry.ts';
import { findCorrectableEntry, type CorrectableEntry } from './asset-entry.sql.ts';
import { refuseAsset } from './asset-refusals.ts';
import { lockAssets, updateProjections, type LockedAsset } from './asset.sql.ts';
import { openReceipts } from './open-receipts.ts';
import { positionAfter, resolveTarget, type ResolvedTarget, type WantedTarget } from './resolve-target.ts';
import { decideCorrection } from './correction-rules.ts';

export interface CorrectEntryInput extends WantedTarget {
  readonly assetId: string;
  readonly sequence: number;
  readonly reason: string;
  readonly basis?: string | null | undefined;
  readonly note?: string | null | undefined;
}

/**
 * Corrects an entry by an entry that refers to it and stands in for it; the wrong one stays as it is. Basis and note
 * can always be corrected, the destination only while no later move stands on it.
 * Refusals: ASSET_NOT_FOUND, ENTRY_UNKNOWN, ENTRY_NOT_CORRECTABLE, ENTRY_CORRECTED_ALREADY, LATER_MOVE_EXISTS,
 * CORRECTION_CHANGES_NOTHING, and those of resolveTarget.
 */
export async function correctEntry(
  command: CommandContext,
  input: CorrectEntryInput,
): Promise<{ sequence: number }> {
  const { trx, actor } = command;
  const target = await resolveTarget({ trx, now: command.now, courtId: actor.courtId }, input);
  const [asset] = await lockAssets(trx, actor.courtId, [input.assetId]);
  if (!asset) throw refuseAsset('ASSET_NOT_FOUND');
  const entry = await findCorrectableEntry(trx, actor.courtId, asset.book.id, input.sequence);
  if (!entry) throw refuseAsset('ENTRY_UNKNOWN');
  const to = correctedPosition(entry, target, asset);
  const corrected = {
    basis: input.basis === undefined ? entry.basis : input.basis,
    note: input.note === undefined ? entry.note : input.note,
  };
  const verdict = decideCorrection(entry, { to, ...corrected });
  if (!verdict.allowed) throw refuseAsset(verdict.reason, verdict.facts);

  const [written] = await appendEntries(command, [
    {
      book: asset.book,
      kind: 'correct_entry',
      occurredAt: entry.occurredAt,
      from: entry.from,
      to,
      quantity: asset.quantity,
      unit: asset.unit,
      amountFen: asset.originalValueFen,
      counterparty: entry.counterparty,
      basis: corrected.basis,
      note: corrected.note,
      details: { reason: input.reason, correctedKind: entry.kind },
      correctsSequence: entry.sequence,
    },
  ]);
  if (verdict.moves) await moveProjection(command, asset, entry, to);
  if (written && to.holderId !== entry.to.holderId) {
    const handovers =
      to.holderId === null ? [] : [{ asset, receiverId: to.holderId, entrySequence: written.sequence }];
    await openReceipts(command, {
      move: entry.kind,
      receipt: { method: 'later' },
      signatureSha256: null,
      movedOn: [asset],
      handovers,
    });
  }
  command.audit({
    subjectKind: 'fixed_asset',
    subjectId: asset.id,
    subjectLabel: `${asset.code} ${asset.name}`,
    before: { sequence: entry.sequence, to: entry.to, basis: entry.basis, note: entry.note },
    after: { to, ...corrected },
    detail: { reason: input.reason },
  });
  return { sequence: written?.sequence ?? 0 };
}

/** The destination as it should have been; what the correction is silent about stays. */
function correctedPosition(entry: CorrectableEntry, target: ResolvedTarget, asset: LockedAsset): Position {
  const {
    departmentId = entry.to.departmentId,
    holderId = entry.to.holderId,
    placeId = entry.to.placeId,
  } = target;
  const status = entry.to.status ?? asset.state.status;
  return positionAfter(entry.to, target, { status, departmentId, holderId, placeId });
}

async function moveProjection(
  command: CommandContext,
  asset: LockedAsset,
  entry: CorrectableEntry,
  to: CorrectableEntry['to'],
): Promise<void> {
  await updateProjections(command.trx, command.actor.courtId, command.now, [
    {
      assetId: asset.id,
      status: asset.state.status,
      statusBeforeRepair: asset.state.statusBeforeRepair,
      departmentId: to.departmentId,
      holderId: to.holderId,
      placeId: to.placeId,
      loanDueOn: asset.loanDueOn,
      stateSince: entry.occurredAt,
    },
  ]);
}

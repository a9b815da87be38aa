import { findStoredFile, updateStoredFileRemoved } from '../../platform/files/stored-file.sql.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { findAssetOfFile } from './asset-of-file.sql.ts';
import { refuseAsset } from './asset-refusals.ts';

/**
 * Takes a file off the card; its content, who removed it and why are kept.
 * Refusals: FILE_NOT_FOUND, ASSET_DISPOSED.
 */
export async function removeAssetFile(
  command: CommandContext,
  input: { readonly assetId: string; readonly fileId: string; readonly reason: string },
): Promise<{ id: string }> {
  const { trx, actor, now } = command;
  const asset = await findAssetOfFile(trx, [actor.courtId], input.assetId);
  if (!asset) throw refuseAsset('FILE_NOT_FOUND');
  const owner = { courtId: asset.courtId, kind: 'fixed_asset', id: asset.id };
  const file = await findStoredFile(trx, owner, input.fileId);
  if (!file) throw refuseAsset('FILE_NOT_FOUND');
  if (asset.status === 'disposed') throw refuseAsset('ASSET_DISPOSED');
  const removal = { at: now, by: actor.personId, reason: input.reason };
  if (!(await updateStoredFileRemoved(trx, file, removal))) throw refuseAsset('FILE_NOT_FOUND');
  const { id, purpose, fileName, sha256 } = file;
  command.audit({
    subjectKind: 'fixed_asset',
    subjectId: asset.id,
    subjectLabel: `${asset.code} ${asset.name}`,
    before: { fileId: id, purpose, fileName, sha256 },
    detail: { reason: input.reason },
  });
  return { id };
}

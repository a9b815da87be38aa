import { openStoredFile } from '../../platform/files/open-stored-file.ts';
import { findStoredFile, type StoredFile } from '../../platform/files/stored-file.sql.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import type { Download } from '../../platform/served-endpoint.ts';
import { decidePermission } from '../accounts/permissions.ts';
import { findAssetOfFile, type AssetOfFile } from './asset-of-file.sql.ts';
import { refuseAsset } from './asset-refusals.ts';

/** The asset when the actor may read it. Refusal: FILE_NOT_FOUND, so that nobody learns what there is. */
export async function findReadableAssetOfFile(
  { reader, actor }: QueryContext,
  assetId: string,
): Promise<AssetOfFile> {
  const asset = await findAssetOfFile(reader, actor.readableCourtIds, assetId);
  const subject = asset && { ...asset, personId: asset.holderId };
  if (!subject || !decidePermission(actor, 'asset.read', subject, 'read').allowed)
    throw refuseAsset('FILE_NOT_FOUND');
  return asset;
}

/**
 * A stored file as it was received, after its checksum was compared. Pictures and PDF are shown, everything else is
 * saved. Refusals: FILE_NOT_FOUND for none, FILE_DAMAGED.
 */
export async function serveStoredFile(
  { filesFolder }: QueryContext,
  file: StoredFile | undefined,
): Promise<Download> {
  const opened = await openStoredFile(filesFolder, file);
  if (opened === 'absent') throw refuseAsset('FILE_NOT_FOUND');
  if (opened === 'damaged') throw refuseAsset('FILE_DAMAGED');
  return opened;
}

/** A photo or paper of an asset. Refusals: FILE_NOT_FOUND (also when the asset is not the actor's to see), FILE_DAMAGED. */
export async function downloadAssetFile(
  query: QueryContext,
  input: { readonly assetId: string; readonly fileId: string },
): Promise<Download> {
  const asset = await findReadableAssetOfFile(query, input.assetId);
  const owner = { courtId: asset.courtId, kind: 'fixed_asset', id: asset.id };
  return serveStoredFile(query, await findStoredFile(query.reader, owner, input.fileId));
}

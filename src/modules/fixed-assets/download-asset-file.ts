import { checkContent, readContent } from '../../platform/files/content-store.ts';
import { kindOfContentType } from '../../platform/files/file-kinds.ts';
import { findStoredFile } from '../../platform/files/stored-file.sql.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import type { Download } from '../../platform/served-endpoint.ts';
import { decidePermission } from '../accounts/permissions.ts';
import { findAssetOfFile } from './asset-of-file.sql.ts';
import { refuseAsset } from './asset-refusals.ts';

/**
 * The file as it was received, after its checksum was compared. Pictures and PDF are shown, everything else is saved.
 * Refusals: FILE_NOT_FOUND (also when the asset is not the actor's to see), FILE_DAMAGED.
 */
export async function downloadAssetFile(
  query: QueryContext,
  input: { readonly assetId: string; readonly fileId: string },
): Promise<Download> {
  const { reader, actor, filesFolder } = query;
  const asset = await findAssetOfFile(reader, actor.readableCourtIds, input.assetId);
  const subject = asset && { ...asset, personId: asset.holderId };
  if (!subject || !decidePermission(actor, 'asset.read', subject, 'read').allowed)
    throw refuseAsset('FILE_NOT_FOUND');
  const owner = { courtId: subject.courtId, kind: 'fixed_asset', id: subject.id };
  const file = await findStoredFile(reader, owner, input.fileId);
  const kind = file && kindOfContentType(file.contentType);
  if (!file || !kind) throw refuseAsset('FILE_NOT_FOUND');
  if ((await checkContent(filesFolder, file)) !== 'intact') throw refuseAsset('FILE_DAMAGED');
  return {
    fileName: file.fileName,
    contentType: kind.contentType,
    inline: kind.isShownInline,
    isDetached: true,
    body: readContent(filesFolder, file),
  };
}

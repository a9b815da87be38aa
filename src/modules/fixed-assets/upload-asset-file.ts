import type { z } from 'zod';
import { shanghaiInstant } from '../../platform/clock.ts';
import { refuse } from '../../platform/errors.ts';
import { keepFile } from '../../platform/files/keep-file.ts';
import { sniffFile } from '../../platform/files/sniff-file.ts';
import type { ReceivedFile } from '../../platform/received-file.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { findAssetOfFile } from './asset-of-file.sql.ts';
import { refuseAsset } from './asset-refusals.ts';
import { PHOTO_BYTES_MAX, type keptFile } from './files.contract.ts';

export interface UploadAssetFileInput {
  readonly assetId: string;
  readonly purpose: 'photo' | 'attachment';
  readonly file: ReceivedFile;
}

/**
 * Keeps a photo or a paper with an asset of the actor's court. What it is, is told by its content.
 * Refusals: ASSET_NOT_FOUND, ASSET_DISPOSED, BODY_TOO_LARGE, FILE_TYPE_REFUSED, PHOTO_NOT_A_PICTURE.
 */
export async function uploadAssetFile(
  command: CommandContext,
  { assetId, purpose, file }: UploadAssetFileInput,
): Promise<z.output<typeof keptFile>> {
  const asset = await findAssetOfFile(command.trx, [command.actor.courtId], assetId);
  if (!asset) throw refuseAsset('ASSET_NOT_FOUND');
  if (asset.status === 'disposed') throw refuseAsset('ASSET_DISPOSED');
  if (purpose === 'photo' && file.sizeBytes > PHOTO_BYTES_MAX)
    throw refuse('BODY_TOO_LARGE', { limitBytes: PHOTO_BYTES_MAX });
  const kind = await sniffFile(file.temporaryPath);
  if (kind === null) throw refuseAsset('FILE_TYPE_REFUSED');
  if (purpose === 'photo' && !kind.isPicture) throw refuseAsset('PHOTO_NOT_A_PICTURE');

  const kept = await keepFile(command, {
    subjectKind: 'fixed_asset',
    subjectId: asset.id,
    purpose,
    ...{ kind, received: file },
  });
  const { id, fileName, contentType, sizeBytes, sha256 } = kept;
  command.audit({
    subjectKind: 'fixed_asset',
    subjectId: asset.id,
    subjectLabel: `${asset.code} ${asset.name}`,
    after: { fileId: id, purpose, fileName, contentType, sizeBytes, sha256 },
  });
  return {
    id,
    purpose,
    fileName,
    contentType,
    sizeBytes,
    sha256,
    uploadedAt: shanghaiInstant(kept.uploadedAt),
  };
}

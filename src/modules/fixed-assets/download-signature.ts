import { findStoredSignature } from '../../platform/files/stored-file.sql.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import type { Download } from '../../platform/served-endpoint.ts';
import { findReadableAssetOfFile, serveStoredFile } from './download-asset-file.ts';
import { findSignatureOfReceipt } from './receipt.sql.ts';

/**
 * The picture that the receiver drew when an entry handed the asset to them.
 * Refusals: FILE_NOT_FOUND (not drawn, or the asset is not the actor's to see), FILE_DAMAGED.
 */
export async function downloadSignature(
  query: QueryContext,
  input: { readonly assetId: string; readonly sequence: number },
): Promise<Download> {
  const { courtId, id } = await findReadableAssetOfFile(query, input.assetId);
  const sha256 = await findSignatureOfReceipt(query.reader, courtId, id, input.sequence);
  const file =
    sha256 === undefined ? undefined : await findStoredSignature(query.reader, { courtId, sha256 });
  return serveStoredFile(query, file);
}

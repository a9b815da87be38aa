import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { readAsset } from '../../../../modules/fixed-assets/asset-page.contract.ts';
import {
  ATTACHMENT_BYTES_MAX,
  PHOTO_BYTES_MAX,
  uploadAssetFileEndpoint,
} from '../../../../modules/fixed-assets/files.contract.ts';
import { newIdempotencyKey } from '../../../api/endpoint-request.ts';
import { uploadFile } from '../../../api/upload-file.ts';

export type Purpose = 'photo' | 'attachment';

export interface RunningUpload {
  readonly key: string;
  readonly file: File;
  readonly purpose: Purpose;
  /** 0…1. */
  readonly share: number;
  readonly problem: Error | null;
  /** Larger than the server takes: not even tried. */
  readonly isTooLarge: boolean;
}

export function bytesMaxOf(purpose: Purpose): number {
  return purpose === 'photo' ? PHOTO_BYTES_MAX : ATTACHMENT_BYTES_MAX;
}

/** Sends files one after another; those that failed stay listed and can be sent again under the same key. */
export function useFileUploads(assetId: string) {
  const client = useQueryClient();
  const [uploads, setUploads] = useState<readonly RunningUpload[]>([]);
  const change = (key: string, next: Partial<RunningUpload>) =>
    setUploads((all) => all.map((each) => (each.key === key ? { ...each, ...next } : each)));
  const dismiss = (key: string) => setUploads((all) => all.filter((each) => each.key !== key));

  const sendOne = async ({ key, file, purpose }: RunningUpload) => {
    change(key, { share: 0, problem: null });
    try {
      await uploadFile(uploadAssetFileEndpoint, { params: { assetId }, query: { purpose } }, file, {
        idempotencyKey: key,
        onProgress: (share) => change(key, { share }),
      });
      dismiss(key);
      await client.invalidateQueries({ queryKey: [readAsset.name] });
    } catch (error) {
      change(key, { problem: error instanceof Error ? error : new Error(String(error)) });
    }
  };
  const start = async (files: readonly File[], purpose: Purpose) => {
    const added = files.map((file): RunningUpload => {
      const isTooLarge = file.size > bytesMaxOf(purpose);
      return { key: newIdempotencyKey(), file, purpose, share: 0, problem: null, isTooLarge };
    });
    setUploads((all) => [...all, ...added]);
    for (const upload of added) if (!upload.isTooLarge) await sendOne(upload);
  };
  return { uploads, start, sendAgain: sendOne, dismiss };
}

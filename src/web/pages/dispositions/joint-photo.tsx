import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { readCaseDisposalEndpoint } from '../../../modules/dispositions/case-disposal.contract.ts';
import {
  shareItemPhotoEndpoint,
  uploadItemFileEndpoint,
} from '../../../modules/seized-items/item-files.contract.ts';
import { useCommand } from '../../api/use-command.ts';
import { useUpload } from '../../api/use-upload.ts';
import { CameraButton } from '../../components/camera-button.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import type { DisposalItem } from './joint-choice.ts';

/** Takes pictures on which all the items are; each is sent once and kept as a photo of every one of them. */
export function JointPhoto({ items }: { items: readonly DisposalItem[] }) {
  const { t } = useTranslation('dispositions');
  const client = useQueryClient();
  const [keptCount, setKeptCount] = useState(0);
  const upload = useUpload(uploadItemFileEndpoint);
  const share = useCommand(shareItemPhotoEndpoint);
  const missing = items.filter(({ hasPhotoToday }) => !hasPhotoToday).length;
  const send = async (files: readonly File[]) => {
    const [first, ...others] = items;
    if (first === undefined) return;
    for (const file of files) {
      const request = { params: { itemId: first.id }, query: { purpose: 'photo' as const } };
      const kept = await upload.send(request, file);
      if (kept === undefined) return;
      const params = { itemId: first.id, fileId: kept.id };
      const body = { itemIds: others.map(({ id }) => id) };
      if (others.length > 0 && (await share.send({ params, body })) === undefined) return;
      setKeptCount((count) => count + 1);
    }
    await client.invalidateQueries({ queryKey: [readCaseDisposalEndpoint.name] });
  };
  return (
    <>
      <span role="status">
        {missing > 0
          ? t('joint.photoMissing', { count: missing })
          : t('joint.photoThere', { count: items.length })}
        {keptCount > 0 && ` ${t('joint.photoKept', { count: keptCount })}`}
      </span>
      <CameraButton
        label={t('joint.photo', { count: items.length })}
        isSending={upload.isSending || share.isSending}
        onPictures={send}
      />
      <ProblemAlert problem={upload.problem ?? share.problem} />
    </>
  );
}

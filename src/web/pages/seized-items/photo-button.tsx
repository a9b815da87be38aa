import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { readIntakeEndpoint } from '../../../modules/seized-items/intakes.contract.ts';
import { listPhotoNeedsEndpoint } from '../../../modules/seized-items/photo-demands/photo-policy.contract.ts';
import { readItemEndpoint } from '../../../modules/seized-items/items.contract.ts';
import { uploadItemFileEndpoint } from '../../../modules/seized-items/item-files.contract.ts';
import { useUpload } from '../../api/use-upload.ts';
import { CameraButton } from '../../components/camera-button.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';

/** Opens the camera of a phone, or the files of a desktop, and sends the pictures one after the other. */
export function PhotoButton({ itemId }: { itemId: string }) {
  const { t } = useTranslation('seized-items');
  const client = useQueryClient();
  const upload = useUpload(uploadItemFileEndpoint);
  const send = async (files: readonly File[]) => {
    for (const file of files) await upload.send({ params: { itemId }, query: { purpose: 'photo' } }, file);
    await client.invalidateQueries({ queryKey: [readItemEndpoint.name] });
    await client.invalidateQueries({ queryKey: [readIntakeEndpoint.name] });
    await client.invalidateQueries({ queryKey: [listPhotoNeedsEndpoint.name] });
  };
  return (
    <>
      <CameraButton label={t('takePhoto')} isSending={upload.isSending} onPictures={send} />
      <ProblemAlert problem={upload.problem} />
    </>
  );
}

import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { readIntakeEndpoint } from '../../../modules/seized-items/intakes.contract.ts';
import { uploadIntakePhotoEndpoint } from '../../../modules/seized-items/item-files.contract.ts';
import { readItemEndpoint } from '../../../modules/seized-items/items.contract.ts';
import { useUpload } from '../../api/use-upload.ts';
import { CameraButton } from '../../components/camera-button.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import type { Intake } from './intake-answer.ts';

/** 整批照片: everything as it was delivered, on one picture, which counts as a photo of each thing of the delivery. */
export function DeliveryPhoto({ intake }: { intake: Intake }) {
  const { t } = useTranslation('seized-items');
  const client = useQueryClient();
  const upload = useUpload(uploadIntakePhotoEndpoint);
  const send = async (files: readonly File[]) => {
    for (const file of files) await upload.send({ params: { intakeId: intake.id } }, file);
    await client.invalidateQueries({ queryKey: [readIntakeEndpoint.name] });
    await client.invalidateQueries({ queryKey: [readItemEndpoint.name] });
  };
  return (
    <section className="cc-count-photo" aria-label={t('receive.wholePhoto')}>
      <CameraButton label={t('receive.wholePhoto')} isSending={upload.isSending} onPictures={send} />
      <span role="status">{t('receive.wholePhotos', { count: intake.photoCount })}</span>
      <ProblemAlert problem={upload.problem} />
    </section>
  );
}

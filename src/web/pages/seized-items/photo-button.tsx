import { useRef } from 'react';
import CameraOutlined from '@ant-design/icons/es/icons/CameraOutlined';
import Button from 'antd/es/button';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { readIntakeEndpoint } from '../../../modules/seized-items/intakes.contract.ts';
import { listPhotoNeedsEndpoint } from '../../../modules/seized-items/photo-demands/photo-policy.contract.ts';
import { readItemEndpoint } from '../../../modules/seized-items/items.contract.ts';
import { uploadItemFileEndpoint } from '../../../modules/seized-items/item-files.contract.ts';
import { useUpload } from '../../api/use-upload.ts';
import { ProblemAlert } from '../../components/problem-alert.tsx';

/** Opens the camera of a phone, or the files of a desktop, and sends the pictures one after the other. */
export function PhotoButton({ itemId }: { itemId: string }) {
  const { t } = useTranslation('seized-items');
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const upload = useUpload(uploadItemFileEndpoint);
  const send = async (files: readonly File[]) => {
    for (const file of files) await upload.send({ params: { itemId }, query: { purpose: 'photo' } }, file);
    await client.invalidateQueries({ queryKey: [readItemEndpoint.name] });
    await client.invalidateQueries({ queryKey: [readIntakeEndpoint.name] });
    await client.invalidateQueries({ queryKey: [listPhotoNeedsEndpoint.name] });
  };
  return (
    <>
      <Button
        size="large"
        icon={<CameraOutlined aria-hidden />}
        loading={upload.isSending}
        onClick={() => input.current?.click()}
      >
        {t('takePhoto')}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        className="cc-photo-input"
        multiple
        accept="image/*"
        capture="environment"
        aria-label={t('takePhoto')}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          void send(files);
        }}
      />
      <ProblemAlert problem={upload.problem} />
    </>
  );
}

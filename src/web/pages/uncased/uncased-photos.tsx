import Button from 'antd/es/button';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  downloadUncasedPhotoEndpoint,
  listUncasedEndpoint,
  uploadUncasedPhotoEndpoint,
  type UncasedThing,
} from '../../../modules/seized-items/uncased/uncased.contract.ts';
import { downloadAddress } from '../../api/download-file.ts';
import { useUpload } from '../../api/use-upload.ts';
import { CameraButton } from '../../components/camera-button.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';

interface ThingPhotoFieldProps {
  /** Under which the photos are kept; absent before the first one. */
  readonly value?: string;
  readonly onChange?: (uncasedId: string) => void;
  readonly id?: string;
  readonly size?: 'middle' | 'large';
  readonly label: string;
}

/** Takes pictures of a thing, one after the other; the first one gives the id under which it is recorded. */
export function ThingPhotoField({ value, onChange, id, size = 'large', label }: ThingPhotoFieldProps) {
  const { t } = useTranslation('uncased');
  const client = useQueryClient();
  const upload = useUpload(uploadUncasedPhotoEndpoint);
  const [count, setCount] = useState(0);
  const send = async (files: readonly File[]) => {
    let uncasedId = value;
    for (const file of files) {
      const query = uncasedId === undefined ? {} : { uncasedId };
      const kept = await upload.send({ query }, file);
      if (kept === undefined) break;
      uncasedId = kept.uncasedId;
      setCount((before) => before + 1);
    }
    if (uncasedId !== undefined && uncasedId !== value) onChange?.(uncasedId);
    await client.invalidateQueries({ queryKey: [listUncasedEndpoint.name] });
  };
  return (
    <>
      <CameraButton label={label} id={id} size={size} isSending={upload.isSending} onPictures={send} />{' '}
      {count > 0 && <span className="cc-soft">{t('photosTaken', { count })}</span>}
      <ProblemAlert problem={upload.problem} />
    </>
  );
}

/** Pictures of a thing; of what must not be seen by itself nothing is shown unasked. */
export function ThingPhotos({ thing }: { thing: UncasedThing }) {
  const { t } = useTranslation('uncased');
  const [isShown, setShown] = useState(!thing.isHidden);
  if (thing.photoCount === 0) return <span className="cc-soft">{t('noPhotos')}</span>;
  if (thing.photos.length === 0)
    return <span className="cc-soft">{t('photosHidden', { count: thing.photoCount })}</span>;
  if (!isShown)
    return <Button onClick={() => setShown(true)}>{t('showPhotos', { count: thing.photos.length })}</Button>;
  return (
    <ul className="cc-uncased-photos">
      {thing.photos.map((photo) => {
        const params = { uncasedId: thing.id, fileId: photo.id };
        const address = downloadAddress(downloadUncasedPhotoEndpoint, { params });
        return (
          <li key={photo.id}>
            <a href={address} target="_blank" rel="noopener">
              <img
                src={address}
                alt={t('photoOf', { name: thing.name })}
                title={photo.sha256}
                loading="lazy"
              />
            </a>
          </li>
        );
      })}
    </ul>
  );
}

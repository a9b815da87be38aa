import { useState } from 'react';
import Modal from 'antd/es/modal';
import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import type { AssetPage } from '../../../../modules/fixed-assets/asset-page.contract.ts';
import { downloadAssetFileEndpoint } from '../../../../modules/fixed-assets/files.contract.ts';
import { downloadAddress } from '../../../api/download-file.ts';
import { When } from '../../../components/when.tsx';

type StoredFile = AssetPage['photos'][number];

export function fileAddress(assetId: string, fileId: string): string {
  return downloadAddress(downloadAssetFileEndpoint, { params: { assetId, fileId } });
}

/** Pictures that browsers draw; a HEIC photo is only offered for download. */
export function isDrawable({ contentType }: StoredFile): boolean {
  return ['image/jpeg', 'image/png', 'image/webp'].includes(contentType);
}

export interface PhotoViewerProps {
  readonly assetId: string;
  readonly photos: readonly StoredFile[];
  readonly firstId: string;
  readonly onClose: () => void;
}

/** One photo large, with arrows to the others. */
export function PhotoViewer({ assetId, photos, firstId, onClose }: PhotoViewerProps) {
  const { t } = useTranslation('fixed-assets');
  const [index, setIndex] = useState(() =>
    Math.max(
      0,
      photos.findIndex(({ id }) => id === firstId),
    ),
  );
  const photo = photos[index];
  if (photo === undefined) return null;
  const step = (by: number) => setIndex((index + by + photos.length) % photos.length);
  return (
    <Modal
      open
      onCancel={onClose}
      width="min(960px, 96vw)"
      title={photo.fileName}
      footer={
        <div className="cc-photo-foot">
          <span className="cc-soft">
            {photo.uploadedBy} <When instant={photo.uploadedAt} />
          </span>
          {photos.length > 1 && (
            <>
              <Button onClick={() => step(-1)}>{t('photo.before')}</Button>
              <Button onClick={() => step(1)}>{t('photo.next')}</Button>
            </>
          )}
          <a href={fileAddress(assetId, photo.id)} download>
            {t('files.download')}
          </a>
        </div>
      }
    >
      <img className="cc-photo-large" src={fileAddress(assetId, photo.id)} alt={photo.fileName} />
    </Modal>
  );
}

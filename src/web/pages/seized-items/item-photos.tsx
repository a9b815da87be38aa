import { useState } from 'react';
import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import { downloadItemFileEndpoint } from '../../../modules/seized-items/item-files.contract.ts';
import { isEnded, isItemState } from '../../../modules/seized-items/item-states.ts';
import { downloadAddress } from '../../api/download-file.ts';
import { formatInstant } from '../../components/when.tsx';
import { useCan } from '../../session/use-session.ts';
import type { SeizedItem } from './item-answer.ts';
import { PhotoButton } from './photo-button.tsx';

/** Photos from every side, with the hash of each; of what must not be seen by itself nothing is shown unasked. */
export function ItemPhotos({ item }: { item: SeizedItem }) {
  const { t } = useTranslation('seized-items');
  const can = useCan();
  const [isShown, setShown] = useState(!item.isHidden);
  const photos = item.files.filter(({ purpose }) => purpose === 'photo');
  const isOpen = isItemState(item.state) && !isEnded(item.state);
  return (
    <section className="cc-item-photos" aria-label={t('photos')}>
      <h2>{t('photos')}</h2>
      {photos.length === 0 && <p className="cc-soft">{t('noPhotos')}</p>}
      {!isShown && photos.length > 0 && (
        <Button onClick={() => setShown(true)}>{t('showHidden', { count: photos.length })}</Button>
      )}
      {isShown && (
        <ul>
          {photos.map((photo) => {
            const params = { itemId: item.id, fileId: photo.id };
            const address = downloadAddress(downloadItemFileEndpoint, { params });
            return (
              <li key={photo.id}>
                <a href={address} target="_blank" rel="noopener">
                  <img src={address} alt={t('photoOf', { name: item.name })} loading="lazy" />
                </a>
                <span className="cc-soft">{formatInstant(photo.uploadedAt).slice(0, 10)}</span>
                <span className="cc-code cc-soft" title={photo.sha256}>
                  {photo.sha256.slice(0, 12)}
                </span>
              </li>
            );
          })}
        </ul>
      )}
      {can('item.receive') && isOpen && <PhotoButton itemId={item.id} />}
    </section>
  );
}

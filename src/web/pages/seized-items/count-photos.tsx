import { useTranslation } from 'react-i18next';
import { downloadItemFileEndpoint } from '../../../modules/seized-items/item-files.contract.ts';
import { readItemEndpoint } from '../../../modules/seized-items/items.contract.ts';
import { downloadAddress } from '../../api/download-file.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import type { IntakeLine } from './intake-answer.ts';
import { PhotoButton } from './photo-button.tsx';

/** The camera, how many photos there must be, and those taken already; of what must not be seen none is shown. */
export function CountPhotos({ line }: { line: IntakeLine }) {
  const { t } = useTranslation('seized-items');
  const { itemId, name, photoCount, photosMin } = line;
  const item = useQueryEndpoint(readItemEndpoint, { params: { itemId } }, { enabled: photoCount > 0 }).data;
  const photos = item === undefined || item.isHidden ? [] : item.files;
  return (
    <div className="cc-count-photo">
      <PhotoButton itemId={itemId} />
      <span>{t('receive.photos', { count: photoCount, min: photosMin })}</span>
      {photos.length > 0 && (
        <ul aria-label={t('photos')}>
          {photos
            .filter(({ purpose }) => purpose === 'photo')
            .map(({ id }) => {
              const address = downloadAddress(downloadItemFileEndpoint, { params: { itemId, fileId: id } });
              return (
                <li key={id}>
                  <a href={address} target="_blank" rel="noopener">
                    <img src={address} alt={t('photoOf', { name })} loading="lazy" />
                  </a>
                </li>
              );
            })}
        </ul>
      )}
    </div>
  );
}

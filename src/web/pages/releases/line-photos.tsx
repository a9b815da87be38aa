import { useTranslation } from 'react-i18next';
import type { ResponseOf } from '../../../platform/endpoint.ts';
import { listPhotoNeedsEndpoint } from '../../../modules/seized-items/photo-demands/photo-policy.contract.ts';
import type { PhotoStep } from '../../../modules/seized-items/photo-demands/photo-policy-rules.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { StatusTag } from '../../components/status-tag.tsx';
import { PhotoButton } from '../seized-items/photo-button.tsx';

type Need = ResponseOf<typeof listPhotoNeedsEndpoint>['items'][number];
export type PhotoNeeds = ReadonlyMap<string, Need>;

/** What the step demands of each thing; counted anew after every photo. */
export function usePhotoNeeds(
  step: PhotoStep,
  of: { readonly releaseId: string } | { readonly requestId: string },
): PhotoNeeds {
  const { data } = useQueryEndpoint(listPhotoNeedsEndpoint, { query: { step, ...of } });
  return new Map(data?.items.map((need) => [need.itemId, need]));
}

/** The camera beside what is demanded and what is there. */
export function LinePhotos({ itemId, needs }: { readonly itemId: string; readonly needs: PhotoNeeds }) {
  const { t } = useTranslation('releases');
  const need = needs.get(itemId);
  const isLacking = need !== undefined && need.taken < need.needed;
  return (
    <div className="cc-release-photos">
      <PhotoButton itemId={itemId} />
      {need !== undefined && need.needed > 0 && (
        <StatusTag tone={isLacking ? 'alarm' : 'settled'}>
          {t(isLacking ? 'photos.lacking' : 'photos.enough', { needed: need.needed, taken: need.taken })}
        </StatusTag>
      )}
      {need?.needed === 0 && <span className="cc-soft">{t('photos.free', { count: need.taken })}</span>}
    </div>
  );
}

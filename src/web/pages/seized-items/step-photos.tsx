/** The photos that a step demands by the policy of the court, with the camera beside them. */
import { useTranslation } from 'react-i18next';
import type { InputOf, ResponseOf } from '../../../platform/endpoint.ts';
import { listPhotoNeedsEndpoint } from '../../../modules/seized-items/photo-demands/photo-policy.contract.ts';
import type { PhotoStep } from '../../../modules/seized-items/photo-demands/photo-policy-rules.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { StatusTag } from '../../components/status-tag.tsx';
import { PhotoButton } from './photo-button.tsx';
import './seized-items.css';

export type PhotoNeed = ResponseOf<typeof listPhotoNeedsEndpoint>['items'][number];
export type PhotoNeeds = ReadonlyMap<string, PhotoNeed>;

/** What the step demands of each thing; counted anew after every photo. */
export function usePhotoNeeds(
  step: PhotoStep,
  of: Omit<InputOf<typeof listPhotoNeedsEndpoint>['query'], 'step'>,
): PhotoNeeds {
  const { data } = useQueryEndpoint(listPhotoNeedsEndpoint, { query: { step, ...of } });
  return new Map(data?.items.map((need) => [need.itemId, need]));
}

export function isLacking({ needed, taken }: PhotoNeed): boolean {
  return taken < needed;
}

/** How many are demanded and how many are there; nothing while nobody knows. */
export function PhotoCount({ need }: { readonly need: PhotoNeed | undefined }) {
  const { t } = useTranslation('seized-items');
  if (need === undefined) return null;
  const { needed, taken } = need;
  if (needed === 0) return <span className="cc-soft">{t('photoNeed.free', { count: taken })}</span>;
  return (
    <StatusTag tone={isLacking(need) ? 'alarm' : 'settled'}>
      {t(isLacking(need) ? 'photoNeed.lacking' : 'photoNeed.enough', { needed, taken })}
    </StatusTag>
  );
}

/** The camera beside what is demanded and what is there. */
export function LinePhotos({ itemId, needs }: { readonly itemId: string; readonly needs: PhotoNeeds }) {
  return (
    <div className="cc-step-photos">
      <PhotoButton itemId={itemId} />
      <PhotoCount need={needs.get(itemId)} />
    </div>
  );
}

/** The same on a form about one thing. */
export function StepPhotos({ itemId, step }: { readonly itemId: string; readonly step: PhotoStep }) {
  return <LinePhotos itemId={itemId} needs={usePhotoNeeds(step, { itemId })} />;
}

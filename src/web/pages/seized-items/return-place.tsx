import Button from 'antd/es/button';
import Form from 'antd/es/form';
import { useTranslation } from 'react-i18next';
import type { ResponseOf } from '../../../platform/endpoint.ts';
import { listReturnPlacesEndpoint } from '../../../modules/seized-items/keeping/keeping.contract.ts';
import { RETURN_PLACE_PROBLEMS } from '../../../modules/seized-items/keeping/return-place.rules.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { usePickSentence } from '../../i18n/use-language.ts';
import './seized-items.css';

type NamePath = string | (string | number)[];
export type ReturnPlaceOffer = ResponseOf<typeof listReturnPlacesEndpoint>['items'][number];

/** Where each of the things lay and may lie again; empty while it is asked. */
export function useReturnPlaces(itemIds: readonly string[]): readonly ReturnPlaceOffer[] {
  const { data } = useQueryEndpoint(
    listReturnPlacesEndpoint,
    { query: { itemIds: [...itemIds] } },
    { enabled: itemIds.length > 0 },
  );
  return data?.items ?? [];
}

/** Beside the place of a thing that comes back: where it lay before, in one tap; otherwise why not, and where it fits. */
export function ReturnPlace({
  offer,
  placeName,
}: {
  readonly offer: ReturnPlaceOffer | undefined;
  /** The field of the place, from the root of the form. */
  readonly placeName: NamePath;
}) {
  const { t } = useTranslation('seized-items');
  const pick = usePickSentence();
  const form = Form.useFormInstance();
  const chosen: unknown = Form.useWatch(placeName, form);
  if (offer === undefined) return null;
  const { former, places } = offer;
  const isFit = former !== null && former.problem === null;
  const offered = isFit ? [former] : places;
  return (
    <div className="cc-return-place">
      {former !== null && former.problem !== null && (
        <p className="cc-soft">
          {t('back.notThere', { place: former.path, why: pick(RETURN_PLACE_PROBLEMS[former.problem]) })}
        </p>
      )}
      {offered
        .filter(({ id }) => id !== chosen)
        .map(({ id, path }) => (
          <Button key={id} onClick={() => form.setFieldValue(placeName, id)}>
            {t(isFit ? 'back.former' : 'back.other', { place: path })}
          </Button>
        ))}
    </div>
  );
}

/** Every thing of the form to where it lay before, those that cannot go there aside. */
export function AllToFormerPlaces({
  offers,
  nameOf,
}: {
  readonly offers: readonly ReturnPlaceOffer[];
  readonly nameOf: (itemId: string) => NamePath;
}) {
  const { t } = useTranslation('seized-items');
  const form = Form.useFormInstance();
  const fit = offers.flatMap(({ itemId, former }) =>
    former !== null && former.problem === null ? [{ itemId, placeId: former.id }] : [],
  );
  if (offers.length < 2 || fit.length === 0) return null;
  return (
    <p>
      <Button
        onClick={() => {
          for (const { itemId, placeId } of fit) form.setFieldValue(nameOf(itemId), placeId);
        }}
      >
        {t('back.all', { count: fit.length })}
      </Button>{' '}
      {fit.length < offers.length && (
        <span className="cc-soft">{t('back.rest', { count: offers.length - fit.length })}</span>
      )}
    </p>
  );
}

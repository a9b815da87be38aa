import Alert from 'antd/es/alert';
import Button from 'antd/es/button';
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import { useTranslation } from 'react-i18next';
import type { InputOf, ResponseOf } from '../../../platform/endpoint.ts';
import { KEEPING_NEEDS } from '../../../modules/seized-items/item-fields.ts';
import { isKeepingNeed } from '../../../modules/seized-items/keeping/keeping-fit.rules.ts';
import { checkPlaceFitEndpoint } from '../../../modules/seized-items/keeping/keeping.contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { usePickSentence } from '../../i18n/use-language.ts';
import './seized-items.css';

type Query = InputOf<typeof checkPlaceFitEndpoint>['query'];
type Fit = ResponseOf<typeof checkPlaceFitEndpoint>;
type NamePath = string | (string | number)[];

interface PlaceFitProps {
  /** What is put there. */
  readonly things: Pick<Query, 'itemIds' | 'containerId' | 'category' | 'keeping'>;
  /** What lies there already is not asked about. */
  readonly skipsThere?: boolean;
  /** The field of the place, from the root of the form; none where the form has no such field. */
  readonly placeName?: NamePath;
  /** Where it comes to lie while that field is empty. */
  readonly at?: Pick<Query, 'placeId' | 'inBoxId'>;
  /** The field of the reason, as its form item takes it. */
  readonly reasonName: NamePath;
  /** Which of the places that fit can be chosen here: any, those of the same room, none. */
  readonly offers?: 'any' | 'room' | 'none';
}

/** The places that fit: to be chosen, or named where this form cannot go there. */
function FittingPlaces({
  places,
  offers,
  onChoose,
}: Pick<Fit, 'places'> & Required<Pick<PlaceFitProps, 'offers'>> & { onChoose: (id: string) => void }) {
  const { t } = useTranslation('seized-items');
  if (places.length === 0) return t('fit.noPlace');
  const near = places.filter(({ isSameRoom }) => offers === 'any' || (offers === 'room' && isSameRoom));
  const far = places.filter((place) => !near.includes(place));
  return (
    <>
      {near.length > 0 && (
        <>
          {t('fit.places')}
          {near.map(({ id, path }) => (
            <Button key={id} size="small" onClick={() => onChoose(id)}>
              {path}
            </Button>
          ))}
        </>
      )}
      {far.length > 0 && (
        <p>{t('fit.elsewhere', { places: far.map(({ path }) => path).join(t('comma')) })}</p>
      )}
    </>
  );
}

/** Beside the chosen place: what a thing needs and does not find there, the places that have it, or why it waits here. */
export function PlaceFit({
  things,
  skipsThere = false,
  placeName,
  at = {},
  reasonName,
  offers = 'any',
}: PlaceFitProps) {
  const { t } = useTranslation('seized-items');
  const pick = usePickSentence();
  const form = Form.useFormInstance();
  const chosen: unknown = Form.useWatch(placeName ?? 'noPlace', form);
  const where = typeof chosen === 'string' && chosen !== '' ? { placeId: chosen } : at;
  const { data } = useQueryEndpoint(
    checkPlaceFitEndpoint,
    { query: { ...things, ...where, ...(skipsThere ? { skipsThere: 'true' } : {}) } },
    { enabled: where.placeId !== undefined || where.inBoxId !== undefined },
  );
  if (data === undefined || data.unmet.length === 0) return null;
  const needs = data.unmet
    .filter(isKeepingNeed)
    .map((need) => pick(KEEPING_NEEDS[need]))
    .join(t('and'));
  const choose = (id: string) => {
    if (placeName !== undefined) form.setFieldValue(placeName, id);
  };
  return (
    <div className="cc-place-fit">
      <Alert
        type={data.mayWait ? 'warning' : 'error'}
        showIcon
        title={t('fit.lacks', { needs })}
        description={<FittingPlaces places={data.places} offers={offers} onChoose={choose} />}
      />
      {data.mayWait && (
        <Form.Item
          name={reasonName}
          label={t('fit.reason')}
          extra={t('fit.reasonHint')}
          rules={[{ required: true, whitespace: true, message: t('fit.reasonMissing') }]}
        >
          <Input maxLength={200} />
        </Form.Item>
      )}
    </div>
  );
}

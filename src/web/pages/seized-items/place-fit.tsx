import Alert from 'antd/es/alert';
import Button from 'antd/es/button';
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import { useTranslation } from 'react-i18next';
import { KEEPING_NEEDS } from '../../../modules/seized-items/item-fields.ts';
import { isKeepingNeed } from '../../../modules/seized-items/keeping/keeping-fit.rules.ts';
import { checkPlaceFitEndpoint } from '../../../modules/seized-items/keeping/keeping.contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { usePickSentence } from '../../i18n/use-language.ts';
import './seized-items.css';

interface PlaceFitProps {
  readonly itemId: string;
  /** The field of the place, and that of the reason beside it. */
  readonly placeName: string | string[];
  readonly reasonName: string | string[];
}

/** Beside the chosen place: what the thing needs and does not find there, the places that have it, or why it waits here. */
export function PlaceFit({ itemId, placeName, reasonName }: PlaceFitProps) {
  const { t } = useTranslation('seized-items');
  const pick = usePickSentence();
  const form = Form.useFormInstance();
  const chosen: unknown = Form.useWatch(placeName, form);
  const placeId = typeof chosen === 'string' ? chosen : '';
  const { data } = useQueryEndpoint(
    checkPlaceFitEndpoint,
    { params: { itemId }, query: { placeId } },
    { enabled: placeId !== '' },
  );
  if (placeId === '' || data === undefined || data.unmet.length === 0) return null;
  const needs = data.unmet
    .filter(isKeepingNeed)
    .map((need) => pick(KEEPING_NEEDS[need]))
    .join(t('and'));
  return (
    <div className="cc-place-fit">
      <Alert
        type={data.mayWait ? 'warning' : 'error'}
        showIcon
        title={t('fit.lacks', { needs })}
        description={
          data.places.length === 0 ? (
            t('fit.noPlace')
          ) : (
            <>
              {t('fit.places')}
              {data.places.map(({ id, path }) => (
                <Button key={id} size="small" onClick={() => form.setFieldValue(placeName, id)}>
                  {path}
                </Button>
              ))}
            </>
          )
        }
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

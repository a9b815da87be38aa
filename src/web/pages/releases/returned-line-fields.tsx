import Alert from 'antd/es/alert';
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import { useTranslation } from 'react-i18next';
import type { ReleaseLine } from '../../../modules/seized-items/releases/releases.contract.ts';
import { ChoiceRow } from '../../components/fields/choice-row.tsx';
import { PlacePicker } from '../../components/pickers/place-picker.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import { useSayQuantity, useUnitAfter } from '../../i18n/use-quantity.ts';
import { PlaceFit } from '../seized-items/place-fit.tsx';
import { ReturnPlace, type ReturnPlaceOffer } from '../seized-items/return-place.tsx';
import { LinePhotos, type PhotoNeeds } from '../seized-items/step-photos.tsx';
import { OdometerField } from './odometer-field.tsx';
import { LinePicture } from './release-lines.tsx';
import {
  differencesOf,
  isCompared,
  type BackValues,
  type ReturnedRelease,
  type ReturnValues,
} from './return-values.ts';
import '../seized-items/seized-items.css';

interface LineProps {
  readonly line: ReleaseLine;
  readonly release: ReturnedRelease;
}

interface ReturnedLineProps extends LineProps {
  readonly photos: PhotoNeeds;
  /** Where it lay and may lie again; undefined while it is asked. */
  readonly offer: ReturnPlaceOffer | undefined;
}

/** How it left, to be looked at while it is on the table. */
function AsItLeft({ line }: { line: ReleaseLine }) {
  const sayQuantity = useSayQuantity();
  const { t } = useTranslation('releases');
  return (
    <div className="cc-release-left">
      <LinePicture line={line} />
      <p>
        {t('out')} {sayQuantity(line.quantity, line.unit)} · {line.conditionOut ?? '—'} ·{' '}
        {line.sealOut === null ? t('unsealed') : t('seal', { seal: line.sealOut })}
        {line.odometerOut !== null && ` · ${t('odometer', { km: line.odometerOut })}`}
      </p>
    </div>
  );
}

/** What differs, and the report that it makes; nothing to write where nothing does. */
function Differences({ line, release }: LineProps) {
  const { t } = useTranslation('releases');
  const pick = usePickSentence();
  const form = Form.useFormInstance<ReturnValues>();
  const back: Partial<BackValues> | undefined = Form.useWatch(['back', line.itemId], form);
  const differences = back === undefined ? [] : differencesOf(release, line, back);
  if (differences.length === 0)
    return back !== undefined && isCompared(back) ? (
      <Alert type="success" showIcon title={t('form.matches')} />
    ) : null;
  const mayExplain = line.incident !== null;
  return (
    <>
      <Alert
        type="error"
        showIcon
        title={t('form.differs')}
        description={
          <ul>
            {differences.map((difference) => (
              <li key={difference.kind + difference.zh}>{pick(difference)}</li>
            ))}
          </ul>
        }
      />
      {mayExplain ? (
        <Form.Item
          name={['back', line.itemId, 'explanation']}
          label={t('form.explanation')}
          extra={line.incident}
          rules={[{ required: true, message: t('form.explanationMissing') }]}
        >
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
      ) : (
        <Form.Item
          name={['back', line.itemId, 'incident']}
          label={t('form.incident')}
          extra={t('form.incidentExtra')}
          rules={[{ required: true, message: t('form.incidentMissing') }]}
        >
          <Input.TextArea rows={3} maxLength={600} />
        </Form.Item>
      )}
    </>
  );
}

/** 一致 or 不一致: said for each, never assumed. */
function SameOrNot({ name, label }: { name: string[]; label: string }) {
  const { t } = useTranslation('releases');
  const options = (['same', 'differs'] as const).map((value) => ({ value, label: t(`answer.${value}`) }));
  return (
    <Form.Item name={name} label={label} rules={[{ required: true, message: t('answer.missing') }]}>
      <ChoiceRow label={label} options={options} />
    </Form.Item>
  );
}

function Fields({ line, release, offer }: LineProps & Pick<ReturnedLineProps, 'offer'>) {
  const unitAfter = useUnitAfter();
  const { t } = useTranslation('releases');
  const at = (name: keyof BackValues) => ['back', line.itemId, name];
  const mayOpen = release.kind === 'examination' || line.sealOut === null;
  return (
    <>
      <div className="cc-release-pair">
        <Form.Item
          name={at('quantity')}
          label={t('form.quantity', { unit: unitAfter(line.unit) })}
          rules={[{ required: true, pattern: /^\d+(\.\d+)?$/, message: t('form.quantityMissing') }]}
        >
          <Input inputMode="decimal" autoComplete="off" />
        </Form.Item>
        <Form.Item name={at('seal')} label={t('form.seal')}>
          <Input maxLength={60} autoComplete="off" placeholder={t('form.noSeal')} />
        </Form.Item>
      </div>
      {mayOpen && (
        <Form.Item name={at('sealReason')} label={t('form.sealReason')}>
          <Input maxLength={200} placeholder={t('form.sealReasonHint')} />
        </Form.Item>
      )}
      {line.isVehicle && <OdometerField name={at('odometer')} last={line.odometerOut} />}
      <SameOrNot name={at('isAsPictured')} label={t('form.isAsPictured')} />
      <SameOrNot name={at('isConditionSame')} label={t('form.isConditionSame')} />
      <Form.Item
        name={at('condition')}
        label={t('form.condition')}
        rules={[{ required: true, message: t('form.conditionMissing') }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item
        name={at('placeId')}
        label={t('form.place')}
        rules={[{ required: true, message: t('form.placeMissing') }]}
      >
        <PlacePicker />
      </Form.Item>
      <ReturnPlace offer={offer} placeName={at('placeId')} />
      <PlaceFit
        things={{ itemIds: [line.itemId] }}
        placeName={at('placeId')}
        reasonName={at('placeReason')}
      />
    </>
  );
}

/** One thing that comes back: beside it, how it left. Nothing is shown of one that stays away. */
export function ReturnedLineFields({ line, release, photos, offer }: ReturnedLineProps) {
  const form = Form.useFormInstance<ReturnValues>();
  const isTaken: boolean | undefined = Form.useWatch(['lines', line.itemId, 'isTaken'], form);
  if (isTaken === false) return null;
  return (
    <section className="cc-release-returned" aria-label={line.name}>
      <h3>{line.name}</h3>
      <AsItLeft line={line} />
      <LinePhotos itemId={line.itemId} needs={photos} />
      <Fields line={line} release={release} offer={offer} />
      <Differences line={line} release={release} />
    </section>
  );
}

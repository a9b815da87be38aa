import Alert from 'antd/es/alert';
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import { useTranslation } from 'react-i18next';
import { isDrivenWithin, kilometresBetween } from '../../../modules/seized-items/odometers/odometer.rules.ts';

interface OdometerMovedProps {
  readonly odometer: string | string[];
  readonly incident: string | string[];
  /** What it is held against. */
  readonly last: string | null;
  /** How far it may have gone since. */
  readonly leftKm: string;
}

/** Asks why a vehicle was driven, once its reading says so; sent along it is the report of an incident. */
export function OdometerMoved({ odometer, incident, last, leftKm }: OdometerMovedProps) {
  const { t } = useTranslation('releases');
  const form = Form.useFormInstance();
  const text: unknown = Form.useWatch(odometer, form);
  const difference = kilometresBetween(last, typeof text === 'string' ? text : null);
  if (difference === null || isDrivenWithin(difference, leftKm)) return null;
  return (
    <>
      <Alert
        type="error"
        showIcon
        className="cc-release-notice"
        title={t(difference.startsWith('-') ? 'moved.back' : 'moved.driven', { left: leftKm })}
      />
      <Form.Item
        name={incident}
        label={t('moved.why')}
        extra={t('moved.whyHint')}
        rules={[{ required: true, whitespace: true, message: t('moved.whyMissing') }]}
      >
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
    </>
  );
}

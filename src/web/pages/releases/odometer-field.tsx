import Form from 'antd/es/form';
import Input from 'antd/es/input';
import { useTranslation } from 'react-i18next';
import { kilometresBetween, sayKilometres } from '../../../modules/seized-items/odometers/odometer.rules.ts';

interface OdometerFieldProps {
  readonly name: string | string[];
  /** What it is held against. */
  readonly last: string | null;
  /** How far it may have gone since; undefined: nothing is said of it. */
  readonly leftKm?: string | undefined;
}

/** 里程表读数: what it said last stands beside it, and the difference while it is typed. */
export function OdometerField({ name, last, leftKm }: OdometerFieldProps) {
  const { t } = useTranslation('releases');
  const form = Form.useFormInstance();
  const text: unknown = Form.useWatch(name, form);
  const difference = kilometresBetween(last, typeof text === 'string' ? text : null);
  const said = last === null ? t('odometerNone') : t('odometerLast', { km: last });
  return (
    <Form.Item
      name={name}
      label={t('form.odometer')}
      extra={
        <span role="status">
          {said}
          {leftKm !== undefined && t('odometerLeft', { km: leftKm })}
          {difference !== null && t('odometerDifference', { km: sayKilometres(difference) })}
        </span>
      }
      rules={[{ required: true, whitespace: true, message: t('form.odometerMissing') }]}
    >
      <Input maxLength={20} autoComplete="off" />
    </Form.Item>
  );
}

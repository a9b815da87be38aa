import Alert from 'antd/es/alert';
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import { useTranslation } from 'react-i18next';
import { readOdometerEndpoint } from '../../../modules/seized-items/odometers/odometer.contract.ts';
import { isDrivenWithin, kilometresBetween } from '../../../modules/seized-items/odometers/odometer.rules.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { announce } from '../../layout/announcer.tsx';
import { OdometerField } from '../releases/odometer-field.tsx';
import { orNull, useCareFrame, type CareProps } from './care-frame.tsx';

interface OdometerValues {
  odometer: string;
  incident?: string;
}

/** What is said when it moved in store. */
function Moved({ last }: { last: string | null }) {
  const { t } = useTranslation('item-care');
  const form = Form.useFormInstance<OdometerValues>();
  const difference = kilometresBetween(last, Form.useWatch('odometer', form) ?? null);
  if (difference === null || isDrivenWithin(difference, '0')) return null;
  return (
    <>
      <Alert type="error" showIcon title={t('odometer.moved')} />
      <Form.Item
        name="incident"
        label={t('odometer.incident')}
        extra={t('odometer.incidentHint')}
        rules={[{ required: true, whitespace: true, message: t('odometer.incidentMissing') }]}
      >
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
    </>
  );
}

/** 读取里程: at a count, at the monthly check; what moved in store becomes an incident. */
export function OdometerForm(props: CareProps) {
  const { t } = useTranslation('item-care');
  const frame = useCareFrame(props, 'read_odometer');
  const { item, command } = props;
  const last = item.odometers.find(({ km }) => km !== null)?.km ?? item.facts['odometerKm'] ?? null;
  return (
    <CommandForm<typeof readOdometerEndpoint, OdometerValues>
      {...frame}
      declaration={readOdometerEndpoint}
      onDone={({ isReported }) => {
        if (isReported) announce(t('odometer.reported'));
        command.close();
      }}
      toRequest={({ odometer, incident }) => ({
        params: { itemId: item.id },
        body: { odometer: odometer.trim(), incident: orNull(incident), secondPerson: null },
      })}
    >
      <p>{t('odometer.hint')}</p>
      <OdometerField name="odometer" last={last} />
      <Moved last={last} />
    </CommandForm>
  );
}

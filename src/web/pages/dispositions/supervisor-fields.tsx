import Form from 'antd/es/form';
import Input from 'antd/es/input';
import { useTranslation } from 'react-i18next';
import { PersonPicker } from '../../components/pickers/person-picker.tsx';

/** The independent supervisor of a destruction, chosen by name and proved by their PIN on the same screen. */
export function SupervisorFields() {
  const { t } = useTranslation('dispositions');
  const label = t('field.supervisor');
  return (
    <fieldset className="cc-disposition-group">
      <legend>{label}</legend>
      <p className="cc-soft">{t('form.supervisor')}</p>
      <Form.Item
        name={['supervisor', 'personId']}
        label={label}
        rules={[{ required: true, message: t('missing', { field: label }) }]}
      >
        <PersonPicker />
      </Form.Item>
      <Form.Item
        name={['supervisor', 'pin']}
        label={t('field.supervisorPin')}
        rules={[{ required: true, pattern: /^\d{6}$/, message: t('common:pin.sixDigits') }]}
      >
        <Input.Password autoComplete="one-time-code" inputMode="numeric" maxLength={6} />
      </Form.Item>
    </fieldset>
  );
}

import Form from 'antd/es/form';
import Input from 'antd/es/input';
import { useTranslation } from 'react-i18next';
import { DepartmentPicker } from '../../components/pickers/department-picker.tsx';

export interface PersonValues {
  fullName: string;
  departmentId?: string | null;
  employeeNumber?: string | null;
  phone?: string | null;
}

function textOrNull(text: string | null | undefined): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}

/** What is sent of the fields below: an emptied field clears what was there. */
export function personBodyOf(values: PersonValues) {
  return {
    fullName: values.fullName.trim(),
    departmentId: values.departmentId ?? null,
    employeeNumber: textOrNull(values.employeeNumber),
    phone: textOrNull(values.phone),
  };
}

/** Name, department, employee number and telephone of a person. */
export function PersonFields() {
  const { t } = useTranslation('accounts');
  return (
    <>
      <Form.Item
        name="fullName"
        label={t('field.fullName')}
        rules={[{ required: true, whitespace: true, message: t('missing', { field: t('field.fullName') }) }]}
      >
        <Input autoComplete="off" maxLength={60} />
      </Form.Item>
      <Form.Item name="departmentId" label={t('field.department')}>
        <DepartmentPicker />
      </Form.Item>
      <Form.Item name="employeeNumber" label={t('field.employeeNumber')}>
        <Input autoComplete="off" maxLength={40} />
      </Form.Item>
      <Form.Item name="phone" label={t('field.phone')}>
        <Input autoComplete="off" inputMode="tel" maxLength={40} />
      </Form.Item>
    </>
  );
}

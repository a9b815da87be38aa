import Form from 'antd/es/form';
import Input from 'antd/es/input';
import { useTranslation } from 'react-i18next';

const REASON_LENGTH = 500;

/** Irreversible things ask for a reason, not for "are you sure". Form field `reason`. */
export function ReasonField({ label, isOptional = false }: { label?: string; isOptional?: boolean }) {
  const { t } = useTranslation();
  return (
    <Form.Item
      name="reason"
      label={label ?? t('command.reason')}
      rules={isOptional ? [] : [{ required: true, whitespace: true, message: t('command.reasonMissing') }]}
    >
      <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={REASON_LENGTH} showCount />
    </Form.Item>
  );
}

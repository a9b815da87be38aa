import Button from 'antd/es/button';
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import { useTranslation } from 'react-i18next';
import type { EnteringVisitor } from './entering-list.ts';

interface Values {
  name: string;
  unit: string;
  documentNumber?: string;
}

/** 外来人员: name, unit and document; of the number only a masked form is kept. */
export function VisitorForm({ onAdd }: { onAdd: (visitor: EnteringVisitor) => void }) {
  const { t } = useTranslation('rooms');
  const [form] = Form.useForm<Values>();
  const add = ({ name, unit, documentNumber }: Values) => {
    const number = documentNumber?.trim() ?? '';
    onAdd({ name: name.trim(), unit: unit.trim(), documentNumber: number === '' ? null : number });
    form.resetFields();
  };
  return (
    <Form<Values> form={form} layout="vertical" className="cc-visitor" onFinish={add}>
      <Form.Item
        name="name"
        label={t('visitor.name')}
        rules={[{ required: true, whitespace: true, message: t('visitor.nameMissing') }]}
      >
        <Input size="large" maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="unit"
        label={t('visitor.unit')}
        rules={[{ required: true, whitespace: true, message: t('visitor.unitMissing') }]}
      >
        <Input size="large" maxLength={120} autoComplete="off" />
      </Form.Item>
      <Form.Item name="documentNumber" label={t('visitor.document')} extra={t('visitor.documentHint')}>
        <Input size="large" maxLength={40} autoComplete="off" />
      </Form.Item>
      <Button size="large" htmlType="submit">
        {t('visitor.add')}
      </Button>
    </Form>
  );
}

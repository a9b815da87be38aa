/** What several forms on one item have in common. */
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import { useTranslation } from 'react-i18next';
import { approvalFor, type ItemDisposition } from './item-form.ts';
import { useSayQuantity, useUnitAfter } from '../../i18n/use-quantity.ts';

export const orNull = (text: string | null | undefined) => (text == null || text.trim() === '' ? null : text);

/** A part or all of it; what is said goes to the server as it is. */
export function QuantityItem({ shown }: { shown: ItemDisposition }) {
  const unitAfter = useUnitAfter();
  const sayQuantity = useSayQuantity();
  const { t } = useTranslation('dispositions');
  return (
    <Form.Item
      name="quantity"
      label={t('field.quantity')}
      extra={t('form.onHand', { quantity: sayQuantity(shown.onHand, shown.unit) })}
      rules={[
        { required: true, pattern: /^\d+(\.\d+)?$/, message: t('missing', { field: t('field.quantity') }) },
      ]}
    >
      <Input inputMode="decimal" autoComplete="off" maxLength={40} suffix={unitAfter(shown.unit)} />
    </Form.Item>
  );
}

export function ApprovalSentence({ shown, kinds }: { shown: ItemDisposition; kinds: readonly string[] }) {
  const { t } = useTranslation('dispositions');
  const approval = approvalFor(shown, kinds);
  return approval === undefined ? null : (
    <p className="cc-soft">{t('form.approval', { number: approval.number, name: approval.applicantName })}</p>
  );
}

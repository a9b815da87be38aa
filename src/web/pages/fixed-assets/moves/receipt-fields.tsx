import Form from 'antd/es/form';
import Input from 'antd/es/input';
import Radio from 'antd/es/radio';
import { useTranslation } from 'react-i18next';
import type { ReceiptMethod } from './move-forms.ts';
import { SignaturePad } from './signature-pad.tsx';

const METHODS = ['later', 'pin', 'drawn'] as const satisfies readonly ReceiptMethod[];

/** How the receiver signs: later from their own list, now by PIN, now by drawing. */
export function ReceiptFields({ method, receiver }: { method: ReceiptMethod; receiver: string }) {
  const { t } = useTranslation('fixed-assets');
  return (
    <>
      <Form.Item
        name="receiptMethod"
        required
        label={t('receipt.label')}
        {...(method === 'later' ? { extra: t('receipt.laterHint') } : {})}
      >
        <Radio.Group options={METHODS.map((value) => ({ value, label: t(`receipt.${value}`) }))} />
      </Form.Item>
      {method === 'pin' && (
        <Form.Item
          name="pin"
          label={t('receipt.pinLabel', { receiver })}
          rules={[{ required: true, pattern: /^\d{6}$/, message: t('receipt.pinMissing') }]}
        >
          <Input.Password inputMode="numeric" autoComplete="off" maxLength={6} visibilityToggle={false} />
        </Form.Item>
      )}
      {method === 'drawn' && (
        <Form.Item
          name="signature"
          label={t('receipt.drawLabel', { receiver })}
          rules={[{ required: true, message: t('receipt.drawMissing') }]}
        >
          <SignaturePad label={t('receipt.drawLabel', { receiver })} />
        </Form.Item>
      )}
    </>
  );
}

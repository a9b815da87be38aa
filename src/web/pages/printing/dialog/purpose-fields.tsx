import Form from 'antd/es/form';
import { useTranslation } from 'react-i18next';
import { ONE_LABEL_KINDS, type ItemCodeKind } from '../../../../modules/item-codes/item-code.ts';
import {
  REPLACEMENT_REASON_KEYS,
  REPLACEMENT_REASONS,
} from '../../../../modules/item-codes/label-version.ts';
import { PRINT_PURPOSES, type PrintPurpose } from '../../../../modules/labels/print-job.rules.ts';
import { ReasonField } from '../../../components/command-form/reason-field.tsx';
import { ChoiceRow } from '../../../components/fields/choice-row.tsx';
import { usePickSentence } from '../../../i18n/use-language.ts';
import type { PrintValues } from './print-values.ts';

export interface PurposeFieldsProps {
  readonly purposes: readonly PrintPurpose[];
  readonly kind: ItemCodeKind;
  readonly values: Partial<PrintValues>;
}

/** First print, the same label again, or a new version; the last two say why. */
export function PurposeFields({ purposes, kind, values }: PurposeFieldsProps) {
  const { t } = useTranslation('printing');
  const pick = usePickSentence();
  const { purpose, replacementReason } = values;
  const isOneOnly = ONE_LABEL_KINDS.has(kind);
  return (
    <>
      {purposes.length > 1 && (
        <Form.Item
          required
          name="purpose"
          label={t('dialog.purpose')}
          extra={t(
            `purposeHint.${isOneOnly && purpose === 'reprint' ? 'reprintOnce' : (purpose ?? 'first')}`,
          )}
        >
          <ChoiceRow
            label={t('dialog.purpose')}
            options={purposes.map((value) => ({ value, label: pick(PRINT_PURPOSES[value]) }))}
          />
        </Form.Item>
      )}
      {purpose === 'replacement' && (
        <Form.Item
          name="replacementReason"
          label={t('dialog.replacementReason')}
          rules={[{ required: true, message: t('dialog.replacementReasonMissing') }]}
        >
          <ChoiceRow
            label={t('dialog.replacementReason')}
            options={REPLACEMENT_REASON_KEYS.map((value) => ({
              value,
              label: pick(REPLACEMENT_REASONS[value]),
            }))}
          />
        </Form.Item>
      )}
      {purpose === 'reprint' && <ReasonField label={t('dialog.reprintReason')} />}
      {purpose === 'replacement' && (
        <ReasonField label={t('dialog.replacementNote')} isOptional={replacementReason !== 'other'} />
      )}
    </>
  );
}

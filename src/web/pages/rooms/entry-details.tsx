import Form from 'antd/es/form';
import Input from 'antd/es/input';
import Select from 'antd/es/select';
import { useTranslation } from 'react-i18next';
import {
  VISIT_PURPOSE_KEYS,
  VISIT_PURPOSES,
  type VisitPurpose,
} from '../../../modules/rooms/visit-purposes.ts';
import { usePickSentence } from '../../i18n/use-language.ts';
import { MomentInput } from '../fixed-assets/moves/moment-input.tsx';

export interface EntryValues {
  purpose: VisitPurpose;
  note?: string;
  caseNumber?: string;
  approvedBy?: string;
  carriedIn?: string;
  carriedOut?: string;
  keyNumber?: string;
  anomaly?: string;
  enteredAt?: string | null;
  leftAt?: string | null;
}

/** `2026-11-23 09:30` of the court's clock as an instant; nothing stays nothing. */
export function instantOf(moment: string | null | undefined): string | undefined {
  return moment == null ? undefined : `${moment.replace(' ', 'T')}:00.000+08:00`;
}

/** What was typed into a field, or null. */
export function typedOf(text: string | undefined): string | null {
  const typed = text?.trim() ?? '';
  return typed === '' ? null : typed;
}

/** Why somebody enters; always asked. */
export function PurposeField() {
  const { t } = useTranslation('rooms');
  const pick = usePickSentence();
  return (
    <Form.Item
      name="purpose"
      label={t('visit.purpose')}
      rules={[{ required: true, message: t('visit.purposeMissing') }]}
    >
      <Select
        size="large"
        options={VISIT_PURPOSE_KEYS.map((key) => ({ value: key, label: pick(VISIT_PURPOSES[key]) }))}
      />
    </Form.Item>
  );
}

/** What the log keeps besides; `withLeaving`: what belongs to a visit that is over. */
export function EntryFields({ withLeaving = false }: { withLeaving?: boolean }) {
  const { t } = useTranslation('rooms');
  const text = (name: keyof EntryValues, max: number) => (
    <Form.Item name={name} label={t(`visit.${name}`)}>
      <Input size="large" maxLength={max} autoComplete="off" />
    </Form.Item>
  );
  return (
    <>
      {text('caseNumber', 60)}
      {text('note', 200)}
      {text('approvedBy', 60)}
      {text('carriedIn', 200)}
      {withLeaving && text('carriedOut', 200)}
      {text('keyNumber', 60)}
      {text('anomaly', 500)}
    </>
  );
}

/** 补录: when it really was; left empty it is now, and still going on. */
export function EntryTimes() {
  const { t } = useTranslation('rooms');
  return (
    <>
      <Form.Item name="enteredAt" label={t('visit.enteredAt')} extra={t('visit.lateHint')}>
        <MomentInput />
      </Form.Item>
      <Form.Item name="leftAt" label={t('visit.leftAt')} extra={t('visit.leftHint')}>
        <MomentInput />
      </Form.Item>
    </>
  );
}

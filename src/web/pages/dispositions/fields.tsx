/** Fields that the forms on dispositions share: each named by what it collects, its label `field.<name>`. */
import type { ReactNode } from 'react';
import Checkbox from 'antd/es/checkbox';
import DatePicker from 'antd/es/date-picker';
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import Select from 'antd/es/select';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { useToday } from '../../clock.ts';
import { DayInput } from '../../components/fields/day-input.tsx';
import { MoneyInput } from '../../components/fields/money-input.tsx';
import { keepFormOpen } from '../fixed-assets/moves/moment-input.tsx';
import { SignaturePad } from '../fixed-assets/moves/signature-pad.tsx';

const MOMENT = 'YYYY-MM-DD HH:mm';
/** Longer lists are searched by typing. */
const SEARCHED_FROM = 9;
type Name = string | (string | number)[];

interface ItemProps {
  readonly name: Name;
  /** Another label than that of the name. */
  readonly label?: string;
  readonly extra?: string;
  readonly isOptional?: boolean;
}

function keyOf(name: Name): string {
  return String(Array.isArray(name) ? name.at(-1) : name);
}

function useItem({ name, label, extra, isOptional = false }: ItemProps, whitespace = false) {
  const { t } = useTranslation('dispositions');
  const words = t(`field.${label ?? keyOf(name)}`);
  return {
    name,
    label: words,
    ...(extra === undefined ? {} : { extra }),
    rules: isOptional
      ? []
      : [{ required: true, ...(whitespace ? { whitespace } : {}), message: t('missing', { field: words }) }],
  };
}

export function TextItem({ max = 200, ...props }: ItemProps & { readonly max?: number }) {
  return (
    <Form.Item {...useItem(props, true)}>
      <Input maxLength={max} autoComplete="off" />
    </Form.Item>
  );
}

export function AreaItem({ max = 500, ...props }: ItemProps & { readonly max?: number }) {
  return (
    <Form.Item {...useItem(props, true)}>
      <Input.TextArea rows={3} maxLength={max} />
    </Form.Item>
  );
}

/** A day until today, or any day where it may lie ahead. */
export function DayItem({ isAhead = false, ...props }: ItemProps & { readonly isAhead?: boolean }) {
  const today = useToday();
  return (
    <Form.Item {...useItem(props)}>
      <DayInput {...(isAhead ? {} : { max: today })} />
    </Form.Item>
  );
}

export function MoneyItem(props: ItemProps) {
  return (
    <Form.Item {...useItem(props)}>
      <MoneyInput />
    </Form.Item>
  );
}

interface MomentPickerProps {
  /** `2026-11-23 09:30` on the court’s clock. */
  readonly value?: string | null;
  readonly onChange?: (moment: string | null) => void;
  readonly id?: string;
}

function MomentPicker({ value, onChange, id }: MomentPickerProps) {
  return (
    <DatePicker
      {...(id === undefined ? {} : { id })}
      showTime={{ format: 'HH:mm' }}
      format={[MOMENT, 'YYYYMMDDHHmm']}
      needConfirm={false}
      onKeyDown={keepFormOpen}
      value={value == null ? null : dayjs(value)}
      onChange={(picked) => onChange?.(picked === null ? null : picked.format(MOMENT))}
      style={{ width: '100%' }}
    />
  );
}

/** A moment on the court’s clock. */
export function MomentItem(props: ItemProps) {
  return (
    <Form.Item {...useItem(props)}>
      <MomentPicker />
    </Form.Item>
  );
}

/** `2026-03-02 09:30` as picked → an instant with the court’s offset. */
export function instantOf(typed: string): string {
  return `${typed.slice(0, 16).replace(' ', 'T')}:00+08:00`;
}

export interface Option {
  readonly value: string;
  readonly label: string;
}

export function ChoiceItem({ options, ...props }: ItemProps & { readonly options: readonly Option[] }) {
  return (
    <Form.Item {...useItem(props)}>
      <Select
        options={options.map(({ value, label }) => ({ value, label }))}
        allowClear={props.isOptional === true}
        showSearch={options.length > SEARCHED_FROM && { optionFilterProp: 'label' }}
      />
    </Form.Item>
  );
}

export function FlagItem({ name, extra }: { readonly name: Name; readonly extra?: ReactNode }) {
  const { t } = useTranslation('dispositions');
  return (
    <Form.Item name={name} valuePropName="checked" {...(extra === undefined ? {} : { extra })}>
      <Checkbox>{t(`field.${keyOf(name)}`)}</Checkbox>
    </Form.Item>
  );
}

export function SignatureItem({ name, whose }: { readonly name: string; readonly whose: string }) {
  const { t } = useTranslation('dispositions');
  const label = t('signatureOf', { name: whose });
  return (
    <Form.Item name={name} label={label} rules={[{ required: true, message: t('signatureMissing') }]}>
      <SignaturePad label={label} />
    </Form.Item>
  );
}

/** Fields that the forms on dispositions share: each named by what it collects, its label `field.<name>`. */
import type { ReactNode } from 'react';
import Checkbox from 'antd/es/checkbox';
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import Select from 'antd/es/select';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../../components/fields/day-input.tsx';
import { MoneyInput } from '../../components/fields/money-input.tsx';
import { shanghaiToday } from '../fixed-assets/court-day.ts';
import { SignaturePad } from '../fixed-assets/moves/signature-pad.tsx';

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
  return (
    <Form.Item {...useItem(props)}>
      <DayInput {...(isAhead ? {} : { max: shanghaiToday(new Date()) })} />
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

/** A moment on the court’s clock. */
export function MomentItem(props: ItemProps) {
  return (
    <Form.Item {...useItem(props)}>
      <Input type="datetime-local" step={60} />
    </Form.Item>
  );
}

/** `2026-03-02T09:30` as typed → an instant with the court’s offset. */
export function instantOf(typed: string): string {
  return `${typed.slice(0, 16)}:00+08:00`;
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
        showSearch={options.length > 9}
        optionFilterProp="label"
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

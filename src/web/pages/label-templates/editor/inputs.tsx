import { useId, type ReactNode } from 'react';
import Checkbox from 'antd/es/checkbox';
import InputNumber from 'antd/es/input-number';
import Select from 'antd/es/select';

export interface NumberInputProps {
  readonly label: string;
  readonly value: number | undefined;
  readonly onChange: (value: number) => void;
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  readonly precision?: number;
  readonly unit?: string;
  /** Shown while there is none; with it the field may be emptied. */
  readonly placeholder?: string;
  readonly onClear?: () => void;
}

/** A label above its control. */
export function Field({ label, htmlFor, children }: { label: string; htmlFor: string; children: ReactNode }) {
  return (
    <div className="cc-editor-field">
      <label htmlFor={htmlFor}>{label}</label>
      {children}
    </div>
  );
}

export function NumberInput(props: NumberInputProps) {
  const { label, value, onChange, onClear, unit, min, max, step = 0.5, precision = 2, placeholder } = props;
  const id = useId();
  return (
    <Field label={label} htmlFor={id}>
      <InputNumber
        id={id}
        value={value ?? null}
        {...(min === undefined ? {} : { min })}
        {...(max === undefined ? {} : { max })}
        {...(placeholder === undefined ? {} : { placeholder })}
        {...(unit === undefined ? {} : { suffix: unit })}
        step={step}
        // Trailing zeros are taken off, so that 12.5 is not shown as 12.50.
        formatter={(shown) => (shown === undefined ? '' : String(shown))}
        parser={(typed) => Number(Number(typed ?? '').toFixed(precision))}
        onChange={(next) => {
          if (typeof next === 'number' && Number.isFinite(next)) onChange(next);
          else if (next === null) onClear?.();
        }}
      />
    </Field>
  );
}

export interface ChoiceInputProps<V extends string | number> {
  readonly label: string;
  readonly value: V;
  readonly options: readonly { readonly value: V; readonly label: string }[];
  readonly onChange: (value: V) => void;
}

export function ChoiceInput<V extends string | number>({
  label,
  value,
  options,
  onChange,
}: ChoiceInputProps<V>) {
  const id = useId();
  return (
    <Field label={label} htmlFor={id}>
      <Select<V>
        id={id}
        value={value}
        options={[...options]}
        onChange={onChange}
        popupMatchSelectWidth={false}
      />
    </Field>
  );
}

export function CheckInput({
  label,
  value,
  onChange,
}: {
  label: string;
  value: boolean;
  onChange: (value: boolean) => void;
}) {
  return (
    <Checkbox className="cc-editor-wide" checked={value} onChange={(event) => onChange(event.target.checked)}>
      {label}
    </Checkbox>
  );
}

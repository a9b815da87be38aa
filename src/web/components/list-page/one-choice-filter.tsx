import Select from 'antd/es/select';

export interface OneChoiceFilterProps {
  readonly label: string;
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** A filter that takes one value of a closed list; for `kind: 'custom'`. */
export function OneChoiceFilter({ label, values, onChange, options }: OneChoiceFilterProps) {
  return (
    <Select<string>
      aria-label={label}
      placeholder={label}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      value={values[0] ?? null}
      options={[...options]}
      onChange={(value: string | undefined) => onChange(value === undefined ? [] : [value])}
    />
  );
}

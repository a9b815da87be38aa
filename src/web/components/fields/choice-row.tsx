import Radio from 'antd/es/radio';

export interface ChoiceRowProps {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value?: string;
  readonly onChange?: (value: string) => void;
  readonly id?: string;
}

/** A closed choice of a few words, all seen at once. */
export function ChoiceRow({ label, options, value, onChange, id }: ChoiceRowProps) {
  return (
    <Radio.Group
      aria-label={label}
      {...(id === undefined ? {} : { id })}
      {...(value === undefined ? {} : { value })}
      options={[...options]}
      onChange={(event) => onChange?.(String(event.target.value))}
    />
  );
}

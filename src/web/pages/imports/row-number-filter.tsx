import Input from 'antd/es/input';

export interface RowNumberFilterProps {
  readonly label: string;
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
}

/** A row of the file by its number; asked for when the field is left or Enter is pressed. */
export function RowNumberFilter({ label, values, onChange }: RowNumberFilterProps) {
  const commit = (text: string) => {
    const digits = text.normalize('NFKC').trim();
    onChange(/^\d{1,7}$/.test(digits) ? [digits] : []);
  };
  return (
    <Input
      key={values[0] ?? ''}
      aria-label={label}
      placeholder={label}
      inputMode="numeric"
      maxLength={7}
      defaultValue={values[0] ?? ''}
      onBlur={(event) => commit(event.target.value)}
      onPressEnter={(event) => commit(event.currentTarget.value)}
    />
  );
}

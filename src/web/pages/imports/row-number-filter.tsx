import { TypedFilter } from '../../components/list-page/typed-filter.tsx';

export interface RowNumberFilterProps {
  readonly label: string;
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
}

/** A row of the file by its number. */
export function RowNumberFilter({ label, values, onChange }: RowNumberFilterProps) {
  const commit = (text: string) => {
    const digits = text.normalize('NFKC').trim();
    onChange(/^\d{1,7}$/.test(digits) ? [digits] : []);
  };
  return (
    <TypedFilter label={label} current={values[0] ?? ''} onTyped={commit} inputMode="numeric" maxLength={7} />
  );
}

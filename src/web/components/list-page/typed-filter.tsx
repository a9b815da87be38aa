import Input, { type InputProps } from 'antd/es/input';

export interface TypedFilterProps extends Pick<InputProps, 'inputMode' | 'maxLength' | 'prefix'> {
  readonly label: string;
  /** What narrows the list at present, as it is typed. */
  readonly current: string;
  readonly onTyped: (text: string) => void;
}

/** A filter that is typed; asked for when the field is left or Enter is pressed. For `kind: 'custom'`. */
export function TypedFilter({ label, current, onTyped, ...input }: TypedFilterProps) {
  return (
    <Input
      {...input}
      key={current}
      aria-label={label}
      placeholder={label}
      defaultValue={current}
      onBlur={(event) => onTyped(event.target.value)}
      onPressEnter={(event) => onTyped(event.currentTarget.value)}
    />
  );
}

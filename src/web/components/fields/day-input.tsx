import DatePicker from 'antd/es/date-picker';
import dayjs from 'dayjs';

export interface DayInputProps {
  /** `2026-11-23`; the form and the address keep plain text, never a date object. */
  readonly value?: string | null;
  readonly onChange?: (day: string | null) => void;
  readonly id?: string;
  /** For screen readers, where no form label stands beside it. */
  readonly label?: string;
  readonly placeholder?: string;
  readonly disabled?: boolean;
  readonly min?: string;
  readonly max?: string;
}

/** A calendar day as antd form field; also takes `20260302` and `2026/3/2` when typed. */
export function DayInput({ value, onChange, id, label, placeholder, disabled, min, max }: DayInputProps) {
  return (
    <DatePicker
      {...(id === undefined ? {} : { id })}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(placeholder === undefined ? {} : { placeholder })}
      {...(disabled === undefined ? {} : { disabled })}
      {...(min === undefined ? {} : { minDate: dayjs(min) })}
      {...(max === undefined ? {} : { maxDate: dayjs(max) })}
      value={value === null || value === undefined || value === '' ? null : dayjs(value)}
      format={['YYYY-MM-DD', 'YYYYMMDD', 'YYYY/M/D', 'YYYY.M.D']}
      // why: Enter takes the day that was typed and must not send the form around it.
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.preventDefault();
      }}
      onChange={(picked) => onChange?.(picked === null ? null : picked.format('YYYY-MM-DD'))}
      style={{ width: '100%' }}
    />
  );
}

import DatePicker from 'antd/es/date-picker';
import Input from 'antd/es/input';
import dayjs from 'dayjs';
import { keepFormOpen } from '../moves/moment-input.tsx';

interface FieldProps<T> {
  readonly value?: T | null;
  readonly onChange?: (value: T | null) => void;
  readonly id?: string;
}

/** A month as `2026-11`. */
export function MonthInput({ value, onChange, id }: FieldProps<string>) {
  return (
    <DatePicker
      {...(id === undefined ? {} : { id })}
      picker="month"
      onKeyDown={keepFormOpen}
      format={['YYYY-MM', 'YYYYMM', 'YYYY.M', 'YYYY/M']}
      value={value == null || value === '' ? null : dayjs(value)}
      onChange={(picked) => onChange?.(picked === null ? null : picked.format('YYYY-MM'))}
      style={{ width: '100%' }}
    />
  );
}

/** A whole number of at most four digits; full-width digits are read too. */
export function WholeNumberInput({ value, onChange, id, suffix }: FieldProps<number> & { suffix?: string }) {
  return (
    <Input
      {...(id === undefined ? {} : { id })}
      {...(suffix === undefined ? {} : { suffix })}
      inputMode="numeric"
      autoComplete="off"
      maxLength={4}
      value={value == null ? '' : String(value)}
      onChange={(event) => {
        const digits = event.target.value.normalize('NFKC').replaceAll(/\D/g, '');
        onChange?.(digits === '' ? null : Number(digits));
      }}
    />
  );
}

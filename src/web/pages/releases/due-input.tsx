import DatePicker from 'antd/es/date-picker';
import dayjs from 'dayjs';
import { keepFormOpen } from '../fixed-assets/moves/moment-input.tsx';

const FORMAT = 'YYYY-MM-DD HH:mm';

export interface DueInputProps {
  /** `2026-11-23 18:00` on the court's wall clock. */
  readonly value?: string | null;
  readonly onChange?: (moment: string | null) => void;
  readonly id?: string;
  readonly placeholder?: string;
}

/** By when something comes back. */
export function DueInput({ value, onChange, id, placeholder }: DueInputProps) {
  return (
    <DatePicker
      {...(id === undefined ? {} : { id })}
      {...(placeholder === undefined ? {} : { placeholder })}
      showTime={{ format: 'HH:mm', minuteStep: 15, defaultOpenValue: dayjs('2026-01-01 18:00') }}
      format={[FORMAT, 'YYYY-MM-DD', 'YYYYMMDDHHmm']}
      allowClear={false}
      needConfirm={false}
      onKeyDown={keepFormOpen}
      value={value == null || value === '' ? null : dayjs(value)}
      onChange={(picked) => onChange?.(picked === null ? null : picked.format(FORMAT))}
      style={{ width: '100%' }}
    />
  );
}

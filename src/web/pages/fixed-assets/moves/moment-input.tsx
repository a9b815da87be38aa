import type { KeyboardEvent } from 'react';
import DatePicker from 'antd/es/date-picker';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';

const FORMAT = 'YYYY-MM-DD HH:mm';

/** Enter takes the moment that was typed; it does not send the form around it. */
export function keepFormOpen(event: KeyboardEvent<HTMLElement>): void {
  if (event.key === 'Enter') event.preventDefault();
}

export interface MomentInputProps {
  /** `2026-11-23 09:30` on the court's wall clock; null is now. */
  readonly value?: string | null;
  readonly onChange?: (moment: string | null) => void;
  readonly id?: string;
}

/** When it happened: now, unless an earlier moment is given (补录). */
export function MomentInput({ value, onChange, id }: MomentInputProps) {
  const { t } = useTranslation('fixed-assets');
  return (
    <DatePicker
      {...(id === undefined ? {} : { id })}
      placeholder={t('move.now')}
      showTime={{ format: 'HH:mm' }}
      format={[FORMAT, 'YYYY-MM-DD', 'YYYYMMDD', 'YYYYMMDDHHmm']}
      needConfirm={false}
      onKeyDown={keepFormOpen}
      value={value == null ? null : dayjs(value)}
      onChange={(picked) => onChange?.(picked === null ? null : picked.format(FORMAT))}
      style={{ width: '100%' }}
    />
  );
}

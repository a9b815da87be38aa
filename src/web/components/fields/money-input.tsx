import { useEffect, useRef, useState } from 'react';
import Input, { type InputRef } from 'antd/es/input';
import { useTranslation } from 'react-i18next';
import { parseYuan, yuanText } from './yuan.ts';

export interface MoneyInputProps {
  /** Amount in fen (分). */
  readonly value?: number | null;
  readonly onChange?: (fen: number | null) => void;
  readonly id?: string;
  readonly disabled?: boolean;
}

/**
 * Money as typed in yuan, kept as integer fen; text that is no amount stays visible, is marked, and holds the form back:
 * it must not be sent as if nothing had been typed.
 */
export function MoneyInput({ value, onChange, id, disabled }: MoneyInputProps) {
  const { t } = useTranslation();
  const field = useRef<InputRef>(null);
  const [draft, setDraft] = useState<string>();
  const shown = draft ?? (value === null || value === undefined ? '' : yuanText(value));
  const isWrong = draft !== undefined && parseYuan(draft) === undefined;
  useEffect(() => {
    field.current?.input?.setCustomValidity(isWrong ? t('moneyWrong') : '');
  }, [isWrong, t]);
  return (
    <Input
      ref={field}
      {...(id === undefined ? {} : { id })}
      {...(disabled === undefined ? {} : { disabled })}
      {...(isWrong ? { status: 'error' as const, 'aria-invalid': true } : {})}
      prefix="¥"
      inputMode="decimal"
      autoComplete="off"
      value={shown}
      onChange={(event) => {
        setDraft(event.target.value);
        const fen = parseYuan(event.target.value);
        onChange?.(fen === undefined ? null : fen);
      }}
      onBlur={() => {
        if (!isWrong) setDraft(undefined);
      }}
    />
  );
}

import { useState } from 'react';
import Input from 'antd/es/input';
import { parseYuan, yuanText } from './yuan.ts';

export interface MoneyInputProps {
  /** Amount in fen (分). */
  readonly value?: number | null;
  readonly onChange?: (fen: number | null) => void;
  readonly id?: string;
  readonly disabled?: boolean;
}

/** Money as typed in yuan, kept as integer fen; text that is no amount stays visible and is marked. */
export function MoneyInput({ value, onChange, id, disabled }: MoneyInputProps) {
  const [draft, setDraft] = useState<string>();
  const shown = draft ?? (value === null || value === undefined ? '' : yuanText(value));
  const isWrong = draft !== undefined && parseYuan(draft) === undefined;
  return (
    <Input
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

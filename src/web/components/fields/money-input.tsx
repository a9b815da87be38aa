import { useState } from 'react';
import Input from 'antd/es/input';

export interface MoneyInputProps {
  /** Amount in fen (分). */
  readonly value?: number | null;
  readonly onChange?: (fen: number | null) => void;
  readonly id?: string;
  readonly disabled?: boolean;
}

/** `1,234.5` → 123450; undefined when it is no amount of at most two decimals. Never goes through a float. */
export function parseYuan(text: string): number | null | undefined {
  const clean = text.normalize('NFKC').replaceAll(/[\s,¥]/g, '');
  if (clean === '') return null;
  const match = /^(\d{1,13})(?:\.(\d{0,2}))?$/.exec(clean);
  if (match === null) return undefined;
  const fen = Number(`${match[1]}${(match[2] ?? '').padEnd(2, '0')}`);
  return Number.isSafeInteger(fen) ? fen : undefined;
}

function yuanText(fen: number): string {
  const digits = String(fen).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
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

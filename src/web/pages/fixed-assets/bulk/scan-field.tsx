import { useRef, useState } from 'react';
import ScanOutlined from '@ant-design/icons/es/icons/ScanOutlined';
import Button from 'antd/es/button';
import Input, { type InputRef } from 'antd/es/input';
import { useTranslation } from 'react-i18next';
import { useScanTarget } from '../../../scan/use-scan.ts';

export interface ScanFieldProps {
  readonly onScan: (text: string) => void;
  readonly isActive: boolean;
  /** What is scanned here, where it is no thing. */
  readonly label?: string;
}

/** Takes typed codes and scans; the field keeps the focus, so that a scanner needs no hand at the screen. */
export function ScanField({ onScan, isActive, label }: ScanFieldProps) {
  const { t } = useTranslation('fixed-assets');
  const shown = label ?? t('bulk.scan');
  const [text, setText] = useState('');
  const field = useRef<InputRef>(null);
  useScanTarget(onScan, isActive);
  const enter = () => {
    onScan(text);
    setText('');
    field.current?.focus();
  };
  return (
    <div className="cc-scan-field">
      <Input
        ref={field}
        autoFocus
        size="large"
        aria-label={shown}
        placeholder={shown}
        prefix={<ScanOutlined aria-hidden />}
        autoComplete="off"
        enterKeyHint="done"
        maxLength={200}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onPressEnter={enter}
      />
      <Button size="large" onClick={enter} disabled={text.trim() === ''}>
        {t('bulk.add')}
      </Button>
    </div>
  );
}

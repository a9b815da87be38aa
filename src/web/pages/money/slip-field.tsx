import { useRef, useState } from 'react';
import UploadOutlined from '@ant-design/icons/es/icons/UploadOutlined';
import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import type { UploadedSlip } from './use-send-slip.ts';
import './money.css';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import type { CallError } from '../../api/use-query-endpoint.ts';

interface SlipFieldProps {
  readonly value?: string;
  readonly onChange?: (recordId: string) => void;
  readonly id?: string;
  readonly slip: {
    readonly send: (file: File) => Promise<UploadedSlip | undefined>;
    readonly isSending: boolean;
    readonly problem: CallError | null;
  };
}

/** The slip as a picture or a scan; it is kept under the id of what it belongs to, which is the value. */
export function SlipField({ value, onChange, id, slip }: SlipFieldProps) {
  const { t } = useTranslation('money');
  const input = useRef<HTMLInputElement>(null);
  const [name, setName] = useState<string>();
  const send = async (file: File) => {
    const kept = await slip.send(file);
    if (kept === undefined) return;
    setName(kept.fileName);
    onChange?.(kept.recordId);
  };
  return (
    <>
      <Button
        {...(id === undefined ? {} : { id })}
        icon={<UploadOutlined aria-hidden />}
        loading={slip.isSending}
        onClick={() => input.current?.click()}
      >
        {t(value === undefined ? 'deposit.upload' : 'deposit.uploadAgain')}
      </Button>{' '}
      {name !== undefined && <span className="cc-soft">{name}</span>}
      <input
        ref={input}
        type="file"
        hidden
        className="cc-slip-input"
        accept="image/*,.pdf"
        aria-label={t('deposit.upload')}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file !== undefined) void send(file);
        }}
      />
      <ProblemAlert problem={slip.problem} />
    </>
  );
}

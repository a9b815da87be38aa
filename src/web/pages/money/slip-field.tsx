import { useState } from 'react';
import UploadOutlined from '@ant-design/icons/es/icons/UploadOutlined';
import { useTranslation } from 'react-i18next';
import type { UploadedSlip } from './use-send-slip.ts';
import { FileButton } from '../../components/file-button.tsx';
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
  const [name, setName] = useState<string>();
  const send = async ([file]: readonly File[]) => {
    const kept = file && (await slip.send(file));
    if (kept === undefined) return;
    setName(kept.fileName);
    onChange?.(kept.recordId);
  };
  return (
    <>
      <FileButton
        id={id}
        label={t(value === undefined ? 'deposit.upload' : 'deposit.uploadAgain')}
        icon={<UploadOutlined aria-hidden />}
        isSending={slip.isSending}
        input={{
          ...{ className: 'cc-slip-input', accept: 'image/*,.pdf', multiple: false },
          label: t('deposit.upload'),
        }}
        onFiles={send}
      />{' '}
      {name !== undefined && <span className="cc-soft">{name}</span>}
      <ProblemAlert problem={slip.problem} />
    </>
  );
}

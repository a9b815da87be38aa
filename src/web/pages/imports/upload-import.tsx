import { useRef, useState, type DragEvent } from 'react';
import UploadOutlined from '@ant-design/icons/es/icons/UploadOutlined';
import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useQueryClient } from '@tanstack/react-query';
import {
  IMPORT_FILE_BYTES_MAX,
  listImportsEndpoint,
  receiveImportEndpoint,
} from '../../../modules/imports/contract.ts';
import type { ImportTargetId } from '../../../modules/imports/import-fields.ts';
import { endpointKey } from '../../api/use-query-endpoint.ts';
import { useUpload } from '../../api/use-upload.ts';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { fileSize } from './file-size.ts';
import { ProgressBar } from './progress-bar.tsx';

/** Takes a file by choosing or dropping, sends it, and opens the page of its import. */
export function UploadImport({ target }: { target: ImportTargetId }) {
  const { t } = useTranslation('imports');
  const navigate = useNavigate();
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const upload = useUpload(receiveImportEndpoint);
  const [file, setFile] = useState<File>();
  const [isOver, setOver] = useState(false);
  const send = async (chosen: File) => {
    setFile(chosen);
    const run = await upload.send({ query: { target } }, chosen);
    if (run === undefined) return;
    await client.invalidateQueries({ queryKey: endpointKey(listImportsEndpoint) });
    await navigate(`/imports/${run.id}`);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [dropped] = event.dataTransfer.files;
    if (dropped !== undefined && !upload.isSending) void send(dropped);
  };
  return (
    <section
      className="cc-drop"
      data-over={isOver}
      aria-label={t('upload.title')}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        ref={input}
        type="file"
        hidden
        accept=".xlsx,.csv,.txt,.tsv"
        aria-label={t('upload.file')}
        onChange={(event) => {
          const [chosen] = event.target.files ?? [];
          if (chosen !== undefined) void send(chosen);
          event.target.value = '';
        }}
      />
      {upload.isSending && file !== undefined ? (
        <>
          <ProgressBar
            label={t('upload.sending')}
            fraction={upload.share}
            detail={`${file.name} · ${fileSize(file.size)}`}
          />
          <Button onClick={upload.cancel}>{t('upload.cancel')}</Button>
        </>
      ) : (
        <>
          <Button type="primary" icon={<UploadOutlined aria-hidden />} onClick={() => input.current?.click()}>
            {t('upload.choose')}
          </Button>
          <p className="cc-soft">{t(`upload.hintOf.${target}`, { size: fileSize(IMPORT_FILE_BYTES_MAX) })}</p>
        </>
      )}
      {file !== undefined && !upload.isSending && (
        <ProblemAlert problem={upload.problem} onRetry={() => void send(file)} />
      )}
    </section>
  );
}

import { useRef, useState } from 'react';
import CameraOutlined from '@ant-design/icons/es/icons/CameraOutlined';
import UploadOutlined from '@ant-design/icons/es/icons/UploadOutlined';
import Button from 'antd/es/button';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { readCaseDisposalEndpoint } from '../../../modules/dispositions/case-disposal.contract.ts';
import {
  shareItemFileEndpoint,
  uploadItemFileEndpoint,
} from '../../../modules/seized-items/item-files.contract.ts';
import { readItemEndpoint } from '../../../modules/seized-items/items.contract.ts';
import { useCommand } from '../../api/use-command.ts';
import { useUpload } from '../../api/use-upload.ts';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import type { DisposalItem } from './joint-choice.ts';
import '../seized-items/seized-items.css';

interface Props {
  readonly items: readonly DisposalItem[];
}

export interface ScanProps {
  /** Of one case. */
  readonly items: readonly { readonly id: string }[];
}

/** Each file is sent once and kept for every one of the items; answers the names of those that were. */
function useSharedUpload(items: ScanProps['items'], purpose: 'photo' | 'attachment') {
  const client = useQueryClient();
  const [keptNames, setKeptNames] = useState<readonly string[]>([]);
  const upload = useUpload(uploadItemFileEndpoint);
  const share = useCommand(shareItemFileEndpoint);
  const send = async (files: readonly File[]) => {
    const [first, ...others] = items;
    if (first === undefined) return;
    for (const file of files) {
      const kept = await upload.send({ params: { itemId: first.id }, query: { purpose } }, file);
      if (kept === undefined) return;
      const params = { itemId: first.id, fileId: kept.id };
      const body = { itemIds: others.map(({ id }) => id) };
      if (others.length > 0 && (await share.send({ params, body })) === undefined) return;
      setKeptNames((names) => [...names, kept.fileName]);
    }
    await client.invalidateQueries({ queryKey: [readCaseDisposalEndpoint.name] });
    await client.invalidateQueries({ queryKey: [readItemEndpoint.name] });
  };
  return {
    send,
    keptNames,
    isSending: upload.isSending || share.isSending,
    problem: upload.problem ?? share.problem,
  };
}

/** Takes pictures on which all the items are. */
export function JointPhoto({ items }: Props) {
  const { t } = useTranslation('dispositions');
  const input = useRef<HTMLInputElement>(null);
  const { send, keptNames, isSending, problem } = useSharedUpload(items, 'photo');
  const missing = items.filter(({ hasPhotoToday }) => !hasPhotoToday).length;
  return (
    <>
      <span role="status">
        {missing > 0
          ? t('joint.photoMissing', { count: missing })
          : t('joint.photoThere', { count: items.length })}
        {keptNames.length > 0 && ` ${t('joint.photoKept', { count: keptNames.length })}`}
      </span>
      <Button
        size="large"
        icon={<CameraOutlined aria-hidden />}
        loading={isSending}
        onClick={() => input.current?.click()}
      >
        {t('joint.photo', { count: items.length })}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        className="cc-photo-input"
        multiple
        accept="image/*"
        capture="environment"
        aria-label={t('joint.photo', { count: items.length })}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          void send(files);
        }}
      />
      <ProblemAlert problem={problem} />
    </>
  );
}

/** Takes the scan of one paper that speaks of all the items: a picture or a PDF. */
export function JointScan({ items }: ScanProps) {
  const { t } = useTranslation('dispositions');
  const input = useRef<HTMLInputElement>(null);
  const { send, keptNames, isSending, problem } = useSharedUpload(items, 'attachment');
  return (
    <div className="cc-disposition-photo">
      <span role="status">
        {keptNames.length === 0
          ? t('joint.scanNone')
          : t('joint.scanKept', { count: keptNames.length, names: keptNames.join(t('separator')) })}
      </span>
      <Button
        size="large"
        icon={<UploadOutlined aria-hidden />}
        loading={isSending}
        onClick={() => input.current?.click()}
      >
        {t('joint.scanOf', { count: items.length })}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        className="cc-photo-input cc-scan-input"
        multiple
        accept="image/*,.pdf,.ofd"
        aria-label={t('joint.scanOf', { count: items.length })}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          void send(files);
        }}
      />
      <ProblemAlert problem={problem} />
    </div>
  );
}

import { useRef, useState } from 'react';
import Alert from 'antd/es/alert';
import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import type { ResponseOf } from '../../../../platform/endpoint.ts';
import {
  importAssetClassesEndpoint,
  listAssetClassesEndpoint,
} from '../../../../modules/fixed-assets/asset-classes.contract.ts';
import { endpointKey } from '../../../api/use-query-endpoint.ts';
import { useUpload } from '../../../api/use-upload.ts';
import { Details } from '../../../components/details.tsx';
import { PageHeader } from '../../../components/page-header.tsx';
import { ProblemAlert } from '../../../components/problem-alert.tsx';
import { announce } from '../../../layout/announcer.tsx';
import { ClassProblems } from './class-problems.tsx';
import '../../../components/plain-rows.css';
import './asset-classes.css';

type Verdict = ResponseOf<typeof importAssetClassesEndpoint>;

const USUAL_EDITION = 'GB/T 14885-2022';

function Counts({ verdict }: { verdict: Verdict }) {
  const { t } = useTranslation('asset-classes');
  const counts = ['rowCount', 'addedCount', 'changedCount', 'unchangedCount'] as const;
  return (
    <Details
      items={counts.map((name) => ({
        label: t(`import.${name}`),
        value: t('import.rows', { count: verdict[name] }),
      }))}
    />
  );
}

function FileField({ file, onChosen }: { file: File | undefined; onChosen: (file: File) => void }) {
  const { t } = useTranslation('asset-classes');
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="cc-class-file">
      <input
        ref={input}
        type="file"
        hidden
        accept=".xlsx,.csv,.txt"
        aria-label={t('import.file')}
        onChange={(event) => {
          const [chosen] = event.target.files ?? [];
          if (chosen !== undefined) onChosen(chosen);
          event.target.value = '';
        }}
      />
      <Button onClick={() => input.current?.click()}>{t('import.choose')}</Button>
      <span className="cc-soft">{file?.name ?? t('import.noFile')}</span>
    </div>
  );
}

/** 导入官方分类表: checked first with every problem listed, taken whole or not at all. */
export function Component() {
  const { t } = useTranslation('asset-classes');
  const client = useQueryClient();
  const upload = useUpload(importAssetClassesEndpoint);
  const [edition, setEdition] = useState(USUAL_EDITION);
  const [file, setFile] = useState<File>();
  const [verdict, setVerdict] = useState<Verdict>();
  const request = { query: { edition: edition.trim() } };
  const isDone = verdict?.written === true;
  const hasChanges = verdict !== undefined && verdict.addedCount + verdict.changedCount > 0;
  const isGood = verdict?.problems.length === 0;
  const startAnew = () => {
    setVerdict(undefined);
    upload.clearProblem();
  };
  const send = async (act: typeof upload.send) => {
    if (file === undefined) return;
    const answer = await act(request, file);
    if (answer === undefined) return;
    setVerdict(answer);
    announce(t(answer.written ? 'import.done' : 'import.checked'));
    if (answer.written) await client.invalidateQueries({ queryKey: endpointKey(listAssetClassesEndpoint) });
  };
  return (
    <>
      <PageHeader
        title={t('import.title')}
        sentence={t('import.sentence')}
        back={{ to: '/asset-classes', label: t('title') }}
      />
      <div className="cc-class-import">
        <FileField
          file={file}
          onChosen={(chosen) => {
            setFile(chosen);
            startAnew();
          }}
        />
        <label>
          {t('import.edition')}
          <Input
            value={edition}
            maxLength={60}
            onChange={(event) => {
              setEdition(event.target.value);
              startAnew();
            }}
          />
        </label>
        <ProblemAlert problem={upload.problem} />
        {verdict !== undefined && <Counts verdict={verdict} />}
        {isDone && <Alert type="success" showIcon role="status" title={t('import.done')} />}
        {!isDone && isGood && (
          <Alert
            type="info"
            showIcon
            role="status"
            title={t(hasChanges ? 'import.good' : 'import.nothing')}
          />
        )}
        <div className="cc-class-file">
          <Button
            type={isGood ? 'default' : 'primary'}
            disabled={file === undefined || edition.trim() === '' || isDone}
            loading={upload.isSending && verdict === undefined}
            onClick={() => void send(upload.tryOut)}
          >
            {t('import.check')}
          </Button>
          {isGood && hasChanges && !isDone && (
            <Button type="primary" loading={upload.isSending} onClick={() => void send(upload.send)}>
              {t('import.submit')}
            </Button>
          )}
        </div>
      </div>
      {verdict !== undefined && verdict.problems.length > 0 && <ClassProblems problems={verdict.problems} />}
    </>
  );
}

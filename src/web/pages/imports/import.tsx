import { useEffect, useRef } from 'react';
import DownloadOutlined from '@ant-design/icons/es/icons/DownloadOutlined';
import Alert from 'antd/es/alert';
import Button from 'antd/es/button';
import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import { useParams } from 'react-router';
import type { ImportRunAnswer } from '../../../modules/imports/answers.contract.ts';
import {
  cancelImportEndpoint,
  downloadRefusedRowsEndpoint,
  findImportEndpoint,
  listImportProblemsEndpoint,
  listImportsEndpoint,
} from '../../../modules/imports/contract.ts';
import { IMPORT_STATES, isBusy } from '../../../modules/imports/rules.ts';
import { downloadFile } from '../../api/download-file.ts';
import { useCommand } from '../../api/use-command.ts';
import { endpointKey, useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { PageHeader } from '../../components/page-header.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { useLanguage, usePickSentence } from '../../i18n/use-language.ts';
import { announce } from '../../layout/announcer.tsx';
import { FinishedImport } from './finished-import.tsx';
import { ImportEditor } from './import-editor.tsx';
import { ImportFacts } from './import-facts.tsx';
import { ImportStateTag } from './import-state-tag.tsx';
import { RunningImport } from './running-import.tsx';
import '../../components/plain-rows.css';
import './imports.css';

const POLL_MS = 700;

/** What the page has read of an earlier version is stale when a step ends; the end is said aloud. */
function useStepEnds(run: ImportRunAnswer | undefined): void {
  const client = useQueryClient();
  const pick = usePickSentence();
  const before = useRef<{ version: number; state: ImportRunAnswer['state'] }>(undefined);
  useEffect(() => {
    if (run === undefined) return;
    const { version, state } = run;
    const last = before.current;
    before.current = { version, state };
    if (last === undefined || last.version === version) return;
    void client.invalidateQueries({ queryKey: endpointKey(listImportProblemsEndpoint) });
    void client.invalidateQueries({ queryKey: endpointKey(listImportsEndpoint) });
    if (isBusy(last.state) && !isBusy(state)) announce(pick(IMPORT_STATES[state]));
  }, [run, client, pick]);
}

function HeadButtons({ run }: { run: ImportRunAnswer }) {
  const { t } = useTranslation('imports');
  const language = useLanguage();
  const cancel = useCommand(cancelImportEndpoint, { invalidates: [findImportEndpoint] });
  const params = { importId: run.id };
  return (
    <>
      {run.availableActions.includes('downloadRefused') && (
        <Button
          icon={<DownloadOutlined aria-hidden />}
          onClick={() => downloadFile(downloadRefusedRowsEndpoint, { params, query: { language } })}
        >
          {t('refusedRows')}
        </Button>
      )}
      {!isBusy(run.state) && run.availableActions.includes('cancel') && (
        <Button loading={cancel.isSending} onClick={() => void cancel.send({ params })}>
          {t('cancel')}
        </Button>
      )}
    </>
  );
}

function ImportBody({ run }: { run: ImportRunAnswer }) {
  const { t } = useTranslation('imports');
  const pick = usePickSentence();
  const { state, result, refusal } = run;
  if (isBusy(state)) return <RunningImport run={run} />;
  if (state === 'done' && result !== null) return <FinishedImport run={run} result={result} />;
  return (
    <>
      {refusal !== null && (
        <Alert type="error" showIcon role="alert" title={pick(refusal)} description={t('nothingWritten')} />
      )}
      {refusal === null && (state === 'cancelled' || state === 'interrupted') && (
        <Alert type="warning" showIcon title={t(`ended.${state}`)} description={t('nothingWritten')} />
      )}
      <ImportEditor key={run.version} run={run} />
    </>
  );
}

/** One import: its file, what is chosen, what the check found, progress, and the reconciliation. */
export function Component() {
  const { t } = useTranslation('imports');
  const { importId = '' } = useParams();
  const { data, error, refetch } = useQueryEndpoint(
    findImportEndpoint,
    { params: { importId } },
    { refetchInterval: (run) => (run !== undefined && isBusy(run.state) ? POLL_MS : false) },
  );
  useStepEnds(data);
  const back = { to: '/imports', label: t('title') };
  if (data === undefined)
    return (
      <>
        <PageHeader title={t('one')} back={back} />
        <ProblemAlert problem={error} onRetry={() => void refetch()} />
        {error === null && <Skeleton active title={false} paragraph={{ rows: 8 }} />}
      </>
    );
  return (
    <div className="cc-import">
      <PageHeader
        title={data.fileName}
        beside={<ImportStateTag state={data.state} />}
        back={back}
        actions={<HeadButtons run={data} />}
      />
      <ImportFacts run={data} />
      <ImportBody run={data} />
    </div>
  );
}

import { useState } from 'react';
import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import { callEndpoint } from '../../../api/call-endpoint.ts';
import { useCommand } from '../../../api/use-command.ts';
import { confirmPrintJobUpToEndpoint } from '../../../../modules/labels/print-job-steps.contract.ts';
import {
  listPrintJobLabelsEndpoint,
  type PrintJobAnswer,
} from '../../../../modules/labels/print-jobs.contract.ts';
import { ItemCode } from '../../../components/item-code.tsx';
import { ProblemAlert } from '../../../components/problem-alert.tsx';
import { announce } from '../../../layout/announcer.tsx';
import { ScanEntry } from '../../../scan/scan-entry.tsx';
import { signalScan } from '../../../scan/scan-feedback.ts';
import { STALE_JOBS } from './stale-jobs.ts';

interface Found {
  readonly position: number;
  readonly code: string | null;
  readonly name: string;
}

/** Finds a label of the job by its code, or by its number in the job. */
function useFindLabel(job: PrintJobAnswer) {
  const { t } = useTranslation('printing');
  const [found, setFound] = useState<Found>();
  const [problem, setProblem] = useState<Error | null>(null);
  const [missing, setMissing] = useState<string>();
  const keep = (next: Found | undefined, text: string) => {
    signalScan(next === undefined ? 'unknown' : 'right');
    setProblem(null);
    setFound(next);
    setMissing(next === undefined ? text : undefined);
    announce(
      next === undefined ? t('last.notInJob', { text }) : t('last.found', { position: next.position }),
    );
  };
  const find = async (typed: string) => {
    const text = typed.trim();
    if (text === '') return;
    if (/^\d{1,5}$/.test(text)) {
      const position = Number(text);
      keep(position <= job.labelCount ? { position, code: null, name: '' } : undefined, text);
      return;
    }
    try {
      const query = { code: text, limit: '1' };
      const { items } = await callEndpoint(listPrintJobLabelsEndpoint, { params: { jobId: job.id }, query });
      const label = items[0];
      keep(label && { position: label.position, code: label.code, name: label.fields['name'] ?? '' }, text);
    } catch (error) {
      setProblem(error instanceof Error ? error : new Error(String(error)));
    }
  };
  return { found, missing, problem, find, setFound };
}

/** What will be recorded, before it is sent. */
function Verdict({ found, labelCount }: { found: Found; labelCount: number }) {
  const { t } = useTranslation('printing');
  return (
    <p className="cc-last-label-verdict">
      {found.position > 0 && (
        <strong>
          {t('last.position', { position: found.position })} {found.name}{' '}
          {found.code !== null && <ItemCode code={found.code} withCopy={false} />}
        </strong>
      )}{' '}
      {found.position === 0
        ? t('last.noneEffect', { count: labelCount })
        : t('last.effect', { position: found.position, rest: labelCount - found.position })}
    </p>
  );
}

/** 扫最后一张: up to it everything came out, after it nothing did. */
export function LastLabel({ job }: { job: PrintJobAnswer }) {
  const { t } = useTranslation('printing');
  const { found, missing, problem, find, setFound } = useFindLabel(job);
  const command = useCommand(confirmPrintJobUpToEndpoint, { invalidates: STALE_JOBS });
  const enter = (typed: string) => {
    command.clearProblem();
    void find(typed);
  };
  const confirm = async () => {
    if (found === undefined) return;
    const last = { position: found.position };
    const answer = await command.send({ params: { jobId: job.id }, body: { last } });
    if (answer === undefined) return;
    announce(t('last.done'));
    setFound(undefined);
  };
  return (
    <section className="cc-section cc-last-label" aria-labelledby="last-label">
      <h2 id="last-label">{t('last.title')}</h2>
      <p className="cc-soft">{t('last.hint')}</p>
      <ScanEntry onScan={enter} verb={t('last.find')} asksFor={t('last.field')} isCameraOffAtFirst />
      <Button onClick={() => setFound({ position: 0, code: null, name: '' })}>{t('last.none')}</Button>
      {missing !== undefined && <p role="alert">{t('last.notInJob', { text: missing })}</p>}
      {found !== undefined && (
        <>
          <Verdict found={found} labelCount={job.labelCount} />
          <Button type="primary" loading={command.isSending} onClick={() => void confirm()}>
            {t('last.submit')}
          </Button>
        </>
      )}
      <ProblemAlert problem={command.problem ?? problem} />
    </section>
  );
}

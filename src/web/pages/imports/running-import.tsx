import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import type { ImportRunAnswer } from '../../../modules/imports/answers.contract.ts';
import { cancelImportEndpoint, findImportEndpoint } from '../../../modules/imports/contract.ts';
import { useConnectionState } from '../../api/connection-state.ts';
import { useCommand } from '../../api/use-command.ts';
import { formatCount } from '../../components/amount.ts';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { ProgressBar } from './progress-bar.tsx';

const STEPS = ['uploaded', 'reading', 'checking', 'importing'] as const;

/** What the server is at; it goes on whether or not a page looks. */
export function RunningImport({ run }: { run: ImportRunAnswer }) {
  const { t } = useTranslation('imports');
  const isLost = useConnectionState() === 'lost';
  const cancel = useCommand(cancelImportEndpoint, { invalidates: [findImportEndpoint] });
  const { progress, state } = run;
  const step = STEPS.findIndex((each) => each === state);
  const rows =
    progress === null
      ? undefined
      : progress.total === null
        ? t('running.rows', { done: formatCount(progress.done) })
        : t('running.rowsOf', { done: formatCount(progress.done), total: formatCount(progress.total) });
  return (
    <section className="cc-running" aria-label={t('running.title')}>
      <ol className="cc-steps">
        {STEPS.map((each, index) => (
          <li
            key={each}
            data-done={index < step}
            {...(index === step ? { 'aria-current': 'step' as const } : {})}
          >
            {t(`step.${each}`)}
          </li>
        ))}
      </ol>
      <ProgressBar
        label={t(progress === null ? 'phase.starting' : `phase.${progress.phase}`)}
        fraction={progress?.fraction}
        {...(rows === undefined ? {} : { detail: rows })}
      />
      <p className={isLost ? 'cc-running-lost' : 'cc-soft'}>{t(isLost ? 'running.lost' : 'running.hint')}</p>
      <ProblemAlert problem={cancel.problem} />
      <Button
        loading={cancel.isSending}
        disabled={!run.availableActions.includes('cancel')}
        onClick={() => void cancel.send({ params: { importId: run.id } })}
      >
        {t('cancel')}
      </Button>
    </section>
  );
}

import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import type { PrintJobAction } from '../../../../modules/labels/print-job.rules.ts';
import {
  confirmPrintJobEndpoint,
  resumePrintJobEndpoint,
  sendPrintJobEndpoint,
} from '../../../../modules/labels/print-job-steps.contract.ts';
import {
  downloadPrintJobEndpoint,
  type PrintJobAnswer,
} from '../../../../modules/labels/print-jobs.contract.ts';
import { downloadAddress } from '../../../api/download-file.ts';
import { useCommand, type Command } from '../../../api/use-command.ts';
import { ProblemAlert } from '../../../components/problem-alert.tsx';
import { announce } from '../../../layout/announcer.tsx';
import { STALE_JOBS } from './stale-jobs.ts';

type Step = 'send' | 'resume' | 'confirm';
type StepEndpoint = typeof sendPrintJobEndpoint;

function useSteps(): Record<Step, Command<StepEndpoint>> {
  const options = { invalidates: STALE_JOBS };
  return {
    send: useCommand(sendPrintJobEndpoint, options),
    resume: useCommand(resumePrintJobEndpoint, options),
    confirm: useCommand(confirmPrintJobEndpoint, options),
  };
}

function isStep(action: PrintJobAction): action is Step {
  return action === 'send' || action === 'resume' || action === 'confirm';
}

/** What may be done with the job, the likeliest one filled. */
export function JobActions({
  job,
  onOpen,
}: {
  readonly job: PrintJobAnswer;
  readonly onOpen: (name: 'cancel' | 'reprint') => void;
}) {
  const { t } = useTranslation('printing');
  const steps = useSteps();
  const problem = steps.send.problem ?? steps.resume.problem ?? steps.confirm.problem;
  const isSending = steps.send.isSending || steps.resume.isSending || steps.confirm.isSending;
  const take = async (step: Step) => {
    const answer = await steps[step].send({ params: { jobId: job.id }, body: {} });
    if (answer !== undefined) announce(t(`action.${step}Done`));
  };
  const buttonOf = (action: PrintJobAction, index: number) => {
    const look = { key: action, type: index === 0 ? ('primary' as const) : ('default' as const) };
    if (action === 'confirmUpTo') return null;
    if (action === 'download')
      return (
        <Button
          {...look}
          href={downloadAddress(downloadPrintJobEndpoint, { params: { jobId: job.id } })}
          download
        >
          {t('action.download')}
        </Button>
      );
    return (
      <Button
        {...look}
        disabled={isSending}
        onClick={() => (isStep(action) ? void take(action) : onOpen(action))}
      >
        {t(`action.${action}`)}
      </Button>
    );
  };
  return (
    <>
      {job.availableActions.map(buttonOf)}
      <ProblemAlert problem={problem} />
    </>
  );
}

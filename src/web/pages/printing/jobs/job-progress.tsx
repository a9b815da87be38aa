import Alert from 'antd/es/alert';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import {
  JOB_LABEL_STATES,
  isAtWork,
  type JobLabelState,
} from '../../../../modules/labels/print-job.rules.ts';
import type { PrintJobAnswer } from '../../../../modules/labels/print-jobs.contract.ts';
import { formatCount } from '../../../components/amount.ts';
import { usePickSentence } from '../../../i18n/use-language.ts';
import { handedOverCount, knowledgeOf } from './job-knowledge.ts';

const SHOWN: readonly JobLabelState[] = ['printed', 'sent', 'in_doubt', 'waiting', 'failed', 'cancelled'];

/** How many labels stand how; each leads to those labels below. */
function Counts({ job }: { job: PrintJobAnswer }) {
  const pick = usePickSentence();
  return (
    <ul className="cc-job-counts">
      {SHOWN.filter((state) => job.counts[state] > 0).map((state) => (
        <li key={state} data-state={state}>
          <Link to={`?state=${state}`} replace preventScrollReset>
            <strong>{formatCount(job.counts[state])}</strong> {pick(JOB_LABEL_STATES[state])}
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** How far it came and what is known, in one sentence that claims nothing which the printer has not told. */
export function JobProgress({ job }: { job: PrintJobAnswer }) {
  const { t } = useTranslation('printing');
  const pick = usePickSentence();
  const knowledge = knowledgeOf(job);
  const { counts, labelCount } = job;
  const handedOver = handedOverCount(job);
  const values = {
    printer: job.printer?.name ?? '',
    handedOver,
    all: labelCount,
    printed: counts.printed,
    unclear: counts.sent + counts.in_doubt,
    waiting: counts.waiting,
  };
  const atWork = isAtWork(job.state);
  return (
    <section className="cc-job-progress" aria-label={t('job.progress')}>
      <div className="cc-job-bar" aria-hidden>
        {SHOWN.map((state) => (
          <span key={state} data-state={state} style={{ flexGrow: counts[state] }} />
        ))}
      </div>
      <Counts job={job} />
      {atWork && (
        <progress className="cc-hidden" max={labelCount} value={handedOver} aria-label={t('job.progress')} />
      )}
      <Alert
        type={
          knowledge === 'inDoubt'
            ? 'error'
            : knowledge === 'confirmed'
              ? 'success'
              : knowledge === 'sent' || knowledge === 'cancelledInDoubt'
                ? 'warning'
                : 'info'
        }
        showIcon
        role="status"
        title={t(`known.${knowledge}`, values)}
        description={
          <>
            {job.failure !== null && <p>{pick(job.failure)}</p>}
            <p>{t(`next.${knowledge}`, values)}</p>
          </>
        }
      />
    </section>
  );
}

import {
  JOB_LABEL_STATES,
  PRINT_JOB_STATES,
  type JobLabelState,
  type PrintJobState,
} from '../../../modules/labels/print-job.rules.ts';
import { StatusTag, type StatusTone } from '../../components/status-tag.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';

const JOB_TONES: Record<PrintJobState, StatusTone> = {
  ready: 'soon',
  queued: 'open',
  sending: 'open',
  sent: 'soon',
  interrupted: 'alarm',
  cancelled: 'closed',
  confirmed: 'settled',
};

const LABEL_TONES: Record<JobLabelState, StatusTone> = {
  waiting: 'calm',
  sent: 'open',
  in_doubt: 'soon',
  printed: 'settled',
  failed: 'alarm',
  cancelled: 'closed',
};

export function PrintJobStateTag({ state }: { state: PrintJobState }) {
  const pick = usePickSentence();
  return <StatusTag tone={JOB_TONES[state]}>{pick(PRINT_JOB_STATES[state])}</StatusTag>;
}

export function JobLabelStateTag({ state }: { state: JobLabelState }) {
  const pick = usePickSentence();
  return <StatusTag tone={LABEL_TONES[state]}>{pick(JOB_LABEL_STATES[state])}</StatusTag>;
}

import { REQUEST_STATES, type RequestState } from '../../../modules/approvals/approval-states.ts';
import { StatusTag, type StatusTone } from '../../components/status-tag.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';

const TONES: Record<RequestState, StatusTone> = {
  pending: 'open',
  returned: 'soon',
  approved: 'settled',
  used: 'calm',
  rejected: 'alarm',
  withdrawn: 'closed',
  expired: 'closed',
};

export function ApprovalState({ state }: { state: RequestState }) {
  const pick = usePickSentence();
  return <StatusTag tone={TONES[state]}>{pick(REQUEST_STATES[state])}</StatusTag>;
}

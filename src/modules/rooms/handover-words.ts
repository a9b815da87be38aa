/** What papers of a handover call results, outcomes and those who sign. In Chinese, as papers are. */
import type { SigningRole } from './handover.rules.ts';

export const LINE_RESULT_WORDS = {
  pending: '未核对',
  found: '相符',
  explained: '未见',
  surplus: '清单外',
} as const;

export const MATTER_OUTCOME_WORDS = {
  taken_over: '由接收人接管',
  stays_with_outgoing: '由移交人负责',
} as const;

export const SIGNER_WORDS: Readonly<Record<SigningRole, string>> = {
  outgoing: '移交人',
  incoming: '接收人',
  supervisor: '监交人',
  leader: '开库领导',
};

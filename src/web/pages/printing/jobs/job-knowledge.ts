/** What is known about a job and what is not, as the key of a sentence. Pure. */
import { isAtWork } from '../../../../modules/labels/print-job.rules.ts';
import type { PrintJobAnswer } from '../../../../modules/labels/print-jobs.contract.ts';

type Facts = Pick<PrintJobAnswer, 'state' | 'counts' | 'printer' | 'availableActions'>;

export type JobKnowledge =
  | 'readyFile'
  | 'readyPrinter'
  | 'queued'
  | 'sending'
  | 'sent'
  | 'inDoubt'
  | 'toResume'
  | 'cancelled'
  | 'cancelledInDoubt'
  | 'confirmed';

/**
 * A printer on port 9100 confirms nothing, so whatever was handed over and nobody has looked at is said to be unknown.
 */
export function knowledgeOf({ state, counts, printer, availableActions }: Facts): JobKnowledge {
  const unclear = counts.sent + counts.in_doubt;
  if (state === 'ready')
    return printer !== null && availableActions.includes('send') ? 'readyPrinter' : 'readyFile';
  if (isAtWork(state)) return state === 'queued' ? 'queued' : 'sending';
  if (state === 'sent') return 'sent';
  if (state === 'interrupted') return unclear > 0 ? 'inDoubt' : 'toResume';
  if (state === 'cancelled') return unclear > 0 ? 'cancelledInDoubt' : 'cancelled';
  return 'confirmed';
}

/** Labels of which the computer has done its part, of all. */
export function handedOverCount({ counts }: Pick<PrintJobAnswer, 'counts'>): number {
  return counts.sent + counts.in_doubt + counts.printed;
}

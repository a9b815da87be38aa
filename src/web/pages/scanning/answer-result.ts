/** What an answer sounds like. Pure. */
import type { ScanAnswer, ScannedLabel } from '../../../modules/item-codes/scan.contract.ts';
import type { ScanResult } from '../../scan/scan-feedback.ts';

const RESULTS: Record<ScanAnswer['outcome'], ScanResult> = {
  thing: 'right',
  several: 'duplicate',
  blank_label: 'unknown',
  void: 'wrong',
  not_yours: 'wrong',
  other_court: 'wrong',
  misread: 'wrong',
  never_issued: 'unknown',
  product_code: 'unknown',
  nothing: 'unknown',
};

const PLAIN_LABELS: ReadonlySet<ScannedLabel['state']> = new Set(['current', 'not_in_scan']);

/** A thing with something to say about its label sounds different from one without. */
export function resultOfAnswer(answer: ScanAnswer): ScanResult {
  if (answer.outcome === 'thing' && answer.doubt !== null) return answer.doubt.stops ? 'wrong' : 'duplicate';
  if (answer.outcome === 'thing' && (answer.gaveWay !== null || !PLAIN_LABELS.has(answer.label.state)))
    return 'duplicate';
  return RESULTS[answer.outcome];
}

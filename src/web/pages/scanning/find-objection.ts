import { resolveScan } from '../../../modules/item-codes/scan.contract.ts';
import { callEndpoint } from '../../api/call-endpoint.ts';
import type { TwoSentences } from '../../i18n/use-language.ts';
import { putOnRecord } from './put-on-record.ts';

/**
 * What speaks against the label itself: an old one, or one that cannot be here, may hang on another thing. Without the
 * network it is asked when the thing is moved.
 */
export async function findObjection(text: string, itemId: string): Promise<TwoSentences | null> {
  const answer = await callEndpoint(resolveScan, { query: { text } }).catch(() => null);
  if (answer?.outcome !== 'thing' || answer.id !== itemId) return null;
  if (answer.doubt !== null) putOnRecord(answer);
  const { scannedVersion, currentVersion } = answer.label;
  const isOld = scannedVersion !== null && currentVersion !== null && scannedVersion !== currentVersion;
  return answer.doubt?.stops === true || isOld ? { zh: answer.zh, en: answer.en } : null;
}

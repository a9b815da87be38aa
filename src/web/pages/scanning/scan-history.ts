/** The scans of this session, the last first; kept in the tab. Pure but for the store. */
import { z } from 'zod';
import type { ScanAnswer } from '../../../modules/item-codes/scan.contract.ts';
import { readStoredInTab, storeInTab } from '../../scan/stored-in-tab.ts';
import { resultOfAnswer } from './answer-result.ts';

const HISTORY_MAX = 50;
const STORE = 'scan-history';

const pastScan = z.object({
  key: z.int(),
  text: z.string(),
  result: z.enum(['right', 'wrong', 'unknown', 'duplicate']),
  /** The thing's name; null when no single thing was meant. */
  title: z.string().nullable(),
  code: z.string().nullable(),
  zh: z.string(),
  en: z.string(),
});
export type PastScan = z.output<typeof pastScan>;

export function addToHistory(
  history: readonly PastScan[],
  text: string,
  answer: ScanAnswer,
): readonly PastScan[] {
  const past: PastScan = {
    key: (history[0]?.key ?? 0) + 1,
    text,
    result: resultOfAnswer(answer),
    title: answer.outcome === 'thing' ? answer.title : null,
    code: 'code' in answer ? answer.code : null,
    zh: answer.zh,
    en: answer.en,
  };
  return [past, ...history].slice(0, HISTORY_MAX);
}

export function readHistory(personId: string): readonly PastScan[] {
  return readStoredInTab(`${STORE}.${personId}`, z.array(pastScan), []);
}

export function keepHistory(personId: string, history: readonly PastScan[]): void {
  storeInTab(`${STORE}.${personId}`, history);
}

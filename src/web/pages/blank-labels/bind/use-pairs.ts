import { useEffect, useRef, useState } from 'react';
import { z } from 'zod';
import {
  itemCodeKind,
  resolveScan,
  type ScannedThing,
} from '../../../../modules/item-codes/scan.contract.ts';
import { callEndpoint } from '../../../api/call-endpoint.ts';
import { signalScan } from '../../../scan/scan-feedback.ts';
import { readStoredInTab, storeInTab } from '../../../scan/stored-in-tab.ts';
import { useScanQueue } from '../../../scan/use-scan-queue.ts';
import { changePairs, EMPTY_PAIRS, type PairAction, type PairList, type NamedThing } from './pair-list.ts';

const STORE = 'label-pairs';
const storedPairs = z.array(
  z.object({
    label: z.object({ code: z.string(), kind: itemCodeKind }),
    thing: z.object({
      kind: itemCodeKind,
      id: z.string(),
      code: z.string(),
      title: z.string(),
      subtitle: z.object({ zh: z.string(), en: z.string() }).nullable(),
      isLabelled: z.boolean(),
    }),
    reason: z.string(),
  }),
);

export interface ThingChoice {
  readonly text: string;
  readonly things: readonly ScannedThing[];
}

/** The pairs survive a reload of the page; they go with the browser's tab. */
export function usePairs() {
  const [list, setList] = useState<PairList>(() => ({
    ...EMPTY_PAIRS,
    pairs: readStoredInTab(STORE, storedPairs, []),
  }));
  const [choice, setChoice] = useState<ThingChoice>();
  const latest = useRef(list);
  useEffect(() => storeInTab(STORE, list.pairs), [list]);

  const change = (action: PairAction) => {
    latest.current = changePairs(latest.current, action);
    setList(latest.current);
    return latest.current;
  };
  const { scan, lost, isWaiting } = useScanQueue(async (text) => {
    const answer = await callEndpoint(resolveScan, { query: { text } });
    setChoice(answer.outcome === 'several' ? { text, things: answer.things } : undefined);
    if (answer.outcome !== 'several')
      signalScan(change({ kind: 'answered', answer }).last?.result ?? 'unknown');
  });
  return {
    ...list,
    ...{ scan, change, choice, lost, isWaiting },
    choose: (thing: NamedThing) => {
      setChoice(undefined);
      signalScan(change({ kind: 'chosen', thing }).last?.result ?? 'unknown');
    },
  };
}

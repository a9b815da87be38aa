import { useEffect, useReducer, useRef, useState } from 'react';
import { z } from 'zod';
import {
  itemCodeKind,
  resolveScan,
  type ScannedThing,
} from '../../../../modules/item-codes/scan.contract.ts';
import { callEndpoint } from '../../../api/call-endpoint.ts';
import type { CallError } from '../../../api/use-query-endpoint.ts';
import { cleanScan } from '../../../scan/resolve-scan.ts';
import { signalScan } from '../../../scan/scan-feedback.ts';
import { changePairs, EMPTY_PAIRS, type PairAction, type PairList, type NamedThing } from './pair-list.ts';

const STORAGE_KEY = 'court-custody.label-pairs';
const storedPairs = z.array(
  z.object({
    label: z.object({ code: z.string(), kind: itemCodeKind }),
    thing: z.object({
      kind: itemCodeKind,
      id: z.string(),
      code: z.string(),
      title: z.string(),
      subtitle: z.string().nullable(),
      isLabelled: z.boolean(),
    }),
    reason: z.string(),
  }),
);

/** The pairs survive a reload of the page; they go with the browser's tab. */
function readStored(): PairList {
  try {
    const pairs = storedPairs.safeParse(JSON.parse(sessionStorage.getItem(STORAGE_KEY) ?? '[]'));
    return pairs.success ? { ...EMPTY_PAIRS, pairs: pairs.data } : EMPTY_PAIRS;
  } catch {
    return EMPTY_PAIRS;
  }
}

export interface ThingChoice {
  readonly text: string;
  readonly things: readonly ScannedThing[];
}

/** Looks up scans in the order in which they come, also when they come faster than the answers. */
export function usePairs() {
  const [list, setList] = useReducer((_before: PairList, next: PairList) => next, undefined, readStored);
  const [waiting, setWaiting] = useState(0);
  const [lost, setLost] = useState<{ text: string; problem: CallError }>();
  const [choice, setChoice] = useState<ThingChoice>();
  const queue = useRef(Promise.resolve());
  const latest = useRef(list);
  useEffect(() => {
    sessionStorage.setItem(STORAGE_KEY, JSON.stringify(list.pairs));
  }, [list]);

  const change = (action: PairAction) => {
    latest.current = changePairs(latest.current, action);
    setList(latest.current);
    return latest.current;
  };
  const lookUp = async (text: string) => {
    try {
      const answer = await callEndpoint(resolveScan, { query: { text } });
      setLost(undefined);
      setChoice(answer.outcome === 'several' ? { text, things: answer.things } : undefined);
      if (answer.outcome !== 'several')
        signalScan(change({ kind: 'answered', answer }).last?.result ?? 'unknown');
    } catch (problem) {
      signalScan('unknown');
      setLost({ text, problem: problem as CallError });
    } finally {
      setWaiting((count) => count - 1);
    }
  };
  const scan = (raw: string) => {
    const text = cleanScan(raw);
    if (text === '') return;
    setWaiting((count) => count + 1);
    queue.current = queue.current.then(() => lookUp(text));
  };
  return {
    ...list,
    ...{ scan, change, choice, lost },
    isWaiting: waiting > 0,
    choose: (thing: NamedThing) => {
      setChoice(undefined);
      signalScan(change({ kind: 'chosen', thing }).last?.result ?? 'unknown');
    },
  };
}

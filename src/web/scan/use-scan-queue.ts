import { useRef, useState } from 'react';
import type { CallError } from '../api/use-query-endpoint.ts';
import { cleanScan } from './resolve-scan.ts';
import { signalScan } from './scan-feedback.ts';

/** Looks up scans in the order in which they come, also when they come faster than the answers. */
export function useScanQueue(lookUp: (text: string) => Promise<void>) {
  const [waiting, setWaiting] = useState(0);
  const [lost, setLost] = useState<{ text: string; problem: CallError }>();
  const queue = useRef(Promise.resolve());
  const work = async (text: string) => {
    try {
      await lookUp(text);
      setLost(undefined);
    } catch (problem) {
      signalScan('unknown');
      // why: callEndpoint rejects with ApiProblem or ConnectionLost only.
      setLost({ text, problem: problem as CallError });
    } finally {
      setWaiting((count) => count - 1);
    }
  };
  return {
    /** The scan that nobody answered. */
    lost,
    isWaiting: waiting > 0,
    scan: (raw: string) => {
      const text = cleanScan(raw);
      if (text === '') return;
      setWaiting((count) => count + 1);
      queue.current = queue.current.then(() => work(text));
    },
  };
}

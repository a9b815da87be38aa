import { useEffect, useReducer, useRef, useState } from 'react';
import { z } from 'zod';
import {
  findAssetByCode,
  type AssetCandidate,
} from '../../../../modules/fixed-assets/asset-page.contract.ts';
import { assetStatus } from '../../../../modules/fixed-assets/asset-fields.ts';
import { callEndpoint } from '../../../api/call-endpoint.ts';
import type { CallError } from '../../../api/use-query-endpoint.ts';
import { cleanScan } from '../../../scan/resolve-scan.ts';
import { signalScan } from '../../../scan/scan-feedback.ts';
import type { OfferedMove } from '../moves/move-forms.ts';
import { changeList, EMPTY_LIST, judgeScan, type ScannedList } from './scanned-list.ts';

const STORAGE_KEY = 'court-custody.scanned-list';
const storedLines = z.array(
  z.object({
    id: z.string(),
    code: z.string(),
    name: z.string(),
    status: assetStatus,
    department: z.string().nullable(),
    holder: z.string().nullable(),
    place: z.string().nullable(),
  }),
);

/** The list survives a reload of the page; it goes with the browser's tab. */
function readStored(): ScannedList {
  try {
    const lines = storedLines.safeParse(JSON.parse(sessionStorage.getItem(STORAGE_KEY) ?? '[]'));
    return lines.success ? { lines: lines.data, last: null } : EMPTY_LIST;
  } catch {
    return EMPTY_LIST;
  }
}

export interface Choice {
  readonly text: string;
  readonly candidates: readonly AssetCandidate[];
}

/** Looks up scans in the order in which they come, also when they come faster than the answers. */
export function useScannedList(move: OfferedMove) {
  const [list, change] = useReducer(changeList, undefined, readStored);
  const [waiting, setWaiting] = useState(0);
  const [lost, setLost] = useState<{ text: string; problem: CallError }>();
  const [misread, setMisread] = useState(false);
  const [choice, setChoice] = useState<Choice>();
  const queue = useRef(Promise.resolve());
  const latest = useRef({ list, move });
  useEffect(() => {
    latest.current = { list, move };
    sessionStorage.setItem(STORAGE_KEY, JSON.stringify(list.lines));
  }, [list, move]);

  const enter = (text: string, candidate: AssetCandidate) => {
    const { list: now, move: into } = latest.current;
    signalScan(judgeScan(now, candidate, into));
    const action = { kind: 'found', text, candidate, move: into } as const;
    latest.current = { list: changeList(now, action), move: into };
    change(action);
    setChoice(undefined);
  };
  const lookUp = async (text: string) => {
    try {
      const found = await callEndpoint(findAssetByCode, { params: { code: text } });
      const [only, ...others] = found.items;
      setLost(undefined);
      setMisread(found.isMisread);
      if (only === undefined) {
        signalScan('unknown');
        change({ kind: 'not-found', text });
      } else if (others.length > 0) setChoice({ text, candidates: found.items });
      else enter(text, only);
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
    ...{ scan, misread, choice, lost },
    isWaiting: waiting > 0,
    choose: (candidate: AssetCandidate) => enter(choice?.text ?? candidate.code, candidate),
    remove: (id: string) => change({ kind: 'remove', id }),
    clear: () => change({ kind: 'clear' }),
  };
}

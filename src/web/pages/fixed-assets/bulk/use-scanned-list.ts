import { useEffect, useReducer, useRef, useState } from 'react';
import { z } from 'zod';
import {
  findAssetByCode,
  type AssetCandidate,
} from '../../../../modules/fixed-assets/asset-page.contract.ts';
import { assetStatus } from '../../../../modules/fixed-assets/asset-fields.ts';
import { callEndpoint } from '../../../api/call-endpoint.ts';
import { signalScan } from '../../../scan/scan-feedback.ts';
import { readStoredInTab, storeInTab } from '../../../scan/stored-in-tab.ts';
import { useScanQueue } from '../../../scan/use-scan-queue.ts';
import type { OfferedMove } from '../moves/move-forms.ts';
import { changeList, EMPTY_LIST, judgeScan } from './scanned-list.ts';

const STORE = 'scanned-list';
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

export interface Choice {
  readonly text: string;
  readonly candidates: readonly AssetCandidate[];
}

/** The list survives a reload of the page; it goes with the browser's tab. */
export function useScannedList(move: OfferedMove) {
  const [list, change] = useReducer(changeList, undefined, () => ({
    ...EMPTY_LIST,
    lines: readStoredInTab(STORE, storedLines, []),
  }));
  const [misread, setMisread] = useState(false);
  const [choice, setChoice] = useState<Choice>();
  const latest = useRef({ list, move });
  useEffect(() => {
    latest.current = { list, move };
    storeInTab(STORE, list.lines);
  }, [list, move]);

  const enter = (text: string, candidate: AssetCandidate) => {
    const { list: now, move: into } = latest.current;
    signalScan(judgeScan(now, candidate, into));
    const action = { kind: 'found', text, candidate, move: into } as const;
    latest.current = { list: changeList(now, action), move: into };
    change(action);
    setChoice(undefined);
  };
  const { scan, lost, isWaiting } = useScanQueue(async (text) => {
    const found = await callEndpoint(findAssetByCode, { params: { code: text } });
    const [only, ...others] = found.items;
    setMisread(found.isMisread);
    if (only === undefined) {
      signalScan('unknown');
      change({ kind: 'not-found', text });
    } else if (others.length > 0) setChoice({ text, candidates: found.items });
    else enter(text, only);
  });
  return {
    ...list,
    ...{ scan, misread, choice, lost, isWaiting },
    choose: (candidate: AssetCandidate) => enter(choice?.text ?? candidate.code, candidate),
    remove: (id: string) => change({ kind: 'remove', id }),
    clear: () => change({ kind: 'clear' }),
  };
}

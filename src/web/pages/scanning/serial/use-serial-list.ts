import { useEffect, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { z } from 'zod';
import { resolveScan } from '../../../../modules/item-codes/scan.contract.ts';
import { ApiProblem } from '../../../api/api-problem.ts';
import { callEndpoint } from '../../../api/call-endpoint.ts';
import { useConnectionState } from '../../../api/connection-state.ts';
import { useSessionLost } from '../../../api/session-lost.ts';
import { cleanScan } from '../../../scan/resolve-scan.ts';
import { signalScan } from '../../../scan/scan-feedback.ts';
import { readStoredInTab, storeInTab } from '../../../scan/stored-in-tab.ts';
import { useSession } from '../../../session/use-session.ts';
import * as serial from './serial-list.ts';
import { serialTarget } from './serial-target.ts';
import type { SerialLine, SerialList, Taken } from './serial-list.ts';

const arrival = z.object({ target: serialTarget });

/** Asks about one scan. Undefined: nobody answered, it is asked again when the connection or the session is back. */
async function ask(list: () => SerialList, line: SerialLine): Promise<Taken | undefined> {
  try {
    const answer = await callEndpoint(resolveScan, { query: { text: line.text } });
    return serial.takeAnswer(list(), line.key, answer);
  } catch (problem) {
    if (!(problem instanceof ApiProblem) || problem.status === 401) return undefined;
    return { list: serial.refuseLine(list(), line.key, problem.sentences), result: 'unknown' };
  }
}

/** The list of this person and tab. Scans are asked about one by one, in their order, also over a lost connection. */
export function useSerialList() {
  const { person } = useSession();
  const store = `serial-scan.${person.id}`;
  const location = useLocation();
  const navigate = useNavigate();
  const brought: unknown = location.state;
  const [list, setList] = useState<SerialList>(() => {
    const kept = readStoredInTab(store, serial.serialList, serial.EMPTY_SERIAL);
    const arrived = arrival.safeParse(brought);
    return arrived.success ? serial.offerTarget(kept, arrived.data.target) : kept;
  });
  const latest = useRef(list);
  const isAsking = useRef(false);
  const isLost = useConnectionState() === 'lost';
  const isSessionLost = useSessionLost();
  const isPaused = isLost || isSessionLost;

  const change = (next: SerialList) => {
    latest.current = next;
    setList(next);
  };
  const take = ({ list: next, result }: Taken) => {
    signalScan(result);
    change(next);
  };
  useEffect(() => storeInTab(store, list), [store, list]);
  useEffect(() => {
    // why: the browser keeps the state of an address over a reload, which would bring the target a second time.
    if (arrival.safeParse(brought).success)
      void navigate('/scan/serial', { replace: true, state: { keepFocus: true } });
  }, [brought, navigate]);
  useEffect(() => {
    const work = async () => {
      isAsking.current = true;
      for (;;) {
        const line = serial.nextWaiting(latest.current);
        const taken = line === undefined ? undefined : await ask(() => latest.current, line);
        if (taken === undefined) break;
        signalScan(taken.result);
        latest.current = taken.list;
        setList(taken.list);
      }
      isAsking.current = false;
    };
    if (!isPaused && !isAsking.current) void work();
  }, [isPaused, list]);

  return {
    list,
    isPaused,
    scan: (raw: string) => {
      const text = cleanScan(raw);
      if (text !== '') change(serial.addScan(latest.current, text));
    },
    choose: (key: number, thing: serial.SerialLine['candidates'][number]) =>
      take(serial.chooseThing(latest.current, key, thing)),
    change: (how: (now: SerialList) => SerialList) => change(how(latest.current)),
  };
}

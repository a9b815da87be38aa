import { useRef, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import type { MovesAnswer } from '../../../../modules/fixed-assets/moves.contract.ts';
import { isDefinitiveRefusal } from '../../../api/api-problem.ts';
import { callEndpoint } from '../../../api/call-endpoint.ts';
import { newIdempotencyKey } from '../../../api/endpoint-request.ts';
import type { CallError } from '../../../api/use-query-endpoint.ts';
import { readStoredInTab, storeInTab } from '../../../scan/stored-in-tab.ts';
import { useSession } from '../../../session/use-session.ts';
import { MOVE_FORMS, type MoveValues } from '../../fixed-assets/moves/move-forms.ts';
import { moveTo, type SerialTarget } from './serial-target.ts';

const submission = z.object({ key: z.string(), content: z.string() }).nullable();

/**
 * Writes all things or none. The idempotency key is kept in the tab beside the list, so that a page that was loaded
 * anew after a lost answer does not do the work twice.
 */
export function useSerialWriting() {
  const client = useQueryClient();
  const store = `serial-submission.${useSession().person.id}`;
  const underWay = useRef(false);
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<CallError>();

  const keyFor = (content: string): string => {
    const kept = readStoredInTab(store, submission, null);
    if (kept?.content === content) return kept.key;
    const key = newIdempotencyKey();
    storeInTab(store, { key, content });
    return key;
  };
  const write = async (target: SerialTarget, values: MoveValues): Promise<MovesAnswer | undefined> => {
    if (underWay.current) return undefined;
    underWay.current = true;
    setSending(true);
    setProblem(undefined);
    const form = MOVE_FORMS[moveTo(target)];
    const body = form.toBody(values);
    const idempotencyKey = keyFor(JSON.stringify([form.declaration.name, body]));
    try {
      const answer = await callEndpoint(form.declaration, { body }, { idempotencyKey });
      storeInTab(store, null);
      await client.invalidateQueries();
      return answer;
    } catch (error) {
      // why: callEndpoint rejects with ApiProblem or ConnectionLost only.
      const refused = error as CallError;
      if (isDefinitiveRefusal(refused)) storeInTab(store, null);
      setProblem(refused);
      return undefined;
    } finally {
      underWay.current = false;
      setSending(false);
    }
  };
  return { write, isSending, problem, clearProblem: () => setProblem(undefined) };
}

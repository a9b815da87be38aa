import { useQuery } from '@tanstack/react-query';
import type { MovesAnswer } from '../../../../modules/fixed-assets/moves.contract.ts';
import { callEndpoint } from '../../../api/call-endpoint.ts';
import type { CallError } from '../../../api/use-query-endpoint.ts';
import { useSettled } from '../../../components/pickers/use-settled.ts';
import { isReadyForVerdict, verdictBody, type MoveForm, type MoveValues } from './move-forms.ts';

export interface MoveVerdict {
  /** Undefined while the form is not complete enough, or the answer is not there yet. */
  readonly answer: MovesAnswer | undefined;
  readonly isAsking: boolean;
  readonly problem: CallError | null;
}

/** What the server would decide about every line, asked anew whenever the form has come to rest; nothing is written. */
export function useMoveVerdict(form: MoveForm, values: MoveValues): MoveVerdict {
  const isReady = isReadyForVerdict(form, values);
  const asked = useSettled(isReady ? JSON.stringify(verdictBody(form, values)) : '', 400);
  const { data, isFetching, error } = useQuery<MovesAnswer, CallError>({
    queryKey: ['move-verdict', form.declaration.name, asked],
    queryFn: ({ signal }) => {
      const body: unknown = JSON.parse(asked);
      return callEndpoint(form.declaration, { body }, { dryRun: true, signal });
    },
    enabled: isReady && asked !== '',
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
  return { answer: isReady ? data : undefined, isAsking: isFetching, problem: isReady ? error : null };
}

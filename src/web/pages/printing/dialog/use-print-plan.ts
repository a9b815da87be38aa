import { useQuery } from '@tanstack/react-query';
import {
  createPrintJobEndpoint,
  type CreatedPrintJob,
} from '../../../../modules/labels/print-jobs.contract.ts';
import { callEndpoint } from '../../../api/call-endpoint.ts';
import type { ClientRequest } from '../../../api/endpoint-request.ts';
import type { CallError } from '../../../api/use-query-endpoint.ts';
import { useSettled } from '../../../components/pickers/use-settled.ts';

const PAUSE_MS = 300;

/** What printing would come to, asked anew whenever the choices have come to rest; nothing is written. */
export function usePrintPlan(request: ClientRequest<typeof createPrintJobEndpoint> | undefined) {
  const asked = useSettled(request === undefined ? '' : JSON.stringify(request.body), PAUSE_MS);
  const { data, isFetching, error } = useQuery<CreatedPrintJob, CallError>({
    queryKey: ['print-plan', asked],
    queryFn: ({ signal }) => {
      const body: unknown = JSON.parse(asked);
      // why: it was a body of this endpoint before it became the key.
      const again = { body } as ClientRequest<typeof createPrintJobEndpoint>;
      return callEndpoint(createPrintJobEndpoint, again, { dryRun: true, signal });
    },
    enabled: asked !== '',
    placeholderData: (before) => before,
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
  return { plan: data?.plan, isAsking: isFetching, problem: error };
}

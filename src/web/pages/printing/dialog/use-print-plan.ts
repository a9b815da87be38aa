import { useQuery } from '@tanstack/react-query';
import type { CreatedPrintJob } from '../../../../modules/labels/print-jobs.contract.ts';
import { callEndpoint } from '../../../api/call-endpoint.ts';
import type { ClientRequest } from '../../../api/endpoint-request.ts';
import type { CallError } from '../../../api/use-query-endpoint.ts';
import { useSettled } from '../../../components/pickers/use-settled.ts';
import type { PrintEndpoint } from './print-target.ts';

const PAUSE_MS = 300;

/** What printing would come to, asked anew whenever the choices have come to rest; nothing is written. */
export function usePrintPlan(endpoint: PrintEndpoint, request: ClientRequest<PrintEndpoint> | undefined) {
  const asked = useSettled(request === undefined ? '' : JSON.stringify(request), PAUSE_MS);
  const { data, isFetching, error } = useQuery<CreatedPrintJob, CallError>({
    queryKey: ['print-plan', endpoint.name, asked],
    queryFn: ({ signal }) => {
      // why: it was a request of this endpoint before it became the key.
      const again = JSON.parse(asked) as ClientRequest<PrintEndpoint>;
      return callEndpoint(endpoint, again, { dryRun: true, signal });
    },
    enabled: asked !== '',
    placeholderData: (before) => before,
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
  return { plan: data?.plan, isAsking: isFetching, problem: error };
}

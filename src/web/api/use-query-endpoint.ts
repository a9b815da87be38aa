import {
  keepPreviousData,
  useQuery,
  type QueryKey,
  type UseQueryOptions,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { EndpointDeclaration, ResponseOf } from '../../platform/endpoint.ts';
import type { ApiProblem, ConnectionLost } from './api-problem.ts';
import { callEndpoint } from './call-endpoint.ts';
import type { AnyRequest, ClientRequest } from './endpoint-request.ts';

export type CallError = ApiProblem | ConnectionLost;

export interface QueryOptions<R = unknown> {
  /** False leaves the question unasked, for example until a field is chosen. */
  readonly enabled?: boolean;
  /** Milliseconds between two reads while the page is open; may follow from the last answer. */
  readonly refetchInterval?: number | false | ((answer: R | undefined) => number | false);
  /** Shows the answer before while the next one loads (filters, typing). */
  readonly keepPrevious?: boolean;
  readonly staleTime?: number;
}

/** `[name, request]`; `[name]` alone matches every request of an endpoint when invalidating. */
export function endpointKey(declaration: EndpointDeclaration, request?: AnyRequest): QueryKey {
  return request === undefined ? [declaration.name] : [declaration.name, request];
}

/** Reads an endpoint of kind `query`; the answer is cached by name and request. */
export function useQueryEndpoint<E extends EndpointDeclaration>(
  declaration: E,
  request: ClientRequest<E>,
  options: QueryOptions<ResponseOf<E>> = {},
): UseQueryResult<ResponseOf<E>, CallError> {
  const { refetchInterval } = options;
  const asked: UseQueryOptions<ResponseOf<E>, CallError> = {
    queryKey: endpointKey(declaration, request),
    queryFn: ({ signal }) => callEndpoint(declaration, request, { signal }),
    ...(options.enabled === undefined ? {} : { enabled: options.enabled }),
    ...(refetchInterval === undefined
      ? {}
      : {
          refetchInterval:
            typeof refetchInterval === 'function'
              ? (query: { readonly state: { readonly data: ResponseOf<E> | undefined } }) =>
                  refetchInterval(query.state.data)
              : refetchInterval,
        }),
    ...(options.staleTime === undefined ? {} : { staleTime: options.staleTime }),
    ...(options.keepPrevious === true ? { placeholderData: keepPreviousData } : {}),
  };
  return useQuery(asked);
}

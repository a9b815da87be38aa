import { useMemo } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { EndpointDeclaration, ResponseOf } from '../../platform/endpoint.ts';
import { callEndpoint } from './call-endpoint.ts';
import type { AnyRequest, ClientRequest } from './endpoint-request.ts';
import { endpointKey, type CallError } from './use-query-endpoint.ts';

interface Page {
  readonly items: readonly unknown[];
  readonly nextCursor: string | null;
}
type ItemOf<E extends EndpointDeclaration> =
  ResponseOf<E> extends { items: readonly (infer T)[] } ? T : never;

export interface EndpointPages<T, P = unknown> {
  readonly items: readonly T[];
  /** The answers as they came, where a page holds more than its items. */
  readonly pages: readonly P[];
  /** True until the first page of the first request is there: show the skeleton. */
  readonly isLoading: boolean;
  /** True while a changed request loads and the rows before are still shown. */
  readonly isRefreshing: boolean;
  readonly isLoadingMore: boolean;
  readonly hasMore: boolean;
  readonly loadMore: () => void;
  readonly reload: () => void;
  readonly problem: CallError | null;
}

/** Reads a keyset-paged list (`{ items, nextCursor }`) page after page; `query.after` is filled in here. */
export function useEndpointPages<E extends EndpointDeclaration>(
  declaration: ResponseOf<E> extends Page ? E : never,
  request: ClientRequest<E>,
): EndpointPages<ItemOf<E>, ResponseOf<E>> {
  const plain: AnyRequest = request;
  const result = useInfiniteQuery({
    queryKey: [...endpointKey(declaration, plain), 'pages'],
    initialPageParam: '',
    queryFn: async ({ pageParam, signal }) => {
      const query = pageParam === '' ? plain.query : { ...(plain.query ?? {}), after: pageParam };
      const asked = { ...request, query };
      return (await callEndpoint<E>(declaration, asked, { signal })) as ResponseOf<E> & Page;
    },
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: (before) => before,
  });
  const pages = result.data?.pages;
  const items = useMemo(() => (pages ?? []).flatMap((page) => page.items as readonly ItemOf<E>[]), [pages]);
  return {
    items,
    pages: pages ?? [],
    isLoading: result.isPending,
    isRefreshing:
      result.isPlaceholderData || (result.isFetching && !result.isFetchingNextPage && !result.isPending),
    isLoadingMore: result.isFetchingNextPage,
    hasMore: result.hasNextPage,
    loadMore: () => void result.fetchNextPage(),
    reload: () => void result.refetch(),
    problem: result.error as CallError | null,
  };
}

import { useMemo } from 'react';
import type { ResponseOf } from '../../../platform/endpoint.ts';
import { listAssetClassesEndpoint } from '../../../modules/fixed-assets/asset-classes.contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';

const ONE_HOUR = 3600 * 1000;

export type PickableClass = ResponseOf<typeof listAssetClassesEndpoint>['items'][number];

/** The whole table of classes, read once an hour. */
export function useAssetClasses() {
  const { data, isPending } = useQueryEndpoint(listAssetClassesEndpoint, {}, { staleTime: ONE_HOUR });
  return useMemo(() => {
    const classes = data?.items ?? [];
    return { classes, table: new Map(classes.map((each) => [each.code, each])), isLoading: isPending };
  }, [data, isPending]);
}

/** `A02010000` → `A0201`: the class with all below it. */
export function classPrefix(code: string): string {
  return code.slice(0, 1) + code.slice(1).replace(/(?:00)+$/, '');
}

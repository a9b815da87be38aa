/** The whole state of a list lives in the address bar, so that a link is a view and the back button works. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';

/** Every filter is a list of strings under its key, as it stands in the address. */
export type FilterValues = Readonly<Record<string, readonly string[]>>;

export interface ListState {
  readonly filters: FilterValues;
  readonly setFilter: (key: string, values: readonly string[]) => void;
  readonly clearFilters: () => void;
  /** `code`, or `-code` for descending; undefined leaves the order to the server. */
  readonly sort: string | undefined;
  readonly setSort: (sort: string | undefined) => void;
  /** Keys of the shown columns, when the address names them. */
  readonly columns: readonly string[] | undefined;
  readonly setColumns: (columns: readonly string[]) => void;
  /** Key of the row in the side preview. */
  readonly previewKey: string | undefined;
  readonly setPreviewKey: (key: string | undefined) => void;
  /** Id of the saved view that this state started from. */
  readonly viewId: string | undefined;
  /** The state as it is saved in a view: filters, sort and columns, sorted by name. */
  readonly search: string;
}

const RESERVED = new Set(['sort', 'columns', 'preview', 'view', 'do']);
const TRANSIENT = new Set(['preview', 'view', 'do']);

function withValues(before: URLSearchParams, key: string, values: readonly string[]): URLSearchParams {
  const next = new URLSearchParams(before);
  next.delete(key);
  for (const value of values) if (value !== '') next.append(key, value);
  return next;
}

export function readFilters(search: URLSearchParams): FilterValues {
  const filters: Record<string, readonly string[]> = {};
  for (const key of new Set(search.keys())) if (!RESERVED.has(key)) filters[key] = search.getAll(key);
  return filters;
}

/** What a saved view keeps of an address. */
export function viewSearch(search: URLSearchParams): string {
  const kept = new URLSearchParams([...search].filter(([key]) => !TRANSIENT.has(key)));
  kept.sort();
  return kept.toString();
}

/** The list's state from the address. A change shows at once, before the navigation that records it has finished. */
export function useListState(): ListState {
  const [address, setAddress] = useSearchParams();
  const [ahead, setAhead] = useState<{ from: URLSearchParams; search: URLSearchParams }>();
  const search = ahead?.from === address ? ahead.search : address;
  const latest = useRef(search);
  useEffect(() => {
    latest.current = search;
  }, [search]);
  return useMemo(() => {
    const go = (next: URLSearchParams) => {
      latest.current = next;
      setAhead({ from: address, search: next });
      setAddress(next, { replace: true, preventScrollReset: true });
    };
    const change = (key: string, values: readonly string[]) => go(withValues(latest.current, key, values));
    const columns = search.get('columns');
    return {
      filters: readFilters(search),
      setFilter: change,
      clearFilters: () => go(new URLSearchParams([...latest.current].filter(([key]) => RESERVED.has(key)))),
      sort: search.get('sort') ?? undefined,
      setSort: (sort) => change('sort', sort === undefined ? [] : [sort]),
      columns: columns === null ? undefined : columns.split(','),
      setColumns: (keys) => change('columns', [keys.join(',')]),
      previewKey: search.get('preview') ?? undefined,
      setPreviewKey: (key) => change('preview', key === undefined ? [] : [key]),
      viewId: search.get('view') ?? undefined,
      search: viewSearch(search),
    };
  }, [address, search, setAddress]);
}

/** The whole state of a list lives in the address bar, so that a link is a view and the back button works. */
import { useCallback, useMemo } from 'react';
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

export function useListState(): ListState {
  const [search, setSearch] = useSearchParams();
  const change = useCallback(
    (key: string, values: readonly string[]) =>
      setSearch((before) => withValues(before, key, values), { replace: true, preventScrollReset: true }),
    [setSearch],
  );
  const clearFilters = useCallback(
    () =>
      setSearch((before) => new URLSearchParams([...before].filter(([key]) => RESERVED.has(key))), {
        replace: true,
        preventScrollReset: true,
      }),
    [setSearch],
  );
  return useMemo(() => {
    const columns = search.get('columns');
    return {
      filters: readFilters(search),
      setFilter: change,
      clearFilters,
      sort: search.get('sort') ?? undefined,
      setSort: (sort) => change('sort', sort === undefined ? [] : [sort]),
      columns: columns === null ? undefined : columns.split(','),
      setColumns: (keys) => change('columns', [keys.join(',')]),
      previewKey: search.get('preview') ?? undefined,
      setPreviewKey: (key) => change('preview', key === undefined ? [] : [key]),
      viewId: search.get('view') ?? undefined,
      search: viewSearch(search),
    };
  }, [search, change, clearFilters]);
}

/** The address of a list with filters, as `useListState` reads it. */

type Value = string | number | boolean | null | undefined;
export type ListQuery = Readonly<Record<string, Value | readonly string[]>>;

/** `listAddress('/assets', { status: 'idle', courtId: undefined })` → `/assets?status=idle`. */
export function listAddress(path: string, query: ListQuery = {}): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? (value as readonly string[]) : [value as Value])
      if (one !== undefined && one !== null) search.append(key, String(one));
  }
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
}

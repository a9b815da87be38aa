/** A flat list with parents in the order in which a tree shows it. Pure. */

export interface TreeItem<K> {
  readonly id: K;
  readonly parentId: K | null;
}

export interface TreeRow<T> {
  readonly item: T;
  /** 0 at the top. */
  readonly depth: number;
}

/** Parents before children, brothers in the order given; an item whose parent is not in the list stands at the top. */
export function treeRows<K, T extends TreeItem<K>>(items: readonly T[]): TreeRow<T>[] {
  const known = new Set(items.map(({ id }) => id));
  const below = new Map<K | null, T[]>();
  for (const item of items) {
    const above = item.parentId !== null && known.has(item.parentId) ? item.parentId : null;
    below.set(above, [...(below.get(above) ?? []), item]);
  }
  const rows: TreeRow<T>[] = [];
  const add = (parentId: K | null, depth: number): void => {
    for (const item of below.get(parentId) ?? []) {
      rows.push({ item, depth });
      add(item.id, depth + 1);
    }
  };
  add(null, 0);
  return rows;
}

/** The item itself and everything below it: what it must not be moved under. */
export function idsBelow<K, T extends TreeItem<K>>(items: readonly T[], id: K): ReadonlySet<K> {
  const rows = treeRows<K, T>(items);
  const start = rows.findIndex(({ item }) => item.id === id);
  const own = rows[start];
  if (own === undefined) return new Set();
  const next = rows.findIndex(({ depth }, index) => index > start && depth <= own.depth);
  return new Set(rows.slice(start, next === -1 ? undefined : next).map(({ item }) => item.id));
}

/** The rows that a search finds, with everything above them. */
export function rowsFound<K, T extends TreeItem<K>>(
  items: readonly T[],
  isFound: (item: T) => boolean,
): TreeRow<T>[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  const kept = new Set<K>();
  for (const item of items.filter(isFound)) {
    let next: T | undefined = item;
    while (next !== undefined && !kept.has(next.id)) {
      kept.add(next.id);
      next = next.parentId === null ? undefined : byId.get(next.parentId);
    }
  }
  return treeRows<K, T>(items.filter(({ id }) => kept.has(id)));
}

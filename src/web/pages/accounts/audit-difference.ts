/** What was before and after, as lines that can be read side by side. Pure. */

export type Leaf = string | number | boolean | null | readonly (string | number | boolean | null)[];

export interface DifferenceLine {
  /** From the outside in: `['items', '0', 'name']`. */
  readonly path: readonly string[];
  /** Undefined where the line is on the other side only. */
  readonly before: Leaf | undefined;
  readonly after: Leaf | undefined;
  readonly isChanged: boolean;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isPlain(value: unknown): value is string | number | boolean | null {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

function isLeaf(value: unknown): value is Leaf {
  return isPlain(value) || (Array.isArray(value) && value.every(isPlain));
}

function leavesOf(
  value: unknown,
  path: readonly string[],
  into: Map<string, [readonly string[], Leaf]>,
): void {
  if (isLeaf(value)) {
    if (path.length > 0 || value !== null) into.set(path.join('\u0000'), [path, value]);
    return;
  }
  const inside: Readonly<Record<string, unknown>> = Array.isArray(value)
    ? Object.fromEntries(value.map((item: unknown, index) => [String(index), item]))
    : isRecord(value)
      ? value
      : {};
  for (const [key, item] of Object.entries(inside)) leavesOf(item, [...path, key], into);
}

/** Every value of either side once, in the order of the later side; arrays of plain values are one value. */
export function differenceOf(before: unknown, after: unknown): DifferenceLine[] {
  const [left, right] = [before, after].map((side) => {
    const leaves = new Map<string, [readonly string[], Leaf]>();
    leavesOf(side ?? null, [], leaves);
    return leaves;
  });
  if (left === undefined || right === undefined) return [];
  const keys = [...new Set([...right.keys(), ...left.keys()])];
  return keys.map((key) => {
    const [leftEntry, rightEntry] = [left.get(key), right.get(key)];
    return {
      path: (rightEntry ?? leftEntry)?.[0] ?? [],
      before: leftEntry?.[1],
      after: rightEntry?.[1],
      isChanged: JSON.stringify(leftEntry?.[1]) !== JSON.stringify(rightEntry?.[1]),
    };
  });
}

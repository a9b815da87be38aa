/** One text for one value, so that what is hashed never depends on the order in which an object was put together. */

interface Member {
  readonly key: string;
  /** `"key":` */
  readonly label: string;
}

/** Members in canonical order, by the keys of an object in the order that it has them. Thousands of objects share few. */
const membersOfShape = new Map<string, readonly Member[]>();
const SHAPES_KEPT_MAX = 500;

/**
 * RFC 8785 canonical JSON: one text for one value, whatever the order of its keys. Members that are undefined are left
 * out, as JSON.stringify does. Throws TypeError on what JSON cannot say (undefined at the top, functions, bigint, NaN,
 * Infinity).
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value);
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError('not representable as JSON');
      return JSON.stringify(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      return value === null ? 'null' : objectForm(value);
    default:
      throw new TypeError('not representable as JSON');
  }
}

function hasOwnForm(value: object): value is { toJSON(): unknown } {
  return 'toJSON' in value && typeof value.toJSON === 'function';
}

function objectForm(value: object): string {
  if (hasOwnForm(value)) return canonicalJson(value.toJSON());
  if (Array.isArray(value))
    return `[${Array.from(value, (item: unknown) => (item === undefined ? 'null' : canonicalJson(item))).join(',')}]`;
  // why: members are read by the keys that the object itself has just named.
  const record = value as Readonly<Record<string, unknown>>;
  let text = '';
  for (const { key, label } of membersOf(Object.keys(value))) {
    const member = record[key];
    if (member === undefined) continue;
    text += text === '' ? label : `,${label}`;
    text += canonicalJson(member);
  }
  return `{${text}}`;
}

function membersOf(keys: readonly string[]): readonly Member[] {
  const shape = JSON.stringify(keys);
  const known = membersOfShape.get(shape);
  if (known) return known;
  // Sorted by UTF-16 code units, as the RFC wants and sort() does without a comparer.
  const members = [...keys].sort().map((key) => ({ key, label: `${JSON.stringify(key)}:` }));
  if (membersOfShape.size >= SHAPES_KEPT_MAX) membersOfShape.clear();
  membersOfShape.set(shape, members);
  return members;
}

import canonicalize from 'canonicalize';

/**
 * RFC 8785 canonical JSON: one text for one value, whatever the order of its keys. Throws on what JSON cannot say
 * (undefined at the top, NaN, Infinity).
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('not representable as JSON');
  return text;
}

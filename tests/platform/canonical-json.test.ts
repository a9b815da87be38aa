import { describe, expect, it } from 'vitest';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { canonicalJson } from '../../src/platform/canonical-json.ts';

describe('canonical JSON', () => {
  it('is what the reference writes, whatever the value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4, stringUnit: 'binary' }), (value) => {
        expect(canonicalJson(value)).toBe(canonicalize(value));
      }),
      { numRuns: 1000 },
    );
  });

  it('does not depend on the order in which an object was put together', () => {
    const members = fc.uniqueArray(fc.tuple(fc.string({ unit: 'binary' }), fc.jsonValue()), {
      selector: ([key]) => key,
    });
    fc.assert(
      fc.property(members, (entries) => {
        const text = canonicalJson(Object.fromEntries(entries));
        expect(canonicalJson(Object.fromEntries([...entries].reverse()))).toBe(text);
        expect(text).toBe(canonicalize(Object.fromEntries(entries)));
      }),
    );
  });

  it.each([
    ['keys like numbers, by their text', { 10: 'a', 9: 'b', a: 1 }, '{"10":"a","9":"b","a":1}'],
    ['keys by UTF-16 code units', { '\ufb33': 1, '\u{1f600}': 2 }, '{"\u{1f600}":2,"\ufb33":1}'],
    ['keys that a separator would join', { 'a","b': 1 }, '{"a\\",\\"b":1}'],
    ['numbers as ECMAScript writes them', [-0, 1e21, 1e-7, 0.1], '[0,1e+21,1e-7,0.1]'],
    ['members without a value', { a: undefined, b: null }, '{"b":null}'],
    ['instants', { at: new Date('2026-11-23T01:30:00Z') }, '{"at":"2026-11-23T01:30:00.000Z"}'],
    ['controls and halves of pairs', '\u0007"\\\ud800', '"\\u0007\\"\\\\\\ud800"'],
  ])('writes %s', (_what, value, text) => {
    expect(canonicalJson(value)).toBe(text);
    expect(canonicalize(value)).toBe(text);
  });

  it.each([[undefined], [NaN], [Infinity], [1n], [() => 1], [{ a: NaN }], [[() => 1]]])(
    'refuses %p, which JSON cannot say',
    (value) => expect(() => canonicalJson(value)).toThrow(TypeError),
  );
});

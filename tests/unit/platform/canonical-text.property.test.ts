import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalText } from '../../../electron/core/platform/canonical-text.ts';

/** What comes of it: the text, or that it was refused. */
function outcome(write: () => string | undefined): string {
  try {
    return write() ?? 'refused';
  } catch {
    return 'refused';
  }
}

describe('the canonical text', () => {
  it('is the one another implementation writes, whatever the value holds', () => {
    const anything = fc.anything({ withDate: true, withNullPrototype: true, withBigInt: true });
    fc.assert(fc.property(anything, (value) => {
      expect(outcome(() => canonicalText(value))).toBe(outcome(() => canonicalize(value)));
    }), { numRuns: 5_000 });
  });

  it('is the one another implementation writes for names and numbers of every kind', () => {
    const name = fc.oneof(fc.string({ unit: 'binary' }), fc.nat().map(String), fc.constantFrom('__proto__', 'toString', '\u00E9', 'e\u0301', '10', '9', ''));
    fc.assert(fc.property(fc.dictionary(name, fc.oneof(fc.double(), fc.integer(), fc.string({ unit: 'binary' }), fc.constant(null), fc.boolean())), (value) => {
      expect(outcome(() => canonicalText(value))).toBe(outcome(() => canonicalize(value)));
    }), { numRuns: 5_000 });
  });

  it('is JSON wherever it is written: read back it has the same text, and a list with holes has none', () => {
    const sparse = fc.oneof(fc.sparseArray(fc.string()), fc.record({ rows: fc.sparseArray(fc.integer()) }), fc.anything({ withSparseArray: true }));
    fc.assert(fc.property(sparse, (value) => {
      const text = outcome(() => canonicalText(value));
      if (text !== 'refused') expect(canonicalText(JSON.parse(text))).toBe(text);
    }), { numRuns: 2_000 });
    const holes: unknown[] = [1];
    holes[2] = 3;
    for (const value of [holes, { rows: [holes] }, Object.assign([], { length: 2 })]) expect(() => canonicalText(value)).toThrow('a list with holes');
    expect(canonicalText([1, undefined, 3])).toBe('[1,null,3]');
  });

  it('sorts by UTF-16 units, as the standard shows', () => {
    expect(canonicalText({ '\u20AC': 1, '\r': 2, '\uFB33': 3, '1': 4, '\u{1F600}': 5, '\u0080': 6, '\u00F6': 7 }))
      .toBe('{"\\r":2,"1":4,"\u0080":6,"\u00F6":7,"\u20AC":1,"\u{1F600}":5,"\uFB33":3}');
  });

  it('refuses half a character, numbers that are none, and a value that holds itself', () => {
    const ring: { self?: unknown } = {};
    ring.self = ring;
    for (const value of ['\uD800', { '\uDC00': 1 }, Number.NaN, Number.POSITIVE_INFINITY, 1n, ring, undefined]) expect(() => canonicalText(value)).toThrow(TypeError);
  });

  it('writes one text for one value: minus zero is zero, and what has no JSON form is left out', () => {
    expect(canonicalText({ b: [-0, undefined], a: undefined, c: 1e21 })).toBe('{"b":[0,null],"c":1e+21}');
  });
});

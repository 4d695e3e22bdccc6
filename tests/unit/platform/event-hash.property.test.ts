import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalText } from '../../../electron/core/platform/canonical-text.ts';
import { digestOf, newSalt, saltedHash, sha256Hex } from '../../../electron/core/platform/digest.ts';
import { eventHash, eventText, storedEvent } from '../../../electron/core/platform/event-hash.ts';
import type { EventContent } from '../../../electron/core/platform/event-hash.ts';

const wellFormed = fc.string({ unit: 'grapheme' });
const textOrNull = fc.option(wellFormed, { nil: null });
const anyEvent: fc.Arbitrary<EventContent> = fc.record({
  device: wellFormed, seq: fc.maxSafeInteger(), prev: wellFormed, at: fc.maxSafeInteger(), clock: wellFormed, user: textOrNull,
  type: wellFormed, docType: textOrNull, docId: textOrNull, docHash: textOrNull, payload: fc.jsonValue({ stringUnit: 'grapheme' }),
});

describe('the one text form of a value', () => {
  it('an event of the fixed shape is written exactly as the general canonicaliser writes it', () => {
    fc.assert(fc.property(anyEvent, (event) => {
      expect(eventText(event, canonicalText(event.payload))).toBe(canonicalize(event));
      expect(eventHash(event)).toBe(digestOf(event));
      expect(storedEvent(event).hash).toBe(digestOf(event));
    }), { numRuns: 500 });
  });

  it('the order in which a document was put together does not change its digest', () => {
    fc.assert(fc.property(fc.dictionary(wellFormed, fc.jsonValue({ stringUnit: 'grapheme' })), (document) => {
      const turned = Object.fromEntries(Object.entries(document).reverse());
      expect(digestOf(turned)).toBe(digestOf(document));
    }));
  });

  it('two different events never share a text, whatever quotes and braces stand in their fields', () => {
    const spiteful = fc.constantFrom('"', '","user":"x', '}', '\\', 'null', '');
    const event = fc.record({
      device: spiteful, seq: fc.nat(1), prev: spiteful, at: fc.nat(1), clock: spiteful, user: fc.option(spiteful, { nil: null }),
      type: spiteful, docType: spiteful, docId: spiteful, docHash: spiteful, payload: spiteful,
    });
    fc.assert(fc.property(event, event, (one, other) => {
      expect(eventHash(one) === eventHash(other)).toBe(JSON.stringify(one) === JSON.stringify(other));
    }));
  });

  it('what JSON cannot carry is refused rather than hashed', () => {
    const good: EventContent = {
      device: 'D', seq: 1, prev: '', at: 0, clock: 'ok', user: null, type: 't', docType: null, docId: null, docHash: null, payload: {},
    };
    for (const value of [undefined, Number.NaN, Number.POSITIVE_INFINITY, 1n, '\ud800', { deep: ['\udc00'] }]) {
      expect(() => canonicalText(value)).toThrow();
    }
    expect(() => eventHash({ ...good, seq: 1.5 })).toThrow(TypeError);
    expect(() => eventHash({ ...good, user: '\ud800' })).toThrow(TypeError);
    expect(eventHash({ ...good, at: -0 })).toBe(eventHash(good));
  });

  it('follows the published vectors of SHA-256 and RFC 8785', () => {
    expect(sha256Hex('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(sha256Hex(new Uint8Array([0x61, 0x62, 0x63]))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(canonicalText({ numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 1e-27], string: '€$\u000f\nA\'B"\\\\"/', literals: [null, true, false] }))
      .toBe('{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}');
  });

  it('a salted hash says nothing once the salt is gone: the same number under two salts shows two hashes', () => {
    const salt = newSalt();
    expect(saltedHash(salt, '13800138000')).toBe(saltedHash(salt, '13800138000'));
    expect(saltedHash(newSalt(), '13800138000')).not.toBe(saltedHash(salt, '13800138000'));
  });
});

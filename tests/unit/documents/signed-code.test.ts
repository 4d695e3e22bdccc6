import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeSvg } from '../../../electron/core/documents/code-svg.ts';
import { checkCode, signedCode, type CodeFacts, type CodeKey } from '../../../electron/core/documents/signed-code.ts';
import { createSigningKey } from '../../../electron/core/platform/signing.ts';
import { codesInMarkup } from '../../support/page-codes.ts';

const key = createSigningKey();
const stranger = createSigningKey();
const known: CodeKey = { keyId: key.keyId, publicKey: key.publicKey, from: '2026-01-01', until: null };
const facts: CodeFacts = { kind: 'ticket', number: 'GZ01A-T-2026-000123', businessDate: '2026-11-22', memberCode: 'M0012', grams: 43_750, fen: 24_513, chainHead: 'ab'.repeat(32) };
const code = signedCode(facts, key);

describe('the signed code of a paper', () => {
  it('is good for whoever holds the public key alone, and gives back what stands on the paper', () => {
    expect(checkCode(code, [known])).toEqual({ ok: true, facts: { ...facts, memberCode: '*0012', chainHead: 'ab'.repeat(16), keyId: key.keyId } });
    expect(Buffer.byteLength(code)).toBeLessThan(213);
  });

  it('does not say who the member is', () => {
    expect(signedCode({ ...facts, memberCode: '520425199001011234' }, key)).not.toContain('52042519900101');
  });

  it('changed in a single character is refused, whichever it is', () => {
    fc.assert(fc.property(fc.nat(code.length - 1), fc.constantFrom(...'0123456789abcdefXYZ|-_*'), (at, character) => {
      fc.pre(code[at] !== character);
      expect(checkCode(code.slice(0, at) + character + code.slice(at + 1), [known]).ok).toBe(false);
    }));
  });

  it('of a key that was never handed out is told from one that was forged under a known key', () => {
    expect(checkCode(signedCode(facts, stranger), [known])).toMatchObject({ ok: false, why: 'key_unknown' });
    expect(checkCode(signedCode(facts, { ...stranger, keyId: key.keyId }), [known])).toMatchObject({ ok: false, why: 'not_genuine' });
    expect(checkCode(code.replace('|24513|', '|94513|'), [known])).toMatchObject({ ok: false, why: 'not_genuine', facts: { fen: 94_513 } });
  });

  it('without a signature proves nothing, and other texts are no codes', () => {
    expect(checkCode(signedCode(facts, null), [known])).toMatchObject({ ok: false, why: 'unsigned' });
    expect(checkCode(code.slice(0, code.lastIndexOf('|')), [known])).toMatchObject({ ok: false, why: 'unsigned' });
    for (const text of ['', 'https://example.org', `${code}|more`, code.replace('VS2', 'VS9'), code.replace('2026-11-22', 'today')]) expect(checkCode(text, [known])).toMatchObject({ ok: false, why: 'not_a_code' });
  });

  it('of a key that was out of use on that day is refused', () => {
    expect(checkCode(code, [{ ...known, until: '2026-11-22' }])).toMatchObject({ ok: true });
    expect(checkCode(code, [{ ...known, until: '2026-11-21' }])).toMatchObject({ ok: false, why: 'key_retired' });
  });

  it('keeps its fields apart, whatever a number or a member code holds', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (number, memberCode) => {
      fc.pre(number !== '');
      const verdict = checkCode(signedCode({ ...facts, number, memberCode }, key), [known]);
      expect(verdict).toMatchObject({ ok: true, facts: { grams: 43_750, fen: 24_513 } });
    }));
  });

  it('stands on a page as lines and not as a picture, and a scanner reads it there', async () => {
    const drawn = codeSvg(code, '"><script>');
    expect(drawn).not.toContain('<script>');
    expect(await codesInMarkup(drawn)).toEqual([code]);
  });
});

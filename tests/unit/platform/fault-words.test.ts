import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { faultCodes } from '../../../electron/core/platform/fault.ts';

const locales = join(import.meta.dirname, '../../../resources/locales');
const wordsOf = (language: string): Record<string, Record<string, string>> => JSON.parse(readFileSync(join(locales, language, 'fault.json'), 'utf8'));
const zh = wordsOf('zh');
const en = wordsOf('en');

describe('what the window says of a fault', () => {
  it('every fault says what happened, what was saved and what to do, in both languages', () => {
    for (const words of [zh, en]) {
      expect(Object.keys(words).sort()).toEqual([...faultCodes].sort());
      for (const code of faultCodes) {
        expect(Object.keys(words[code] ?? {})).toEqual(['what', 'saved', 'do']);
        for (const sentence of Object.values(words[code] ?? {})) expect(sentence).toMatch(/\S{2,}[.。！]$/);
      }
    }
  });

  it('Chinese sentences are Chinese, English ones English, and none is long enough to be skipped', () => {
    for (const code of faultCodes) {
      for (const sentence of Object.values(zh[code] ?? {})) {
        expect(sentence).toMatch(/\p{Script=Han}/u);
        expect(sentence.length).toBeLessThanOrEqual(60);
      }
      for (const sentence of Object.values(en[code] ?? {})) {
        expect(sentence).not.toMatch(/\p{Script=Han}/u);
        expect(sentence.length).toBeLessThanOrEqual(180);
      }
    }
  });
});

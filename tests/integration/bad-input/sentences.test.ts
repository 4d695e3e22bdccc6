import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commonRefusals } from '../../../electron/contract/define.ts';
import { takeRefusals } from '../../../electron/contract/scale.ts';
import type { NumberRefusal } from '../../../renderer/ui/fields/number-text.ts';

type Texts = Readonly<Record<string, Readonly<Record<string, string>>>>;
const textsOf = (language: string, area: string): Texts => JSON.parse(readFileSync(join(import.meta.dirname, '../../../resources/locales', language, `${area}.json`), 'utf8')) as Texts;

const numberRefusals: readonly Exclude<NumberRefusal, 'empty'>[] = ['severalCells', 'scientific', 'commaAsPoint', 'severalPoints', 'letters', 'negative', 'tooManyDecimals', 'tooLarge', 'otherUnit'];

/** What bad input may be refused with, by the file that holds the words. */
const refusals: ReadonlyArray<readonly [area: string, codes: readonly string[]]> = [
  ['scale', takeRefusals], ['session', ['pin_wrong', 'pin_locked', 'date_differs']], ['rpc', commonRefusals.filter((code) => code !== 'approval_required' && code !== 'training_only' && code !== 'rule_broken')],
];

const isPlain = (sentence: string | undefined): boolean => sentence !== undefined && sentence.length > 3 && /\S[.。]$/u.test(sentence);

test.each(refusals.flatMap(([area, codes]) => codes.map((code) => [area, code] as const)))('%s: %s says in both languages what happened and what to do', (area, code) => {
  for (const language of ['zh', 'en']) {
    const texts = textsOf(language, area);
    expect(texts['refusal']?.[code], `${language} refusal`).toSatisfy(isPlain);
    expect(texts['todo']?.[code], `${language} todo`).toSatisfy(isPlain);
  }
});

test.each(numberRefusals)('a number refused as %s is told in both languages', (reason) => {
  for (const language of ['zh', 'en']) expect(textsOf(language, 'app')['number']?.[reason]).toSatisfy(isPlain);
});

test('the sign-in screen, which knows the words of the first screens only, says the same of a wrong PIN as the rest', () => {
  for (const language of ['zh', 'en']) {
    for (const part of ['refusal', 'todo']) {
      for (const code of ['pin_wrong', 'pin_locked']) expect(textsOf(language, 'app')[part]?.[code]).toBe(textsOf(language, 'session')[part]?.[code]);
    }
  }
});

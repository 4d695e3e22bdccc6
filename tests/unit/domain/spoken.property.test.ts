import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pause, spokenAmount, spokenGrade, spokenWeight, type SpokenLanguage } from '../../../electron/domain/spoken.ts';
import { basketUtterance, spokenVocabulary, ticketUtterance } from '../../../electron/domain/utterance.ts';
import { readChinese, readEnglish } from './spoken-reader.ts';

const said = (words: readonly string[], language: SpokenLanguage): string => words.join(language === 'zh' ? '' : ' ');
const grams = fc.oneof(fc.integer({ min: -5_000_000, max: 200_000_000 }), fc.integer({ min: 0, max: 400_000_000 }).map((value) => value * 500), fc.constantFrom(0, 500, 1_000, 2_000, 20_000, 200_000, 2_000_000, 20_000_000));
const fen = fc.oneof(fc.integer({ min: -1_000_000, max: 100_000_000 }), fc.integer({ min: 0, max: 1_000_000_000_00 }));

describe('figures read aloud', () => {
  it.each([
    [186_450, '一百八十六点四五公斤'], [2_000, '两公斤'], [2_500, '二点五公斤'], [12_000, '十二公斤'], [112_000, '一百一十二公斤'], [200_000, '两百公斤'], [1_200_000, '一千二百公斤'], [105_000, '一百零五公斤'], [500, '零点五公斤'],
    [10_020_000, '一万零二十公斤'], [22_000_000, '两万二千公斤'], [23_400, '二十三点四公斤'], [0, '零公斤'], [-1_500, '负一点五公斤'], [205, '零点二零五公斤'],
  ])('%i grams are %s', (weight, words) => expect(said(spokenWeight(weight, 'kg', 'zh'), 'zh')).toBe(words));

  it.each([
    [66_813, '六百六十八元一角三分'], [66_803, '六百六十八元零三分'], [200, '两元'], [20, '两角'], [2, '两分'], [0, '零元'], [101_500, '一千零一十五元'], [220, '两元两角'], [-1_230, '负十二元三角'],
  ])('%i fen are %s', (amount, words) => expect(said(spokenAmount(amount, 'zh'), 'zh')).toBe(words));

  it('English says the same in its own words', () => {
    expect(said(spokenWeight(186_450, 'kg', 'en'), 'en')).toBe('one hundred eighty six point four five kilograms');
    expect(said(spokenWeight(1_000, 'kg', 'en'), 'en')).toBe('one kilogram');
    expect(said(spokenWeight(23_450, 'jin', 'en'), 'en')).toBe('forty six point nine jin');
    expect(said(spokenAmount(66_813, 'en'), 'en')).toBe('six hundred sixty eight point one three yuan');
  });

  it('a weight read back from its words is the weight, in both languages and both units', () => {
    fc.assert(fc.property(grams, fc.constantFrom('kg' as const, 'jin' as const), (weight, unit) => {
      const units = unit === 'kg' ? 1_000n : 500n;
      for (const [language, read] of [['zh', readChinese], ['en', readEnglish]] as const) {
        // Thousandths, so that every gram of a 斤 is a whole number.
        expect(read(spokenWeight(weight, unit, language).slice(0, -1)) * units).toBe(BigInt(weight) * 1_000n);
      }
    }));
  });

  it('an amount read back from its words is the amount', () => {
    fc.assert(fc.property(fen, (amount) => {
      expect(readEnglish(spokenAmount(amount, 'en').slice(0, -1))).toBe(BigInt(amount) * 10n);
      expect(readChinese(spokenAmount(amount, 'zh'))).toBe(BigInt(amount) * 10n);
    }));
  });

  it('no word is ever needed that the vocabulary does not hold', () => {
    fc.assert(fc.property(grams, fen, fc.constantFrom('zh' as const, 'en' as const), fc.constantFrom('kg' as const, 'jin' as const), (weight, amount, language, unit) => {
      const manner = { language, unit, training: true };
      const words = [...basketUtterance({ gross: weight, tare: 900, net: weight - 900 }, manner), ...ticketUtterance({ net: weight, grade: null, amountFen: amount }, manner)];
      const known = new Set([pause, ...spokenVocabulary[language]]);
      expect(words.filter((word) => !known.has(word))).toEqual([]);
    }));
  });
});

describe('what is said', () => {
  const manner = { language: 'zh', unit: 'kg', training: false } as const;

  it('a basket without tare is its gross weight; with tare all three weights follow each other', () => {
    expect(said(basketUtterance({ gross: 23_450, tare: 0, net: 23_450 }, manner), 'zh')).toBe('毛重二十三点四五公斤');
    expect(said(basketUtterance({ gross: 23_450, tare: 900, net: 22_550 }, manner), 'zh')).toBe('毛重二十三点四五公斤,皮重零点九公斤,净重二十二点五五公斤');
  });

  it('the ticket is net weight, grade and amount; practice says so first', () => {
    expect(said(ticketUtterance({ net: 43_750, grade: '三等(6钱-1两)', amountFen: 24_500 }, { ...manner, training: true }), 'zh')).toBe('练习,净重四十三点七五公斤,等级三等,金额两百四十五元');
  });

  it('of a grade the name is said, not its limits', () => {
    expect([spokenGrade('三等(6钱-1两)'), spokenGrade('Grade 1, 150-250 g'), spokenGrade('4A, 50 mm and above'), spokenGrade('统货')]).toEqual(['三等', 'Grade 1', '4A', '统货']);
  });
});

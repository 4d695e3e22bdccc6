import { AWKWARD_TEXTS } from './awkward-texts.ts';
import { dice } from '../crash/seeded.ts';

/** Pieces that people's names, goods and reasons are made of when things go wrong: rare Han, four-byte Han, minority scripts, accents, emoji, quotes, controls. */
const PIECES: readonly string[] = [
  '张', '覃', '𬭎', '𠮷', '㐂', '䶮', '𪚥', '龘', '·', '阿依古丽', 'Ŋ̍', 'ཀྲུང་', 'ئۇيغۇر', 'ꆈꌠ', 'ü', 'Łódź', 'é', 'Ấn', '😀', '👨‍👩‍👧', '♥', '€', '¥', '㎡', '"', "'", '\\', '^', '~', '{', '\r\n', '\t', '\u0000', '\u001b@', '\u001dV\u0000',
  '\u001c.', '\u0010\u0004\u0001', '\u202e', '\u200b', '\ufeff', '\ud800', '\ue000', '　', ' ', 'ABC', '12.5', '%', '，', '……', '-'.repeat(12), '长'.repeat(40),
];

/** The same awkward texts in every run: those that have broken printers before, then combinations of their pieces, up to 200 characters. */
export function awkwardTexts(count: number): readonly string[] {
  const random = dice(20_261_122);
  const combined = Array.from({ length: Math.max(0, count - AWKWARD_TEXTS.length) }, () =>
    [...Array.from({ length: 1 + random.below(9) }, () => random.pick(PIECES)).join('')].slice(0, 200).join(''));
  return [...AWKWARD_TEXTS, ...combined].slice(0, count);
}

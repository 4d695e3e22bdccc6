import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { spokenGrade } from '../../../electron/domain/spoken.ts';
import { spokenVocabulary } from '../../../electron/domain/utterance.ts';
import { planClips, type ClipIndex } from '../../../renderer/features/voice/clip-plan.ts';
import { speechBetween, speechOf, type DeskSound } from '../../../renderer/features/voice/desk-speech.ts';
import { readVoiceSettings } from '../../../renderer/features/voice/voice-settings.ts';

const root = join(import.meta.dirname, '../../..');
const indexOf = (language: 'zh' | 'en'): ClipIndex => JSON.parse(readFileSync(join(root, `resources/voice/${language}.json`), 'utf8')) as ClipIndex;

interface SeedGrade { readonly name_zh?: string; readonly name_en?: string }

/** Every grade of the file, however deep it stands. */
function gradesIn(node: unknown): SeedGrade[] {
  if (Array.isArray(node)) return node.flatMap(gradesIn);
  if (typeof node !== 'object' || node === null) return [];
  const own = 'grades' in node && Array.isArray(node.grades) ? node.grades as SeedGrade[] : [];
  return [...own, ...Object.values(node).flatMap(gradesIn)];
}

/** Length of an Ogg Opus file in milliseconds: the position its last page tells, less the encoder's own delay. */
function lengthMs(file: string): number {
  const bytes = readFileSync(file);
  const last = bytes.lastIndexOf('OggS');
  const head = bytes.indexOf('OpusHead');
  return (Number(bytes.readBigUInt64LE(last + 6)) - bytes.readUInt16LE(head + 10)) / 48;
}

describe.each(['zh', 'en'] as const)('the bank of clips, %s', (language) => {
  const index = indexOf(language);

  it('holds every word that a figure or a label can need, and the name of every grade of the seeded schemes', () => {
    const grades = gradesIn(JSON.parse(readFileSync(join(root, 'db/seed/grade-schemes.json'), 'utf8'))).flatMap((grade) => grade[language === 'zh' ? 'name_zh' : 'name_en'] ?? []).map(spokenGrade);
    expect(grades.length).toBeGreaterThan(20);
    const missing = [...spokenVocabulary[language], ...grades].filter((word) => index[word] === undefined);
    expect(missing).toEqual([]);
  });

  it('lays every clip inside the file, none over another', () => {
    const clips = Object.values(index).toSorted((one, other) => (one[0] ?? 0) - (other[0] ?? 0));
    const ends = clips.map(([from = 0, length = 0]) => from + length);
    expect(clips.every(([, length = 0]) => length > 80 && length < 3_000)).toBe(true);
    expect(clips.slice(1).every(([from = 0], at) => from >= (ends[at] ?? 0))).toBe(true);
    expect(ends.at(-1)).toBeLessThanOrEqual(lengthMs(join(root, `resources/voice/${language}.ogg`)));
  });
});

describe('the clips of an utterance', () => {
  const index: ClipIndex = { 毛重: [0, 500], 一: [600, 300] };

  it('follow each other, with a breath at a pause', () => {
    const [first, second, third] = planClips(['毛重', '一', ',', '一'], index);
    expect(second?.at).toBeCloseTo((first?.length ?? 0) - 0.03);
    expect((third?.at ?? 0) - (second?.at ?? 0)).toBeCloseTo(0.3 - 0.03 + 0.26);
  });

  it('leave out a word that the bank does not know, and nothing else', () => {
    expect(planClips(['毛重', '本地名字', '一'], index).map(({ word }) => word)).toEqual(['毛重', '一']);
  });
});

describe('what the desk says, and when', () => {
  const basket = (gross: number, tare = 0) => ({ gross, tare, net: gross - tare });
  const desk: DeskSound = { draftId: 'a', step: 'weigh', baskets: [], netGrams: 0, grade: null, amountFen: null, unit: 'kg', language: 'zh', training: false };
  const one: DeskSound = { ...desk, baskets: [basket(23_450, 900)], netGrams: 22_550 };
  const confirm: DeskSound = { ...one, step: 'confirm', grade: '一级', amountFen: 24_500 };
  const words = (before: DeskSound, now: DeskSound): string | null => speechBetween(before, now)?.join('') ?? null;

  it('a basket that was taken, with its tare', () => expect(words(desk, one)).toBe('毛重二十三点四五公斤,皮重零点九公斤,净重二十二点五五公斤'));
  it('the second basket, not the first one again', () => expect(words(one, { ...one, baskets: [...one.baskets, basket(2_000)] })).toBe('毛重两公斤'));
  it('nothing when a basket is taken back, and nothing while the desk stands still', () => expect([words(one, desk), words(one, one), words(confirm, confirm)]).toEqual([null, null, null]));
  it('the whole ticket when it comes to be confirmed', () => expect(words({ ...confirm, step: 'grade' }, confirm)).toBe('净重二十二点五五公斤,等级一级,金额两百四十五元'));
  it('the new amount when the price changed under the clerk\'s eyes', () => expect(words(confirm, { ...confirm, amountFen: 20_000 })).toContain('金额两百元'));
  it('nothing of another draft that is taken up', () => expect(words(desk, { ...confirm, draftId: 'b' })).toBeNull());
  it('again: the ticket at its confirmation, else the last basket, else nothing', () => {
    expect([speechOf(confirm)?.[0], speechOf(one)?.[0], speechOf(desk)]).toEqual(['净重', '毛重', null]);
  });
});

describe('the voice of this computer', () => {
  it('keeps silence and volume, and starts afresh from text that is not ours', () => {
    expect(readVoiceSettings('{"on":false,"volume":30}')).toEqual({ on: false, volume: 30 });
    for (const text of [null, '{', '{"volume":"loud"}', 'null']) expect(readVoiceSettings(text)).toEqual({ on: true, volume: 80 });
    expect(readVoiceSettings('{"volume":900}').volume).toBe(100);
  });
});

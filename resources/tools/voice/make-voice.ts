// Speaks every word of the bank once and puts the clips of a language into one file.
//   npm run voice
// Needs espeak-ng, sox and opusenc on this computer; see resources/docs/decisions/a-voice-of-recorded-words.md.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spokenGrade, type SpokenLanguage } from '../../../electron/domain/spoken.ts';
import { spokenVocabulary } from '../../../electron/domain/utterance.ts';
import { projectRoot } from '../runtime.mjs';

const voices: Readonly<Record<SpokenLanguage, readonly string[]>> = { zh: ['-v', 'cmn', '-s', '165', '-p', '45'], en: ['-v', 'en-gb', '-s', '165'] };
const sampleRate = 48_000;
const gapSeconds = 0.08;

interface SeedGrade { readonly name_zh?: string; readonly name_en?: string }

/** The names of all grades of the seeded schemes, as they are said. */
function gradeWords(language: SpokenLanguage): string[] {
  const found: string[] = [];
  const look = (node: unknown): void => {
    if (Array.isArray(node)) for (const each of node) look(each);
    else if (typeof node === 'object' && node !== null) {
      const grades: unknown = 'grades' in node ? node.grades : null;
      if (Array.isArray(grades)) for (const grade of grades as SeedGrade[]) found.push(spokenGrade((language === 'zh' ? grade.name_zh : grade.name_en) ?? ''));
      for (const each of Object.values(node)) look(each);
    }
  };
  look(JSON.parse(readFileSync(join(projectRoot, 'db/seed/grade-schemes.json'), 'utf8')));
  return found.filter((name) => name !== '');
}

/** One word, silence cut off at both ends, as loud as the others. Answers its length in samples. */
function speak(word: string, language: SpokenLanguage, folder: string, file: string): number {
  const raw = join(folder, 'raw.wav');
  execFileSync('espeak-ng', [...voices[language], '-w', raw, word]);
  const edge = ['silence', '1', '0.005', '0.3%', 'fade', '0.006', 'reverse'];
  execFileSync('sox', [raw, '-r', String(sampleRate), '-c', '1', file, ...edge, ...edge, 'norm', '-3', 'pad', '0', String(gapSeconds)]);
  return Number(execFileSync('soxi', ['-s', file], { encoding: 'utf8' }));
}

function makeBank(language: SpokenLanguage): void {
  const folder = mkdtempSync(join(tmpdir(), 'voice-'));
  const index: Record<string, [number, number]> = {};
  const files: string[] = [];
  let at = 0;
  for (const word of new Set([...spokenVocabulary[language], ...gradeWords(language)])) {
    const file = join(folder, `${String(files.length)}.wav`);
    const samples = speak(word, language, folder, file);
    index[word] = [Math.round((at * 1000) / sampleRate), Math.round(((samples - gapSeconds * sampleRate) * 1000) / sampleRate)];
    at += samples;
    files.push(file);
  }
  const whole = join(folder, 'whole.wav');
  execFileSync('sox', [...files, whole]);
  execFileSync('opusenc', ['--quiet', '--bitrate', '24', '--discard-comments', '--serial', '1', whole, join(projectRoot, `resources/voice/${language}.ogg`)]);
  writeFileSync(join(projectRoot, `resources/voice/${language}.json`), `${JSON.stringify(index, null, 1)}\n`);
  rmSync(folder, { recursive: true });
}

for (const language of ['zh', 'en'] as const) makeBank(language);

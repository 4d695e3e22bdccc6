import { pause, type Utterance } from '../../../electron/domain/spoken.ts';

/** Where each word lies in the bank's one file: begin and length in milliseconds. */
export type ClipIndex = Readonly<Record<string, readonly number[]>>;

/** One clip to be played, in seconds: when from now, where in the file, how long. */
export interface PlannedClip { readonly word: string; readonly at: number; readonly from: number; readonly length: number }

const breathMs = 260;
/** Clips follow each other a little closer than they were spoken alone. */
const joinMs = 30;

/** Lays the words one behind the other. A word the bank does not know, such as a grade the cooperative made up, is left to the screen. */
export function planClips(words: Utterance, index: ClipIndex): PlannedClip[] {
  const planned: PlannedClip[] = [];
  let atMs = 0;
  for (const word of words) {
    const [fromMs, lengthMs] = index[word] ?? [];
    if (word === pause) atMs += breathMs;
    if (fromMs === undefined || lengthMs === undefined) continue;
    planned.push({ word, at: atMs / 1000, from: fromMs / 1000, length: lengthMs / 1000 });
    atMs += Math.max(0, lengthMs - joinMs);
  }
  return planned;
}

import { useEffect, useRef, useState } from 'react';
import type { Utterance } from '../../../electron/domain/spoken.ts';
import { useKeyboardScope } from '../../ui/keyboard/use-keyboard-scope.ts';
import { speechBetween, speechOf, type DeskSound } from './desk-speech.ts';
import { createSpeaker } from './speaker.ts';
import { useVoiceSettings } from './voice-settings.ts';

export interface DeskVoice {
  /** The words last asked of the speaker, for whoever cannot hear them. */
  readonly said: Utterance | null;
  readonly again: () => void;
  readonly mayRepeat: boolean;
}

/** Reads the desk aloud as it goes on, and again on F11. Beside the screen, never instead of it. */
export function useDeskVoice(now: DeskSound): DeskVoice {
  const { on, volume } = useVoiceSettings();
  const [said, setSaid] = useState<Utterance | null>(null);
  const [speaker] = useState(createSpeaker);
  const before = useRef(now);
  const repeatable = speechOf(now);
  const say = (words: Utterance): void => {
    setSaid(words);
    if (on) speaker.say(words, now.language, volume);
  };
  useEffect(() => {
    const words = speechBetween(before.current, now);
    before.current = now;
    if (words !== null) say(words);
  });
  useEffect(() => {
    if (!on) speaker.stop();
  }, [on, speaker]);
  useEffect(() => () => speaker.stop(), [speaker]);
  const again = (): void => {
    const words = repeatable ?? said;
    if (words !== null) say(words);
  };
  useKeyboardScope({ F11: again });
  return { said, again, mayRepeat: repeatable !== null || said !== null };
}

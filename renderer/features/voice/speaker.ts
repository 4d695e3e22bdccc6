import { pause, type SpokenLanguage, type Utterance } from '../../../electron/domain/spoken.ts';
import enIndex from '../../../resources/voice/en.json';
import enFile from '../../../resources/voice/en.ogg?url';
import zhIndex from '../../../resources/voice/zh.json';
import zhFile from '../../../resources/voice/zh.ogg?url';
import { planClips, type ClipIndex } from './clip-plan.ts';

/** Says words aloud; a new utterance ends the one before. */
export interface Speaker {
  say(words: Utterance, language: SpokenLanguage, volume: number): void;
  stop(): void;
}

const banks: Readonly<Record<SpokenLanguage, { readonly index: ClipIndex; readonly file: string }>> = { zh: { index: zhIndex, file: zhFile }, en: { index: enIndex, file: enFile } };
const prefixes: Readonly<Record<SpokenLanguage, string>> = { zh: 'zh', en: 'en' };

/** The clips the program brings along: they sound the same on every computer, and need nothing of it but a loudspeaker. */
function clipSpeaker(): Speaker {
  let context: AudioContext | null = null;
  const sounds = new Map<SpokenLanguage, Promise<AudioBuffer>>();
  let playing: readonly AudioBufferSourceNode[] = [];
  let turn = 0;
  const load = async (audio: AudioContext, language: SpokenLanguage): Promise<AudioBuffer> => {
    const answer = await fetch(banks[language].file);
    return await audio.decodeAudioData(await answer.arrayBuffer());
  };
  const stop = (): void => {
    turn += 1;
    for (const source of playing) source.stop();
    playing = [];
  };
  const play = async (words: Utterance, language: SpokenLanguage, volume: number): Promise<void> => {
    stop();
    const mine = turn;
    const audio = context ??= new AudioContext();
    const sound = sounds.get(language) ?? load(audio, language);
    sounds.set(language, sound);
    const buffer = await sound;
    // Another utterance has begun while the file was read.
    if (mine !== turn) return;
    const loudness = new GainNode(audio, { gain: volume / 100 });
    loudness.connect(audio.destination);
    playing = planClips(words, banks[language].index).map(({ at, from, length }) => {
      const source = new AudioBufferSourceNode(audio, { buffer });
      source.connect(loudness);
      source.start(audio.currentTime + at, from, length);
      return source;
    });
  };
  return {
    stop,
    say(words, language, volume) {
      // A computer without a loudspeaker stays silent; the figures stand on the screen.
      play(words, language, volume).catch(() => sounds.delete(language));
    },
  };
}

/** A voice of this computer itself: never one that would ask the network. */
function localVoice(language: SpokenLanguage): SpeechSynthesisVoice | null {
  return window.speechSynthesis.getVoices().find((voice) => voice.localService && voice.lang.toLowerCase().startsWith(prefixes[language])) ?? null;
}

/** A voice of the computer where it has one for the language, else the clips. */
export function createSpeaker(): Speaker {
  const clips = clipSpeaker();
  // The list of voices is filled some time after it was first asked for.
  window.speechSynthesis.getVoices();
  const stop = (): void => {
    clips.stop();
    window.speechSynthesis.cancel();
  };
  return {
    stop,
    say(words, language, volume) {
      stop();
      const voice = localVoice(language);
      if (voice === null) {
        clips.say(words, language, volume);
        return;
      }
      const spoken = new SpeechSynthesisUtterance(words.map((word) => (word === pause ? ', ' : word)).join(language === 'zh' ? '' : ' '));
      spoken.voice = voice;
      spoken.lang = voice.lang;
      spoken.volume = volume / 100;
      spoken.rate = 0.9;
      window.speechSynthesis.speak(spoken);
    },
  };
}
